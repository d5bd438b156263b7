"""The graph while it is put together: nodes and relationships that keep to the schema."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

import networkx as nx

from zeren.graph.schema import NODES, RELATIONSHIPS
from zeren.model import InputError, Span

Value = str | int | float | bool | dt.date | None

_ENDS = {kind: frozenset(relationship.ends) for kind, relationship in RELATIONSHIPS.items()}


class Assembly:
    """A MultiDiGraph under construction. Every node has every property of its label, None where unknown."""

    def __init__(self) -> None:
        self.graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()

    def node(self, label: str, id: str, properties: Mapping[str, Value]) -> str:
        """Add a node, or fill what an earlier mention of it left open; the first word on a property stands."""
        if not properties.keys() <= NODES[label].keys():
            raise KeyError(f"{label} has no {sorted(properties.keys() - NODES[label].keys())}")
        if id not in self.graph:
            self.graph.add_node(id, label=label, **dict.fromkeys(NODES[label]))
        known = self.graph.nodes[id]
        for name, value in properties.items():
            if known[name] is None:
                known[name] = value
        return id

    def edge(self, kind: str, source: str, target: str, **properties: Value) -> None:
        """Join two nodes once. A thing is never related to itself: such a relationship is left out."""
        if not self.fits(kind, source, target):
            raise KeyError(f"{kind} does not join {self.label(source)} and {self.label(target)}")
        if source != target and not self.graph.has_edge(source, target, kind):
            self.graph.add_edge(source, target, kind, **properties)

    def fits(self, kind: str, source: str, target: str) -> bool:
        """Whether the schema lets this relationship join the two nodes."""
        return (self.label(source), self.label(target)) in _ENDS[kind]

    def label(self, id: str) -> str:
        """Label of a node that is there."""
        label: str = self.graph.nodes[id]["label"]
        return label


def place(span: Span | None) -> dict[str, Value]:
    """Where something was read, as properties; row and cell are -1 outside of a table, all None without a span."""
    if span is None:
        return {}
    return {
        "block": span.block,
        "row": -1 if span.row is None else span.row,
        "cell": -1 if span.column is None else span.column,
        "start_offset": span.start,
        "end_offset": span.end,
        "quote": span.text,
    }


def day(text: str | None, plan: str) -> dt.date | None:
    """An ISO day as a date. Raises InputError plan-date-invalid, naming the plan."""
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text)
    except ValueError as fault:
        raise InputError("plan-date-invalid", plan=plan, date=text) from fault
