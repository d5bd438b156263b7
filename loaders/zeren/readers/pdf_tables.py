"""Ruled tables of a pdf: found by their lines, filled from the page's characters, joined over pages."""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from zeren.readers.document import Cell
from zeren.readers.pdf_lines import Glyph, lines_from

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""


@dataclass(frozen=True, slots=True)
class PageTable:
    """A table as it stands on one page."""

    page: int
    box: Box
    edges: tuple[float, ...]
    """Left edges of the columns."""
    rows: tuple[tuple[Cell, ...], ...]


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
    level = [edge["top"] for edge in page.edges if edge["orientation"] == "h"]
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
    for box in sorted(boxes, key=lambda each: (each[1], each[0])):
        text = "\n".join(line.text for line in lines_from([each for each in inside if is_inside(each, box)], number))
        row, column = _place(tops, box[1]), _place(lefts, box[0])
        cell = Cell(text.strip(), (row, column))
        for covered in grid[row : max(row + 1, _place(tops, box[3]))]:
            stop = max(column + 1, _stop(lefts, box[2]))
            covered[column:stop] = [cell] * (stop - column)
    rows = tuple(tuple(cell or Cell("", (r, c)) for c, cell in enumerate(row)) for r, row in enumerate(grid))
    return PageTable(number, outer, tuple(lefts), rows)


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


def continues(upper: PageTable, lower: PageTable) -> bool:
    """Whether a table at the top of the next page goes on the one at the bottom of this page: the same columns."""
    same = len(upper.edges) == len(lower.edges)
    return (
        same
        and lower.page == upper.page + 1
        and all(abs(a - b) < 8 for a, b in zip(upper.edges, lower.edges, strict=True))
    )


def joined(upper: PageTable, lower: PageTable) -> PageTable:
    """Both as one table: repeated head rows fall away, a row broken over the page is put together."""
    rows = [list(row) for row in upper.rows]
    heads = _repeated(upper.rows, lower.rows)
    rest = list(lower.rows[heads:])
    if rest and _is_fragment(rows, rest[0]):
        rows[-1] = _mended(rows[-1], rest.pop(0))
        heads += 1
    shift = len(rows) - heads
    rows += [
        [Cell(cell.text, (max(cell.origin[0] + shift, len(rows)), cell.origin[1])) for cell in row] for row in rest
    ]
    box = (upper.box[0], upper.box[1], lower.box[2], lower.box[3])
    return PageTable(lower.page, box, upper.edges, tuple(map(tuple, rows)))


def _texts(row: Sequence[Cell]) -> list[str]:
    return ["".join(cell.text.split()) for cell in row]


def _repeated(upper: Sequence[Sequence[Cell]], lower: Sequence[Sequence[Cell]]) -> int:
    count = 0
    while count < min(3, len(upper) - 1, len(lower)) and _texts(upper[count]) == _texts(lower[count]):
        count += 1
    return count


def _is_fragment(rows: list[list[Cell]], row: Sequence[Cell]) -> bool:
    """The rest of a broken row: empty where every row has a word (the number), and words only where the last row has.

    Where no column is filled throughout, where at most half of the cells of the last row go on.
    """
    filled = {column for column, cell in enumerate(row) if cell.text}
    before = {column for column, cell in enumerate(rows[-1]) if cell.text}
    if not filled or not filled <= before or len({cell.origin for cell in row}) < 2:
        return False
    body = rows[1:] or rows
    keys = [column for column in range(len(row)) if all(each[column].text for each in body)]
    short = [column for column in keys if max(len(each[column].text) for each in body) <= 6]
    if short:
        return not any(column in filled for column in short)
    return len(filled) * 2 <= len(before)


def _mended(row: list[Cell], rest: Sequence[Cell]) -> list[Cell]:
    return [
        Cell(f"{cell.text}\n{more.text}".strip() if more.text else cell.text, cell.origin)
        for cell, more in zip(row, rest, strict=True)
    ]
