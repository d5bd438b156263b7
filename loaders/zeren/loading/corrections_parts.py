"""Cutting one task into several, and making one of several."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from zeren.loading.corrections import DECISION, Correction
from zeren.loading.corrections_facts import UnfitError, ranked
from zeren.loading.corrections_matching import locate, plain
from zeren.model import Span, Task
from zeren.outline.sentences import depths
from zeren.wording.deadlines import merge_deadlines
from zeren.wording.owners import merge_assignments

_END = "。；;，,、 "
_STOPS = "。；;！!？?"


def split_task(task: Task, correction: Correction, source: str) -> tuple[Task, ...]:
    """The parts of a task cut before the words given. `source` is the whole text its span counts in.

    What stands in the words of one part belongs to that part; what stands in a closing bracket, in a column or in a
    heading binds every part. Raises UnfitError where the words are not in the text.
    """
    cuts = [0, *_cuts(task.text, correction.before), len(task.text)]
    places = _places(task, source)
    binding = len(task.text) if not places else places.get(_closing(task.text), len(source) + 1)
    parts = []
    for number, (start, end) in enumerate(pairwise(cuts), 1):
        text = task.text[start:end].strip().rstrip("，,、")
        last = number == len(cuts) - 1
        reach = (places.get(start, -1), places.get(end - 1, -1) + 1)
        parts.append(_part(task, number, text, reach, binding, last))
    return tuple(parts)


def _cuts(text: str, before: Sequence[str]) -> list[int]:
    found: list[int] = []
    for words in before:
        place = locate(words, text, found[-1] + 1 if found else 1)
        if place is None:
            raise UnfitError(words)
        found.append(place[0])
    return found


def _places(task: Task, source: str) -> dict[int, int]:
    """For characters of the task's text their place in the source, as far as its span goes."""
    places: dict[int, int] = {}
    if task.span is None:
        return places
    at = 0
    for place in range(task.span.start, min(task.span.end, len(source))):
        if at < len(task.text) and source[place] == task.text[at]:
            places[at] = place
            at += 1
    return places


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


def _part(task: Task, number: int, text: str, reach: tuple[int, int], binding: int, last: bool) -> Task:
    def belongs(span: Span | None) -> bool:
        inside = span and task.span and _text_of(span) == _text_of(task.span)
        if not (span and inside and task.span and task.span.start <= span.start < task.span.end):
            return True
        return span.start >= binding or reach[0] <= span.start < reach[1]

    held = ranked([item for item in task.assignments if belongs(item.span)])
    span = (
        replace(task.span, start=reach[0], end=reach[1], text=text) if task.span and reach[0] >= 0 < reach[1] else None
    )
    sign = "." if "#" in task.locator else "#"
    return replace(
        task,
        id=f"{task.id}.{number}",
        locator=f"{task.locator}{sign}{number}",
        text=text,
        assignments=held,
        deadlines=tuple(item for item in task.deadlines if belongs(item.span)),
        cites=_held(task.cites, text, task.text, last),
        produces=_held(task.produces, text, task.text, last),
        span=span,
        confidence=1.0,
        reason=DECISION,
    )


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
