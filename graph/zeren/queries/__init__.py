"""Named queries, each in Cypher and in SPARQL, and how they are run alike on every engine."""

from zeren.queries.catalogue import catalogue, load
from zeren.queries.records import Engine, NamedQuery, QueryParameter, QueryTexts, Wording
from zeren.queries.running import run

__all__ = ["Engine", "NamedQuery", "QueryParameter", "QueryTexts", "Wording", "catalogue", "load", "run"]
