"""Rows of a task table that head the rows below them though they have a number cell of their own, and rows of sums."""

from __future__ import annotations

import re
from collections.abc import Iterator

from zeren.outline.headings import is_title
from zeren.outline.tables.beside import NOTHING
from zeren.outline.tables.grids import Grid, Row, number_of
from zeren.readers import Passage

_SUM = re.compile(r"[（(]?(?:合|总|小|共)\s*计[）)]?[：:]?")
_NUMERAL = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[）)]?[、.．]?")

Part = tuple[str, Passage]
"""Number and title."""


def is_sum(row: Row) -> bool:
    """Whether a row only adds up the rows above or below it (合计, 小计)."""
    filled = row.filled()
    return bool(filled) and any(_SUM.fullmatch(row.cells[place].text) for place in filled[:2])


def part_rows(grid: Grid) -> dict[int, Part]:
    """The rows that only head those below (1 before 1.1, 一 before 1, or one cell over all columns), by their place."""
    place = next((place for place, column in enumerate(grid.columns) if column.kind == "number"), None)
    return {} if place is None else dict(_parts(grid, place))


def _parts(grid: Grid, place: int) -> Iterator[tuple[int, Part]]:
    following: str | None = None
    for index in range(len(grid.rows) - 1, -1, -1):
        row = grid.rows[index]
        number = number_of(row.cells[place].text)
        title = _title(grid, row, place)
        if number and title is not None and _heads(row, place, title, number, following):
            yield index, (number, row.cells[title])
        following = number or following


def _title(grid: Grid, row: Row, place: int) -> int | None:
    """The column of the only words beside the number; None where there are more, or an owner or limit is given."""
    titles = [at for at in row.filled() if at != place]
    told = {at for at, column in enumerate(grid.columns) if column.kind in ("owner", "deadline")}
    said = [at for at in titles if at in told and NOTHING.match(row.cells[at].text)]
    titles = [at for at in titles if at not in said]
    wide = len(titles) == 1 and row.origins.count(row.origins[titles[0]]) > 1
    return titles[0] if len(titles) == 1 and (wide or titles[0] not in told) else None


def _heads(row: Row, place: int, title: int, number: str, following: str | None) -> bool:
    words = row.cells[title].text
    if following and following.startswith(tuple(number + sign for sign in "-.．")):
        return True
    if row.origins.count(row.origins[title]) > 1 and len(set(row.origins)) <= 3:
        return True
    counted = bool(following) and not _NUMERAL.fullmatch(following or "")
    return counted and bool(_NUMERAL.fullmatch(row.cells[place].text)) and is_title(words)
