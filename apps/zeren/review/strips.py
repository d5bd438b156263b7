"""A text cut where marks begin and end, so that overlapping marks can be shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from zeren.model import Span
from zeren.readers.document import Document
from zeren.review.places import Place, place_of


@dataclass(frozen=True, slots=True)
class Strip:
    """A stretch of text over which the same marks lie."""

    text: str
    marks: tuple[int, ...] = ()
    """Numbers of the marks over it, the shortest first."""
    begins: tuple[int, ...] = ()
    """Those of them that begin here."""
    ends: tuple[int, ...] = ()
    """Those of them that end here."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A mark in one text: half-open, in code points."""

    mark: int
    start: int
    end: int


def stretches(spans: Sequence[Sequence[Span | None]], document: Document) -> Mapping[Place, list[Stretch]]:
    """The marks of every text; `spans[i]` is where mark i stands. A merged cell is one text, whatever row names it."""
    found: dict[Place, list[Stretch]] = defaultdict(list)
    for mark, where in enumerate(spans):
        for span in filter(None, where):
            if place := place_of(span, document):
                found[place].append(Stretch(mark, span.start, span.end))
    return found


def cut(text: str, over: Sequence[Stretch]) -> tuple[Strip, ...]:
    """The text as strips whose texts joined are the text; a stretch that reaches over the end is shortened."""
    inside = [Stretch(s.mark, max(0, s.start), min(len(text), s.end)) for s in over]
    inside = [stretch for stretch in inside if stretch.start < stretch.end]
    edges = sorted({0, len(text), *(s.start for s in inside), *(s.end for s in inside)})
    inside.sort(key=lambda stretch: (stretch.end - stretch.start, stretch.mark))
    return tuple(_strip(text, start, end, inside) for start, end in pairwise(edges))


def _strip(text: str, start: int, end: int, inside: Sequence[Stretch]) -> Strip:
    here = [stretch for stretch in inside if stretch.start <= start and end <= stretch.end]
    return Strip(
        text[start:end],
        tuple(stretch.mark for stretch in here),
        tuple(stretch.mark for stretch in here if stretch.start == start),
        tuple(stretch.mark for stretch in here if stretch.end == end),
    )
