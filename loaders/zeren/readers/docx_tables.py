"""Tables of a docx as full grids: gridSpan, vMerge, rows that begin or end inside the grid, tables in cells."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from zeren.model import InputError
from zeren.readers.document import Cell
from zeren.readers.docx_names import TBL, TC, VAL, P, W, is_on, number_of
from zeren.readers.grid import CELLS_LIMIT, filled

if TYPE_CHECKING:
    from collections import Counter

    from lxml.etree import _Element

_TCPR = W + "tcPr"
_TRPR = W + "trPr"
_SPAN_LIMIT = 1_000


class Walk(Protocol):
    """What a table needs of the walk it stands in."""

    file: str
    counts: Counter[str]

    @property
    def merged(self) -> frozenset[_Element]:
        """The cells that are merged with others."""
        ...

    def text(self, paragraph: _Element) -> str:
        """The words of a paragraph with its number."""
        ...


def table_rows(rows: list[_Element], walk: Walk) -> tuple[tuple[tuple[Cell, ...], ...], int]:
    """The grid and the number of rows at its top that are marked as repeated head."""
    grid: list[list[Cell | None]] = []
    heads, size = 0, 0
    for index, row in enumerate(rows):
        properties = row.find(_TRPR)
        above = grid[-1] if grid else []
        grid.append(_row(row, properties, index, above, walk))
        size += len(grid[-1])
        if size > CELLS_LIMIT:
            raise InputError("table-too-large", file=walk.file, limit=CELLS_LIMIT)
        if heads == index and properties is not None and is_on(properties.find(W + "tblHeader")):
            heads += 1
    return filled(grid), heads


def _row(
    row: _Element, properties: _Element | None, index: int, above: list[Cell | None], walk: Walk
) -> list[Cell | None]:
    cells: list[Cell | None] = []
    if properties is not None:
        cells += [None] * _span(properties.find(W + "gridBefore"))
    merged = walk.merged
    for element in row.iterchildren(TC):
        if element in merged:
            _add_merged(element, cells, index, above, walk)
        else:
            cells.append(Cell(cell_text(element, walk), (index, len(cells))))
    if properties is not None:
        cells += [None] * _span(properties.find(W + "gridAfter"))
    return cells


def _add_merged(element: _Element, cells: list[Cell | None], index: int, above: list[Cell | None], walk: Walk) -> None:
    """Append a cell that spans columns, or that goes on the cell above or to its left."""
    column = len(cells)
    properties = element.find(_TCPR)
    assert properties is not None  # the merge is written there
    merge = properties.find(W + "vMerge")
    upper = above[column] if merge is not None and column < len(above) else None
    if merge is not None and upper is not None and merge.get(VAL, "continue") != "restart":
        cell: Cell | None = upper
    elif cells and _continues_left(properties):
        cell = cells[-1]
    else:
        cell = Cell(cell_text(element, walk), (index, column))
    cells += [cell] * max(1, _span(properties.find(W + "gridSpan")))


def merged_cells(root: _Element) -> frozenset[_Element]:
    """The cells of all tables that span columns or rows."""
    marks = root.iter(W + "gridSpan", W + "vMerge", W + "hMerge")
    parents = (mark.getparent() for mark in marks)
    cells = (parent.getparent() for parent in parents if parent is not None and parent.tag == _TCPR)
    return frozenset(cell for cell in cells if cell is not None)


def _continues_left(properties: _Element) -> bool:
    """The older way to merge cells of a row (hMerge)."""
    merge = properties.find(W + "hMerge")
    return merge is not None and merge.get(VAL, "continue") != "restart"


def _span(element: _Element | None) -> int:
    count = number_of(element.get(VAL)) if element is not None else None
    return min(max(count or 0, 0), _SPAN_LIMIT)


def cell_text(cell: _Element, walk: Walk) -> str:
    """The paragraphs of a cell as lines; an inner table gives a line a row, its cells parted by tabs."""
    lines: list[str] = []
    for child in cell:
        if child.tag == P:
            lines.append(walk.text(child))
        elif child.tag == TBL:
            walk.counts["notice-nested-table"] += 1
            lines += _inner_lines(child, walk)
    return "\n".join(filter(None, lines)) if len(lines) != 1 else lines[0]


def _inner_lines(table: _Element, walk: Walk) -> list[str]:
    rows, _ = table_rows(table.findall(W + "tr"), walk)
    lines = []
    for index, row in enumerate(rows):
        own = [cell.text for column, cell in enumerate(row) if cell.origin == (index, column) and cell.text]
        lines.append("\t".join(own))
    return lines
