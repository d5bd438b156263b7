"""Page numbers and running heads: lines at the edge of a page that say where one is, not what the plan says."""

from __future__ import annotations

import re
from collections import Counter

from zeren.readers.pdf_lines import Line

_NUMBER = re.compile(
    r"[\s\-—–―－·•]*(?:第?\s*[0-9０-９]{1,4}\s*页?|[ivxlIVXL]{1,6})(?:\s*[/,，共]\s*共?\s*[0-9]{1,4}\s*页?)?[\s\-—–―－·•]*$"
)
_EDGE = 0.12
"""Share of the page's height at top and bottom where such lines stand."""
_REPEATS = 3
"""Pages on which a line must stand alike to be a running head."""


def without_margins(pages: list[list[Line]], heights: list[float]) -> tuple[list[list[Line]], list[str]]:
    """The lines of the pages without these, and the texts that were taken out."""
    seen = Counter(
        key
        for lines, height in zip(pages, heights, strict=True)
        for key in {_key(line) for line in _edges(lines, height)}
    )
    needed = max(_REPEATS, len(pages) // 2)
    kept: list[list[Line]] = []
    dropped: list[str] = []
    for lines, height in zip(pages, heights, strict=True):
        outer = {line for line in _edges(lines, height) if _NUMBER.match(line.text) or seen[_key(line)] >= needed}
        dropped += [line.text for line in lines if line in outer]
        kept.append([line for line in lines if line not in outer])
    return kept, dropped


def _edges(lines: list[Line], height: float) -> list[Line]:
    """The first and last two lines, where they stand in the page's margin."""
    near = [line for line in lines if line.middle < _EDGE * height or line.middle > (1 - _EDGE) * height]
    outer = {*lines[:2], *lines[-2:]}
    return [line for line in near if line in outer]


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "0", line.text), round(line.middle / 4)
