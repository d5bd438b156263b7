"""Small parts of a picture put where the large one leaves room, so that the whole can be drawn large."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import Any

from zeren.explorer.boxes import Box, bounds, shift
from zeren.explorer.elements import Edge

ASPECT = 1.6
"""Width to height of the canvas."""

GAP = 40
"""Pixels between parts at zoom 1."""

STEP = 30
"""Pixels between two places that are tried."""

LINE_STEP = 30.0
"""Pixels between two points of a line that must stay free."""


def canvas_need(boxes: Sequence[Box]) -> float:
    """Width of the canvas, at zoom 1, on which the boxes fit."""
    left, top, right, bottom = bounds(boxes)
    return max(right - left, (bottom - top) * ASPECT)


def nestled(first: Sequence[Box], further: Sequence[list[Box]], edges: Sequence[Edge]) -> list[Box]:
    """The boxes of all parts; each further part is moved to the place that lets the canvas stay smallest."""
    placed = list(first)
    for part in sorted(further, key=canvas_need, reverse=True):
        _settle(part, placed, _obstacles(placed, edges))
        placed += part
    return placed


def _obstacles(boxes: Sequence[Box], edges: Sequence[Edge]) -> Any:
    """Centre and half sizes of what may not be covered: boxes, and points along the lines between them."""
    import numpy as np

    known = {item.id: item for item in boxes}
    lines = [(known[edge.source], known[edge.target]) for edge in edges if {edge.source, edge.target} <= known.keys()]
    points = [point for one, other in lines for point in _line(one, other)]
    return np.array([*((item.x, item.y, item.width / 2, item.height / 2) for item in boxes), *points])


def _line(one: Box, other: Box) -> Iterator[tuple[float, float, float, float]]:
    count = max(2, math.ceil(math.hypot(one.x - other.x, one.y - other.y) / LINE_STEP))
    for step in range(1, count):
        share = step / count
        yield (one.x + (other.x - one.x) * share, one.y + (other.y - one.y) * share, -GAP / 2, -GAP / 2)


def _settle(part: Sequence[Box], placed: Sequence[Box], obstacles: Any) -> None:
    """Move the part to the free place that needs the smallest canvas, the uppermost of these."""
    left, top, right, bottom = bounds(placed)
    shift(part, 0.0, 0.0)
    _, _, wide, high = bounds(part)
    best = (math.inf, 0.0, 0.0)
    for y in _places(top, bottom, high):
        for x in _places(left, right, wide):
            across = max(right, x + wide) - min(left, x)
            down = max(bottom, y + high) - min(top, y)
            candidate = (max(across, down * ASPECT), y, x)
            if candidate < best and _free(part, x, y, obstacles):
                best = candidate
    shift(part, best[2], best[1])


def _places(start: float, end: float, size: float) -> Iterator[float]:
    """From just before to just behind what is placed, both included."""
    first, last = start - size - GAP, end + GAP
    yield first
    yield from (start + STEP * step for step in range(math.ceil(max(0.0, end - start) / STEP)))
    yield last


def _free(part: Sequence[Box], x: float, y: float, obstacles: Any) -> bool:
    """Whether the part, moved by x and y, keeps its distance from everything."""
    for item in part:
        across = abs(obstacles[:, 0] - item.x - x) < obstacles[:, 2] + item.width / 2 + GAP
        down = abs(obstacles[:, 1] - item.y - y) < obstacles[:, 3] + item.height / 2 + GAP
        if (across & down).any():
            return False
    return True
