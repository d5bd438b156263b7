"""Columns of a table without upright rules: stretches of words that stand below each other, apart from others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from zeren.readers.pdf_lines import Glyph, Line, baselines, line_of

_GAP = 0.45
"""Sizes of type between two stretches of a line."""
_HEADS = 3
"""Base lines at the top of a table where a head may stand over several columns."""
_MOSTLY = 0.4
"""Share of a stretch that stands in a column from which it is of the column."""
_LONGEST = 12
"""Code points of a head over several columns."""
_FEWEST = 3
"""Columns of a table."""
_ALIGNED = 1.5
"""Points by which the words of a column may begin apart."""
_LINES = 3
"""Base lines with several stretches from which a page may hold a table."""

Row = list[Line]
"""The stretches on one base line, from left to right."""
Columns = list[tuple[float, float]]
"""Left and right of each column."""


@dataclass(frozen=True, slots=True)
class Region:
    """The part of a page that holds a table: its base lines, and where its columns stand."""

    rows: tuple[Row, ...]
    columns: Columns
    goes_on: bool = False
    """It goes on a table of the page before."""


def stretches(glyphs: Iterable[Glyph], page: int) -> list[Row]:
    """The stretches of each base line, from top to bottom."""
    rows = []
    for glyphs_of_line in baselines(glyphs):
        pieces = [[glyphs_of_line[0]]]
        for glyph in glyphs_of_line[1:]:
            if glyph.left - pieces[-1][-1].right > _GAP * glyph.size:
                pieces.append([])
            pieces[-1].append(glyph)
        rows.append([line_of(piece, page) for piece in pieces])
    return rows


def regions(rows: Sequence[Row]) -> list[Region]:
    """The tables among the base lines of a page; another begins where the heads of the first come again."""
    most = min(_FEWEST, max(map(len, rows), default=0))
    full = [place for place, row in enumerate(rows) if len(row) >= most]
    if most < 2 or (len(full) < _LINES and not (full and _has_aligned_rows(rows, full[0]))):
        return []
    first = {line.text for line in rows[full[0]]}
    starts = [place for place in full if 2 * len(first & {line.text for line in rows[place]}) >= len(first)]
    found = []
    for before, start, stop in zip([-1, *starts], starts, [*starts[1:], len(rows)], strict=False):
        inner = [place for place in range(start, stop) if len(rows[place]) > 1]
        if sum(len(rows[place]) >= most for place in inner) >= 2:
            region = _region(rows, start, inner[-1], before, stop)
            found += [region] if len(region.columns) >= _FEWEST else []
    return found


def _has_aligned_rows(rows: Sequence[Row], heads: int) -> bool:
    """Whether several base lines below the heads begin only where heads do, and not alone below the first of them."""
    lefts = [line.left for line in rows[heads]]
    places = [[_column_at(line, lefts) for line in row] for row in rows[heads + 1 :]]
    aligned = [row for row in places if None not in row and any(row)]
    return len(aligned) >= _LINES and any(row[0] == 0 for row in aligned)


def continued(rows: Sequence[Row], lefts: Sequence[float]) -> Region | None:
    """The base lines at the top of a page that stand in columns known from the page before; None where none do."""
    rights = list(lefts)
    stop = 0
    for place, row in enumerate(rows):
        columns = [_column_at(line, lefts) for line in row]
        if None in columns:
            break
        for line, column in zip(row, columns, strict=True):
            rights[column or 0] = max(rights[column or 0], line.right)
        stop = place + 1 if any(columns) else stop
    return Region(tuple(rows[:stop]), list(zip(lefts, rights, strict=True)), True) if stop else None


def _column_at(line: Line, lefts: Sequence[float]) -> int | None:
    """The column in which a stretch begins and ends."""
    ends = [*lefts[1:], float("inf")]
    return next(
        (at for at, left in enumerate(lefts) if abs(line.left - left) < _ALIGNED and line.right < ends[at]), None
    )


def _region(rows: Sequence[Row], start: int, last: int, after: int, stop: int) -> Region:
    columns = columns_of(rows[start : last + 1])
    while start - 1 > after and (
        _belongs(rows[start - 1], rows[start], columns) or _heads_several(rows[start - 1], rows[start], columns)
    ):
        start -= 1
    while after < 0 and start > 0 and _goes_on(rows[start - 1], columns):
        start -= 1
    while last + 1 < stop and (_belongs(rows[last + 1], rows[last], columns) or _goes_on(rows[last + 1], columns)):
        last += 1
    return Region(tuple(rows[start : last + 1]), columns)


def _belongs(row: Row, beside: Row, columns: Columns) -> bool:
    """Whether a base line beside the table goes on one of its cells."""
    near = abs(row[0].middle - beside[0].middle) < 1.5 * row[0].size
    return near and all(
        any(left - 1 <= line.left and line.right <= right + 1 for left, right in columns) for line in row
    )


def _goes_on(row: Row, columns: Columns) -> bool:
    """Whether every stretch of a base line stands in a column that is not the first: the rest of a broken cell."""
    return all(_column_at(line, [left for left, _ in columns]) for line in row)


def _heads_several(row: Row, below: Row, columns: Columns) -> bool:
    """Whether a base line just above the heads holds heads over several columns, none over the first."""
    near = abs(row[0].middle - below[0].middle) < 1.3 * row[0].size
    return near and all(line.left > columns[0][1] and len(line.text) < _LONGEST for line in row)


def columns_of(rows: Sequence[Row]) -> Columns:
    """Where the columns stand."""
    heads = rows[:_HEADS] if len(rows) > 2 * _HEADS else rows[:1]
    columns: Columns = []
    for row in rows[len(heads) :]:
        if len(row) > 1:
            columns = [*columns, *((line.left, line.right) for line in row)]
    columns = _merged(columns)
    for line in (line for row in [*rows[len(heads) :], *heads] if len(row) == 1 or row in heads for line in row):
        over = crossed(line, columns)
        if not over or (len(over) == 1 and _shared(line, columns[over[0]]) > _MOSTLY):
            columns = _merged([*columns, (line.left, line.right)])
    return columns


def crossed(line: Line, columns: Columns) -> list[int]:
    """The columns that a stretch stands in."""
    return [place for place, (left, right) in enumerate(columns) if line.left < right and line.right > left]


def _shared(line: Line, column: tuple[float, float]) -> float:
    return (min(line.right, column[1]) - max(line.left, column[0])) / max(line.right - line.left, 1.0)


def _merged(intervals: Iterable[tuple[float, float]]) -> Columns:
    found: Columns = []
    for left, right in sorted(intervals):
        if found and left <= found[-1][1] + 1:
            found[-1] = found[-1][0], max(found[-1][1], right)
        else:
            found.append((left, right))
    return found
