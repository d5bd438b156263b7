"""The embedded Cypher engine: ladybug, read-only, behind a guard against what it would answer wrongly.

It stops by itself at the time limit, but not while it plans a query, and a deeply nested text brings it down: so it
runs in a process that can be ended.
"""

from __future__ import annotations

import difflib
import re
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import networkx as nx

from zeren.graph.schema import NODES, RELATIONSHIPS
from zeren.model import UsageError
from zeren.store.guard import checked
from zeren.store.processes import EngineError, EngineProcesses
from zeren.store.protocol import Parameters, Rows
from zeren.store.tables import node_tables, relationship_tables
from zeren.store.tokens import tokens
from zeren.store.values import plain

_POOL = 1 << 30
"""Bytes of the page buffer: the engine would take four fifths of the machine."""

_UNKNOWN = re.compile(r"Table (\w+) does not exist|Cannot find property (\w+) for")
"""The engine's words for a label, type or property that the schema does not have."""


def _declarations() -> list[str]:
    """CREATE statements for every table of the schema."""
    statements = []
    for label, properties in NODES.items():
        columns = ", ".join(f"{name} {kind}" for name, kind in properties.items())
        statements.append(f"CREATE NODE TABLE {label}(id STRING PRIMARY KEY, {columns})")
    for kind, relationship in RELATIONSHIPS.items():
        ends = [f"FROM {source} TO {target}" for source, target in relationship.ends]
        columns = ", ".join([*ends, *(f"{name} {type_}" for name, type_ in relationship.properties)])
        statements.append(f"CREATE REL TABLE {kind}({columns})")
    return statements


def write_cypher(graph: nx.MultiDiGraph[str], file: Path) -> None:
    """Make a new database of the graph in a file that does not exist yet.

    One transaction: committing every table by itself costs more than filling them, for a small graph.
    """
    import ladybug
    import pyarrow.parquet as pq

    database = ladybug.Database(str(file), buffer_pool_size=_POOL)
    connection = ladybug.Connection(database)
    with TemporaryDirectory(dir=file.parent) as folder:
        part = Path(folder) / "part.parquet"
        connection.execute("BEGIN TRANSACTION")
        for statement in _declarations():
            connection.execute(statement)
        for node in node_tables(graph):
            if node.rows.num_rows:
                pq.write_table(node.rows, part)
                connection.execute(f'COPY {node.label} FROM "{part}"')
        for edge in relationship_tables(graph):
            if edge.rows.num_rows:
                pq.write_table(edge.rows, part)
                connection.execute(f'COPY {edge.kind} FROM "{part}" (from="{edge.source}", to="{edge.target}")')
        connection.execute("COMMIT")
    connection.execute("CHECKPOINT")
    connection.close()
    database.close()


class LadybugStore:
    """Answers Cypher from a file made by `write_cypher`. May be used from several threads."""

    def __init__(self, file: Path) -> None:
        self._processes = EngineProcesses("cypher", file)

    def cypher(self, text: str, parameters: Parameters | None = None, timeout: float = 30.0) -> Rows:
        """Run one statement that reads; `timeout` in seconds.

        Raises UsageError: query-refused-… for what the engine would answer wrongly (with the way to write it) and for
        all but reading, query-syntax with the engine's words, query-timeout, query-memory, query-engine-ended,
        query-parameter-missing.
        """
        given = parameters or {}
        query = checked(text, given)
        used = {name: _engine_value(given[name]) for name in query.parameters if not _is_whole(given[name])}
        try:
            columns, rows = self._processes.ask(with_whole_numbers(query.text, given), used, timeout)
        except EngineError as fault:
            raise _said(str(fault), timeout) from fault
        return Rows(tuple(columns), tuple(tuple(plain(value) for value in row) for row in rows))

    def close(self) -> None:
        """End the processes. The store may be asked again; it starts new ones."""
        self._processes.close()


def _is_whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def with_whole_numbers(text: str, parameters: Parameters) -> str:
    """The text with its whole-number parameters as literals.

    Bound, 100 would be an INT8, and `$a * $a` or a CASE beside a larger number an overflow; a literal is an INT64.
    """
    for token in reversed(tokens(text)):
        value = parameters.get(token.text[1:]) if token.kind == "parameter" else None
        if _is_whole(value):
            literal = f"({value})" if value < 0 else str(value)  # type: ignore[operator]
            text = text[: token.start] + literal + text[token.start + len(token.text) :]
    return text


def _said(words: str, timeout: float) -> UsageError:
    """The engine's words as an error of ours."""
    if words.startswith("Interrupted"):
        return UsageError("query-timeout", seconds=f"{timeout:g}")
    if words.startswith("Buffer manager"):
        return UsageError("query-memory")
    unknown = _UNKNOWN.search(words)
    if unknown:
        name = unknown[1] or unknown[2]
        return UsageError("query-unknown-name", name=name, nearest=", ".join(_nearest(name)))
    return UsageError("query-syntax", detail=words)


def _nearest(name: str) -> list[str]:
    """Names of the schema that look like it, the likest first; all labels where none does."""
    properties = (group for group in NODES.values())
    known = {*NODES, *RELATIONSHIPS, "id", "score", *(name for group in properties for name in group)}
    return difflib.get_close_matches(name, sorted(known), 3, 0.5) or sorted(NODES)


def _engine_value(value: Any) -> Any:
    """A parameter as the engine's binding takes it."""
    return list(value) if isinstance(value, tuple) else value
