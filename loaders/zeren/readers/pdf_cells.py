"""The words in the cells of a ruled table: lines that only the width of the cell broke are put together again."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from zeren.readers.pdf_lines import Line, joint

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

_PADDING = 8.0
"""Points that may lie at most between the rule and the text of a column that is set to its edge."""
_SLACK = 0.1
"""Sizes of type by which a measure may be wrong."""
_STICKS = re.compile(r"[0-9A-Za-z.%]+|[（“《〈「『【(]*.")
"""What is not parted at the end of a line: a figure or word in Latin letters, an opening sign and what follows it."""
_CLOSING = "，。、；：！？）》”’】」』〉%,.;:!?)"
_NARROW = 0.5
"""Width of a Latin letter or digit in sizes of type."""


def cell_texts(boxes: Sequence[Box], lines: Sequence[Sequence[Line]]) -> list[str]:
    """The text of each cell from its lines; a line break stays where the next words had room on the line before."""
    padding: dict[tuple[int, int], float] = {}
    for box, own in zip(boxes, lines, strict=True):
        key = round(box[0]), round(box[2])
        for line in own:
            gap = max(0.0, min(line.left - box[0], (box[2] - box[0] - (line.right - line.left)) / 2))
            padding[key] = min(padding.get(key, _PADDING), gap)
    return [
        _joined(own, box[2] - box[0] - 2 * padding.get((round(box[0]), round(box[2])), 0.0))
        for box, own in zip(boxes, lines, strict=True)
    ]


def _joined(lines: Sequence[Line], room: float) -> str:
    text = lines[0].text if lines else ""
    for before, line in pairwise(lines):
        wrapped = before.right - before.left + _first_width(line) > room - _SLACK * line.size
        text += (joint(text, line.text) if wrapped else "\n") + line.text
    return text.strip()


def _first_width(line: Line) -> float:
    """How much room the first words of a line that stay together would have taken on the line before."""
    match = _STICKS.match(line.text)
    end = match.end() if match else 1
    while end < len(line.text) and line.text[end] in _CLOSING:
        end += 1
    return sum(_NARROW if character.isascii() else 1.0 for character in line.text[:end]) * line.size
