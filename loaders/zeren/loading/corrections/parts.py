"""Cutting one task into several, and making one of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from zeren.loading.corrections.facts import UnfitError, ranked
from zeren.loading.corrections.matching import locate, plain
from zeren.loading.corrections.records import DECISION, Correction
from zeren.loading.places import character_places
from zeren.model import Span, Task
from zeren.outline.sentences import depths
from zeren.readers import Document
from zeren.wording.deadlines import merge_deadlines
from zeren.wording.owners import merge_assignments

_END = "。；;，,、 "
_STOPS = "。；;！!？?"


def split_task(task: Task, correction: Correction, document: Document) -> tuple[Task, ...]:
    """The parts of a task cut before the words given.

    What stands in the words of one part belongs to that part; what stands in a closing bracket, in a column or in a
    heading binds every part. Raises UnfitError where the words are not in the text.
    """
    cuts = [0, *_cuts(task.text, correction.before), len(task.text)]
    places = character_places(task, document)
    closing = _closing(task.text)
    return tuple(
        _part(task, number, (start, end), places, closing) for number, (start, end) in enumerate(pairwise(cuts), 1)
    )


def _cuts(text: str, before: Sequence[str]) -> list[int]:
    found: list[int] = []
    for words in before:
        place = locate(words, text, found[-1] + 1 if found else 1)
        if place is None:
            raise UnfitError(words)
        found.append(place[0])
    return found


def _closing(text: str) -> int:
    """Where the bracket begins that closes the text; its length where none does."""
    bare = text.rstrip(_END)
    open_ = depths(bare)
    if not bare or bare[-1] not in "）)】〕]" or open_[-1] != 0:
        return len(text)
    start = len(bare) - 1
    while start > 0 and open_[start - 1] > 0:
        start -= 1
    return max(0, start - 1)


def _part(task: Task, number: int, reach: tuple[int, int], places: Sequence[tuple[int, int]], closing: int) -> Task:
    start, end = reach
    start += len(task.text[start:end]) - len(task.text[start:end].lstrip())
    text = task.text[start:end].rstrip().rstrip("，,、")
    last = end == len(task.text)
    index = {place: at for at, place in enumerate(places)}

    def belongs(span: Span | None) -> bool:
        inside = span and task.span and (span.row, span.column) == (task.span.row, task.span.column)
        at = index.get((span.block, span.start)) if span and inside else None
        return at is None or at >= closing or start <= at < end

    sign = "." if "#" in task.locator else "#"
    return replace(
        task,
        id=f"{task.id}.{number}",
        locator=f"{task.locator}{sign}{number}",
        text=text,
        assignments=ranked([item for item in task.assignments if belongs(item.span)]),
        deadlines=tuple(item for item in task.deadlines if belongs(item.span)),
        cites=_held(task.cites, text, task.text, last),
        produces=_held(task.produces, text, task.text, last),
        span=_span(task, text, places[start : start + len(text)]),
        confidence=1.0,
        reason=DECISION,
    )


def _span(task: Task, text: str, places: Sequence[tuple[int, int]]) -> Span | None:
    """Where a part stands; of one that runs over several blocks the piece in the first."""
    if task.span is None or not places:
        return None
    first = [place for place in places if place[0] == places[0][0]]
    return replace(task.span, block=first[0][0], start=first[0][1], end=first[-1][1] + 1, text=text[: len(first)])


def _text_of(span: Span) -> tuple[int, int | None, int | None]:
    return span.block, span.row, span.column


def _held(names: Sequence[str], text: str, whole: str, last: bool) -> tuple[str, ...]:
    """The instruments a part names; what the task does not name word for word stays with the last part."""
    return tuple(name for name in names if name in text or (last and name not in whole))


def merge_tasks(tasks: Sequence[Task]) -> Task:
    """Several tasks as one with the place of the first: all bodies in their strongest role, all limits."""
    first = tasks[0]
    text = first.text
    for task in tasks[1:]:
        text += task.text if plain(text)[-1:] in (*_STOPS, "：", ":", "，") else f"；{task.text}"
    return replace(
        first,
        text=text,
        assignments=merge_assignments(*(task.assignments for task in tasks)),
        deadlines=merge_deadlines(*(task.deadlines for task in tasks)),
        cites=tuple(dict.fromkeys(name for task in tasks for name in task.cites)),
        produces=tuple(dict.fromkeys(name for task in tasks for name in task.produces)),
        columns=tuple(dict.fromkeys(head for task in tasks for head in task.columns)),
        span=_span_over([task.span for task in tasks if task.span]),
        confidence=1.0,
        reason=DECISION,
    )


def _span_over(spans: Sequence[Span]) -> Span | None:
    """From the first to the last where all stand in one text; else the first."""
    if not spans or any(_text_of(span) != _text_of(spans[0]) for span in spans):
        return spans[0] if spans else None
    ordered = sorted(spans, key=lambda span: span.start)
    return replace(ordered[0], end=ordered[-1].end, text="".join(span.text for span in ordered))
