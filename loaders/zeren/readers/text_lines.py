"""Lines of a plain text: split at every kind of line end, and put together where a paragraph was broken to a width."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

_ENDS = re.compile(r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_NUMBERED = re.compile(r"[（(]?(?:[一二三四五六七八九十]{1,3}|[0-9０-９]{1,3})[）)、.．](?![0-9])")
_NOTHING = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\xad\0"))
_SHORTEST = 40
"""Columns (a Chinese character counts two) from which a width may be one that text was broken to."""
_LONGEST = 120
_WIDE = re.compile(r"[\u3001-\uffef]")
_LOOSE = re.compile(r"[\u3001-\uffef] (?=\S)")
_SPACE = re.compile(r"(?<=[\u2018-\uffef]) +(?=\S)|(?<=\S) +(?=[\u2018-\uffef])")
_FEWEST = 6
"""Wide characters from which a line may be told to be scattered."""
_LINES = 20_000
"""Lines from which a text is a list or a table rather than a plan in prose."""
_SHARE = 0.3
"""Share of the lines with words that must fill the width."""


def lines_of(text: str) -> list[str]:
    """The lines without their ends; characters without width are taken out."""
    return _ENDS.split(text.translate(_NOTHING))


def tidied(line: str) -> str:
    """A line without the white space (also full-width) at both ends, or between characters where it is scattered."""
    line = line.replace("\xa0", " ").strip()
    if line.count("|") == 1:  # a cell of a table whose rows were taken apart
        line = line.strip("| ")
    return _SPACE.sub("", line) if _is_scattered(line) else line


def _is_scattered(line: str) -> bool:
    """Whether a space stands behind most characters, as recognition of a scanned page leaves them."""
    count = len(_WIDE.findall(line))
    return count >= _FEWEST and len(_LOOSE.findall(line)) > 0.6 * count


def wrap_width(lines: Sequence[str]) -> int | None:
    """The width in columns that the paragraphs of a text were broken to; None where lines are whole paragraphs.

    Lines broken to a width are never longer than it, many fill it, and most of these end in the midst of a sentence.
    """
    if max(map(len, lines), default=0) > _LONGEST or len(lines) > _LINES:
        return None
    widths = [width for line in lines if (width := columns_of(line.rstrip()))]
    longest = max(widths, default=0)
    if len(widths) < 8 or not _SHORTEST <= longest <= _LONGEST:
        return None
    full = [line.rstrip() for line in lines if columns_of(line.rstrip()) >= longest - 4]
    midst = sum(1 for line in full if unicodedata.category(line[-1])[0] in "LN" or line[-1] in "，、")
    return longest if len(full) >= _SHARE * len(widths) and midst >= 0.7 * len(full) else None


def goes_on(line: str, following: str, width: int | None) -> bool:
    """Whether the following line goes on the paragraph of a line that fills the width."""
    if width is None or not following.strip() or following[:1].isspace() or _NUMBERED.match(following):
        return False
    return columns_of(line.rstrip()) >= width - 4


def columns_of(line: str) -> int:
    """The width of a text in places of a fixed type, two for a Chinese character."""
    counts = Counter(map(unicodedata.east_asian_width, line))
    return len(line) + counts["W"] + counts["F"] + counts["A"]
