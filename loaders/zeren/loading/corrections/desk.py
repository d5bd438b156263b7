"""A plan while its tasks are being corrected."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from zeren.loading.corrections.confirming import confirm, is_other
from zeren.loading.corrections.facts import FACTS, UnfitError
from zeren.loading.corrections.matching import Match, find_task, locate, plain
from zeren.loading.corrections.parts import merge_tasks, split_task
from zeren.loading.corrections.records import DECISION, Correction, Fate, Outcome, TaskWords
from zeren.loading.corrections.tasks import (
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


class Desk:
    """A plan while it is being corrected."""

    def __init__(self, plan: Plan, document: Document) -> None:
        self.plan, self.document = plan, document

    @property
    def tasks(self) -> tuple[Task, ...]:
        """The tasks as they are by now."""
        return self.plan.tasks

    def enter(self, entries: Sequence[CoverageEntry]) -> None:
        """Write the ledger anew."""
        self.plan = replace(self.plan, coverage=replace(self.plan.coverage, entries=tuple(entries)))

    def settle(self, correction: Correction) -> Outcome:
        """Apply one correction and tell what became of it. Raises UnfitError."""
        if correction.action == "task":
            return self.add_task(correction)
        match = find_task(correction.task, self.tasks)
        if not match:
            return self.unmatched(correction, match)
        if correction.action == "confirm" and is_other(self.tasks[match.place], correction):
            return Outcome(correction, "differs", match.found)
        return self.told(correction, match, self.act(correction, match.place))

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
            "confirm": self.confirm,
        }
        return actions[correction.action](correction, place)

    def put(self, place: int, *parts: Task) -> bool:
        """Put tasks in the place of one; whether that changes anything."""
        before = self.tasks
        self.plan = replace(self.plan, tasks=(*before[:place], *parts, *before[place + 1 :]))
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
        tasks = tuple(merged if at == places[0] else task for at, task in enumerate(self.tasks) if at not in gone)
        self.plan = replace(self.plan, tasks=tasks)
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
        self.enter(set_aside(self.plan.coverage.entries, task, self.tasks))
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
        self.plan = replace(self.plan, tasks=insert_task(self.tasks, task))
        self.enter(enter(self.plan.coverage.entries, task))
        return self.told(correction, match, changed=True)

    def confirm(self, correction: Correction, place: int) -> bool:
        """Let all that was read of a task be sure."""
        return self.put(place, confirm(self.tasks[place]))
