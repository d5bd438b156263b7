"""What every engine answers with, and to."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

Value = str | int | float | bool | dt.date | None
"""What a query may return: scalars only, since nodes differ in shape from engine to engine."""

Parameter = Value | Sequence[Value] | Sequence[Mapping[str, Value]] | dt.timedelta

Parameters = Mapping[str, Parameter]


@dataclass(frozen=True, slots=True)
class Rows:
    """The answer of a query."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]


class CypherStore(Protocol):
    """An engine that answers Cypher, read-only."""

    def cypher(self, text: str, parameters: Parameters | None = None, timeout: float = 30.0) -> Rows:
        """Run one statement; `timeout` in seconds. Raises UsageError: query-refused, query-syntax, query-timeout."""
        ...


class SparqlStore(Protocol):
    """An engine that answers SPARQL 1.1, read-only."""

    def sparql(self, text: str, parameters: Parameters | None = None, timeout: float = 30.0) -> Rows:
        """Run one SELECT or ASK; `$name` in the text is replaced by a term. Raises as `cypher`."""
        ...
