"""Tables turned on their side: heads in the first column, or before each value; a column or a block is a task."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from zeren.outline.heads import Column, read_head
from zeren.outline.tables.grids import Grid, Row
from zeren.readers import Passage

_KNOWN = 0.7
"""Share of the heads that must be known ones."""

_SEEN = 12
"""Rows that are looked at first."""

Pair = tuple[Passage, Passage]


def read_cards(rows: Sequence[Row]) -> Grid | None:
    """The table with heads on top; None where it is not turned. A head that comes again begins a new task."""
    if not _is_turned(rows[:_SEEN]):
        return None
    tasks = list(_records(rows))
    heads: dict[str, Column] = {}
    for head, _ in (pair for task in tasks for pair in task):
        heads.setdefault(head.text, read_head(head.text) or Column("other", head.text))
    kinds = [column.kind for column in heads.values()]
    known = [kind for kind in kinds if kind != "other"]
    if len(known) < max(3, _KNOWN * len(kinds)) or "owner" not in kinds or not {"task", "detail"} & set(kinds):
        return None
    names = list(heads)
    first = tasks[0][0][0]
    top = _row([pair[0] for pair in tasks[0]], 0, len(names), first)
    body = []
    for number, task in enumerate(tasks, 1):
        cells: list[Passage] = [first[:0]] * len(names)
        for head, value in task:
            cells[names.index(head.text)] = value
        body.append(_row(cells, number, len(names), first))
    return Grid(tuple(heads.values()), tuple(body), (top,), merged=True)


def _is_turned(rows: Sequence[Row]) -> bool:
    """Whether the first cells of the rows are heads, different ones."""
    firsts = [row.cells[0].text for row in rows if row.filled()]
    known = [text for text in firsts if read_head(text)]
    return len(known) >= max(2, _KNOWN * len(firsts)) and len(set(known)) >= 2


def _row(cells: Sequence[Passage], number: int, width: int, first: Passage) -> Row:
    filled = [*cells, *[first[:0]] * (width - len(cells))]
    return Row(tuple(filled), tuple((number, place) for place in range(width)), first.block, None)


def _records(rows: Sequence[Row]) -> Iterator[list[Pair]]:
    """For each task its heads with their values."""
    width = max((len(row.filled()) for row in rows), default=0)
    if width > 2 and not any(len(row.filled()) == 4 and read_head(_nth(row, 2).text) for row in rows):
        for column in range(1, width):
            yield [(_nth(row, 0), _nth(row, column)) for row in rows if len(row.filled()) > column]
        return
    task: list[Pair] = []
    for head, value in (pair for row in rows for pair in _pairs(row)):
        if any(known.text == head.text for known, _ in task):
            yield task
            task = []
        task.append((head, value))
    yield task


def _pairs(row: Row) -> Iterator[Pair]:
    places = row.filled()
    for index in range(0, len(places) - 1, 2):
        yield row.cells[places[index]], row.cells[places[index + 1]]


def _nth(row: Row, place: int) -> Passage:
    return row.cells[row.filled()[place]]
