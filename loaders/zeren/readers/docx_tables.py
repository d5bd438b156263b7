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
    for element in row.iterchildren(TC):
        column = len(cells)
        merge = span = None
        cell_properties = element.find(_TCPR)
        if cell_properties is not None:
            span, merge = cell_properties.find(W + "gridSpan"), cell_properties.find(W + "vMerge")
        upper = above[column] if merge is not None and column < len(above) else None
        if merge is not None and upper is not None and merge.get(VAL, "continue") != "restart":
            cell: Cell | None = upper
        elif cell_properties is not None and _continues_left(cell_properties) and cells:
            cell = cells[-1]
        else:
            cell = Cell(cell_text(element, walk), (index, column))
        cells += [cell] * (1 if span is None else max(1, _span(span)))
    if properties is not None:
        cells += [None] * _span(properties.find(W + "gridAfter"))
    return cells


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
