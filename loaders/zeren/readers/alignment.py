"""Where the cells of a short row stand in a table whose merged cells were written once only."""

from __future__ import annotations

from zeren.readers.document import Cell
from zeren.readers.grid import filled


def place_rows(rows: list[list[str]]) -> tuple[tuple[Cell, ...], ...]:
    """The grid: a row of one cell spans the table, other short rows are filled at their end."""
    width = max(map(len, rows))
    grid: list[list[Cell | None]] = []
    for index, row in enumerate(rows):
        cells: list[Cell | None] = [Cell(text, (index, column)) for column, text in enumerate(row)]
        grid.append(cells * width if len(row) == 1 else cells)
    return filled(grid)
