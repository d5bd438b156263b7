"""Who does what in one plan, read off the graph: the view that network, matrix, timeline and lists draw from."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import networkx as nx

from zeren.model import Role, Span
from zeren.model.plan import ROLES

Graph = nx.MultiDiGraph

BODY_KINDS: Mapping[str, str] = {
    "Agency": "body", "Collective": "collective", "LeadingGroup": "group", "EnterpriseClass": "collective",
}
"""Label of an assignee to the kind of body we draw."""

NAME_LESS = "—"


@dataclass(frozen=True, slots=True)
class BodyNode:
    """A body, collective or group that has at least one duty in the plan."""

    id: str
    name: str
    kind: str
    level: str = ""
    domain: str = ""


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


def picture(graph: Graph[str], plan: str) -> Picture:
    """The picture of the plan with this node id."""
    reader = _Reader(graph, plan)
    sections, tasks = tuple(reader.sections()), tuple(reader.tasks())
    duties = tuple(reader.duties(tasks))
    bodies = tuple(reader.body(id) for id in dict.fromkeys(duty.body for duty in duties))
    return Picture(plan, _text(graph.nodes[plan], "title"), bodies, sections, tasks, duties)


class _Reader:
    """Walks the relationships of one plan."""

    def __init__(self, graph: Graph[str], plan: str) -> None:
        self.graph = graph
        self.plan = plan
        self.section_of: dict[str, str] = {}

    def _targets(self, source: str, kind: str) -> list[str]:
        """In reading order: by position, and as they were read where positions are missing."""
        targets = [target for _, target, key in self.graph.out_edges(source, keys=True) if key == kind]
        return sorted(targets, key=lambda target: self.graph.nodes[target].get("position") or 0)

    def sections(self) -> Iterator[SectionNode]:
        waiting = self._targets(self.plan, "HAS_SECTION")
        parents = dict.fromkeys(waiting, "")
        while waiting:
            section = waiting.pop(0)
            self.section_of |= dict.fromkeys(self._targets(section, "CONTAINS"), section)
            below = [child for child in self._targets(section, "HAS_SECTION") if not parents.get(child)]
            waiting += [child for child in below if child not in parents]
            parents |= dict.fromkeys(below, section)
        nodes = [self._section(section, parent) for section, parent in parents.items()]
        return iter(sorted(nodes, key=lambda node: node.position))

    def _section(self, id: str, parent: str) -> SectionNode:
        data = self.graph.nodes[id]
        number, title = _text(data, "number"), _text(data, "title")
        label = f"{number}、{title}" if number and title else number or title
        return SectionNode(id, label, parent, data.get("position") or 0, _span(data))

    def tasks(self) -> Iterator[TaskNode]:
        for id in self._targets(self.plan, "HAS_TASK"):
            data = self.graph.nodes[id]
            limits = tuple(self._deadline(limit) for limit in self._targets(id, "DUE"))
            yield TaskNode(
                id, _text(data, "number"), _text(data, "text"), _text(data, "locator"), self.section_of.get(id, ""),
                data.get("position") or 0, limits, _span(data), _number(data, "confidence"),
            )

    def _deadline(self, id: str) -> DeadlineNode:
        data = self.graph.nodes[id]
        return DeadlineNode(
            id, _text(data, "type"), _text(data, "text"), data.get("start"), data.get("date"), _text(data, "quarter"),
            _text(data, "rrule"), _span(data),
        )

    def duties(self, tasks: tuple[TaskNode, ...]) -> Iterator[Duty]:
        for task in tasks:
            for assignment in self._targets(task.id, "HAS_ASSIGNMENT"):
                for body in self._targets(assignment, "ASSIGNEE"):
                    yield self._duty(task.id, assignment, body)

    def _duty(self, task: str, id: str, body: str) -> Duty:
        data = self.graph.nodes[id]
        role: Role = next((role for role in ROLES if role == data.get("role")), "responsible")
        return Duty(
            id, task, body, role, data.get("position") or 0, _text(data, "name_as_written"), _text(data, "verb"),
            _text(data, "header"), _number(data, "confidence"), _text(data, "reason"), _span(data),
        )

    def body(self, id: str) -> BodyNode:
        data = self.graph.nodes[id]
        kind = BODY_KINDS.get(_text(data, "label"), "body")
        return BodyNode(id, _text(data, "name") or NAME_LESS, kind, _text(data, "level"), _text(data, "domain"))


def _text(data: Mapping[str, Any], key: str) -> str:
    value = data.get(key)
    return "" if value is None else str(value)


def _number(data: Mapping[str, Any], key: str) -> float:
    value = data.get(key)
    return 1.0 if value is None else float(value)


def _span(data: Mapping[str, Any]) -> Span | None:
    if data.get("block") is None or data.get("start_offset") is None:
        return None
    row, cell = data.get("row"), data.get("cell")
    return Span(
        data["block"], data["start_offset"], data["end_offset"], _text(data, "quote"),
        None if row in (None, -1) else row, None if cell in (None, -1) else cell,
    )
