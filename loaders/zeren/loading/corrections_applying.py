"""Applying the corrections of a plan, one after the other, and telling what became of each."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace

from zeren.loading.corrections import DECISION, Correction, Fate, Outcome, TaskWords
from zeren.loading.corrections_facts import FACTS, UnfitError
from zeren.loading.corrections_matching import Match, find_task, locate, plain
from zeren.loading.corrections_parts import merge_tasks, split_task
from zeren.loading.corrections_tasks import (
    enter,
    find_place,
    find_section,
    insert_task,
    new_task,
    set_aside,
    texts_of,
)
from zeren.model import CoverageEntry, Plan, Task
from zeren.readers import Document
from zeren.readers.notices import notice

SHOWN = 40
"""Code points of a text that a notice shows."""


def digest(corrections: Sequence[Correction]) -> str:
    """Names what the corrections say; empty where there are none. Comments and layout of the file do not count."""
    return hashlib.sha256(repr(tuple(corrections)).encode()).hexdigest() if corrections else ""


def correct(plan: Plan, document: Document, corrections: Sequence[Correction]) -> tuple[Plan, tuple[Outcome, ...]]:
    """The plan as the corrections have it, and what became of each, in their order.

    Each is applied to what those before it left. Whatever was not simply applied stands in `Plan.coverage.notices`.
    """
    if not corrections:
        return plan, ()
    desk = _Desk(plan, document)
    outcomes = tuple(desk.settle(correction) for correction in corrections)
    told = tuple(notice_of(outcome) for outcome in outcomes if outcome.fate != "applied")
    coverage = replace(plan.coverage, entries=desk.entries, notices=(*plan.coverage.notices, *told))
    tasks = tuple(replace(task, position=place) for place, task in enumerate(desk.tasks))
    return replace(plan, tasks=tasks, coverage=coverage, decisions=digest(corrections)), outcomes


def notice_of(outcome: Outcome) -> str:
    """What became of a correction as a notice; `zeren.readers.notices.sentence` puts it into words."""
    entry = outcome.correction
    facts: dict[str, object] = {"number": entry.number, "action": entry.action, "person": entry.person}
    facts |= {"quote": _short(entry.task.quote), "at": entry.task.at or "—", "found": _short(outcome.found)}
    if outcome.likeness is not None:
        facts["likeness"] = f"{outcome.likeness:.0f}"
    return notice(f"notice-decision-{outcome.fate}", **facts)


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"


class _Desk:
    """A plan while it is being corrected."""

    def __init__(self, plan: Plan, document: Document) -> None:
        self.plan, self.document = plan, document
        self.tasks: tuple[Task, ...] = plan.tasks
        self.entries: tuple[CoverageEntry, ...] = plan.coverage.entries

    def settle(self, correction: Correction) -> Outcome:
        """Apply one correction and tell what became of it."""
        try:
            if correction.action == "task":
                return self.add_task(correction)
            match = find_task(correction.task, self.tasks)
            if not match:
                return self.unmatched(correction, match)
            changed = self.act(correction, match.place)
        except UnfitError as fault:
            return Outcome(correction, "unfit", fault.found)
        return self.told(correction, match, changed)

    def told(self, correction: Correction, match: Match, changed: bool) -> Outcome:
        """The outcome of a correction whose words were found."""
        fate: Fate = match.fate if changed else "unneeded"
        return Outcome(correction, fate, match.found, match.likeness)

    def unmatched(self, correction: Correction, match: Match) -> Outcome:
        """The outcome of a correction without a task: what it asks for may be so by now."""
        done = match.fate != "ambiguous" and (self.is_split(correction) or self.is_no_task(correction))
        return Outcome(correction, "unneeded" if done else match.fate, match.found)

    def is_split(self, correction: Correction) -> bool:
        """Whether the parts wanted are tasks of their own."""
        begins = [plain(task.text) for task in self.tasks]
        wanted = [plain(words) for words in correction.before]
        return bool(wanted) and all(any(text.startswith(words) for text in begins) for words in wanted)

    def is_no_task(self, correction: Correction) -> bool:
        """Whether the words stand in the document and are no task."""
        if correction.action != "not-a-task":
            return False
        return any(locate(correction.task.quote, passage.text) for passage in texts_of(self.document))

    def act(self, correction: Correction, place: int) -> bool:
        """Change the task at a place; whether anything changed. Raises UnfitError."""
        if correction.action in FACTS:
            return self.put(place, FACTS[correction.action](self.tasks[place], correction))
        actions: dict[str, Callable[[Correction, int], bool]] = {
            "split": self.split,
            "merge": self.merge,
            "not-a-task": self.take_away,
            "section": self.move,
        }
        return actions[correction.action](correction, place)

    def put(self, place: int, *parts: Task) -> bool:
        """Put tasks in the place of one; whether that changes anything."""
        before = self.tasks
        self.tasks = (*self.tasks[:place], *parts, *self.tasks[place + 1 :])
        return self.tasks != before

    def split(self, correction: Correction, place: int) -> bool:
        """Cut a task before the words given."""
        task = self.tasks[place]
        try:
            return self.put(place, *split_task(task, correction, self.document))
        except UnfitError:
            if self.is_split(correction):
                return False
            raise

    def merge(self, correction: Correction, place: int) -> bool:
        """Make one task of several."""
        places = sorted({place, *(self.joined(words) for words in correction.join)})
        if len(places) == 1:
            return False
        merged = merge_tasks([self.tasks[at] for at in places])
        gone = set(places[1:])
        self.tasks = tuple(merged if at == places[0] else task for at, task in enumerate(self.tasks) if at not in gone)
        return True

    def joined(self, words: TaskWords) -> int:
        """Place of a task to be joined. Raises UnfitError."""
        match = find_task(words, self.tasks)
        if not match:
            raise UnfitError(words.quote)
        return match.place

    def take_away(self, correction: Correction, place: int) -> bool:
        """Let words be no task."""
        task = self.tasks[place]
        self.put(place)
        self.entries = set_aside(self.entries, task, self.tasks)
        return True

    def move(self, correction: Correction, place: int) -> bool:
        """Put a task under another section."""
        section = find_section(self.plan.sections, correction.section or "")
        if self.tasks[place].section == section.id:
            return False
        return self.put(place, replace(self.tasks[place], section=section.id, confidence=1.0, reason=DECISION))

    def add_task(self, correction: Correction) -> Outcome:
        """Read words as a task that were not read as one."""
        if any(plain(correction.task.quote) in plain(task.text) for task in self.tasks):
            return Outcome(correction, "unneeded")
        match, passage = find_place(correction, self.document)
        if passage is None:
            return Outcome(correction, match.fate, match.found)
        task = new_task(passage, correction, self.document, self.plan.sections)
        self.tasks = insert_task(self.tasks, task)
        self.entries = enter(self.entries, task)
        return self.told(correction, match, changed=True)
