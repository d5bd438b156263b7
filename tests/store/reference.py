"""A plain and slow reading of random questions, as Neo4j answers them: each relationship once in a MATCH."""

from __future__ import annotations

import itertools
from collections import defaultdict
from dataclasses import dataclass
from random import Random

import networkx as nx

from zeren.graph.schema import RELATIONSHIPS

Link = tuple[str, str, str, bool]
"""Type, label of the source, label of the target, and whether one stands at the source."""
Row = dict[str, str | None]

_PROPERTIES: dict[str, tuple[tuple[str, tuple[str | int | bool, ...]], ...]] = {
    "Task": (("number", ("1", "2", "7")), ("verb_class", ("check", "draft")), ("has_support_column", (True, False))),
    "Assignment": (("role", ("lead", "support", "responsible")), ("position", (1, 2)), ("naming", ("named", "vague"))),
    "Deadline": (("type", ("by", "ongoing")), ("source", ("text", "column"))),
    "Collective": (("distributive", (True, False)),),
    "Agency": (("kind", ("organ", "unknown")),),
}
LEAST = 0.8


@dataclass
class Question:
    """A random pattern with conditions, as Cypher and as a search."""

    labels: dict[str, str]
    edges: list[tuple[str, str, str]]
    conditions: list[tuple[str, str, str, str | int | bool]]
    scored: list[int]
    different: list[tuple[str, str]]
    missing: tuple[str, Link, bool] | None
    optional: tuple[str, Link] | None
    style: str

    def cypher(self) -> str:
        parts = [
            f"({a}:{self.labels[a]})-[r{i}:{kind}]->({b}:{self.labels[b]})" for i, (kind, a, b) in enumerate(self.edges)
        ]
        where = [f"{x}.{name} {sign} {_literal(value)}" for x, name, sign, value in self.conditions]
        where += [f"{x}.id <> {y}.id" for x, y in self.different]
        if self.missing:
            variable, link, absent = self.missing
            where.append(f"{'NOT ' * absent}EXISTS {{ MATCH {_step(variable, link, '')} }}")
        text = "MATCH " + ", ".join(parts) + (" WHERE " + " AND ".join(where) if where else "")
        if self.scored:
            names = [*self.labels, *(f"r{i}.score AS s{i}" for i in self.scored)]
            text += f" WITH {', '.join(names)} WHERE " + " AND ".join(f"s{i} > {LEAST}" for i in self.scored)
        if self.optional:
            text += f" OPTIONAL MATCH {_step(*self.optional, 'z')}"
        names = [*self.labels, *(["z"] if self.optional else [])]
        if self.style == "count":
            return text + " RETURN count(*) AS n"
        if self.style == "group":
            last = names[-1]
            return text + f" RETURN v0.id AS g, count(DISTINCT {last}.id) AS n, count({last}) AS m"
        return text + " RETURN " + ", ".join(f"{name}.id AS {name}" for name in names)


def _literal(value: str | int | bool) -> str:
    return f"'{value}'" if isinstance(value, str) else str(value).lower()


def _step(variable: str, link: Link, other: str) -> str:
    kind, source, target, outward = link
    if outward:
        return f"({variable})-[:{kind}]->({other}:{target})"
    return f"({other}:{source})-[:{kind}]->({variable})"


class World:
    """A graph with its neighbours at hand; makes questions and answers them."""

    def __init__(self, graph: nx.MultiDiGraph[str]) -> None:
        self._graph = graph
        self._out: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._in: dict[tuple[str, str], list[str]] = defaultdict(list)
        self._nodes: dict[str, list[str]] = defaultdict(list)
        for source, target, kind in graph.edges(keys=True):
            self._out[source, kind].append(target)
            self._in[target, kind].append(source)
        for id, data in graph.nodes(data=True):
            self._nodes[data["label"]].append(id)
        self._ends = [(kind, *ends) for kind, relationship in RELATIONSHIPS.items() for ends in relationship.ends]

    def _links(self, label: str) -> list[Link]:
        return [(*end, True) for end in self._ends if end[1] == label] + [
            (*end, False) for end in self._ends if end[2] == label
        ]

    def question(self, random: Random) -> Question:
        labels = {"v0": random.choice(["Task", "Task", "Assignment", "Agency", "Plan", "Section"])}
        edges = []
        for _ in range(random.randint(1, 4)):
            one = random.choice(list(labels))
            links = self._links(labels[one])
            alike = [link for link in links if link[0] == "SIMILAR_TO"]
            kind, source, target, outward = random.choice(alike if alike and random.random() < 0.35 else links)
            new = f"v{len(labels)}"
            labels[new] = target if outward else source
            edges.append((kind, one, new) if outward else (kind, new, one))
        pairs = [(x, y) for x, y in itertools.combinations(labels, 2) if labels[x] == labels[y]]
        return Question(
            labels,
            edges,
            [
                self._condition(random, x, label)
                for x, label in labels.items()
                if label in _PROPERTIES and random.random() < 0.35
            ],
            [i for i, edge in enumerate(edges) if edge[0] == "SIMILAR_TO" and random.random() < 0.5],
            [pair for pair in pairs if random.random() < 0.9],
            (x := random.choice(list(labels)), random.choice(self._links(labels[x])), random.random() < 0.7)
            if random.random() < 0.4
            else None,
            (y := random.choice(list(labels)), random.choice(self._links(labels[y])))
            if random.random() < 0.3
            else None,
            random.choice(["rows", "count", "group"]),
        )

    def _condition(self, random: Random, variable: str, label: str) -> tuple[str, str, str, str | int | bool]:
        name, values = random.choice(_PROPERTIES[label])
        return variable, name, random.choice(["=", "<>"]), random.choice(values)

    def answer(self, question: Question, most: int = 200_000) -> list[tuple[object, ...]] | None:
        """The rows; None when they are too many to be worth the time."""
        found: list[Row] = [{"v0": id} for id in self._nodes[question.labels["v0"]] if self._fits(question, "v0", id)]
        for place, edge in enumerate(question.edges):
            found = [longer for row in found for longer in self._longer(question, row, place, edge)]
            if len(found) > most:
                return None
        names = [*question.labels, *(["z"] if question.optional else [])]
        if question.optional:
            found = [longer for row in found for longer in self._with_optional(row, *question.optional)]
        if question.style == "count":
            return [(len(found),)]
        if question.style == "group":
            groups: dict[str | None, list[str | None]] = defaultdict(list)
            for row in found:
                groups[row["v0"]].append(row[names[-1]])
            return [(id, len({*ends} - {None}), len([end for end in ends if end])) for id, ends in groups.items()]
        return [tuple(row[name] for name in names) for row in found]

    def _others(self, id: str, link: Link) -> list[str]:
        kind, source, target, outward = link
        ends, label = (self._out[id, kind], target) if outward else (self._in[id, kind], source)
        return [end for end in ends if self._graph.nodes[end]["label"] == label]

    def _fits(self, question: Question, variable: str, id: str) -> bool:
        data = self._graph.nodes[id]
        if data["label"] != question.labels[variable]:
            return False
        for name, sign, value in ((n, s, v) for x, n, s, v in question.conditions if x == variable):
            if data[name] is None or (data[name] == value) != (sign == "="):
                return False
        if question.missing and question.missing[0] == variable:
            _, link, absent = question.missing
            return bool(self._others(id, link)) != absent
        return True

    def _longer(self, question: Question, row: Row, place: int, edge: tuple[str, str, str]) -> list[Row]:
        kind, a, b = edge
        known, new = (a, b) if a in row else (b, a)
        start = str(row[known])
        used = {(row[x], k, row[y]) for k, x, y in question.edges[:place]}
        found = []
        for id in self._out[start, kind] if known == a else self._in[start, kind]:
            longer = {**row, new: id}
            step = (longer[a], kind, longer[b])
            equal = any(x in longer and longer.get(x) == longer.get(y) for x, y in question.different)
            low = place in question.scored and not self._graph.edges[str(step[0]), str(step[2]), kind]["score"] > LEAST
            if self._fits(question, new, id) and step not in used and not equal and not low:
                found.append(longer)
        return found

    def _with_optional(self, row: Row, variable: str, link: Link) -> list[Row]:
        ends: list[str | None] = [*self._others(str(row[variable]), link)]
        return [{**row, "z": end} for end in ends or [None]]
