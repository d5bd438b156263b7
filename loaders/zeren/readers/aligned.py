"""Tables of a plain text whose columns are lined up with spaces."""

from __future__ import annotations

import re

from zeren.readers.text_lines import columns_of

_CELL = re.compile(r"\S+(?:[ \u3000]\S+)*")
_NEAR = 4
"""Places of a fixed type by which a cell may begin beside its head: quotes and dashes count one or two."""
_HEADING = 60
"""Code points of a line that may head the rows below it."""
_SURE = 3
"""Heads over which one row is enough below them."""


def read_aligned(lines: list[str], start: int) -> tuple[list[list[str]], int] | None:
    """The rows of the table whose heads stand in a line, and the line after it; None where none begins there.

    The heads are three short words at least, and two lines below (one, of many heads) begin where these do.
    """
    heads = _cells(lines[start])
    if len(heads) < 3 or any(len(text) > _HEADING // 3 or re.search("[。；，：]", text) for _, text in heads):
        return None
    below = _cells(lines[start + 1]) if start + 1 < len(lines) else []
    both = [place for place, _ in heads]
    both += [place for place, _ in below if all(abs(place - known) > _NEAR for known in both)]
    tries = (_read(lines, start, [place for place, _ in heads]), _read(lines, start, sorted(both)))
    return max(filter(None, tries), key=lambda found: found[1], default=None)


def _read(lines: list[str], start: int, starts: list[int]) -> tuple[list[list[str]], int] | None:
    """The rows under columns that begin at the places."""
    first = _row(_cells(lines[start]), starts)
    rows = [first] if first else []
    place = start + 1
    while rows and place < len(lines) and lines[place].strip():
        row = _row(_cells(lines[place]), starts)
        if row is None and not (len(rows) > 1 or _row(_cells(lines[place : place + 2][-1]), starts)):
            break
        if row is None:
            following = _row(_cells(lines[place + 1]), starts) if place + 1 < len(lines) else None
            if following is None or len(lines[place].strip()) > _HEADING or following[0] == rows[0][0]:
                break
            row = [lines[place].strip()]
        if row == rows[0]:
            break
        rows.append(row)
        place += 1
    several = sum(len(row) > 1 for row in rows)
    return (rows, place) if several > 2 or (several == 2 and len(starts) > _SURE) else None


def _cells(line: str) -> list[tuple[int, str]]:
    """Where each stretch parted from others by two spaces begins, and its words."""
    return [(columns_of(line[: match.start()]), match.group()) for match in _CELL.finditer(line)]


def _row(cells: list[tuple[int, str]], starts: list[int]) -> list[str] | None:
    """The cells below their heads; None where fewer than two stand, or one stands below none."""
    row = [""] * len(starts)
    for at, text in cells:
        column = min(range(len(starts)), key=lambda place: abs(starts[place] - at))
        if abs(starts[column] - at) > _NEAR or row[column]:
            return None
        row[column] = text
    return row if len(cells) > 1 else None
