"""Engines that answer Cypher and SPARQL over the graph, behind one small protocol."""

from zeren.store.embedded import EmbeddedStore
from zeren.store.passing import PassingStore
from zeren.store.protocol import CypherStore, Parameters, Rows, SparqlStore, Value

__all__ = ["CypherStore", "EmbeddedStore", "Parameters", "PassingStore", "Rows", "SparqlStore", "Value"]
