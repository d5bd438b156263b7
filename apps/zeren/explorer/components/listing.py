"""Lists: rows that can be sorted and picked. Everything is drawn as plain text, whatever it holds."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Literal

from zeren.explorer.components.mounting import mount

MOST_ROWS = 1000
"""Rows drawn; a file to download holds them all."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: `short` never breaks its lines, `bar` draws numbers as bars up to `most`."""

    label: str
    kind: Literal["text", "short", "number", "bar"] = "text"
    width: str = ""
    most: float = 0


@dataclass(frozen=True, slots=True)
class Line:
    """A row; `tone` colours its edge (error, warning, info)."""

    id: str
    cells: tuple[str | int | float | None, ...]
    tone: str = ""


def listing(
    key: str,
    label: str,
    columns: Sequence[Column],
    lines: Sequence[Line],
    language: str,
    *,
    selected: str = "",
    pickable: bool = False,
    height: int = 0,
) -> str:
    """Draw a list; returns the id of a row picked just now, else an empty text."""
    data = {
        "label": label,
        "language": language,
        "selected": selected,
        "pickable": pickable,
        "height": height,
        "columns": [asdict(column) for column in columns],
        "rows": [asdict(line) for line in lines[:MOST_ROWS]],
    }
    return str(mount("listing", key, data, "picked").picked or "")
