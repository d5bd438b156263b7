"""Talking to a Neo4j server: the connection, and its errors in our words."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from zeren.model import UsageError

if TYPE_CHECKING:
    import neo4j

Auth = tuple[str, str] | None
"""User and password; None for a server without accounts."""


def driver(address: str, auth: Auth) -> neo4j.Driver:
    """A driver that is connected. Raises UsageError extra-missing, server-address, server-unreachable, server-login."""
    try:
        import neo4j
    except ModuleNotFoundError as fault:
        raise UsageError("extra-missing", extra="neo4j") from fault
    try:
        found = neo4j.GraphDatabase.driver(address, auth=auth, notifications_min_severity="OFF")
    except (ValueError, neo4j.exceptions.ConfigurationError) as fault:
        raise UsageError("server-address", address=address) from fault
    try:
        found.verify_connectivity()
    except neo4j.exceptions.DriverError as fault:
        found.close()
        raise UsageError("server-unreachable", address=address, detail=str(fault)) from fault
    except neo4j.exceptions.Neo4jError as fault:
        found.close()
        raise UsageError("server-login", address=address, detail=fault.message) from fault
    return found


@contextmanager
def said(address: str, timeout: float) -> Iterator[None]:
    """Turns the driver's errors inside the block into ours."""
    import neo4j

    try:
        yield
    except neo4j.exceptions.Neo4jError as fault:
        code = fault.code or ""
        if "TransactionTimedOut" in code or "LockClientStopped" in code:
            raise UsageError("query-timeout", seconds=f"{timeout:g}") from fault
        if code.endswith("Statement.ParameterMissing"):
            raise UsageError("query-parameter-missing", name=fault.message) from fault
        if code.endswith("Statement.AccessMode"):
            raise UsageError("query-refused-writing", word=fault.message) from fault
        raise UsageError("query-syntax", detail=fault.message) from fault
    except neo4j.exceptions.DriverError as fault:
        raise UsageError("server-unreachable", address=address, detail=str(fault)) from fault
