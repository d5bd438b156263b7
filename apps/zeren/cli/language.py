"""In which language the command line speaks, and what it says."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

LANGUAGES = ("zh", "en")


@cache
def _catalogue(language: str) -> dict[str, Any]:
    return tomllib.loads(files("zeren.cli").joinpath("messages", f"{language}.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says things in one language. Called with a dotted key of `messages/<language>.toml` and the facts to fill in."""

    language: str

    def __call__(self, key: str, **facts: object) -> str:
        """The sentence. Raises KeyError for a key that the catalogue lacks: our own defect, found by a test."""
        node: Any = _catalogue(self.language)
        for part in key.split("."):
            node = node[part]
        return str(node).format(**facts) if facts else str(node)


def choose(arguments: Sequence[str], environment: Mapping[str, str]) -> str:
    """`zh` or `en`: what --lang says anywhere among the arguments, else ZEREN_LANG, else the locale, else English."""
    for place, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return _known(argument.removeprefix("--lang="))
        if argument == "--lang" and place + 1 < len(arguments):
            return _known(arguments[place + 1])
    for name in ("ZEREN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        if environment.get(name):
            return _known(environment[name])
    return "en"


def _known(wish: str) -> str:
    return "zh" if wish.lower().startswith("zh") else "en"
