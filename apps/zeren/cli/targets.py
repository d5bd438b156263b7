"""Where a question goes: a library folder, a Neo4j server or a SPARQL endpoint."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from zeren.model import UsageError

if TYPE_CHECKING:
    from zeren.store import CypherStore, SparqlStore
    from zeren.store.library import Library

LIBRARY = Path(".zeren")
"""The library of whoever names none."""
_BOLT = ("neo4j://", "neo4j+s://", "neo4j+ssc://", "bolt://", "bolt+s://", "bolt+ssc://")


def is_server(target: str) -> bool:
    """Whether the text is an address rather than a folder."""
    return "://" in target


def credentials(user: str, password: str | None) -> tuple[str, str] | None:
    """User and password for a Neo4j server; None where no password is given anywhere: a server without accounts."""
    secret = password if password is not None else os.environ.get("ZEREN_PASSWORD")
    return (user, secret) if secret else None


def open_library(folder: Path) -> Library:
    """The library in the folder. Raises UsageError library-missing where nobody has built one."""
    from zeren.store.library import Library

    if not folder.is_dir():
        raise UsageError("library-missing", folder=folder)
    return Library(folder)


def open_cypher(target: str, auth: tuple[str, str] | None = None) -> CypherStore:
    """Whatever answers Cypher there. Raises UsageError target-speaks for a SPARQL endpoint."""
    if target.startswith(_BOLT):
        from zeren.store.neo4j import Neo4jStore

        return Neo4jStore(target, auth)
    if is_server(target):
        raise UsageError("target-speaks", target=target, language="SPARQL")
    return open_library(Path(target))


def open_sparql(target: str) -> SparqlStore:
    """Whatever answers SPARQL there. Raises UsageError target-speaks for a Neo4j server."""
    if target.startswith(_BOLT):
        raise UsageError("target-speaks", target=target, language="Cypher")
    if is_server(target):
        from zeren.store.endpoint import SparqlEndpoint

        return SparqlEndpoint(target)
    return open_library(Path(target))
