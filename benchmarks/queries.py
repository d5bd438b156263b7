"""The named queries on the embedded engines, as ratios against rdflib's own SPARQL engine and against Neo4j.

    python benchmarks/queries.py [--tasks 10000] [--only NAME ...] [--no-neo4j]

One run, one machine, one graph: time to the last row, the median of three after one that is not counted (of one where
it takes more than five seconds). A ratio below 1 means that we are faster than the peer. rdflib is stopped after half a
minute on a query, and the ratio is then an upper bound (<). Making the engines and loading the peers is not counted.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections import Counter
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
from zeren.queries import NamedQuery, catalogue, load, run
from zeren.queries.running import checked_parameters
from zeren.store import EmbeddedStore
from zeren.store.parameters import substituted

PATIENCE = 30.0
"""Seconds that rdflib gets for one query, repetitions included."""
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


def _answer(graph: Any, text: str, told: Any) -> None:
    told.send(median(lambda: list(graph.query(text))))


def _serve_rdflib(lines: bytes, asked: Any) -> None:
    """Runs apart: loads the triples once, then answers every text it is sent with the seconds it took.

    Each query runs in a fork of its own, so that one that takes too long can be ended without loading again.
    """
    import rdflib

    graph = rdflib.Graph()
    graph.parse(data=lines, format="nt")
    asked.send(None)
    context = get_context("fork")
    while True:
        text = asked.recv()
        told, theirs = context.Pipe()
        process = context.Process(target=_answer, args=(graph, text, theirs))
        process.start()
        asked.send(told.recv() if told.poll(PATIENCE) else None)
        process.kill()
        process.join()


class Rdflib:
    """rdflib's own engine over the same triples, in a process of its own."""

    def __init__(self, lines: bytes) -> None:
        context = get_context("fork")
        self._asked, theirs = context.Pipe()
        self._process = context.Process(target=_serve_rdflib, args=(lines, theirs))
        self._process.start()
        self._asked.recv()

    def seconds(self, text: str) -> float | None:
        """Of one query, None when it was stopped."""
        self._asked.send(text)
        answer: float | None = self._asked.recv()
        return answer

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.join()


def _given(graph: nx.MultiDiGraph[str]) -> dict[str, dict[str, str]]:
    """Parameters for the queries that need some: the busiest body, and the instrument that most tasks cite."""
    tasks: dict[str, Counter[str]] = {"ASSIGNEE": Counter(), "CITES": Counter()}
    for _, target, kind in graph.edges(keys=True):
        if kind in tasks:
            tasks[kind][target] += 1
    body, paper = (min(found, key=lambda id: (-found[id], id)) for found in tasks.values())
    return {
        "tasks-of-a-body": {"body": graph.nodes[body]["name"]},
        "tasks-citing-an-instrument": {"instrument": graph.nodes[paper]["title"]},
    }


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

    from zeren.store import neo4j

    address = stack.enter_context(neo4j_server(Path(stack.enter_context(tempfile.TemporaryDirectory()))))
    neo4j.load(graph, address)
    store = neo4j.Neo4jStore(address)
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
        for engine in ("cypher", "sparql"):  # each is made when it is first asked: not to be counted for a query
            run(load("plans"), store, engine)
        neo4j = None if args.no_neo4j else _neo4j(stack, graph)
        rdflib = Rdflib("\n".join(triples(graph)).encode())
        stack.callback(rdflib.close)
        print(f"{args.tasks} tasks, {graph.number_of_nodes()} nodes, {graph.number_of_edges()} relationships")
        print(f"{'query':28}{'rows':>8}{'Cypher ms':>10}{'SPARQL ms':>10}{'C/rdflib':>9}{'S/rdflib':>9}", end="")
        print("" if neo4j is None else f"{'C/Neo4j':>8}{'S/Neo4j':>8}")
        for query in catalogue():
            if not args.only or query.name in args.only:
                print(_line(query, given.get(query.name, {}), store, rdflib, neo4j), flush=True)


if __name__ == "__main__":
    main()
