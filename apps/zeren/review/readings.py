"""What was read from a document, each thing once, with the places where it stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from zeren.loading.places import spans_of
from zeren.model import Assignment, Deadline, Plan, Span, Task
from zeren.readers.document import Document
from zeren.review.places import find_words

ReadingKind = Literal["heading", "task", "body", "deadline", "instrument", "group", "enterprise"]

KINDS: tuple[ReadingKind, ...] = ("heading", "task", "body", "deadline", "instrument", "group", "enterprise")
"""All kinds, in the order of the legend."""


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing read. What stands once and holds for several tasks (a head's owners) is one reading."""

    kind: ReadingKind
    name: str
    """The words as they were understood: title, task text, body, limit, instrument, group, enterprise."""
    span: Span | None
    """None where nothing in the text says it: a subject carried over, a name without a place."""
    sort: str = ""
    """Role of a body, type of a limit, `cites` or `produces` of an instrument; else empty."""
    tasks: tuple[int, ...] = ()
    """Positions of the tasks it belongs to."""
    facts: tuple[tuple[str, str], ...] = ()
    """Further facts as key of the words and value."""
    confidence: float = 1.0
    reason: str | None = None
    more: tuple[Span, ...] = ()
    """Where a task goes on whose sentence the layout broke."""


def readings(plan: Plan, document: Document) -> tuple[Reading, ...]:
    """Every reading of the plan; those that share words, kind and sort are joined, with all their tasks."""
    found: dict[object, Reading] = {}
    for place, reading in enumerate(_all(plan, document)):
        shared = reading.kind in ("body", "deadline", "instrument") and reading.span is not None
        key = (reading.kind, reading.name, reading.sort, reading.facts, reading.span) if shared else place
        known = found.get(key)
        found[key] = _joined(known, reading) if known else reading
    return tuple(found.values())


def _joined(known: Reading, other: Reading) -> Reading:
    """Both as one: all tasks, and the lesser confidence with its reason."""
    doubtful = min(known, other, key=lambda reading: reading.confidence)
    tasks = tuple(dict.fromkeys((*known.tasks, *other.tasks)))
    return replace(known, tasks=tasks, confidence=doubtful.confidence, reason=doubtful.reason)


def _all(plan: Plan, document: Document) -> Iterator[Reading]:
    for section in plan.sections:
        facts = _given(number=section.number)
        yield Reading("heading", section.title, section.span, "", (), facts, section.confidence, section.reason)
        for deadline in section.deadlines:
            yield _deadline(deadline, ())
    titles = {section.id: " ".join(filter(None, (section.number, section.title))) for section in plan.sections}
    for place, task in enumerate(plan.tasks):
        yield from _of_task(task, place, titles.get(task.section or ""), document)
    for group in plan.groups:
        facts = _given(members="、".join(group.members), office=group.office, sunset=group.sunset)
        yield Reading("group", group.name, group.span, facts=facts)
    for enterprise in plan.enterprises:
        facts = _given(
            uscc=enterprise.uscc,
            industry=enterprise.industry,
            treatment=enterprise.treatment,
            limit=enterprise.deadline,
            body=enterprise.agency,
            address=enterprise.address,
        )
        yield Reading("enterprise", enterprise.name, enterprise.span, facts=facts)


def _of_task(task: Task, place: int, section: str | None, document: Document) -> Iterator[Reading]:
    facts = _given(place=task.locator, section=section)
    more = spans_of(task, document)[1:]
    yield Reading("task", task.text, task.span, "", (place,), facts, task.confidence, task.reason, more)
    yield from (_body(assignment, place) for assignment in task.assignments)
    yield from (_deadline(deadline, (place,)) for deadline in task.deadlines)
    for sort, names in (("cites", task.cites), ("produces", task.produces)):
        for name in names:
            yield Reading("instrument", name, find_words(name, task.span, document), sort, (place,))


def _body(assignment: Assignment, task: int) -> Reading:
    facts = _given(verb=assignment.verb, header=assignment.header)
    return Reading(
        "body",
        assignment.agency,
        assignment.span,
        assignment.role,
        (task,),
        facts,
        assignment.confidence,
        assignment.reason,
    )


def _deadline(deadline: Deadline, tasks: tuple[int, ...]) -> Reading:
    facts = _given(date=deadline.date, start=deadline.start, rrule=deadline.rrule)
    return Reading(
        "deadline", deadline.text, deadline.span, deadline.type, tasks, facts, deadline.confidence, deadline.reason
    )


def _given(**facts: str | None) -> tuple[tuple[str, str], ...]:
    return tuple((key, value) for key, value in facts.items() if value)
