"""Runs a query on either engine with checked parameters, so that the answers are equal to the last cell."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from typing import Any

from zeren.model import UsageError
from zeren.queries.records import Engine, NamedQuery, QueryParameter, QueryTexts
from zeren.store.protocol import Parameter, Parameters, Rows, Value

_PLACES = 6
"""Floats are compared and shown to so many places: the engines differ in the last digits."""


def _flag(value: Any) -> bool:
    if isinstance(value, bool):
        return value
    return {"true": True, "false": False, "1": True, "0": False}[str(value).lower()]


def _texts(value: Any) -> list[str]:
    items = value.split(",") if isinstance(value, str) else list(value)
    return [str(item).strip() for item in items if str(item).strip()]


def _date(value: Any) -> dt.date:
    return value if isinstance(value, dt.date) else dt.date.fromisoformat(value)


def _days(value: Any) -> dt.timedelta:
    return value if isinstance(value, dt.timedelta) else dt.timedelta(days=int(value))


_READ: dict[str, Callable[[Any], Parameter]] = {
    "text": str, "texts": _texts, "integer": int, "number": float, "date": _date, "flag": _flag,
    "days": _days,
}  # fmt: skip


def _read(parameter: QueryParameter, given: Mapping[str, Any]) -> Parameter:
    value = given.get(parameter.name, parameter.default)
    if value is None:
        raise UsageError("query-parameter-missing", name=parameter.name)
    try:
        return _READ[parameter.type](value)
    except (ValueError, TypeError, KeyError) as fault:
        raise UsageError("query-parameter-value", name=parameter.name, type=parameter.type, value=value) from fault


def checked_parameters(texts: QueryTexts, given: Mapping[str, Any] | None) -> dict[str, Parameter]:
    """Every parameter of the query with the value given, read from text where it is one, or its default.

    Raises UsageError query-parameter-unknown, query-parameter-missing, query-parameter-value.
    """
    given = given or {}
    known = [parameter.name for parameter in texts.parameters]
    for name in given:
        if name not in known:
            raise UsageError("query-parameter-unknown", name=name, known=", ".join(known) or "-")
    return {parameter.name: _read(parameter, given) for parameter in texts.parameters}


def _cell(value: Value, kind: str) -> Value:
    """A value as its column's type wants it."""
    if value is None:
        return None
    if kind == "number":
        return round(float(value), _PLACES)  # type: ignore[arg-type]
    return round(value) if kind == "integer" and isinstance(value, float) else value


def _rank(value: Value) -> tuple[bool, Any]:
    """Sorts values of one column; what is missing comes first."""
    return (value is not None, value)


def ordered(rows: Rows, order: tuple[str, ...]) -> Rows:
    """The rows by the columns of `order` (descending with a leading `-`), then by the others from left to right."""
    found = sorted(rows.rows, key=lambda row: tuple(_rank(value) for value in row))
    for name in reversed(order):
        place = rows.columns.index(name.removeprefix("-"))
        found.sort(key=lambda row, place=place: _rank(row[place]), reverse=name.startswith("-"))  # type: ignore[misc]
    return Rows(rows.columns, tuple(found))


def ask(texts: QueryTexts, store: Any, engine: Engine, parameters: Parameters, timeout: float = 60.0) -> Rows:
    """Run the text of an engine with parameters already checked; `timeout` in seconds."""
    if engine == "sparql":
        answer: Rows = store.sparql(texts.sparql, parameters, timeout)
    else:
        answer = store.cypher(texts.cypher, parameters, timeout)
    places = [answer.columns.index(name) for name, _ in texts.columns]
    kinds = [kind for _, kind in texts.columns]
    rows = tuple(tuple(_cell(row[p], kind) for p, kind in zip(places, kinds, strict=True)) for row in answer.rows)
    return ordered(Rows(tuple(name for name, _ in texts.columns), rows), texts.order)


def run(
    query: NamedQuery | QueryTexts,
    store: Any,
    engine: Engine = "cypher",
    parameters: Mapping[str, Any] | None = None,
    timeout: float = 60.0,
) -> Rows:
    """The answer of a query, the same on every engine: typed, rounded to six places, sorted.

    Raises UsageError query-parameter-unknown, query-parameter-missing, query-parameter-value, and as the store does.
    """
    texts = query.texts if isinstance(query, NamedQuery) else query
    return ask(texts, store, engine, checked_parameters(texts, parameters), timeout)
