"""A set of plans with its graph and engines: the kept library, or one draft."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

import networkx as nx

from zeren.explorer.marks import Mark, marks
from zeren.explorer.picture import Picture
from zeren.explorer.picture_reading import picture
from zeren.model import Finding, Plan
from zeren.readers.document import Document


@dataclass(eq=False)
class Shelf:
    """Plans that are asked together. `store` answers Cypher and SPARQL over the graph of all of them."""

    graph: nx.MultiDiGraph[str]
    store: Any
    plans: Mapping[str, Plan]
    text_of: Callable[[Plan], Document | None] = lambda _: None
    """The text of a plan's file, where it is at hand."""
    draft: bool = False
    _findings: dict[str, dict[str, tuple[Finding, ...]]] = field(default_factory=dict)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def __deepcopy__(self, memo: object) -> Shelf:
        """Itself: engines and graph are shared, never copied with a session's state."""
        return self

    @cached_property
    def materials(self) -> dict[str, Material]:
        """Every plan by the id of its node, in the order given."""
        return {id: Material(self, id, plan) for id, plan in self.plans.items()}

    def findings(self, language: str) -> dict[str, tuple[Finding, ...]]:
        """Findings by plan, worded in a language; asked once. Raises what the rules raise."""
        from zeren.rules import catalogue, check

        with self._lock:
            if language not in self._findings:
                by_plan: dict[str, list[Finding]] = {}
                for finding in check(self.store, catalogue(), language):
                    by_plan.setdefault(finding.plan, []).append(finding)
                self._findings[language] = {plan: tuple(found) for plan, found in by_plan.items()}
        return self._findings[language]


@dataclass(eq=False)
class Material:
    """One plan with all that is derived from it, each part when it is first asked for."""

    shelf: Shelf
    id: str
    """Id of the plan's node."""
    plan: Plan

    @property
    def key(self) -> str:
        """What the address calls it: a draft of a plan that is also kept is another thing than the kept one."""
        return f"draft-{self.id}" if self.draft else self.id

    @property
    def draft(self) -> bool:
        """Whether it lives in this session only."""
        return self.shelf.draft

    @cached_property
    def document(self) -> Document | None:
        """The text as read, where the file is at hand."""
        return self.shelf.text_of(self.plan)

    @property
    def stamp(self) -> str:
        """Changes when the plan does: part of the key under which derived pictures are kept."""
        return f"{self.plan.sha256[:12]}.{id(self.shelf)}"

    @cached_property
    def picture(self) -> Picture:
        """Who does what."""
        return picture(self.shelf.graph, self.id)

    @cached_property
    def marks(self) -> tuple[Mark, ...]:
        """Every reading in its place."""
        return marks(self.plan, self.picture)

    def findings(self, language: str) -> tuple[Finding, ...]:
        """The gaps found, in a language, the gravest first."""
        order = {"error": 0, "warning": 1, "info": 2}
        found = self.shelf.findings(language).get(self.id, ())
        return tuple(sorted(found, key=lambda finding: order[finding.severity]))

    @cached_property
    def gaps(self) -> frozenset[str]:
        """Ids of the tasks that a finding of severity error is about; a habit of the whole plan marks none."""
        grave = (item for item in self.findings("zh") if item.severity == "error" and len(item.rows) < 2)
        return frozenset(id for item in grave for id in item.about)


def rule_label(code: str, language: str) -> str:
    """Name of a rule, its code where no such rule is known."""
    from zeren.rules import catalogue

    return next((rule.name.of(language) for rule in catalogue() if rule.code == code), code)
