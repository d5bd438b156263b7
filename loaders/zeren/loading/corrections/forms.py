"""The kinds of corrections as forms that a person fills in: keys, their choices, and words for both."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal, cast, get_args

from zeren.loading.corrections.records import FIELDS, Action, Use
from zeren.model import DeadlineType
from zeren.model.plan import ROLES

Target = Literal["body", "task", "deadline", "instrument", "heading", "block", "group", "enterprise", "plan"]
"""What a correction is about; `block` is a paragraph, row or cell of the text that nothing was read from."""

ALWAYS = ("action", "quote", "person", "reason")
"""Keys that every entry has; `plan` may leave out `quote`."""

OPTIONAL = ("at", "date")
"""Keys that every entry may have."""

ORDER = (
    "action", "at", "quote", "body", "role", "name", "use", "before", "join", "section", "limit", "text", "type", "day",
    "start", "rrule", "sunset", "field", "value", "reading", "person", "date", "reason",
)  # fmt: skip
"""The keys in the order in which they are written."""

CHOICES: Mapping[str, tuple[str, ...]] = {"role": ROLES, "type": get_args(DeadlineType), "use": get_args(Use)}
"""The values of keys that have a few only; those of `field` hang on the action (FIELDS)."""


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of correction."""

    action: Action
    on: tuple[Target, ...]
    """What it may be about."""
    needs: tuple[str, ...]
    """Keys beside ALWAYS."""
    may: tuple[str, ...]
    """Keys beside OPTIONAL."""
    words: Mapping[str, str]
    """What it says, in `zh` and `en`."""

    def choices(self, key: str) -> tuple[str, ...]:
        """The values that a key may have; empty where any words will do."""
        return FIELDS[self.action] if key == "field" else CHOICES.get(key, ())


@cache
def _data(name: str) -> dict[str, Any]:
    return tomllib.loads(files("zeren.loading.corrections").joinpath(f"{name}.toml").read_text("utf-8"))


@cache
def forms() -> dict[str, Form]:
    """The forms by action, in the order of actions.toml."""
    return {
        action: Form(
            cast(Action, action),
            tuple(entry["on"]),
            tuple(entry["needs"]),
            tuple(entry.get("may", ())),
            {language: entry[language] for language in ("zh", "en")},
        )
        for action, entry in _data("actions").items()
    }


def label(key: str, language: str) -> str:
    """A key of an entry in words. Raises KeyError for one that is not in keys.toml."""
    return str(_data("keys")["keys"][key][language])


def value_label(value: str, language: str) -> str:
    """A value out of a few in words. Raises KeyError for one that is not in keys.toml."""
    return str(_data("keys")["values"][value][language])
