"""Corrections of what is a heading; the tasks below follow it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from zeren.loading.corrections.changes import Change, Changer, found_in, marked, told, unmatched
from zeren.loading.corrections.matching import Match, find_text, plain
from zeren.loading.corrections.records import DECISION, Correction
from zeren.loading.corrections.tasks import find_section, order
from zeren.model import Plan, Section, Span, Task
from zeren.outline.numbering import read_marker
from zeren.readers import Document


def _find(plan: Plan, correction: Correction) -> Match:
    at = [section.number is not None and section.number == correction.task.at for section in plan.sections]
    return find_text(correction.task, [section.title for section in plan.sections], at)


def make_heading(plan: Plan, document: Document, correction: Correction) -> Change:
    """Words are a heading that was not read as one. What follows up to the next heading stands below it."""
    match, span = found_in(document, correction)
    if span is None:
        return unmatched(plan, document, correction, match)
    section = _section(plan.sections, span, correction)
    if any(plain(known.title) == plain(section.title) for known in plan.sections):
        return told(plan, plan, correction, match)
    place = sum(_before(known, span) for known in plan.sections)
    kept = [task for task in plan.tasks if not _same_words(task, span)]
    after = replace(
        plan,
        sections=_numbered((*plan.sections[:place], section, *plan.sections[place:])),
        tasks=tuple(_moved(task, plan.sections, place, section) for task in kept),
        coverage=replace(plan.coverage, entries=marked(plan.coverage.entries, span, "heading")),
    )
    return told(plan, after, correction, match)


def _section(sections: Sequence[Section], span: Span, correction: Correction) -> Section:
    """The words as a section: below the one named, else beside the one before it."""
    marker = read_marker(span.text)
    title = span.text[marker.length :].strip() if marker else span.text
    above = next((section for section in reversed(sections) if _before(section, span)), None)
    parent = find_section(sections, correction.section) if correction.section else None
    upper = parent.id if parent else above.parent if above else None
    depth = parent.depth + 1 if parent else above.depth if above else 1
    number = marker.number if marker else None
    name = f"{upper}/{number or title}" if upper else number or title
    taken = {section.id for section in sections}
    ids = (name if count == 1 else f"{name}~{count}" for count in range(1, len(taken) + 2))
    free = next(id for id in ids if id not in taken)
    return Section(free, number, title, upper, depth=depth, span=span, reason=DECISION)


def _before(section: Section, span: Span) -> bool:
    here = section.span
    return here is not None and order(here.block, here.row, here.start) < order(span.block, span.row, span.start)


def _same_words(task: Task, span: Span) -> bool:
    """Whether a task is the heading itself, read as one that orders something."""
    here = task.span
    return (
        here is not None and (here.block, here.row) == (span.block, span.row) and plain(task.text) in plain(span.text)
    )


def _moved(task: Task, sections: Sequence[Section], place: int, section: Section) -> Task:
    """The task under the new heading where it stood under the one before it and follows it in the text."""
    above = sections[place - 1].id if place else None
    inside = task.section == above and task.span is not None and _before(section, task.span)
    return replace(task, section=section.id) if inside else task


def _numbered(sections: Sequence[Section]) -> tuple[Section, ...]:
    return tuple(replace(section, position=place) for place, section in enumerate(sections))


def drop_heading(plan: Plan, document: Document, correction: Correction) -> Change:
    """Words are no heading. What stood below stands below the heading before, and loses the limits this one had."""
    match = _find(plan, correction)
    if not match:
        return unmatched(plan, document, correction, match, wished=True)
    gone = plan.sections[match.place]
    above = plan.sections[match.place - 1] if match.place else None
    limits = [limit.span for limit in gone.deadlines]
    tasks = tuple(
        replace(
            task,
            section=(above.id if above else None) if task.section == gone.id else task.section,
            deadlines=tuple(d for d in task.deadlines if d.source != "heading" or d.span not in limits),
        )
        for task in plan.tasks
    )
    left = [section for section in plan.sections if section is not gone]
    lifted = [replace(s, parent=_upper(plan.sections, match.place)) if s.parent == gone.id else s for s in left]
    entries = marked(plan.coverage.entries, gone.span, "background", "heading")
    after = replace(plan, sections=_numbered(lifted), tasks=tasks, coverage=replace(plan.coverage, entries=entries))
    return told(plan, after, correction, match)


def _upper(sections: Sequence[Section], place: int) -> str | None:
    """Whom the sections below a heading belong to once it is gone: the one before it on its level, else its parent."""
    gone = sections[place]
    beside = [section for section in sections[:place] if section.parent == gone.parent]
    return beside[-1].id if beside else gone.parent


def rename_heading(plan: Plan, document: Document, correction: Correction) -> Change:
    """A heading has other words than were read."""
    titles = [plain(section.title) for section in plan.sections]
    if plain(correction.name or "") in titles:
        return told(plan, plan, correction, Match())
    match = _find(plan, correction)
    if not match:
        return unmatched(plan, document, correction, match)
    old = plan.sections[match.place]
    new = replace(old, title=correction.name or "", confidence=1.0, reason=DECISION)
    sections = (*plan.sections[: match.place], new, *plan.sections[match.place + 1 :])
    return told(plan, replace(plan, sections=sections), correction, match)


HEADINGS: dict[str, Changer] = {
    "heading": make_heading,
    "heading-title": rename_heading,
    "not-a-heading": drop_heading,
}
