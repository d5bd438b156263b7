"""Sections and tasks of one plan with their assignments, time limits and instruments, as nodes."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from zeren.graph.assembly import Assembly, day, place
from zeren.graph.calls import Calls
from zeren.graph.enumerations import enumerations
from zeren.graph.firms import classes_named
from zeren.graph.identity import Counter, folded
from zeren.graph.likeness import likenesses
from zeren.graph.ordinals import ordinal, series
from zeren.graph.papers import Papers
from zeren.graph.parties import Parties
from zeren.graph.schema import SHORTCUTS
from zeren.graph.work import has_support_column, verb_classes, work_kind
from zeren.graph.works import works
from zeren.model import Assignment, Deadline, Plan, Section, Task
from zeren.model.locators import section_locators


def quarter(date: dt.date | None) -> str | None:
    """Calendar quarter of a day: 2021Q3."""
    return f"{date.year:04d}Q{(date.month + 2) // 3}" if date else None


def _impersonal(task: Task) -> str:
    """The task's text without the names of its bodies, for comparison."""
    names = sorted({assignment.agency for assignment in task.assignments}, key=lambda name: (-len(name), name))
    return re.sub("|".join(map(re.escape, names)), "", task.text) if names else task.text


class Duties:
    """Puts one plan's sections and tasks into the graph."""

    def __init__(self, assembly: Assembly, parties: Parties, plan: Plan, id: str) -> None:
        self._assembly = assembly
        self._parties = parties
        self._plan = plan
        self._id = id
        self._ids = Counter()
        self._papers = Papers(assembly, plan, parties.home)
        self._calls = Calls(assembly, parties)

    def add(self) -> dict[str, str]:
        """Add everything; returns the node of each task by the record's id."""
        sections: dict[str, str] = {}
        paths: dict[str, str] = {}
        places = section_locators(self._plan.sections)
        for section in self._plan.sections:
            paths[section.id] = f"{paths.get(section.parent or '', '')}/{section.number or folded(section.title)}"
            sections[section.id] = self._section(section, paths[section.id], places[section.id], sections)
        tasks = {task.id: self._task(task, sections) for task in self._plan.tasks}
        self._join_alike([tasks[task.id] for task in self._plan.tasks])
        self._papers.join_drifting()
        return tasks

    def _section(self, section: Section, path: str, locator: str, sections: dict[str, str]) -> str:
        id = self._ids.hashed("section", self._id, path)
        self._assembly.node(
            "Section",
            id,
            {
                "number": section.number,
                "ordinal": ordinal(section.number),
                "series": series(section.number),
                "title": section.title,
                "position": section.position,
                "depth": section.depth,
                "locator": locator,
            }
            | place(section.span),
        )
        self._assembly.edge("HAS_SECTION", sections.get(section.parent or "", self._id), id)
        self._limits(id, section.deadlines)
        return id

    def _task(self, task: Task, sections: dict[str, str]) -> str:
        id = self._ids.hashed("task", self._id, task.locator or task.id)
        classes = verb_classes(task.text)
        self._assembly.node(
            "Task",
            id,
            {
                "number": task.number,
                "ordinal": ordinal(task.number),
                "text": task.text,
                "position": task.position,
                "locator": task.locator or task.id,
                "verb_class": classes[0] if classes else None,
                "verb_classes": ",".join(classes),
                "work_kind": work_kind(classes),
                "works": works(task.text),
                "has_support_column": has_support_column(task.columns),
                "confidence": task.confidence,
            }
            | place(task.span),
        )
        self._assembly.edge("HAS_TASK", self._id, id)
        if task.section in sections:
            self._assembly.edge("CONTAINS", sections[task.section], id)
        for assignment, enumeration in zip(task.assignments, enumerations(task.assignments), strict=True):
            self._assignment(id, assignment, enumeration)
        self._limits(id, task.deadlines)
        self._papers.relate(id, task)
        self._calls.relate(id, task)
        for name in classes_named(task.text):
            self._assembly.edge("CONCERNS", id, self._parties.firm_class(name))
        return id

    def _assignment(self, task: str, assignment: Assignment, enumeration: int) -> None:
        id = self._ids.hashed("assignment", task, assignment.role, assignment.agency, assignment.position)
        self._assembly.node(
            "Assignment",
            id,
            {
                "role": assignment.role,
                "position": assignment.position,
                "enumeration": enumeration,
                "verb": assignment.verb,
                "name_as_written": assignment.agency,
                "header": assignment.header,
                "naming": self._parties.naming(assignment.agency),
                "issue": ",".join(self._parties.resolution(assignment.agency).issues),
                "confidence": assignment.confidence,
                "reason": assignment.reason,
            }
            | place(assignment.span),
        )
        assignee = self._parties.assignee(assignment.agency)
        self._assembly.edge("HAS_ASSIGNMENT", task, id)
        self._assembly.edge("ASSIGNEE", id, assignee)
        self._shorten(assignee, SHORTCUTS[assignment.role], task)

    def _shorten(self, assignee: str, kind: str, task: str) -> None:
        """The derived relationships of a body: with the task, and with the plan."""
        if self._assembly.fits(kind, assignee, task):
            self._assembly.edge(kind, assignee, task)
        if self._assembly.fits("INVOLVED_IN", assignee, self._id):
            self._assembly.edge("INVOLVED_IN", assignee, self._id)

    def _limits(self, owner: str, deadlines: Iterable[Deadline]) -> None:
        for limit in deadlines:
            date = day(limit.date, self._plan.title)
            id = self._ids.hashed("deadline", owner, limit.type, limit.text, limit.date, limit.start, limit.source)
            self._assembly.node(
                "Deadline",
                id,
                {
                    "type": limit.type,
                    "start": day(limit.start, self._plan.title),
                    "date": date,
                    "quarter": quarter(date),
                    "rrule": limit.rrule,
                    "text": limit.text,
                    "source": limit.source,
                    "confidence": limit.confidence,
                }
                | place(limit.span),
            )
            self._assembly.edge("DUE", owner, id)

    def _join_alike(self, tasks: list[str]) -> None:
        for pair in likenesses([_impersonal(task) for task in self._plan.tasks]):
            self._assembly.edge("SIMILAR_TO", tasks[pair.first], tasks[pair.second], score=pair.score)
