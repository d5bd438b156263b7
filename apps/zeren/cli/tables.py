"""Rows as a table for the eye, as CSV or as JSON."""

from __future__ import annotations

import csv
import io
import json
import unicodedata
from collections.abc import Sequence
from typing import Literal

TableFormat = Literal["table", "csv", "json"]

WIDEST = 60
"""Columns of a terminal that one cell of a table may take; what is longer ends in an ellipsis."""
_RISKY = ("=", "+", "-", "@", "\t", "\r")


def render(columns: Sequence[str], rows: Sequence[Sequence[object]], form: TableFormat) -> str:
    """The rows in the form wanted, with a newline at the end."""
    if form == "json":
        records = [dict(zip(columns, row, strict=True)) for row in rows]
        return json.dumps(records, ensure_ascii=False, indent=2, default=str) + "\n"
    if form == "csv":
        return _csv(columns, rows)
    return _table(columns, rows)


def _csv(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows([harmless(value) for value in row] for row in rows)
    return out.getvalue()


def harmless(value: object) -> object:
    """A text that a spreadsheet would run as a formula, with an apostrophe before it (OWASP, CSV injection)."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_RISKY) else value


def _table(columns: Sequence[str], rows: Sequence[Sequence[object]]) -> str:
    texts = [[_cell(value) for value in row] for row in rows]
    widths = [max(map(width, column)) for column in zip(columns, *texts, strict=True)]
    lines = [columns, ["-" * w for w in widths], *texts]
    return "".join("  ".join(_pad(t, w) for t, w in zip(line, widths, strict=True)).rstrip() + "\n" for line in lines)


def _cell(value: object) -> str:
    text = "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
    return cut(" ".join(text.split()), WIDEST)


def cut(text: str, widest: int) -> str:
    """The text, or as much of it as fits into that many columns with an ellipsis."""
    if width(text) <= widest:
        return text
    kept, used = [], 1
    for character in text:
        used += width(character)
        if used > widest:
            break
        kept.append(character)
    return "".join(kept) + "…"


def width(text: str) -> int:
    """Columns a text takes in a terminal: two for a wide character (UAX 11), none for a combining one."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def _pad(text: str, columns: int) -> str:
    return text + " " * (columns - width(text))
