"""Clauses of a task as they are compared: what is done to what, without who, where, how zealously and when."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from zeren.graph.identity import folded
from zeren.graph.work import verb_classes, verb_scheme

_ENDS = re.compile("[,;:。!?]|(?<![合兼一])并(?![网购列存入联])")
_BRACKETS = re.compile(r"\([^()]*\)")
_TITLE = re.compile("《[^》]*》")

_WEAK = frozenset({"improve", "coordinate"})
"""Classes of verbs that say little: 推进, 开展, 加强."""
_PAPERWORK = frozenset({"draft", "issue"})


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause of a task."""

    matter: str
    """Its words without who does it, scope, numbers and filling words."""
    object: str
    """The matter without the verbs at both ends: what it is about."""
    classes: frozenset[str]
    """Classes of its verbs that say what is done."""
    urging: bool
    """Others are made or helped to do it."""


@cache
def _patterns() -> Mapping[str, re.Pattern[str]]:
    data = tomllib.loads(files("zeren.graph").joinpath("clauses.toml").read_text("utf-8"))
    found = {name: re.compile("|".join(f"(?:{branch})" for branch in branches)) for name, branches in data.items()}
    return found | {"filling": re.compile(rf"[^\w《》]|{found['filling'].pattern}")}


def clauses(text: str) -> Iterator[Clause]:
    """The clauses of a text in reading order; those that only say what the work rests on are left out."""
    for words in _ENDS.split(_BRACKETS.sub("", folded(text))):
        clause = None if _patterns()["basis"].match(words) else _clause(words)
        if clause is not None and clause.matter:
            yield clause


def _clause(words: str) -> Clause:
    patterns = _patterns()
    rest = _without_actors(words, patterns["actors"])
    before = words[: len(words) - len(rest)]
    for name in ("scope", "numbers", "filling"):
        rest = patterns[name].sub("", rest)
    urging = bool(patterns["urging"].search(before) or patterns["urging"].match(rest))
    classes = frozenset(verb_classes(rest)) - _WEAK
    return Clause(rest, _object(rest, classes), classes, urging)


def _without_actors(words: str, actors: re.Pattern[str]) -> str:
    """The clause from its verb on."""
    while (found := actors.match(words)) and found.end():
        words = words[found.end() :]
    return words


@cache
def _edges() -> tuple[re.Pattern[str], re.Pattern[str]]:
    verbs = verb_scheme().verbs
    return re.compile(f"(?:{verbs})+"), re.compile(f"(?:{verbs})+$")


def _object(matter: str, classes: frozenset[str]) -> str:
    """A paper that is to be made is known by its title, other work by its words between the verbs at both ends."""
    titles = _TITLE.findall(matter)
    if titles:
        return "".join(titles) if classes & _PAPERWORK or "完善" in matter else _TITLE.sub("", _peeled(matter))
    return _peeled(matter)


def _peeled(matter: str) -> str:
    first, last = _edges()
    found = first.match(matter)
    return last.sub("", matter[found.end() :] if found else matter)
