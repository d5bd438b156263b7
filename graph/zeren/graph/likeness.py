"""Which tasks of a plan say nearly the same.

Verbs recur in all trades (查处…), so the object counts by itself: the score is the lower of the likeness of the whole
texts and of the texts without verbs and filling words, where words exchanged for others (环保 for 消防) count more than
words left out. Two texts one clause of which orders the same work are alike by that clause (`zeren.graph.shared`). In a
long plan only tasks that share uncommon pieces of text are compared, so the cost grows with the tasks, not with their
square.
"""

from __future__ import annotations

import heapq
import itertools
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zeren.graph.clauses import Clause, clauses
from zeren.graph.identity import folded
from zeren.graph.shared import clausewise, sharing
from zeren.graph.work import without_verbs

LEAST_SCORE = 0.6
"""Pairs below are not kept: rules ask for 0.75 and more."""

_PIECE = 3
"""Code points of the pieces two texts must share."""
_ALL = 600
"""Up to so many tasks every pair is compared (0.2 s); beyond, only those that share pieces."""
_COMMON = 120
"""A piece in more tasks than this finds nobody, unless it is among the rarest of its text."""
_RAREST = 4
"""So many pieces of each text are looked at however common they are."""
_PARTNERS = 60
"""Candidates a task is compared with at most, those sharing most pieces first."""

_EXCHANGED = 2
"""From so many code points on words that stand for others name another thing, not a slip of the pen; they count so many
times as what is only added."""
_FILLING = re.compile(r"[^\w]|[的等及和与对在为将各并或了其]|相关|有关|工作|进行|依法|按照|要求|情况")


@dataclass(frozen=True, slots=True)
class Likeness:
    """Two tasks by their place in the list given, the earlier first, and how alike they are, 0 to 1."""

    first: int
    second: int
    score: float


@dataclass(frozen=True, slots=True)
class _Text:
    whole: str
    matter: str
    pieces: frozenset[str]
    clauses: tuple[Clause, ...]


def _prepared(text: str) -> _Text:
    whole = folded(text)
    matter = _FILLING.sub("", without_verbs(whole))
    basis = matter if len(matter) >= _PIECE else whole
    pieces = frozenset(basis[i : i + _PIECE] for i in range(max(1, len(basis) - _PIECE + 1)))
    return _Text(whole, matter, pieces, tuple(clauses(text)))


def _later(owners: Sequence[int], place: int, rare: bool) -> Sequence[int]:
    """The owners of a piece after `place`; of a piece that many own only for rare's sake, and then the nearest."""
    later = owners[bisect_right(owners, place) :]
    return later if len(owners) <= _COMMON else later[:_PARTNERS] if rare else ()


def _candidates(texts: Sequence[_Text]) -> Iterator[tuple[int, int]]:
    where: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        for piece in text.pieces:
            where[piece].append(place)
    for place, text in enumerate(texts):
        rarest = set(heapq.nsmallest(_RAREST, text.pieces, key=lambda piece: (len(where[piece]), piece)))
        shared: Counter[int] = Counter()
        for piece in text.pieces:
            shared.update(_later(where[piece], place, piece in rarest))
        least = min(_RAREST, max(1, len(text.pieces) // 5))
        found = sorted(((-n, other) for other, n in shared.items() if n >= least))[:_PARTNERS]
        yield from ((place, other) for _, other in found)


def likenesses(texts: Sequence[str], least: float = LEAST_SCORE) -> list[Likeness]:
    """All pairs of texts with a score of at least `least`, in reading order, scores with four places.

    >>> [(pair.first, pair.second) for pair in likenesses(["查处无证的化工厂。", "查处无证化工厂", "查处超载"])]
    [(0, 1)]
    """
    from rapidfuzz import fuzz

    prepared = [_prepared(text) for text in texts]
    kept: dict[tuple[int, int], float] = {}
    pairs = itertools.combinations(range(len(prepared)), 2) if len(prepared) <= _ALL else _candidates(prepared)
    for first, second in pairs:
        one, other = prepared[first], prepared[second]
        matter = fuzz.ratio(one.matter, other.matter, score_cutoff=least * 100)
        whole = fuzz.ratio(one.whole, other.whole, score_cutoff=least * 100) if matter else 0.0
        if whole:
            score = min(whole / 100, weighed(one.matter, other.matter), clausewise(one.clauses, other.clauses, weighed))
            if score >= least:
                kept[first, second] = round(score, 4)
    for pair, score in sharing(texts, weighed).items():
        kept[pair] = max(kept.get(pair, 0.0), score)
    return [Likeness(first, second, score) for (first, second), score in sorted(kept.items())]


def weighed(one: str, other: str) -> float:
    """Likeness 0 to 1: code points equal on both sides of all; where words are exchanged, what differs counts more."""
    from rapidfuzz.distance import LCSseq

    same = LCSseq.similarity(one, other)
    gone, come = len(one) - same, len(other) - same
    cost = (gone + come) * (_EXCHANGED if min(gone, come) >= _EXCHANGED else 1)
    return max(0.0, 1 - cost / max(1, len(one) + len(other)))
