"""Corrections of what is a task at all, and of the section it stands in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from zeren.loading.assembly import read_tasks
from zeren.loading.corrections.facts import UnfitError
from zeren.loading.corrections.matching import Match, find_text, locate, plain
from zeren.loading.corrections.records import DECISION, Correction
from zeren.model import CoverageEntry, CoverageKind, Section, Task
from zeren.outline.entries import Entries, Place
from zeren.outline.notes import find_notes
from zeren.outline.units import Outline
from zeren.readers import Document, Paragraph, Passage
from zeren.wording.masthead import read_masthead


def texts_of(document: Document) -> Iterator[Passage]:
    """Every paragraph and every cell of the document, in reading order."""
    for block in document.blocks:
        if isinstance(block, Paragraph):
            yield Passage.of(block.text, block.index)
        else:
            for row in range(len(block.rows)):
                yield from (Passage.of(cell.text, block.index, row, at) for at, cell in block.own_cells(row))


def find_section(sections: Sequence[Section], words: str) -> Section:
    """The section of that id, title or number. Raises UnfitError where none or several have it."""
    for key in ("id", "title", "number"):
        found = [section for section in sections if plain(str(getattr(section, key))) == plain(words)]
        if len(found) == 1:
            return found[0]
    raise UnfitError(words)


def find_place(correction: Correction, document: Document) -> tuple[Match, Passage | None]:
    """The words of a new task in the document."""
    passages = list(texts_of(document))
    match = find_text(correction.task, [passage.text for passage in passages], [False] * len(passages))
    if not match:
        return match, None
    whole = passages[match.place]
    stretch = locate(correction.task.quote, whole.text)
    return match, (whole[slice(*stretch)] if stretch else whole).strip()


def new_task(passage: Passage, correction: Correction, document: Document, sections: Sequence[Section]) -> Task:
    """The words as a task, read as any other. Raises UnfitError for a section that is not there."""
    calendar = read_masthead(document).calendar
    outline = Outline()
    Entries(outline, calendar).add(passage, Place(), find_notes(passage))
    task = read_tasks(outline, calendar)[0]
    section = find_section(sections, correction.section) if correction.section else _section_above(passage, sections)
    head = section.number or section.title if section else ""
    return replace(
        task,
        section=section.id if section else None,
        locator=f"{head}+",
        id=f"{head}+",
        confidence=1.0,
        reason=DECISION,
    )


def _section_above(passage: Passage, sections: Sequence[Section]) -> Section | None:
    place = order(passage.block, passage.row, passage.offsets[0])
    above = [s for s in sections if s.span and order(s.span.block, s.span.row, s.span.start) <= place]
    return above[-1] if above else None


def order(block: int, row: int | None, start: int) -> tuple[int, int, int]:
    """Sorts places in reading order."""
    return block, -1 if row is None else row, start


def insert_task(tasks: Sequence[Task], task: Task) -> tuple[Task, ...]:
    """The tasks with one more in its place of the reading order and under a name of its own."""
    taken = {other.id for other in tasks}
    number = next(number for number in range(1, len(tasks) + 2) if f"{task.id}{number}" not in taken)
    named = replace(task, id=f"{task.id}{number}", locator=f"{task.locator}{number}")
    place = next((at for at, other in enumerate(tasks) if _after(other, named)), len(tasks))
    return (*tasks[:place], named, *tasks[place:])


def _after(other: Task, task: Task) -> bool:
    if other.span is None or task.span is None:
        return False
    here, there = task.span, other.span
    return order(there.block, there.row, there.start) > order(here.block, here.row, here.start)


def set_aside(entries: Sequence[CoverageEntry], task: Task, tasks: Sequence[Task]) -> tuple[CoverageEntry, ...]:
    """The ledger after a task was taken away: its block orders nothing unless another task stands there."""
    return _marked(entries, task, "background") if task.span and not _shared(task, tasks) else tuple(entries)


def enter(entries: Sequence[CoverageEntry], task: Task) -> tuple[CoverageEntry, ...]:
    """The ledger after a task was added."""
    return _marked(entries, task, "task")


def _shared(task: Task, tasks: Sequence[Task]) -> bool:
    spans = [other.span for other in tasks if other.span]
    return any(span.block == task.span.block and span.row == task.span.row for span in spans if task.span)


def _marked(entries: Sequence[CoverageEntry], task: Task, kind: CoverageKind) -> tuple[CoverageEntry, ...]:
    return tuple(
        replace(entry, kind=kind, reason=DECISION)
        if task.span and (entry.block, entry.row) == (task.span.block, task.span.row) and entry.kind != kind
        else entry
        for entry in entries
    )
