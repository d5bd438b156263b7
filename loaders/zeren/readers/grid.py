"""Building the full grid of a table from cells that span rows and columns."""

from __future__ import annotations

from collections.abc import Iterable

from zeren.model import InputError
from zeren.readers.document import Cell

CELLS_LIMIT = 30_000_000
"""Cells of one grid; a hostile span would ask for more than memory holds."""


class Grid:
    """Rows under construction. Cells are laid from left to right and from top to bottom."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._rows: list[list[Cell | None]] = []
        self._open: dict[int, tuple[Cell, int]] = {}
        self._size = 0

    def __len__(self) -> int:
        return len(self._rows)

    def start_row(self) -> None:
        """Begin a row; cells of the rows above that reach down into it take their places."""
        row: list[Cell | None] = []
        self._rows.append(row)
        for column, (cell, left) in list(self._open.items()):
            self._fill(row, column, column + 1, cell)
            if left > 1:
                self._open[column] = (cell, left - 1)
            else:
                del self._open[column]

    def add(self, text: str, columns: int = 1, rows: int = 1) -> None:
        """A cell at the first free place of the row, spanning so many columns and rows."""
        row = self._rows[-1]
        column = next((place for place, cell in enumerate(row) if cell is None), len(row))
        cell = Cell(text, (len(self._rows) - 1, column))
        self._fill(row, column, column + columns, cell)
        if rows > 1:
            self._open.update((place, (cell, rows - 1)) for place in range(column, column + columns))

    def finish(self) -> tuple[tuple[Cell, ...], ...]:
        """The grid: rows of equal width, places that no cell covers hold an empty one."""
        return filled(self._rows)

    def _fill(self, row: list[Cell | None], start: int, stop: int, cell: Cell) -> None:
        if len(row) < stop:
            self._size += stop - len(row)
            row.extend([None] * (stop - len(row)))
        if self._size > CELLS_LIMIT:
            raise InputError("table-too-large", file=self._file, limit=CELLS_LIMIT)
        for place in range(start, stop):
            if row[place] is None:
                row[place] = cell


def filled(rows: Iterable[list[Cell | None]]) -> tuple[tuple[Cell, ...], ...]:
    """Rows of equal width; a missing place becomes an empty cell of its own."""
    grid = list(rows)
    width = max((len(row) for row in grid), default=0)
    for index, row in enumerate(grid):
        if len(row) < width:
            row.extend([None] * (width - len(row)))
        for column, cell in enumerate(row):
            if cell is None:
                row[column] = Cell("", (index, column))
    return tuple(tuple(cell for cell in row if cell is not None) for row in grid)
