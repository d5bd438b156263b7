"""Lines of a page from the boxes of its characters, and paragraphs from lines."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from zeren.readers.line_ends import CLOSING, PART_NUMBER

_WIDE = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u3000-\u303f\u2018-\u201d\u2014\u2026〔-〕"
_BESIDE_WIDE = re.compile(f"(?<=[{_WIDE}]) +| +(?=[{_WIDE}])")
_COUNTED = re.compile(r"(\d{1,2})[.．、](?!\d)")
_REACH = 0.85
"""Share of the width of the document's text that a stretch must reach to tell where lines end."""


@dataclass(frozen=True, slots=True)
class Glyph:
    """A character and its box in points, y downwards from the top of the page."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float

    @property
    def middle(self) -> float:
        """Height of the middle of the box."""
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page."""

    text: str
    left: float
    right: float
    middle: float
    size: float
    page: int


def lines_from(glyphs: Iterable[Glyph], page: int) -> list[Line]:
    """Lines from top to bottom. Blanks beside Chinese characters are layout and taken out."""
    return [line_of(row, page) for row in baselines(glyphs)]


def baselines(glyphs: Iterable[Glyph]) -> list[list[Glyph]]:
    """The characters at one height, from left to right, from top to bottom."""
    rows: list[list[Glyph]] = []
    for glyph in sorted(glyphs, key=lambda each: (each.middle, each.left)):
        if rows and abs(glyph.middle - _middle(rows[-1])) < 0.5 * min(glyph.size, rows[-1][0].size):
            rows[-1].append(glyph)
        else:
            rows.append([glyph])
    return [sorted(row, key=lambda each: each.left) for row in rows]


def _middle(row: list[Glyph]) -> float:
    return row[0].middle


def line_of(row: list[Glyph], page: int) -> Line:
    """The line that characters from left to right make up."""
    size = Counter(round(glyph.size, 1) for glyph in row).most_common(1)[0][0]
    text = row[0].text
    for before, glyph in pairwise(row):
        if glyph.left - before.right > 0.25 * glyph.size:
            text += " "
        text += glyph.text
    return Line(_BESIDE_WIDE.sub("", text), row[0].left, row[-1].right, row[0].middle, size, page)


def paragraphs_from(lines: Sequence[Line], edge: float = 0.0) -> list[tuple[str, int]]:
    """Text and first page of the paragraphs that lines of running text (of one stretch without tables) make up.

    A line goes on the paragraph before it where that one was filled to the right edge and this one begins at the left
    edge in the same size of type: so set typesetters and word processors Chinese. `edge`: how far the text of the whole
    document reaches to the right; a few short lines (a signature) do not tell it.
    """
    if not lines:
        return []
    left = min(line.left for line in lines)
    right = max(line.right for line in lines)
    right = edge if right < _REACH * edge else right
    usual = Counter(round(line.left) for line in lines if line.right > right - 2 * line.size)
    if usual:
        left = usual.most_common(1)[0][0]
    found: list[tuple[str, int]] = [(lines[0].text, lines[0].page)]
    for before, line in pairwise(lines):
        text, page = found[-1]
        if _goes_on(before, line, left, right) and not _counts_on(text, line.text):
            found[-1] = (text + joint(text, line.text) + line.text, page)
        else:
            found.append((line.text, line.page))
    return found


def _goes_on(before: Line, line: Line, left: float, right: float) -> bool:
    if abs(before.size - line.size) > 0.12 * line.size:
        return False
    if abs(line.left - left) > 1.2 * line.size:
        return False
    if PART_NUMBER.match(line.text) and before.text[-1:] in CLOSING:
        return False
    filled = before.right > right - 1.6 * before.size
    near = before.right > right - 4 * before.size and (before.text[-1:] not in CLOSING or line.text[0] in "（(")
    far = line.page == before.page and line.middle - before.middle > 3 * line.size
    return (filled or near) and not far


def _counts_on(paragraph: str, line: str) -> bool:
    """Whether a line has the number after that of the paragraph before it, which need not have closed its sentence."""
    number, following = _COUNTED.match(paragraph), _COUNTED.match(line)
    return bool(number and following and int(following[1]) == int(number[1]) + 1)


def joint(before: str, after: str) -> str:
    """What goes between two lines: a blank between words in Latin letters, nothing in Chinese; a hyphen stays."""
    return (
        " " if before[-1:].isascii() and before[-1:].isalnum() and after[:1].isascii() and after[:1].isalnum() else ""
    )
