"""Tables as CSV that a spreadsheet program opens without harm."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

_TRIGGERS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""First characters that make spreadsheet programs compute a cell (OWASP, CSV injection), with their wide forms."""


def guarded(value: object) -> object:
    """A text that would be taken for a formula gets an apostrophe before it; numbers stay numbers."""
    if isinstance(value, str) and value.lstrip(" ").startswith(_TRIGGERS):
        return f"'{value}"
    return "" if value is None else value


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> bytes:
    """UTF-8 with a byte order mark, so that Excel shows Chinese; RFC 4180 line ends."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([guarded(name) for name in columns])
    writer.writerows([guarded(value) for value in row] for row in rows)
    return out.getvalue().encode("utf-8-sig")
