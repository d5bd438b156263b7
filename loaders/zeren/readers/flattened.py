"""Tables flattened to plain text: a cell is a line that begins with a tab, a blank line ends a row.

An empty cell is a lone tab. A cell may run over several lines, also with blank lines inside. A row of a merged table
may have fewer cells than the table has columns; `alignment` finds their places.
"""

from __future__ import annotations

import re
from collections import Counter

_CELL = re.compile(r"[ \u3000]*\t")
_HEAD_LENGTH = 4
"""Code points from which words that end like a sentence are one, not the name of a column."""
_FEW = 4
"""Cells of the widest row from which rows of unlike length are those of a table with merged cells."""
_CONTINUED_LINES = 6
"""Lines that a cell may go on for after a blank line; more are paragraphs between two tables."""


def read_flattened(lines: list[str], start: int) -> tuple[list[list[str]], int] | None:
    """The rows of the stretch of cells that begins at a line, and the line after it; None where none begins there.

    No rows where the stretch is text whose paragraphs are merely indented with tabs: a table has rows of several
    cells, and some cells are empty, or most rows have the same number and the first holds no sentence.
    """
    if not _CELL.match(lines[start]):
        return None
    rows, end = _collect(lines, start)
    counts = Counter(len(row) for row in rows if len(row) > 1)
    several = counts.total()
    widest = max(counts, default=0)
    alike = max(counts.values(), default=0) * 2 >= several or (
        widest > _FEW and sum(count for width, count in counts.items() if width >= widest * 2 / 3) * 3 >= several * 2
    )
    holds_empty = any(not cell for row in rows for cell in row)
    head = next((row for row in rows if len(row) > 1), [])
    sentences = any(cell.endswith(("。", "；", "：")) and len(cell) > _HEAD_LENGTH for cell in head)
    return (rows if several > 1 and (holds_empty or (alike and not sentences)) else [], end)


def _collect(lines: list[str], start: int) -> tuple[list[list[str]], int]:
    rows: list[list[str]] = [[]]
    place, width, paused = start, 0, False
    while place < len(lines):
        line = lines[place]
        if _CELL.match(line):
            if paused:
                width = max(width, len(rows[-1]))
                rows.append([])
            rows[-1].append(line.strip())
        elif not line.strip():
            paused, place = True, place + 1
            continue
        elif not paused or (len(rows[-1]) < width and _leads_to_cell(lines, place)):
            rows[-1][-1] = f"{rows[-1][-1]}\n{line.strip()}".strip()
        else:
            return rows, place
        paused, place = False, place + 1
    return rows, place


def _leads_to_cell(lines: list[str], place: int) -> bool:
    """Whether the words at a line, which follow a blank line, go on a cell: the next cell follows without a pause."""
    words = 0
    while place < len(lines) and not _CELL.match(lines[place]):
        words += bool(lines[place].strip())
        place += 1
    return place < len(lines) and words <= _CONTINUED_LINES and bool(lines[place - 1].strip())
