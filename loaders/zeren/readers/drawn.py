"""Tables that a plain text draws: with bars or box characters, or set in columns with tabs."""

from __future__ import annotations

import re
from itertools import pairwise

from zeren.readers.text_lines import columns_of

_RULE = re.compile(r"[\s\-=+|:─━┄┈—＋╋┼├┤┬┴┌┐└┘┏┓┗┛┣┫┳┻╔╗╚╝╠╣╦╩╬═│┃║]+$")
_BARS = re.compile(r"[|｜│┃║]")
_HEADING = 60
"""Code points of a line between two rows that may head those below."""
_TABS = re.compile(r"\t+")
_COLUMNS = 3
"""Columns from which lines with fewer tabs may be rows of one table."""


def read_drawn(lines: list[str], start: int) -> tuple[list[list[str]], int] | None:
    """The rows of the drawn table that begins at a line, and the line after it; None where none begins there.

    At least two rows of the same number (over one) of cells. Where rules part the rows, the lines between two rules
    are one row, whose cells are put together line by line.
    """
    if _BARS.search(lines[start]) or _is_rule(lines[start]):
        return _barred(lines, start)
    return _tabbed(lines, start) if "\t" in lines[start].strip() else None


def _barred(lines: list[str], start: int) -> tuple[list[list[str]], int] | None:
    place = start
    groups: list[list[list[str]]] = [[]]
    while place < len(lines) and (len(_BARS.findall(lines[place])) >= 2 or _is_rule(lines[place])):
        if _is_rule(lines[place]):
            groups.append([])
        else:
            groups[-1].append(_cells(lines[place]))
        place += 1
    groups = [group for group in groups if group]
    ruled = len(groups) > 2 or (len(groups) == 2 and all(not line[0] for group in groups for line in group[1:]))
    rows = (
        [_merged(group, _widths(groups)) for group in groups] if ruled else [row for group in groups for row in group]
    )
    return (rows, place) if _is_table(rows) else None


def _tabbed(lines: list[str], start: int) -> tuple[list[list[str]], int] | None:
    rows: list[list[str]] = []
    place = start
    while place < len(lines) and ("\t" in lines[place].strip() or (rows and _heads_group(lines, place, rows))):
        rows.append([cell.strip() for cell in lines[place].rstrip("\r\n ").split("\t")])
        place += 1
    lined = [[cell.strip() for cell in _TABS.split(line.strip())] for line in lines[start:place]]
    table = next((table for table in (rows, lined, _padded(rows)) if _is_table(table)), None)
    return (table, place) if table else None


def _padded(rows: list[list[str]]) -> list[list[str]]:
    """The rows at the width of the first, where most have it: a row that heads others may end before the last."""
    width = len(rows[0])
    usual = sum(1 for row in rows if len(row) == width)
    if width < _COLUMNS or usual * 2 < len(rows) or any(len(row) > width for row in rows):
        return []
    return [row + [""] * (width - len(row)) for row in rows]


def _heads_group(lines: list[str], place: int, rows: list[list[str]]) -> bool:
    """Whether a line without tabs is the heading of the rows that follow in the same columns."""
    line = lines[place].strip()
    below = lines[place + 1].rstrip("\r\n ").split("\t") if place + 1 < len(lines) else []
    return 0 < len(line) <= _HEADING and len(below) == len(rows[0]) and below[0].strip() != rows[0][0]


def _is_rule(line: str) -> bool:
    return len(line.strip()) >= 5 and bool(_RULE.match(line)) and bool(re.search(r"[|+│┃║─━═┼┬┴┌└├╔╚╠]", line))


def _is_table(rows: list[list[str]]) -> bool:
    """At least two rows of the same number of cells; others may have one, over the whole width."""
    several = [row for row in rows if len(row) > 1]
    return len(several) > 1 and len(rows[0]) > 1 and len({len(row) for row in several}) == 1


def _cells(line: str) -> list[str]:
    cells = [cell.strip() for cell in _BARS.split(line.strip())]
    if cells and not cells[0]:
        cells = cells[1:]
    return cells[:-1] if cells and not cells[-1] else cells


def _merged(group: list[list[str]], widths: list[int]) -> list[str]:
    """The lines of one row as one row; a cell goes on without a break where its line filled the column."""
    width = max(map(len, group))
    columns = ([line[place] for line in group if len(line) > place and line[place]] for place in range(width))
    return [_joined(column, widths[place] if width > 1 else 0) for place, column in enumerate(columns)]


def _joined(lines: list[str], width: int) -> str:
    text = lines[0] if lines else ""
    for before, line in pairwise(lines):
        text += ("" if 0 < width < columns_of(before) + columns_of(line[:1]) else "\n") + line
    return text


def _widths(groups: list[list[list[str]]]) -> list[int]:
    """The width of each column in places of a fixed type."""
    rows = [line for group in groups for line in group if len(line) > 1]
    width = max(map(len, rows), default=0)
    return [max((columns_of(row[place]) for row in rows if len(row) > place), default=0) for place in range(width)]
