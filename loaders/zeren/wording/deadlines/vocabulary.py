"""The lists of `vocabulary.toml` as patterns."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def words(table: str, entry: str) -> tuple[str, ...]:
    """The words of one list, longest first so that an alternation takes the longest."""
    return tuple(sorted(_tables()[table][entry], key=lambda word: (-len(word), word)))


@cache
def pattern(table: str, entry: str) -> str:
    """One of the words, as a group of a regular expression."""
    return "(?:" + "|".join(map(re.escape, words(table, entry))) + ")"


@cache
def feasts() -> dict[str, str]:
    """Feasts of the solar calendar as month and day (12-31), by their first two signs."""
    data = tomllib.loads(files("zeren.wording.deadlines").joinpath("vocabulary.toml").read_text("utf-8"))
    days: dict[str, str] = data["feasts"]
    return days


@cache
def _tables() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("zeren.wording.deadlines").joinpath("vocabulary.toml").read_text("utf-8"))
