"""The named queries on the embedded engines, as ratios against rdflib's own SPARQL engine and against Neo4j.

    python benchmarks/queries.py [--tasks 10000] [--only NAME ...] [--no-neo4j]

One run, one machine, one graph: time to the last row, the median of three after one that is not counted (of one where
it takes more than five seconds). A ratio below 1 means that we are faster than the peer. rdflib may take a minute on a
query; after two it is stopped and the ratio is an upper bound (<).
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from multiprocessing import get_context
from pathlib import Path
from typing import Any

import networkx as nx

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.plans import generate_plans

from zeren.graph import build
from zeren.graph.triples import triples
from zeren.queries import NamedQuery, catalogue, run
from zeren.queries.running import checked_parameters
from zeren.store import EmbeddedStore
from zeren.store.parameters import substituted

PATIENCE = 120.0
"""Seconds that rdflib gets for one query."""
LOADING = 120.0
"""Seconds more for the first, while it reads the triples."""
LONG = 5.0
"""Seconds from which on a query is not run again."""


def median(ask: Callable[[], Any]) -> float:
    """Seconds of one call after a first that warms up."""
    times = []
    for _ in range(4):
        start = time.perf_counter()
        ask()
        times.append(time.perf_counter() - start)
        if times[0] > LONG:
            return times[0]
    return statistics.median(times[1:])


def _answer_rdflib(lines: bytes, asked: Any) -> None:
    """Runs apart: loads the triples, then answers every text it is sent with the seconds it took."""
    import rdflib

    graph = rdflib.Graph()
    graph.parse(data=lines, format="nt")
    while True:
        text = asked.recv()
        asked.send(median(lambda text=text: list(graph.query(text))))


class Rdflib:
    """rdflib over the same triples, in a process that can be ended and begun anew."""

    def __init__(self, lines: bytes) -> None:
        self._lines = lines
        self._begin()

    def _begin(self) -> None:
        context = get_context("fork")
        self._asked, theirs = context.Pipe()
        self._process = context.Process(target=_answer_rdflib, args=(self._lines, theirs), daemon=True)
        self._process.start()
        self._fresh = True

    def seconds(self, text: str) -> float | None:
        """Of one query, None when it was stopped."""
        self._asked.send(text)
        if self._asked.poll(PATIENCE + (LOADING if self._fresh else 0)):
            self._fresh = False
            answer: float = self._asked.recv()
            return answer
        self._process.kill()
        self._process.join()
        self._begin()
        return None


def _given(graph: nx.MultiDiGraph[str]) -> dict[str, dict[str, str]]:
    """Parameters for the queries that need some: a body and an instrument of the graph."""
    nodes = [data for _, data in graph.nodes(data=True)]
    names = {
        label: sorted(data.get("name") or data.get("title") or "" for data in nodes if data["label"] == label)
        for label in ("Agency", "Instrument")
    }
    body, paper = (next(name for name in names[label] if name) for label in ("Agency", "Instrument"))
    return {"tasks-of-a-body": {"body": body}, "tasks-citing-an-instrument": {"instrument": paper}}


def _ratio(ours: float, peer: float | None) -> str:
    return f"{ours / peer:8.2f}" if peer else f"<{ours / PATIENCE:7.2f}"


def _line(query: NamedQuery, given: dict[str, str], store: EmbeddedStore, rdflib: Rdflib, neo4j: Any) -> str:
    cypher, sparql = (median(lambda e=e: run(query, store, e, given)) for e in ("cypher", "sparql"))  # type: ignore[misc]
    peer = rdflib.seconds(substituted(query.texts.sparql, checked_parameters(query.texts, given)))
    rows = len(run(query, store, "cypher", given).rows)
    line = (
        f"{query.name:28}{rows:8}{cypher * 1000:10.0f}{sparql * 1000:10.0f}{_ratio(cypher, peer)}{_ratio(sparql, peer)}"
    )
    if neo4j is None:
        return line
    theirs = median(lambda: run(query, neo4j, "cypher", given))
    return f"{line}{_ratio(cypher, theirs)}{_ratio(sparql, theirs)}"


def _neo4j(stack: ExitStack, graph: nx.MultiDiGraph[str]) -> Any:
    from tests.servers.processes import neo4j_server

    from zeren.store.neo4j import Neo4jStore, load

    address = stack.enter_context(neo4j_server(Path(stack.enter_context(tempfile.TemporaryDirectory()))))
    load(graph, address)
    store = Neo4jStore(address)
    stack.callback(store.close)
    return store


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--tasks", type=int, default=10_000)
    parser.add_argument("--only", nargs="*", default=[])
    parser.add_argument("--no-neo4j", action="store_true")
    args = parser.parse_args()
    graph = build(generate_plans(args.tasks))
    given = _given(graph)
    with ExitStack() as stack:
        store = stack.enter_context(EmbeddedStore(graph))
        neo4j = None if args.no_neo4j else _neo4j(stack, graph)
        rdflib = Rdflib("\n".join(triples(graph)).encode())
        print(f"{args.tasks} tasks, {graph.number_of_nodes()} nodes, {graph.number_of_edges()} relationships")
        print(f"{'query':28}{'rows':>8}{'Cypher ms':>10}{'SPARQL ms':>10}{'C/rdflib':>9}{'S/rdflib':>9}", end="")
        print("" if neo4j is None else f"{'C/Neo4j':>8}{'S/Neo4j':>8}")
        for query in catalogue():
            if not args.only or query.name in args.only:
                print(_line(query, given.get(query.name, {}), store, rdflib, neo4j), flush=True)


if __name__ == "__main__":
    main()
