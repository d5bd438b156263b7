"""What kind of work the words of a task order, and whether its row asked for supporting bodies."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_SUPPORT_HEAD = re.compile(r"配合|协办|协助|参与|参加|协同|支持|会办|协作")

_PASSED_OVER = "noun"
"""The class of words that only look like work."""


@dataclass(frozen=True, slots=True)
class VerbScheme:
    """The verbs of `verbs.toml`: one pattern over all of them, verb to class, class to kind of work."""

    pattern: re.Pattern[str]
    classes: Mapping[str, str]
    kinds: Mapping[str, str]


@cache
def verb_scheme() -> VerbScheme:
    """The scheme as shipped."""
    data = tomllib.loads(files("zeren.graph").joinpath("verbs.toml").read_text("utf-8"))
    classes = {verb: name for name, entry in data.items() for verb in entry["verbs"]}
    longest_first = sorted(classes, key=lambda verb: (-len(verb), verb))
    return VerbScheme(
        re.compile("|".join(map(re.escape, longest_first))), classes, {name: e["kind"] for name, e in data.items()}
    )


def verb_classes(text: str) -> tuple[str, ...]:
    """Classes of the verbs of a text in reading order, each once. Words between 《》 are titles, no work."""
    scheme = verb_scheme()
    words = re.sub(r"《[^》]*》", "《》", text)
    found = (scheme.classes[match[0]] for match in scheme.pattern.finditer(words))
    return tuple(dict.fromkeys(name for name in found if name != _PASSED_OVER))


def without_verbs(text: str) -> str:
    """What is left of a text without the verbs of work: what it is about."""
    scheme = verb_scheme()
    return scheme.pattern.sub(lambda match: match[0] if scheme.classes[match[0]] == _PASSED_OVER else "", text)


def work_kind(classes: Iterable[str]) -> str:
    """product, routine or statement: product where any verb makes something that is finished one day."""
    kinds = {verb_scheme().kinds[name] for name in classes}
    return "product" if "product" in kinds else "routine" if kinds else "statement"


def has_support_column(columns: Iterable[str]) -> bool:
    """Whether one of the heads over a task's row asks for bodies that support."""
    return any(_SUPPORT_HEAD.search(head) for head in columns)
