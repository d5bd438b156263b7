"""Which nodes of a query can never be one and the same, as far as its text and the schema tell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from zeren.store.clauses import closing, pieces
from zeren.store.patterns import Node, Relationship
from zeren.store.tokens import Token

_ONE_SOURCE = frozenset({"HAS_ASSIGNMENT", "HAS_TASK", "CONTAINS", "HAS_SECTION", "DUE", "LISTS"})
"""Types of which a target has one source at most: where the sources differ, so do the targets."""

_ONE_TARGET = frozenset({"ASSIGNEE"})
"""Types of which a source has one target at most: where the targets differ, so do the sources."""


@dataclass(slots=True)
class Apart:
    """What is known so far, from the clauses read so far."""

    pairs: set[frozenset[str]] = field(default_factory=set)
    fixed: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)
    """(Variable, property) to the literals it may be."""
    labels: dict[str, frozenset[str]] = field(default_factory=dict)

    def copy(self) -> Apart:
        """For a subquery, which knows all that is known outside of it."""
        return Apart(set(self.pairs), dict(self.fixed), dict(self.labels))

    def learn(self, nodes: Iterable[Node], relationships: Sequence[Relationship], where: Sequence[Token]) -> None:
        """Take in a MATCH clause and the condition after it."""
        for node in nodes:
            if node.labels:
                self.labels.setdefault(node.name, node.labels)
            self.fixed.update({(node.name, name): frozenset({literal}) for name, literal in node.filters})
        self._learn_condition(where)
        for relationship in relationships:
            if relationship.length is None:  # nothing in the graph is related to itself
                self.pairs.add(frozenset({relationship.source.name, relationship.target.name}))
        while self._propagate(relationships):
            pass

    def _learn_condition(self, where: Sequence[Token]) -> None:
        """Every part joined by AND tells something; with OR on the same level nothing is certain."""
        if any(len(pieces(where, word)) > 1 for word in ("OR", "XOR")):
            return
        for part in pieces(where, "AND"):
            if len(part) > 2 and part[0].text == "(" and closing(part, 0) == len(part) - 1:
                self._learn_condition(part[1:-1])
            else:
                self._learn_comparison(part)

    def _learn_comparison(self, part: list[Token]) -> None:
        match [token.text for token in part]:
            case [a, ".", p, "<" | ">" | "<>", b, ".", q] if p == q:
                self.pairs.add(frozenset({a, b}))
            case [a, "<>", b] if part[0].kind == part[2].kind == "name":
                self.pairs.add(frozenset({a, b}))
            case [a, ".", p, "=", literal] if part[4].kind in ("text", "number"):
                self.fixed[a, p] = frozenset({literal})
            case [a, ".", p, word, "[", *_, "]"] if word.upper() == "IN":
                if all(token.kind in ("text", "number") or token.text == "," for token in part[5:-1]):
                    self.fixed[a, p] = frozenset(token.text for token in part[5:-1] if token.text != ",")

    def _propagate(self, relationships: Sequence[Relationship]) -> bool:
        """One round of what follows from the schema; whether anything was new."""
        before = len(self.pairs)
        for one, other in combinations([r for r in relationships if r.directed and r.length is None], 2):
            if one.types != other.types or not one.types:
                continue
            if one.types <= _ONE_SOURCE and self.apart(one.source, other.source):
                self.pairs.add(frozenset({one.target.name, other.target.name}))
            if one.types <= _ONE_TARGET and self.apart(one.target, other.target):
                self.pairs.add(frozenset({one.source.name, other.source.name}))
        return len(self.pairs) > before

    def apart(self, one: Node, other: Node) -> bool:
        """Whether the two are certainly different nodes."""
        if one.name == other.name:
            return False
        if frozenset({one.name, other.name}) in self.pairs:
            return True
        first, second = (self.labels.get(name, frozenset()) for name in (one.name, other.name))
        if first and second and not first & second:
            return True
        names = {name for variable, name in self.fixed if variable == one.name}
        return any(
            not self.fixed[one.name, name] & self.fixed[other.name, name]
            for name in names
            if (other.name, name) in self.fixed
        )

    def clash(self, one: Relationship, other: Relationship) -> bool:
        """Whether one relationship of the graph may stand for both."""
        if one.types and other.types and not one.types & other.types:
            return False
        if one.length is not None or other.length is not None:
            return not _follows(one, other)
        straight = not self.apart(one.source, other.source) and not self.apart(one.target, other.target)
        crossed = not self.apart(one.source, other.target) and not self.apart(one.target, other.source)
        return straight or (crossed and not (one.directed and other.directed))


def _follows(one: Relationship, other: Relationship) -> bool:
    """Whether the two run on in one direction: our chains (sections, successors, places) have no rings."""
    if not (one.directed and other.directed):
        return False
    return one.target.name == other.source.name or other.target.name == one.source.name
