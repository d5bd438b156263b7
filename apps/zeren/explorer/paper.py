"""The document as it is shown: blocks with marks, whole, by parts, or only the surroundings of some places."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from zeren.explorer.marks import Mark
from zeren.readers.document import Cell, Document, Paragraph, Table

PART = 500
"""Paragraphs and rows shown at once."""

Place = tuple[int, int | None]
"""A block, and the row where it is a table."""


@dataclass(frozen=True, slots=True)
class ShownCell:
    """A cell that begins here: merged ones cover `across` columns and `down` rows of those shown."""

    column: int
    text: str
    across: int
    down: int


@dataclass(frozen=True, slots=True)
class ShownRow:
    """A row of a table that is shown."""

    index: int
    head: bool
    cells: tuple[ShownCell, ...]


@dataclass(frozen=True, slots=True)
class ShownBlock:
    """A paragraph, or the shown rows of a table; `skipped` stands for what was left out."""

    index: int
    text: str = ""
    level: int = 0
    rows: tuple[ShownRow, ...] = ()
    skipped: bool = False


@dataclass(frozen=True, slots=True)
class Paper:
    """What is shown, with the marks that lie in it."""

    blocks: tuple[ShownBlock, ...]
    marks: tuple[Mark, ...]


def places(document: Document) -> tuple[Place, ...]:
    """Every paragraph and every row in reading order."""
    return tuple(place for block in document.blocks for place in _places(block))


def _places(block: Paragraph | Table) -> Iterator[Place]:
    if isinstance(block, Table):
        yield from ((block.index, row) for row in range(len(block.rows)))
    else:
        yield (block.index, None)


def part_of(document: Document, mark: Mark | None) -> int:
    """Number of the part, from 0, in which a mark lies; 0 without one."""
    if mark is None:
        return 0
    known = places(document)
    return known.index((mark.block, mark.row)) // PART if (mark.block, mark.row) in known else 0


def parts(document: Document) -> int:
    """Into how many parts the document is cut."""
    return max(1, -(-len(places(document)) // PART))


def part(document: Document, number: int, marks: Iterable[Mark]) -> Paper:
    """One part of the document."""
    return _shown(document, places(document)[number * PART : (number + 1) * PART], marks)


def surroundings(document: Document, around: Iterable[Mark], marks: Iterable[Mark], margin: int = 3) -> Paper:
    """The paragraphs and rows round some marks, with a line of points where something is left out."""
    known = places(document)
    position = {place: index for index, place in enumerate(known)}
    wanted = {
        index
        for mark in around
        if (mark.block, mark.row) in position
        for index in range(position[mark.block, mark.row] - margin, position[mark.block, mark.row] + margin + 1)
        if 0 <= index < len(known)
    }
    return _shown(document, [known[index] for index in sorted(wanted)], marks)


def _shown(document: Document, wanted: Sequence[Place], marks: Iterable[Mark]) -> Paper:
    rows: dict[int, list[int | None]] = {}
    for block, row in wanted:
        rows.setdefault(block, []).append(row)
    blocks: list[ShownBlock] = []
    last = -1
    by_index = {block.index: block for block in document.blocks}
    for index in sorted(rows):
        if blocks and index > last + 1:
            blocks.append(ShownBlock(index, "…", skipped=True))
        blocks.append(_block(by_index[index], [row for row in rows[index] if row is not None]))
        last = index
    within = set(wanted)
    anchors = {index: _anchors(by_index[index], rows[index]) for index in rows}
    kept = tuple(
        _placed(mark, by_index[mark.block], anchors[mark.block]) for mark in marks if (mark.block, mark.row) in within
    )
    return Paper(tuple(blocks), kept)


Anchors = dict[tuple[int, int], tuple[int, int]]
"""Origin of a cell to the row and column where it is drawn: a merged cell may begin above the rows shown."""


def _anchors(block: Paragraph | Table, rows: Sequence[int | None]) -> Anchors:
    found: Anchors = {}
    if isinstance(block, Table):
        for row in rows:
            for column, cell in enumerate(block.rows[row or 0]):
                found.setdefault(cell.origin, (row or 0, column))
    return found


def _block(block: Paragraph | Table, rows: Sequence[int]) -> ShownBlock:
    if isinstance(block, Paragraph):
        return ShownBlock(block.index, block.text, block.level or 0)
    return ShownBlock(block.index, rows=tuple(_rows(block, rows)))


def _rows(table: Table, rows: Sequence[int]) -> Iterator[ShownRow]:
    anchors = _anchors(table, rows)
    for row in rows:
        cells = [
            ShownCell(column, cell.text, _run(table.rows[row], cell), _depth(table, rows, column, cell))
            for column, cell in enumerate(table.rows[row])
            if anchors[cell.origin] == (row, column)
        ]
        yield ShownRow(row, row < table.heads, tuple(cells))


def _run(row: Sequence[Cell], cell: Cell) -> int:
    return sum(other.origin == cell.origin for other in row)


def _depth(table: Table, rows: Sequence[int], column: int, cell: Cell) -> int:
    return sum(column < len(table.rows[row]) and table.rows[row][column].origin == cell.origin for row in rows)


def _placed(mark: Mark, block: Paragraph | Table, anchors: Anchors) -> Mark:
    """The mark at the place where its cell is drawn, with an open end closed."""
    if isinstance(block, Paragraph):
        return replace(mark, end=len(block.text)) if mark.end < 0 else mark
    if mark.row is None or mark.column is None or mark.column >= len(block.rows[mark.row]):
        return mark
    cell = block.rows[mark.row][mark.column]
    row, column = anchors[cell.origin]
    return replace(mark, row=row, column=column, end=len(cell.text) if mark.end < 0 else mark.end)
