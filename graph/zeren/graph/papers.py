"""The papers that tasks cite and order, as nodes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zeren.graph.assembly import Assembly
from zeren.graph.firms import citation
from zeren.graph.identity import folded, hashed
from zeren.graph.titles import drifting
from zeren.model import Plan, Task

_DEFINED = re.compile(r"(?:简称|称为|称作)[:：]?\s*[“《]([^”》]+)[”》]")


class Papers:
    """The papers of one plan."""

    def __init__(self, assembly: Assembly, plan: Plan, home: str) -> None:
        self._assembly = assembly
        self._plan = plan
        self._home = home
        self._produced = {folded(title) for task in plan.tasks for title in task.produces}

    def relate(self, node: str, task: Task) -> None:
        """Join a task with what it cites and orders."""
        for kind, names in (("CITES", task.cites), ("PRODUCES", task.produces)):
            for name in names:
                self._assembly.edge(kind, node, self._instrument(name))

    def join_drifting(self) -> None:
        """RESEMBLES between titles of the plan that seem to be one paper, the one read first at the source."""
        defined = frozenset(title for text in self._texts() for title in _DEFINED.findall(text))
        for kind in ("produces", "cites"):
            titles = [title for task in self._plan.tasks for title in getattr(task, kind)]
            self._join(titles, defined, kind == "produces")

    def _join(self, titles: Sequence[str], defined: frozenset[str], own: bool) -> None:
        for one, other in drifting(titles, defined, own):
            self._assembly.edge("RESEMBLES", self._instrument(one), self._instrument(other))

    def _texts(self) -> Iterator[str]:
        yield from (task.text for task in self._plan.tasks)
        yield from (section.title for section in self._plan.sections)

    def _instrument(self, written: str) -> str:
        """One node an instrument, everywhere; one that a plan orders is known within the plan's place only."""
        named = citation(written)
        home = self._home if folded(written) in self._produced else ""
        key = named.document_number or folded(named.title or written)
        properties = {"title": named.title, "document_number": named.document_number}
        return self._assembly.node("Instrument", hashed("instrument", home, key), properties)
