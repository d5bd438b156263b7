"""Line ends that a text lost: saved as running text, a page keeps blanks where its lines ended."""

from __future__ import annotations

import re
from itertools import pairwise

PART_NUMBER = re.compile(
    r"(?:[一二三四五六七八九十]{1,3}|第[一二三四五六七八九十\d]{1,3}[章节条部])[、．]|[（(][一二三四五六七八九十\d]{1,3}[）)]"
    r"|\d{1,2}[.．、](?!\d)|[①-⑳⑴-⒇⒈-⒛]"
)
"""The number of a part of a paper (GB/T 9704-2012, 7.3.3), matched where a line begins."""
CLOSING = "。；：！？.;:!?）)】”"
"""Signs with which a line that is over ends."""
_BLANK = re.compile(r"(?<=[\u4e00-\u9fff，。；：！？、）)】”》.,;:])[ \u3000\t]+(?=[^\s])")
_HEADING = re.compile(
    rf"(?:^|[\s。；：])(?:{PART_NUMBER.pattern}|第[一二三四五六七八九十百\d]{{1,4}}[章节条]|附件\d{{0,2}}[：:])$"
)
"""A number or label that stands before a blank belongs to what follows."""
_FARTHEST = 12
_LONG, _FEWEST, _SHORT, _NEARLY_ALL = 120, 6, 24, 0.85
"""Code points of a long line; pieces it must have; code points of a title; share of pieces that end as lines do."""


def pieces_at_blanks(line: str) -> list[tuple[int, int]]:
    """Half-open stretches of a long line parted where blanks stand for line ends; the whole line where they do not.

    They do where nearly every piece ends as lines do: with a closing sign, as a short title, or before a number.
    """
    whole = [(0, len(line))]
    if len(line) < _LONG:
        return whole
    blanks = [match.span() for match in _BLANK.finditer(line) if not _belongs(line, match.start())]
    pieces = list(zip([0, *(end for _, end in blanks)], [*(start for start, _ in blanks), len(line)], strict=True))
    if len(pieces) < _FEWEST:
        return whole
    texts = [line[start:end] for start, end in pieces]
    ends = sum(
        text[-1] in CLOSING or len(text) <= _SHORT or bool(PART_NUMBER.match(following))
        for text, following in pairwise(texts)
        if text
    )
    return pieces if ends >= _NEARLY_ALL * (len(texts) - 1) else whole


def _belongs(line: str, blank: int) -> bool:
    """Whether a number or label stands right before a blank, which then ends no line."""
    return bool(_HEADING.search(line, max(0, blank - _FARTHEST), blank))
