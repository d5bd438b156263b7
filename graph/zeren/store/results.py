"""SPARQL JSON results (W3C 2013) as rows."""

from __future__ import annotations

import datetime as dt
import json
from typing import Any

from zeren.graph.triples import BASE
from zeren.store.protocol import Rows, Value

_XSD = "http://www.w3.org/2001/XMLSchema#"
_INTEGERS = {_XSD + name for name in ("integer", "int", "long", "short", "nonNegativeInteger", "positiveInteger")}
_FLOATS = {_XSD + name for name in ("decimal", "double", "float")}


def _value(binding: dict[str, str] | None) -> Value:
    """One binding: an IRI of ours as the id, numbers, days and truth values as such, anything else as text."""
    if binding is None:
        return None
    text, datatype = binding["value"], binding.get("datatype")
    if binding["type"] == "uri":
        return text.removeprefix(BASE)
    if datatype in _INTEGERS:
        return int(text)
    if datatype in _FLOATS:
        return float(text)
    if datatype == _XSD + "boolean":
        return text in ("true", "1")
    return dt.date.fromisoformat(text[:10]) if datatype == _XSD + "date" else text


def rows(body: bytes | str) -> Rows:
    """The table of a SELECT; of an ASK one row with the column `answer`."""
    data: dict[str, Any] = json.loads(body)
    if "boolean" in data:
        return Rows(("answer",), ((bool(data["boolean"]),),))
    columns = tuple(data["head"]["vars"])
    found = data["results"]["bindings"]
    return Rows(columns, tuple(tuple(_value(binding.get(name)) for name in columns) for binding in found))
