"""Tables of a pdf that a page's end cut, put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zeren.readers.document import Cell
from zeren.readers.pdf_tables import PageTable

_HEADING = re.compile(r"[（(]?[一二三四五六七八九十]{1,3}[）)、.．]")
_TORN = 12
"""Code points of the rest of a heading that goes on overleaf."""


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
        fragment = rest.pop(0)
        mended = _mended(rows[-1], fragment)
        carried = dict(zip(fragment, mended, strict=True))
        for old, new in zip(rows[-1], mended, strict=True):
            _replace(rows, old, new)
        heads += 1
    else:
        carried = _carried(rows, rest)
    shift, start = len(rows) - heads, len(rows)
    for row in rest:
        rows.append([
            carried.get(cell) or Cell(cell.text, (max(cell.origin[0] + shift, start), cell.origin[1])) for cell in row
        ])  # fmt: skip
    box = (upper.box[0], upper.box[1], lower.box[2], lower.box[3])
    return PageTable(lower.page, box, upper.edges, tuple(map(tuple, rows)), upper.ruled)


def _replace(rows: list[list[Cell]], old: Cell, new: Cell) -> None:
    """Put a cell in the place of another wherever that one stands."""
    for row in rows:
        row[:] = [new if each == old else each for each in row]


def _carried(rows: list[list[Cell]], rest: Sequence[Sequence[Cell]]) -> dict[Cell, Cell]:
    """The cells at the top of the lower page that only go on a cell of the upper one, with that cell.

    Such a cell covers several rows and is empty, or holds the rest of a heading whose words the page's end tore.
    """
    found = {}
    for column, cell in enumerate(rest[0] if rest else ()):
        upper = rows[-1][column]
        tall = len(rest) > 1 and rest[1][column] == cell
        if not cell.text and tall and upper.text:
            found[cell] = upper
        elif cell.text and _is_torn(upper, cell, [row[column] for row in rest]):
            found[cell] = Cell(upper.text + cell.text, upper.origin)
            _replace(rows, upper, found[cell])
    return found


def _is_torn(upper: Cell, cell: Cell, below: Sequence[Cell]) -> bool:
    """Whether a cell has the rest of a numbered heading: it alone of its column has no number."""
    others = [each for each in below if each.text and each != cell]
    return (
        bool(_HEADING.match(upper.text))
        and not _HEADING.match(cell.text)
        and len(cell.text) <= _TORN
        and all(_HEADING.match(each.text) for each in others)
    )


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
