"""Rows of a table that are no rows: title, number and date set over the whole width above a head, signature below.

A sheet has no paragraphs, so clerks write them into its first and last rows; in other formats the table is drawn
around its own title. Such rows are paragraphs of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from zeren.readers.document import Cell

Rows = Sequence[tuple[Cell, ...]]

_NUMBERED = re.compile(
    r"(?P<chapter>[一二三四五六七八九十]{1,3}[、.．])|(?P<part>[（(][一二三四五六七八九十]{1,3}[）)])|(?P<unit>\d{1,2}[.．、])"
)
_DAY = re.compile(r"\s*(?:\d{4}|[一二][〇○零一二三四五六七八九]{3})\s*年.{1,6}月.{1,6}日\s*")
_SENTENCE = re.compile(r".{12}[。；]\s*$", re.DOTALL)
_BARE = re.compile(r"\s*\d{1,4}\s*")


def part_sheet(rows: Rows) -> Iterator[str | Rows]:
    """The texts and tables of a grid in order: several tables may stand in one sheet with texts between them.

    A grid without a row of several texts only places text. A table begins anew where, below a row of one text, a row
    begins with the words that the first head begins with.
    """
    if _several(rows, range(len(rows))) is None:
        cells = {cell.origin: cell.text for row in rows for cell in row if cell.text}
        yield from (line for text in cells.values() for line in text.split("\n") if line.strip())
        return
    cuts = [0, *_new_heads(rows), len(rows)]
    for start, stop in pairwise(cuts):
        above, own, below = part_margins(_moved(rows[start:stop], start))
        yield from above
        yield own
        yield from below


def _new_heads(rows: Rows) -> list[int]:
    """Where the texts above a further table begin: behind the last row of several texts before its head."""
    several = [place for place, row in enumerate(rows) if len({cell.origin for cell in row if cell.text}) > 1]
    found = []
    for before, place in pairwise(several):
        reached = any(_reaches(rows, cell, before + 1) for cell in rows[before])
        if place > before + 1 and not reached and _text(rows[place]) == _text(rows[several[0]]):
            found.append(before + 1)
    return found


def part_margins(rows: Rows) -> tuple[list[str], Rows, list[str]]:
    """The texts above the table, its own rows (their cells begin where they now stand), and the texts below it.

    A grid without a row of several texts is left whole.
    """
    if len(rows[0]) < 2 or (first := _several(rows, range(len(rows)))) is None:
        return [], rows, []
    last = _several(rows, range(len(rows) - 1, -1, -1)) or first
    start = _start(rows, first, last) if first else 0
    stop = last + 1
    while stop < len(rows) and any(_reaches(rows, cell, stop) for cell in rows[stop - 1]):
        stop += 1
    stop = len(rows) - _below(rows[stop:])
    above, below = ([text for row in part if (text := _text(row))] for part in (rows[:start], rows[stop:]))
    if not start and stop == len(rows):
        return [], rows, []
    return list(dict.fromkeys(above)), _moved(rows[start:stop], start), list(dict.fromkeys(below))


def _several(rows: Rows, order: Iterable[int]) -> int | None:
    """The first row in the order that holds several texts."""
    return next((place for place in order if len({cell.origin for cell in rows[place] if cell.text}) > 1), None)


def _single(row: Sequence[Cell]) -> int | None:
    """The column of the only cell with words; None where there are several or none."""
    filled = {cell.origin: column for column, cell in reversed(list(enumerate(row))) if cell.text}
    return next(iter(filled.values())) if len(filled) == 1 else None


def _text(row: Sequence[Cell]) -> str:
    return next((cell.text for cell in row if cell.text), "")


def _start(rows: Rows, first: int, last: int) -> int:
    """The first row of the table itself. A numbered row stays where its numbering goes on among the rows."""
    inner = [_form(_text(row)) for row in rows[first:last] if _single(row) is not None]
    leading = (place for place in range(first) if (form := _form(_text(rows[place]))) and form in inner)
    start = next(leading, first)
    headless = any(_BARE.fullmatch(cell.text) for cell in rows[first])
    if start == first and headless and inner and not any(inner):
        start -= 1
    return 0 if any(cell.origin[0] < start and cell.text for cell in rows[start]) else start


def _form(text: str) -> str | None:
    match = _NUMBERED.match(text.strip())
    return match.lastgroup if match else None


def _reaches(rows: Rows, cell: Cell, row: int) -> bool:
    """Whether a cell with words stands in a further row too."""
    return bool(cell.text) and row < len(rows) and any(other.origin == cell.origin for other in rows[row])


def _below(rows: Rows) -> int:
    """How many of the last rows stand below the table: over the whole width or at the left, and what a date signs."""
    count, signed = 0, False
    for row in reversed(rows):
        column, text = _single(row), _text(row)
        signed = signed or bool(_DAY.fullmatch(text) or _SENTENCE.search(text))
        beside = column != 0 and not signed
        if text and (column is None or beside or _BARE.fullmatch(text) or (_form(text) and not signed)):
            break
        count += 1
    return count


def _moved(rows: Rows, by: int) -> Rows:
    """The rows with the places where their cells begin counted anew."""
    if not by:
        return rows
    return [tuple(Cell(cell.text, (cell.origin[0] - by, cell.origin[1])) for cell in row) for row in rows]
