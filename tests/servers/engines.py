"""One graph on real servers, for tests that ask the same of every engine."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import neo4j
import networkx as nx
from tests.servers.processes import fill

from zeren.graph.triples import triples
from zeren.queries import Engine
from zeren.store.endpoint import SparqlEndpoint
from zeren.store.neo4j import Neo4jStore, load

Served = dict[str, tuple[Any, Engine]]
"""Name of the server to its store and the language it is asked in."""


def _empty(driver: neo4j.Driver) -> None:
    """Delete everything, in batches: one transaction over a large graph is more than the server's memory."""
    with driver.session() as session:
        session.run("MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS").consume()


@contextmanager
def served(graph: nx.MultiDiGraph[str], neo4j_address: str, fuseki_address: str) -> Iterator[Served]:
    """The graph in Neo4j and in Fuseki; Neo4j is emptied before and afterwards."""
    with neo4j.GraphDatabase.driver(neo4j_address) as driver:
        _empty(driver)
        load(graph, neo4j_address)
        fill(fuseki_address, "\n".join(triples(graph)).encode())
        store = Neo4jStore(neo4j_address)
        try:
            yield {"neo4j": (store, "cypher"), "fuseki": (SparqlEndpoint(f"{fuseki_address}/sparql"), "sparql")}
        finally:
            store.close()
            _empty(driver)
