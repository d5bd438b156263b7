"""Reads the picture of one plan off the graph."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import networkx as nx

from zeren.explorer.picture import BodyNode, DeadlineNode, Duty, Picture, SectionNode, TaskNode
from zeren.model import Role, Span
from zeren.model.plan import ROLES

BODY_KINDS: Mapping[str, str] = {
    "Agency": "body",
    "Collective": "collective",
    "LeadingGroup": "group",
    "EnterpriseClass": "collective",
}
"""Label of an assignee to the kind of body we draw."""

NAME_LESS = "—"


def picture(graph: nx.MultiDiGraph[str], plan: str) -> Picture:
    """The picture of the plan with this node id."""
    reader = _Reader(graph, plan)
    sections, tasks = tuple(reader.sections()), tuple(reader.tasks())
    duties = tuple(reader.duties(tasks))
    bodies = tuple(reader.body(id) for id in dict.fromkeys(duty.body for duty in duties))
    return Picture(plan, _text(graph.nodes[plan], "title"), bodies, sections, tasks, duties)


class _Reader:
    """Walks the relationships of one plan."""

    def __init__(self, graph: nx.MultiDiGraph[str], plan: str) -> None:
        self.graph = graph
        self.plan = plan
        self.place = _text(graph.nodes[plan], "jurisdiction")
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
                id,
                _text(data, "number"),
                _text(data, "text"),
                _text(data, "locator"),
                self.section_of.get(id, ""),
                data.get("position") or 0,
                limits,
                _span(data),
                _number(data, "confidence"),
            )

    def _deadline(self, id: str) -> DeadlineNode:
        data = self.graph.nodes[id]
        return DeadlineNode(
            id,
            _text(data, "type"),
            _text(data, "text"),
            data.get("start"),
            data.get("date"),
            _text(data, "quarter"),
            _text(data, "rrule"),
            _span(data),
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
            id,
            task,
            body,
            role,
            data.get("position") or 0,
            _text(data, "name_as_written"),
            _text(data, "verb"),
            _text(data, "header"),
            _number(data, "confidence"),
            _text(data, "reason"),
            _span(data),
        )

    def body(self, id: str) -> BodyNode:
        data = self.graph.nodes[id]
        kind = BODY_KINDS.get(_text(data, "label"), "body")
        name = _text(data, "name") or NAME_LESS
        return BodyNode(id, name, kind, _text(data, "level"), _text(data, "domain"), short_name(name, self.place))


def short_name(name: str, place: str) -> str:
    """A body's name with the level for the place (市应急管理局), where it begins with the place and says more."""
    rest = name.removeprefix(place)
    return f"{place[-1]}{rest}" if place and rest and rest != name else name


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
        data["block"],
        data["start_offset"],
        data["end_offset"],
        _text(data, "quote"),
        None if row in (None, -1) else row,
        None if cell in (None, -1) else cell,
    )
