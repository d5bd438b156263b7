"""How big the box of a label is, and how boxes are moved apart. Units: pixels at zoom 1."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

FONT = 13
LINE = 17
PADDING = 16
TASK_TEXT_WIDTH = 132
BODY_TEXT_EMS = 11.5
"""Widest line of a body's label, in letters of its size."""


@dataclass(slots=True)
class Box:
    """A node with its size and the centre it is placed at."""

    id: str
    width: float
    height: float
    x: float = 0.0
    y: float = 0.0
    text_width: float = TASK_TEXT_WIDTH


def text_length(text: str, size: float = FONT) -> float:
    """Width of a line of text: wide characters count one em, others 0.56."""
    return sum(size if ord(letter) > 0x2E7F else size * 0.56 for letter in text)


def box(id: str, label: str, kind: str, size: float = FONT) -> Box:
    """The box that holds a label, wrapped at the width of its kind."""
    limit = TASK_TEXT_WIDTH if kind == "task" else BODY_TEXT_EMS * size
    lines = label.split("\n")
    longest = max(text_length(line, size) for line in lines)
    count = sum(max(1, math.ceil(text_length(line, size) / limit)) for line in lines)
    width = min(longest, limit) + PADDING
    return Box(id, round(width, 1), round(count * LINE * size / FONT + PADDING * 0.8, 1), text_width=limit + 2)


def separate(boxes: Sequence[Box], gap: float = 12, rounds: int = 60) -> None:
    """Push overlapping boxes apart, in place, along the axis that costs less; ends early when none overlap."""
    for _ in range(rounds):
        if not _push(boxes, gap):
            return


def _push(boxes: Sequence[Box], gap: float) -> bool:
    moved = False
    ordered = sorted(boxes, key=lambda item: (item.x - item.width / 2, item.id))
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if other.x - other.width / 2 - gap >= one.x + one.width / 2:
                break
            moved |= _apart(one, other, gap)
    return moved


def _apart(one: Box, other: Box, gap: float) -> bool:
    across = (one.width + other.width) / 2 + gap - abs(one.x - other.x)
    down = (one.height + other.height) / 2 + gap - abs(one.y - other.y)
    if across <= 0.5 or down <= 0.5:
        return False
    if across < down:
        step = across / 2 if one.x <= other.x else -across / 2
        one.x, other.x = one.x - step, other.x + step
    else:
        step = down / 2 if (one.y, one.id) <= (other.y, other.id) else -down / 2
        one.y, other.y = one.y - step, other.y + step
    return True


def crossings(boxes: Sequence[Box]) -> int:
    """How many pairs of boxes overlap."""
    ordered = sorted(boxes, key=lambda item: item.x - item.width / 2)
    found = 0
    for place, one in enumerate(ordered):
        for other in ordered[place + 1 :]:
            if other.x - other.width / 2 >= one.x + one.width / 2:
                break
            found += abs(one.y - other.y) < (one.height + other.height) / 2
    return found


def bounds(boxes: Sequence[Box]) -> tuple[float, float, float, float]:
    """Left, top, right, bottom of all boxes; zeros for none."""
    if not boxes:
        return (0.0, 0.0, 0.0, 0.0)
    return (
        min(item.x - item.width / 2 for item in boxes),
        min(item.y - item.height / 2 for item in boxes),
        max(item.x + item.width / 2 for item in boxes),
        max(item.y + item.height / 2 for item in boxes),
    )


def shift(boxes: Sequence[Box], left: float, top: float) -> None:
    """Move boxes together so that their bounds begin at a place."""
    x, y, _, _ = bounds(boxes)
    for item in boxes:
        item.x += left - x
        item.y += top - y
