"""Which tasks of a plan say nearly the same.

Verbs recur in all trades (查处…), so the object counts by itself: the score is the lower of the likeness of the whole
texts and of the texts without verbs and filling words, where words exchanged for others (环保 for 消防) count more than
words left out. Two texts that share a whole clause with nobody else are alike by that clause. In a long plan only tasks
that share uncommon pieces of text are compared, so the cost grows with the tasks, not with their square.
"""

from __future__ import annotations

import heapq
import itertools
import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zeren.graph.identity import folded
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
"""From so many code points on a stretch that stands for another is another thing, not a slip of the pen; such stretches
count so many times as what is only added."""
_CLAUSE_SCORE = 0.85
"""Likeness of two texts by a clause that no third one has."""
_CLAUSE = 6
"""Code points of matter a clause has at least to say what the work is about."""
_CLAUSE_SHARE = 0.4
"""Share of a text's matter that the clause makes up at least."""

_FILLING = re.compile(r"[^\w]|[的等及和与对在为将各并或了其]|相关|有关|工作|进行|依法|按照|要求|情况")

_ACTOR = re.compile(
    r"^(?:(?:负责|会同|联合|配合|协助|牵头|协同)(?:.{1,12}?(?:局|委|办|部门|政府|中心|支队|大队|公司)(?=.{6}))?)+"
)
"""Who does it, at the beginning of a clause."""


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
    clauses: frozenset[str]


def _prepared(text: str) -> _Text:
    whole = folded(text)
    matter = _FILLING.sub("", without_verbs(whole))
    basis = matter if len(matter) >= _PIECE else whole
    pieces = frozenset(basis[i : i + _PIECE] for i in range(max(1, len(basis) - _PIECE + 1)))
    return _Text(whole, matter, pieces, _clauses(whole, len(matter)))


def _clauses(whole: str, size: int) -> frozenset[str]:
    """The clauses that make up much of a text, with their verbs, without who does it."""
    found = (_ACTOR.sub("", _FILLING.sub("", clause)) for clause in re.split("[,;:。、]", whole))
    return frozenset(clause for clause in found if len(without_verbs(clause)) >= max(_CLAUSE, _CLAUSE_SHARE * size))


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
            score = min(whole / 100, _weighed(one.matter, other.matter))
            if score >= least:
                kept[first, second] = round(score, 4)
    for pair in _sharing(prepared):
        kept[pair] = max(kept.get(pair, 0.0), _CLAUSE_SCORE)
    return [Likeness(first, second, score) for (first, second), score in sorted(kept.items())]


def _weighed(one: str, other: str) -> float:
    """Likeness 0 to 1: code points equal on both sides of all, exchanged stretches counted more than once."""
    from rapidfuzz.distance import Indel

    cost = gone = come = 0
    for step in (*Indel.opcodes(one, other), None):
        if step is None or step.tag == "equal":
            weight = _EXCHANGED if min(gone, come) >= _EXCHANGED else 1
            cost, gone, come = cost + weight * (gone + come), 0, 0
        else:
            gone, come = gone + step.src_end - step.src_start, come + step.dest_end - step.dest_start
    return max(0.0, 1 - cost / max(1, len(one) + len(other)))


def _sharing(texts: Sequence[_Text]) -> Iterator[tuple[int, int]]:
    """Pairs of texts that have a clause in common which stands in no third text."""
    owners: dict[str, list[int]] = defaultdict(list)
    for place, text in enumerate(texts):
        for clause in text.clauses:
            owners[clause].append(place)
    yield from ((found[0], found[1]) for found in owners.values() if len(found) == 2)
