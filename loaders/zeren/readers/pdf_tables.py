"""Ruled tables of a pdf: found by their lines, filled from the page's characters, joined over pages."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from zeren.readers.document import Cell
from zeren.readers.grid import filled
from zeren.readers.pdf_cells import Box, cell_texts
from zeren.readers.pdf_lines import Glyph, lines_from


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table as it stands on one page."""

    page: int
    box: Box
    edges: tuple[float, ...]
    """Left edges of the columns."""
    rows: tuple[tuple[Cell, ...], ...]
    ruled: bool = True


_CORNER = 3.0
"""Points up to which a level line is but the corner where others meet."""


def tables_on(page: Any, glyphs: Sequence[Glyph], number: int) -> list[PageTable]:
    """The ruled tables of a page of pdfplumber, from top to bottom; a frame of one cell is none."""
    found = []
    settings = {"explicit_horizontal_lines": _open_ends(page)}
    for table in page.find_tables(settings):
        boxes = [tuple(map(float, box)) for box in table.cells]
        if len(boxes) > 1:
            found.append(_table(boxes, glyphs, number))
    return sorted(found, key=lambda each: each.box[1])


def _open_ends(page: Any) -> list[float]:
    """Heights where at least three upright lines end together and no level line closes them: a row goes on overleaf."""
    level = [edge["top"] for edge in page.edges if edge["orientation"] == "h" and edge["x1"] - edge["x0"] > _CORNER]
    upright = [edge for edge in page.edges if edge["orientation"] == "v"]
    ends = Counter(round(edge[side]) for edge in upright for side in ("top", "bottom"))
    return [float(end) for end, count in ends.items() if count >= 3 and all(abs(end - each) > 3 for each in level)]


def is_inside(glyph: Glyph, box: Box) -> bool:
    """Whether the middle of a character lies in a box."""
    return box[0] <= (glyph.left + glyph.right) / 2 <= box[2] and box[1] <= glyph.middle <= box[3]


def _table(boxes: list[Any], glyphs: Sequence[Glyph], number: int) -> PageTable:
    lefts, tops = _edges(box[0] for box in boxes), _edges(box[1] for box in boxes)
    rights, bottoms = _edges(box[2] for box in boxes), _edges(box[3] for box in boxes)
    outer = (lefts[0], tops[0], rights[-1], bottoms[-1])
    inside = [glyph for glyph in glyphs if is_inside(glyph, outer)]
    grid: list[list[Cell | None]] = [[None] * len(lefts) for _ in tops]
    boxes = sorted(boxes, key=lambda each: (each[1], each[0]))
    texts = cell_texts(boxes, [lines_from([each for each in inside if is_inside(each, box)], number) for box in boxes])
    for box, text in zip(boxes, texts, strict=True):
        row, column = _place(tops, box[1]), _place(lefts, box[0])
        cell = Cell(text, (row, column))
        for covered in grid[row : max(row + 1, _place(tops, box[3]))]:
            stop = max(column + 1, _stop(lefts, box[2]))
            covered[column:stop] = [cell] * (stop - column)
    _close_open(grid, (lefts, [*lefts[1:], rights[-1]]), (tops, [*tops[1:], bottoms[-1]]), inside)
    rows = filled(grid)
    return PageTable(number, outer, tuple(lefts), rows)


def _close_open(
    grid: list[list[Cell | None]],
    across: tuple[list[float], list[float]],
    down: tuple[list[float], list[float]],
    glyphs: Sequence[Glyph],
) -> None:
    """Give the places that no box covers their words: a cell over several rows has no rule where the page ends."""
    for column, (left, right) in enumerate(zip(*across, strict=True)):
        row = 0
        while row < len(grid):
            stop = row
            while stop < len(grid) and grid[stop][column] is None:
                stop += 1
            if stop > row:
                box = (left, down[0][row], right, down[1][stop - 1])
                own = [glyph for glyph in glyphs if is_inside(glyph, box)]
                cell = Cell(cell_texts([box], [lines_from(own, 0)])[0], (row, column))
                for covered in grid[row:stop] if own else ():
                    covered[column] = cell
            row = stop + 1


def _edges(values: Any) -> list[float]:
    """The distinct edges, those within three points of each other taken as one."""
    edges: list[float] = []
    for value in sorted(values):
        if not edges or value - edges[-1] > 3:
            edges.append(value)
    return edges


def _place(edges: list[float], value: float) -> int:
    """The edge nearest to a value, or one past the last."""
    return bisect.bisect_left(edges, value - 3)


def _stop(edges: list[float], right: float) -> int:
    return bisect.bisect_left(edges, right - 3)
