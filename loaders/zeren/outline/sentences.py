"""Running text into sentences and clauses, with brackets and quotation marks kept whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from zeren.readers import Passage

_PAIRS = {
    "（": "）",
    "(": ")",
    "“": "”",
    "《": "》",
    "〔": "〕",
    "【": "】",
    "「": "」",
    "‘": "’",
    "[": "]",
    "［": "］",
}
_ALIKE = str.maketrans("()", "（）")
SENTENCE = "。！？!?"
"""Signs that close a sentence."""
CLAUSE = SENTENCE + "；;"
"""Signs that close a sentence or a duty within a list of duties."""


def depths(text: str) -> list[int]:
    """How many brackets and quotation marks are open at each character; a kind that does not pair is left out."""
    folded = text.translate(_ALIKE)
    opening = {a for a, b in _PAIRS.items() if a in folded and folded.count(a) == folded.count(b)}
    if not opening:
        return [0] * len(text)
    closing = {_PAIRS[a] for a in opening}
    depth = 0
    found: list[int] = []
    for match in _any_of("".join(_PAIRS) + "".join(_PAIRS.values())).finditer(folded):
        found += [depth] * (match.start() - len(found))
        if match[0] in closing:
            depth = max(0, depth - 1)
        found.append(depth)
        if match[0] in opening:
            depth += 1
    return found + [depth] * (len(text) - len(found))


@cache
def _any_of(signs: str) -> re.Pattern[str]:
    stop = f"|{_STOP}" if "。" in signs else ""
    return re.compile(f"[{re.escape(signs)}]{stop}")


_STOP = r"(?<=[\u4e00-\u9fff）)”》])[.．](?=[\u4e00-\u9fff（(“《]|\s*$|(?:19|20)\d\d年)"
"""A full stop of half width between two sentences."""


def split_sentences(passage: Passage, signs: str = SENTENCE) -> list[Passage]:
    """The sentences with their closing sign, stripped; what stands in brackets or quotation marks is not parted.

    A bracket that follows the closing sign at once is a piece of its own.
    """
    places = [match.start() for match in _any_of(signs).finditer(passage.text)]
    open_ = depths(passage.text) if places else []
    pieces, start = [], 0
    for place in places:
        if open_[place] == 0:
            pieces.append(passage[start : place + 1].strip())
            start = place + 1
    pieces.append(passage[start:].strip())
    return [part for piece in pieces if piece.text.strip(CLAUSE) for part in _shortened(piece)]


LONGEST = 2000
"""Code points of a sentence: what is longer is no sentence, and is cut at commas so that reading it takes no ages."""


def _shortened(piece: Passage) -> Iterator[Passage]:
    while len(piece.text) > LONGEST:
        comma = max(piece.text.rfind(sign, 0, LONGEST) for sign in "，,；;、 ")
        cut = comma + 1 if comma > 0 else LONGEST
        yield piece[:cut].strip()
        piece = piece[cut:].strip()
    yield piece
