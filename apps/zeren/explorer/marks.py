"""Every reading of a plan as a mark in its document: what was taken for what, and where."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from zeren.explorer.picture import Picture
from zeren.model import CoverageEntry, Finding, Plan, Span

MarkKind = Literal["section", "task", "body", "deadline", "group", "enterprise", "unknown", "finding"]

MARK_KINDS: tuple[MarkKind, ...] = ("section", "task", "body", "deadline", "group", "enterprise", "unknown", "finding")


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a paragraph or cell with what it was read as. Offsets as `Span`; `end` -1 means to the very end."""

    id: str
    kind: MarkKind
    words: str
    block: int
    start: int
    end: int
    row: int | None = None
    column: int | None = None
    task: str = ""
    """Id of the task it belongs to, where it belongs to one."""
    note: str = ""
    """Role, type of limit, or why it was not understood."""
    confidence: float = 1.0
    reason: str = ""


def marks(plan: Plan, picture: Picture) -> tuple[Mark, ...]:
    """All marks of a plan in reading order. Ids are those of the graph's nodes, where there is a node."""
    found = [*_of_structure(picture), *_of_duties(picture), *_of_lists(plan), *_unknown(plan)]
    return tuple(sorted(found, key=lambda mark: (mark.block, mark.row or 0, mark.column or 0, mark.start, -mark.end)))


def _mark(id: str, kind: MarkKind, span: Span, **more: object) -> Mark:
    return Mark(id, kind, span.text, span.block, span.start, span.end, span.row, span.column, **more)  # type: ignore[arg-type]


def _of_structure(picture: Picture) -> Iterator[Mark]:
    for section in picture.sections:
        if section.span:
            yield _mark(section.id, "section", section.span, note=section.label)
    for task in picture.tasks:
        if task.span:
            yield _mark(
                task.id, "task", task.span, task=task.id, note=task.number or task.locator, confidence=task.confidence
            )
        for limit in task.deadlines:
            if limit.span:
                yield _mark(limit.id, "deadline", limit.span, task=task.id, note=limit.type)


def _of_duties(picture: Picture) -> Iterator[Mark]:
    for duty in picture.duties:
        if duty.span:
            yield _mark(
                duty.id,
                "body",
                duty.span,
                task=duty.task,
                note=duty.role,
                confidence=duty.confidence,
                reason=duty.reason,
            )


def _of_lists(plan: Plan) -> Iterator[Mark]:
    for place, group in enumerate(plan.groups):
        if group.span:
            yield _mark(f"group:{place}", "group", group.span, note=group.name)
    for place, enterprise in enumerate(plan.enterprises):
        if enterprise.span:
            yield _mark(f"enterprise:{place}", "enterprise", enterprise.span, note=enterprise.name)


def _unknown(plan: Plan) -> Iterator[Mark]:
    for entry in plan.coverage.not_understood():
        yield unknown_mark(entry)


def unknown_mark(entry: CoverageEntry) -> Mark:
    """The mark over a paragraph, or over the first cell of a row, that was not understood."""
    column = None if entry.row is None else 0
    id = f"unknown:{entry.block}" + ("" if entry.row is None else f".{entry.row}")
    return Mark(id, "unknown", entry.text, entry.block, 0, -1, entry.row, column, reason=entry.reason or "")


def finding_mark(finding: Finding, around: tuple[Mark, ...]) -> Mark | None:
    """Where a finding stands: the words it quotes, or the first thing it is about, or the group or firm it names."""
    about = [mark for mark in around if mark.id in finding.about or mark.task in finding.about]
    anchor = next((mark for mark in about if mark.kind == "task"), about[0] if about else None)
    quoted = next((mark for mark in about if finding.quote and finding.quote == mark.words), None)
    names = (finding.quote, *finding.bodies)
    listed = next((mark for mark in around if mark.kind in ("enterprise", "group") and mark.note in names), None)
    place = quoted or anchor or listed
    if place is None:
        return None
    return Mark(
        finding.fingerprint,
        "finding",
        place.words,
        place.block,
        place.start,
        place.end,
        place.row,
        place.column,
        place.task,
        finding.rule,
    )
