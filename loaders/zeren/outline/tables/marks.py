"""Columns of signs: bodies as heads with ● or 牵头 below them, years and quarters as heads with √ below them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from zeren.agencies.forms import recognise
from zeren.model import Role
from zeren.outline.heads import Column
from zeren.readers import Passage

if TYPE_CHECKING:
    from zeren.outline.tables.grids import Row

Legend = Mapping[str, Role]
"""What each sign stands for."""


@cache
def _known() -> tuple[Legend, Legend]:
    """Signs and words with their roles."""
    data = tomllib.loads(files("zeren.outline.tables").joinpath("marks.toml").read_text("utf-8"))
    signs, words = ({sign: role for role, known in data[part].items() for sign in known} for part in ("signs", "words"))
    return signs, words


@cache
def _legend() -> re.Pattern[str]:
    signs, words = ("|".join(map(re.escape, sorted(known, key=len, reverse=True))) for known in _known())
    return re.compile(
        rf"(?P<sign>{signs})[”\"’』」]?\s*(?:代表|表示|为|是|指|标注?|[—\-–－:：=])?[“\"]?\s*(?P<word>{words})"
    )


def read_legend(text: str) -> Legend:
    """What a note beside a table says of its signs (●为牵头单位，△为配合单位); empty where it says nothing."""
    return {match["sign"]: _known()[1][match["word"]] for match in _legend().finditer(text)}


def is_mark(text: str) -> bool:
    """Whether a cell holds nothing but a sign or a word of role."""
    signs, words = _known()
    return text in signs or text in words


def role_of(text: str, legend: Legend) -> Role | None:
    """The role that a sign or word gives the body at the head of its column; None where it is none."""
    signs, words = _known()
    return legend.get(text) or words.get(text) or signs.get(text)


def with_marks(columns: Sequence[Column], heads: Sequence[Row], rows: Sequence[Row]) -> tuple[Column, ...]:
    """The columns; those headed by a body whose cells hold signs only as columns of that body."""
    found = []
    for place, column in enumerate(columns):
        head = lowest_head(heads, place)
        marked = head is not None and recognise(head.text) is not None and _holds_marks(rows, place)
        found.append(Column("body", re.sub(r"\s+", "", head.text)) if head and marked else column)
    return tuple(found)


def lowest_head(heads: Sequence[Row], place: int) -> Passage | None:
    """The lowest cell with words of the heads over a column."""
    return next((row.cells[place] for row in reversed(heads) if row.cells[place]), None)


def _holds_marks(rows: Sequence[Row], place: int) -> bool:
    cells = [row.cells[place].text for row in rows if len(row.filled()) > 1 and row.cells[place]]
    return bool(cells) and all(is_mark(cell) or not re.search(r"\w", cell) for cell in cells)


def is_tick(text: str) -> bool:
    """Whether a cell holds a sign only, no words."""
    return text in _known()[0]
