"""Who does what in one plan: the records that network, matrix, timeline and lists draw from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from zeren.model import Role, Span


@dataclass(frozen=True, slots=True)
class BodyNode:
    """A body, collective or group that has at least one duty in the plan."""

    id: str
    name: str
    kind: str
    level: str = ""
    domain: str = ""
    short: str = ""
    """Its name in a picture: without the plan's own place, as officials say it (市应急管理局 for 云岭市应急管理局)."""

    @property
    def label(self) -> str:
        """The short name where there is one."""
        return self.short or self.name


@dataclass(frozen=True, slots=True)
class DeadlineNode:
    """A time limit of a task or of a heading above it."""

    id: str
    type: str
    text: str
    start: dt.date | None
    date: dt.date | None
    quarter: str
    rrule: str
    span: Span | None


@dataclass(frozen=True, slots=True)
class SectionNode:
    """A heading; `parent` is the id of the heading above, empty at the top."""

    id: str
    label: str
    parent: str
    position: int
    span: Span | None


@dataclass(frozen=True, slots=True)
class TaskNode:
    """A task with the id of its section (empty: none) and its limits."""

    id: str
    number: str
    text: str
    locator: str
    section: str
    position: int
    deadlines: tuple[DeadlineNode, ...]
    span: Span | None
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Duty:
    """One body on one task in one role."""

    id: str
    task: str
    body: str
    role: Role
    position: int
    written: str
    verb: str
    header: str
    confidence: float
    reason: str
    span: Span | None


@dataclass(frozen=True)
class Picture:
    """One plan's bodies, sections, tasks and duties in reading order. Read-only and shared by all sessions."""

    id: str
    title: str
    bodies: tuple[BodyNode, ...]
    sections: tuple[SectionNode, ...]
    tasks: tuple[TaskNode, ...]
    duties: tuple[Duty, ...]

    @cached_property
    def body(self) -> Mapping[str, BodyNode]:
        """Bodies by id."""
        return {body.id: body for body in self.bodies}

    @cached_property
    def section(self) -> Mapping[str, SectionNode]:
        """Sections by id."""
        return {section.id: section for section in self.sections}

    @cached_property
    def task(self) -> Mapping[str, TaskNode]:
        """Tasks by id."""
        return {task.id: task for task in self.tasks}

    @cached_property
    def duties_of_task(self) -> Mapping[str, tuple[Duty, ...]]:
        """Duties by task id; a task without any is not among the keys."""
        return _grouped(self.duties, "task")

    @cached_property
    def duties_of_body(self) -> Mapping[str, tuple[Duty, ...]]:
        """Duties by body id."""
        return _grouped(self.duties, "body")

    @cached_property
    def unowned(self) -> frozenset[str]:
        """Ids of the tasks that nobody has."""
        return frozenset(task.id for task in self.tasks if task.id not in self.duties_of_task)

    def branch(self, section: str) -> frozenset[str]:
        """A section with all sections below it."""
        found = {section}
        for candidate in self.sections:
            if candidate.parent in found:
                found.add(candidate.id)
        return frozenset(found)

    def path(self, section: str) -> tuple[SectionNode, ...]:
        """The headings from the top down to a section; empty for no section."""
        steps: list[SectionNode] = []
        while section in self.section and self.section[section] not in steps:
            steps.append(self.section[section])
            section = steps[-1].parent
        return tuple(reversed(steps))


def _grouped(duties: tuple[Duty, ...], key: str) -> dict[str, tuple[Duty, ...]]:
    groups: dict[str, list[Duty]] = {}
    for duty in duties:
        groups.setdefault(getattr(duty, key), []).append(duty)
    return {name: tuple(members) for name, members in groups.items()}
