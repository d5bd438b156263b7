"""A graph into a Neo4j server: again and again with the same outcome."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import networkx as nx

from zeren.graph.schema import NODES
from zeren.store.bolt import Auth, driver, said

if TYPE_CHECKING:
    import neo4j

BATCH = 5000
"""Rows a statement: from 2,000 to 20,000 the speed is the same, at 500 a third less."""

Progress = Callable[[int, int], None]
"""Told how many of how many nodes and relationships are loaded."""

_SHARED = "Agency|Collective|LeadingGroup|Instrument|EnterpriseClass|Territory|Domain"
"""What several plans may speak of: it stays as long as one does."""

_ABOUT = "IN_TERRITORY|HAS_DOMAIN|PART_OF|SUCCEEDED_BY"
_SPOKEN_OF = (
    "MATCH (p:Plan {id: $id})-[:HAS_TASK|HAS_ASSIGNMENT|ASSIGNEE|CITES|PRODUCES|CONCERNS|SETS_UP|OFFICE_AT|LISTS"
    f"|OF_CLASS|ANSWERABLE|APPLIES_TO|HAS_MEMBER|{_ABOUT}*1..8]->(n:{_SHARED}) RETURN DISTINCT n.id AS id",
    f"MATCH (p:Plan {{id: $id}})-[:SETS_UP]->()<-[:MEMBER_OF]-()-[:{_ABOUT}*0..5]->(n) RETURN DISTINCT n.id AS id",
)

_FORGET = (
    "MATCH (p:Plan {id: $id})-[:HAS_TASK]->(t:Task) OPTIONAL MATCH (t)-[:HAS_ASSIGNMENT]->(a) "
    "OPTIONAL MATCH (t)-[:DUE]->(d) DETACH DELETE a, d, t",
    "MATCH (p:Plan {id: $id})-[:HAS_SECTION*1..30]->(s:Section) OPTIONAL MATCH (s)-[:DUE]->(d) DETACH DELETE d, s",
    "MATCH (p:Plan {id: $id})-[:LISTS]->(e:Enterprise) DETACH DELETE e",
    "MATCH (p:Plan {id: $id})-[:SETS_UP]->(g) WHERE NOT EXISTS { MATCH (o:Plan)-[:SETS_UP]->(g) WHERE o.id <> $id } "
    "MATCH (g)-[r:MEMBER_OF|OFFICE_AT]-() DELETE r",
    "MATCH (p:Plan {id: $id}) DETACH DELETE p",
)
"""What a plan alone has: its tasks with assignments and limits, sections, ledger, who is in its groups, itself."""

_SWEEP = (
    f"MATCH (n:{_SHARED}) WHERE n.id IN $ids AND NOT EXISTS {{ MATCH (n)<-[r]-() WHERE type(r) <> 'MEMBER_OF' }} "
    "AND NOT EXISTS { MATCH (n)-[:MEMBER_OF|INVOLVED_IN]->() } DETACH DELETE n"
)
"""Of the shared things a forgotten plan spoke of, those that nothing speaks of any more. Run until it deletes none."""


@dataclass(frozen=True, slots=True)
class Loaded:
    """How much was sent."""

    nodes: int
    relationships: int


class _Loader:
    """One load over one session."""

    def __init__(self, graph: nx.MultiDiGraph[str], session: neo4j.Session, progress: Progress | None) -> None:
        self._graph = graph
        self._session = session
        self._progress = progress or (lambda done, total: None)
        self._done = 0
        self._total = graph.number_of_nodes() + graph.number_of_edges()

    def constrain(self) -> None:
        """A unique id for every label, before any node: without it each batch takes longer than the last."""
        for label in NODES:
            self._session.run(f"CREATE CONSTRAINT IF NOT EXISTS FOR (n:{label}) REQUIRE n.id IS UNIQUE").consume()
        self._session.run("CALL db.awaitIndexes(300)").consume()

    def forget(self) -> list[str]:
        """Delete what the server has of the graph's plans; returns the shared things they spoke of."""
        touched: set[str] = set()
        ids = sorted(id for id, data in self._graph.nodes(data=True) if data["label"] == "Plan")
        there = self._session.run("MATCH (p:Plan) WHERE p.id IN $ids RETURN p.id AS id", ids=ids)
        for id in sorted(record["id"] for record in there):
            for query in _SPOKEN_OF:
                touched.update(record["id"] for record in self._session.run(query, id=id))
            for statement in _FORGET:
                self._write(statement, id=id)
        return sorted(touched)

    def nodes(self) -> None:
        """All nodes, a label at a time."""
        rows: dict[str, list[dict[str, Any]]] = defaultdict(list)
        for id, data in self._graph.nodes(data=True):
            rows[data["label"]].append({"id": id} | {name: data[name] for name in data if name != "label"})
        for label in sorted(rows):
            self._send(f"UNWIND $rows AS r MERGE (n:{label} {{id: r.id}}) SET n += r", rows[label])

    def relationships(self) -> None:
        """All relationships, a type and pair of labels at a time."""
        labels = {id: data["label"] for id, data in self._graph.nodes(data=True)}
        rows: dict[tuple[str, str, str], list[dict[str, Any]]] = defaultdict(list)
        for source, target, kind, data in self._graph.edges(keys=True, data=True):
            rows[kind, labels[source], labels[target]].append({"a": source, "b": target, "data": dict(data)})
        for kind, source, target in sorted(rows):
            match = f"MATCH (a:{source} {{id: r.a}}) MATCH (b:{target} {{id: r.b}})"
            query = f"UNWIND $rows AS r {match} MERGE (a)-[e:{kind}]->(b) SET e += r.data"
            self._send(query, rows[kind, source, target])

    def sweep(self, ids: Sequence[str]) -> None:
        """Delete those of the shared things that nothing speaks of any more: bodies first, then their places."""
        for batch in _batches([id for id in ids if id not in self._graph]):
            while self._write(_SWEEP, ids=batch).counters.nodes_deleted:
                pass

    def _send(self, query: str, rows: list[dict[str, Any]]) -> None:
        rows.sort(key=lambda row: (row.get("id") or row["a"], row.get("b", "")))
        for batch in _batches(rows):
            self._write(query, rows=batch)
            self._done += len(batch)
            self._progress(self._done, self._total)

    def _write(self, query: str, **parameters: Any) -> neo4j.ResultSummary:
        return self._session.execute_write(lambda transaction: transaction.run(query, parameters).consume())


def _batches(rows: Sequence[Any]) -> Iterator[Sequence[Any]]:
    for start in range(0, len(rows), BATCH):
        yield rows[start : start + BATCH]


def load(graph: nx.MultiDiGraph[str], address: str, auth: Auth = None, progress: Progress | None = None) -> Loaded:
    """Load the graph; what the server had of the same plans is replaced, other plans stay. Twice is as once.

    Stopped half way, it is run again from the beginning. Raises UsageError extra-missing, server-….
    """
    with driver(address, auth) as connected, said(address, 0), connected.session() as session:
        loader = _Loader(graph, session, progress)
        loader.constrain()
        touched = loader.forget()
        loader.nodes()
        loader.relationships()
        loader.sweep(touched)
    return Loaded(graph.number_of_nodes(), graph.number_of_edges())
