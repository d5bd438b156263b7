"""A Neo4j 5 server: read-only questions, and loading a graph into it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from zeren.model import UsageError
from zeren.store.bolt import Auth, driver, said
from zeren.store.guard import check_reading
from zeren.store.loading import Loaded, load
from zeren.store.parameters import check_given
from zeren.store.protocol import Parameters, Rows
from zeren.store.tokens import tokens
from zeren.store.values import plain

if TYPE_CHECKING:
    import neo4j

__all__ = ["Auth", "Loaded", "Neo4jStore", "load"]

_REFUSED = ("LoadCSV", "ProcedureCall", "Show", "Terminate")
"""Beginnings of plan operators that READ access lets through: they read files, run procedures or tell settings."""


class Neo4jStore:
    """Answers Cypher from a server, in READ access mode. `address` is neo4j://… or bolt://…."""

    def __init__(self, address: str, auth: Auth = None) -> None:
        self.address = address
        self._driver = driver(address, auth)

    def cypher(self, text: str, parameters: Parameters | None = None, timeout: float = 30.0) -> Rows:
        """Run one statement that reads; `timeout` in seconds, kept by the server.

        Raises UsageError query-refused-…, query-syntax, query-timeout, query-parameter-missing, server-unreachable.
        """
        import neo4j

        found = tokens(text)
        check_reading(found)
        given = dict(parameters or {})
        check_given([token.text[1:] for token in found if token.kind == "parameter"], given)
        with (
            said(self.address, timeout),
            self._driver.session(default_access_mode=neo4j.READ_ACCESS) as session,
        ):
            self._check_plan(session, text, given, timeout)
            result = session.run(neo4j.Query(text, timeout=timeout), given)
            columns = tuple(result.keys())
            return Rows(columns, tuple(tuple(plain(value) for value in record.values()) for record in result))

    def _check_plan(self, session: neo4j.Session, text: str, parameters: dict[str, Any], timeout: float) -> None:
        """Refuse what EXPLAIN, which runs nothing, says would be done beside reading the graph."""
        import neo4j

        summary = session.run(neo4j.Query("EXPLAIN " + text, timeout=timeout), parameters).consume()
        for operator in _operators(summary.plan or {}):
            if operator.startswith(_REFUSED):
                raise UsageError("query-refused-writing", word=operator)
        if summary.query_type != "r":
            raise UsageError("query-refused-writing", word=str(summary.query_type))

    def close(self) -> None:
        """Close the connections."""
        self._driver.close()


def _operators(plan: dict[str, Any]) -> Iterator[str]:
    """Names of all operators of a plan, without the database they run in."""
    yield str(plan.get("operatorType", "")).split("@")[0]
    for child in plan.get("children", ()):
        yield from _operators(child)
