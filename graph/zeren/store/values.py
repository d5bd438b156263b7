"""Values of the Cypher engines as plain ones, alike on every engine."""

from __future__ import annotations

import datetime as dt
import json
from decimal import Decimal
from typing import Any

from zeren.store.protocol import Value


def plain(value: Any) -> Value:
    """A scalar as it is, a whole Decimal as int, a node as its id, a list or map as JSON text.

    A day of the Neo4j driver becomes a `datetime.date`; what has no plain form becomes its text.
    """
    match value:
        case None | bool() | int() | float() | str():
            return value
        case Decimal():
            return int(value) if value == value.to_integral_value() else float(value)
        case dt.datetime():
            return value.isoformat()
        case dt.date():
            return value
        case dict():
            return str(value["id"]) if "id" in value else _json({k: v for k, v in value.items() if k[:1] != "_"})
        case list() | tuple():
            return _json([plain(item) for item in value])
    if hasattr(value, "to_native"):
        return plain(value.to_native())
    return _entity(value)


def _entity(value: Any) -> Value:
    """A node or relationship of the Neo4j driver: the id, or the type."""
    if hasattr(value, "labels"):
        return str(value.get("id"))
    return str(value.type) if hasattr(value, "type") else str(value)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, default=str)
