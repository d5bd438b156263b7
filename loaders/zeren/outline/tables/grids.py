"""A table as rows of passages under columns whose meaning is known."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from zeren.agencies.forms import recognise
from zeren.outline.heads import Column, read_head
from zeren.outline.numbering import read_marker
from zeren.outline.tables.columns import place_heads, tell_apart
from zeren.outline.tables.marks import is_mark, with_marks
from zeren.readers import Passage, Table

_TIMELY = re.compile(
    r"[0-9０-９年月季周旬日]|长期|持续|常态|常年|立即|立行|即时|即知|适时|同上|^[/／—\-无]+$|[一二三四五六七八九十]"
)
_SEARCHED = 12
"""Rows at the top of a table among which the heads are looked for: title, unit and date rows may stand above."""


@dataclass(frozen=True)
class Row:
    """One row: its cells, and for each the place where the cell begins (one place, one merged cell)."""

    cells: tuple[Passage, ...]
    origins: tuple[tuple[int, int], ...]
    block: int
    index: int | None
    """Place in the table; None for a row rebuilt from paragraphs."""

    def filled(self) -> tuple[int, ...]:
        """Columns whose cell has words, each merged cell once."""
        return self._filled

    @cached_property
    def _filled(self) -> tuple[int, ...]:
        """Asked for by every step that reads the row, so counted once; the class has no slots for that reason."""
        firsts: dict[tuple[int, int], int] = {}
        for column, origin in enumerate(self.origins):
            firsts.setdefault(origin, column)
        return tuple(column for column in firsts.values() if self.cells[column])


@dataclass(frozen=True)
class Grid:
    """A table whose columns are understood."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    """Without the heads."""
    heads: tuple[Row, ...]
    above: tuple[Row, ...] = ()
    """Rows before the heads: title, unit, date."""
    merged: bool = False
    """The format says which cells are merged, so that an empty cell is empty."""
    guessed: bool = False
    """The table has no heads; columns are known by their content."""

    @cached_property
    def words_of_heads(self) -> frozenset[str]:
        """The words of all cells of the heads; every row is held against them."""
        return frozenset(head.cells[column].text for head in self.heads for column in head.filled())


def aims_as_tasks(grid: Grid) -> Grid:
    """The grid, its column of aims as that of the tasks where it has none but names owners (目标责任分解书)."""
    kinds = {column.kind for column in grid.columns}
    if kinds & {"task", "detail"} or not {"target", "owner"} <= kinds:
        return grid
    finest = max((c.head for c in grid.columns if _INDICATOR.search(c.head)), key=_depth, default="")
    if finest and _depth(finest) > 1:
        return replace(grid, columns=tuple(replace(c, kind="task") if c.head == finest else c for c in grid.columns))
    return replace(grid, columns=tuple(replace(c, kind="task") if c.kind == "target" else c for c in grid.columns))


_INDICATOR = re.compile("[一二三四]级指标")


def _depth(head: str) -> int:
    """Of what level an indicator is (二级指标: 2)."""
    return "一二三四".index(_INDICATOR.search(head)[0][0]) + 1  # type: ignore[index]


def rows_of(table: Table) -> list[Row]:
    """The rows of a table as passages."""
    found = []
    for index, row in enumerate(table.rows):
        cells = tuple(Passage.of(cell.text, table.index, *cell.origin).strip() for cell in row)
        found.append(
            Row(cells, _origins([cell.text for cell in cells], [cell.origin for cell in row]), table.index, index)
        )
    return found


def _origins(texts: Sequence[str], origins: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Where the cells of a row begin; words that fill every cell are one merged cell that a conversion repeated."""
    repeated = len(texts) >= 3 and len(set(texts)) == 1 and len(texts[0]) > 2
    return tuple(origins[:1]) * len(origins) if repeated else tuple(origins)


def _is_head(row: Row) -> bool:
    """At least two known heads, with bodies that head columns of signs half of the filled cells."""
    texts = [row.cells[column].text for column in row.filled()]
    known = [head for text in texts if (head := read_head(text))]
    if len(known) < 2 or not {head.kind for head in known} & {"task", "detail", "owner", "number"}:
        return False
    bodies = sum(1 for text in texts if not read_head(text) and recognise(text))
    return (len(known) + bodies) * 2 >= len(texts)


def _is_second_head(row: Row, first: Row) -> bool:
    """A second row of heads under merged ones: short words, at least one a known head, no number of a row."""
    if _repeats_head(row, first):
        return True
    own = [column for column in row.filled() if row.origins[column] not in first.origins]
    if own and len(own) < len(row.filled()) and all(first.origins.count(first.origins[column]) > 1 for column in own):
        return True
    if _is_below_groups(row, first):
        return True
    texts = [row.cells[column].text for column in own]
    if any(is_mark(text) for text in texts):
        return False
    if not texts or any(
        len(text) > 12 or re.search("[。；，、]", text) or re.fullmatch(r"\d+", text) for text in texts
    ):
        return False
    known = [
        text
        for text in texts
        if read_head(text) or any(mark in text for mark in ("牵头", "配合", "责任", "主办", "协办"))
    ]
    return len(known) * 2 >= len(texts) and any(
        first.origins.count(first.origins[c]) > 1 or not first.cells[c] for c in own
    )


def _is_below_groups(row: Row, first: Row) -> bool:
    """Whether a row fills just the columns that the head above leaves empty, each run with the head it begins with.

    So stand merged heads where the format tells no merges: 责任分工 and nothing beside it, 牵头单位, 配合单位 below.
    """
    empty = {column for column, cell in enumerate(first.cells) if not cell}
    under = empty | {column - 1 for column in empty if column}
    texts = [row.cells[column].text for column in row.filled()]
    return (
        bool(empty)
        and set(row.filled()) == under
        and all(len(text) <= 16 and not re.search("[。；]", text) for text in texts)
        and sum(1 for text in texts if read_head(text) or recognise(text)) * 2 >= len(texts)
    )


def _repeats_head(row: Row, first: Row) -> bool:
    """Whether a row gives the heads above again, finer where one was over several columns: merges were lost."""
    cells = [(above.text, cell.text) for above, cell in zip(first.cells, row.cells, strict=True)]
    finer = [(above, text) for above, text in cells if above != text]
    over = {above for above, _ in finer}
    return (
        0 < len(finer) < len(cells)
        and all(read_head(text) for _, text in finer)
        and all(sum(1 for above, _ in cells if above == head) > 1 for head in over)
    )


def _column(heads: Sequence[Row], place: int) -> Column:
    """The column under its heads: the lowest known one, else the words of all read together."""
    texts: list[str] = []
    for row in heads:
        if row.cells[place] and (not texts or texts[-1] != row.cells[place].text):
            texts.append(row.cells[place].text)
    both = "".join(texts)
    tries = [*reversed(texts), both] if len(texts) > 1 else texts
    found = next((head for text in tries if (head := read_head(text))), None)
    if found and len(texts) > 1 and found.kind != "owner" and (owner := read_head(both)) and owner.kind == "owner":
        found = owner
    return found or Column("other", re.sub(r"\s+", "", texts[-1] if texts else ""))


def read_grid(rows: Sequence[Row]) -> Grid | None:
    """The rows under columns; None where neither heads nor content show what they are."""
    start = next((index for index, row in enumerate(rows[:_SEARCHED]) if _is_head(row)), None)
    if start is None:
        return None
    stop = start + 1
    while stop < len(rows) and stop < start + 3 and _is_second_head(rows[stop], rows[start]):
        stop += 1
    heads, body = rows[start:stop], rows[stop:]
    columns = tuple(_column(heads, place) for place in range(len(rows[start].cells)))
    used = [place for place in range(len(columns)) if any(row.cells[place] for row in heads)]
    if len(used) < len(columns):
        columns = place_heads([columns[place] for place in used], body, len(columns))
    else:
        columns = tell_apart(columns, [row[-1] for row in zip(*(row.origins for row in heads), strict=True)], body)
    columns = with_marks(tuple(_without_false_limits(columns, body)), heads, body)
    return Grid(columns, tuple(body), tuple(heads), tuple(rows[:start]), _merges_rows(body))


def _without_false_limits(columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[Column]:
    """The columns; one headed like a time limit whose cells tell none (推进计划: 完成主体施工) holds steps."""
    for place, column in enumerate(columns):
        cells = [row.cells[place].text for row in rows[:_SEARCHED] if row.cells[place]]
        told = not cells or any(_TIMELY.search(cell) for cell in cells)
        yield column if column.kind != "deadline" or told else Column("target", column.head)


def _merges_rows(rows: Sequence[Row]) -> bool:
    """Whether a cell spans rows: then the format tells merges, and an empty cell is empty."""
    return any(row.index is not None and origin[0] < row.index for row in rows for origin in row.origins)


def is_repeated_head(row: Row, grid: Grid) -> bool:
    """Whether a row repeats the heads after a page break."""
    texts = {row.cells[column].text for column in row.filled()}
    return len(texts) > 1 and texts <= grid.words_of_heads


def number_of(text: str) -> str | None:
    """The number that a cell of the number column holds; None where it holds none."""
    if match := re.fullmatch(
        r"[（(]?([0-9０-９]{1,4}(?:[-.．][0-9０-９]{1,3})*|[一二三四五六七八九十百]{1,5})[)）]?[.．、]?", text.strip()
    ):
        return match[1]
    marker = read_marker(text)
    return marker.number if marker and marker.length == len(text.strip()) else None
