"""Tasks one clause of which orders the same work, whatever else they order."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from zeren.graph.clauses import Clause, clauses

_LEAST = 6
"""Code points of an object that says what the work is about."""
_LONG = 12
"""From so many on an object is no turn of phrase, however little of its task it is."""
_SHARE = 0.3
"""Share of a task's matter that a shorter clause makes up at least."""
_ALIKE = 0.85
"""Likeness of two objects that are taken for one."""
_FEW = 3
"""Tasks that share a clause at most: what more of them have is a turn of phrase of the plan."""

SCORE = 0.85
"""Likeness of two tasks by a clause."""
LONG_SCORE = 0.9
"""By a long one."""

_MANY = 200
"""Up to so many clauses with one end all are compared."""
_PIECE = 4
"""Code points of the pieces by which clauses of a long plan are brought together."""
_OWNERS = 24
"""A piece in more clauses brings nobody together."""

Weigh = Callable[[str, str], float]
"""Likeness of two texts, 0 to 1."""


@dataclass(frozen=True, slots=True)
class _Placed:
    task: int
    clause: Clause


def sharing(texts: Sequence[str], weigh: Weigh) -> dict[tuple[int, int], float]:
    """Pairs of texts, by their places in the list, with their score."""
    placed = [_Placed(task, clause) for task, text in enumerate(texts) for clause in _telling(text)]
    partners: dict[int, set[int]] = defaultdict(set)
    found: dict[tuple[int, int], float] = {}
    for first, second in _met(placed):
        one, other = placed[first], placed[second]
        if one.task != other.task and _same_work(one.clause, other.clause, weigh):
            partners[first].add(other.task)
            partners[second].add(one.task)
            long = min(len(one.clause.object), len(other.clause.object)) >= _LONG
            found[first, second] = LONG_SCORE if long else SCORE
    return {
        (min(placed[a].task, placed[b].task), max(placed[a].task, placed[b].task)): score
        for (a, b), score in found.items()
        if max(len(partners[a]), len(partners[b])) < _FEW
    }


def clausewise(ones: Sequence[Clause], others: Sequence[Clause], weigh: Weigh) -> float:
    """How much of two texts is clauses about the same thing, 0 to 1; 1 where there is no clause to compare."""
    if not ones or not others:
        return 1.0
    sides = ((ones, others), (others, ones))
    sizes = sum(len(clause.matter) for side in (ones, others) for clause in side)
    met = sum(len(c.matter) * max(alike(c, d, weigh) for d in there) for here, there in sides for c in here)
    return met / sizes


def _telling(text: str) -> Iterator[Clause]:
    """The clauses that say by themselves what the work is about."""
    found = list(clauses(text))
    whole = sum(len(clause.matter) for clause in found)
    for clause in found:
        size = len(clause.object)
        if size >= _LONG or (size >= _LEAST and len(clause.matter) >= _SHARE * whole):
            yield clause


def _same_work(one: Clause, other: Clause, weigh: Weigh) -> bool:
    """One object, no different verbs, and not that one does and the other urges."""
    if one.urging != other.urging or (one.classes and other.classes and not one.classes & other.classes):
        return False
    if "《" in one.object and bool(one.classes) != bool(other.classes):
        return False
    return alike(one, other, weigh) >= _ALIKE


def alike(one: Clause, other: Clause, weigh: Weigh) -> float:
    """Likeness of two objects, 0 to 1. What they are stands at the end: 企业用水 is nothing
    like 企业用地. Doing a thing and urging others to do it are two things."""
    if one.urging != other.urging or one.object[-2:] != other.object[-2:]:
        return 0.0
    return weigh(one.object, other.object)


def _met(placed: Sequence[_Placed]) -> Iterator[tuple[int, int]]:
    """Pairs of clauses that may be about one thing, each pair once: same end, about the same length."""
    ends: dict[str, list[int]] = defaultdict(list)
    for place, entry in enumerate(placed):
        ends[entry.clause.object[-2:]].append(place)
    pairs: set[tuple[int, int]] = set()
    for group in ends.values():
        pairs.update(itertools.combinations(group, 2) if len(group) <= _MANY else _by_pieces(placed, group))
    for first, second in sorted(pairs):
        sizes = sorted((len(placed[first].clause.object), len(placed[second].clause.object)))
        if 2 * sizes[0] >= _ALIKE * sum(sizes):
            yield first, second


def _by_pieces(placed: Sequence[_Placed], group: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Pairs of a large group that have a piece in common that few have."""
    owners: dict[str, list[int]] = defaultdict(list)
    for place in group:
        text = placed[place].clause.object
        for piece in {text[i : i + _PIECE] for i in range(len(text) - _PIECE + 1)}:
            owners[piece].append(place)
    for found in owners.values():
        if len(found) <= _OWNERS:
            yield from itertools.combinations(found, 2)
