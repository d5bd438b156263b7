"""Comparisons that mix types: the embedded engine converts (`1 = '1'` is true), Neo4j does not."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise

from zeren.graph.schema import NODES, RELATIONSHIPS
from zeren.model import UsageError
from zeren.store.protocol import Parameters
from zeren.store.tokens import Token

_OPERATORS = ("=", "<>", "<", ">", "<=", ">=")
_SEARCHES = ("CONTAINS", "WITH")


@cache
def _types() -> Mapping[str, frozenset[str]]:
    """Property to the kinds of value that some label has under this name; `id` is text."""
    found: dict[str, set[str]] = {"id": {"text"}}
    kinds = {"STRING": "text", "INT64": "number", "DOUBLE": "number", "BOOLEAN": "truth", "DATE": "day"}
    groups = [*NODES.values(), *(dict(relationship.properties) for relationship in RELATIONSHIPS.values())]
    for group in groups:
        for name, kind in group.items():
            found.setdefault(name, set()).add(kinds[kind])
    return {name: frozenset(kinds) for name, kinds in found.items()}


def _kind(token: Token, parameters: Parameters) -> str | None:
    """Kind of value that a literal or a given parameter is; None where the text does not tell."""
    if token.kind in ("text", "number"):
        return token.kind
    if token.word in ("TRUE", "FALSE"):
        return "truth"
    value = parameters.get(token.text[1:]) if token.kind == "parameter" else None
    if isinstance(value, bool):
        return "truth"
    kinds = {str: "text", int: "number", float: "number", dt.date: "day"}
    return kinds.get(type(value)) if value is not None else None


def _pairs(tokens: Sequence[Token]) -> Iterator[tuple[Token, Token]]:
    """Property and value of every comparison `x.property = value` or `value = x.property`, and of maps in patterns."""
    for place, token in enumerate(tokens):
        if token.text in _OPERATORS and 0 < place < len(tokens) - 1:
            left, right = tokens[place - 1], tokens[place + 1]
            if place > 2 and tokens[place - 2].text == ".":
                yield left, right
            if place + 3 < len(tokens) and tokens[place + 2].text == ".":
                yield tokens[place + 3], left
        if token.text == ":" and 1 < place < len(tokens) - 1 and tokens[place - 2].text in ("{", ","):
            yield tokens[place - 1], tokens[place + 1]


def check_comparisons(tokens: Sequence[Token], parameters: Parameters) -> None:
    """Raises UsageError query-refused-types, and query-refused-empty for a search of empty words.

    What is computed from a property (`x.date - $days`) is not looked at; `$x = '' OR y.text CONTAINS $x` is fine.
    """
    for name, value in _pairs(tokens):
        known, found = _types().get(name.text), _kind(value, parameters)
        if known and found and found not in known:
            shown = value.text if value.kind != "parameter" else f"{value.text} = {parameters[value.text[1:]]!r}"
            raise UsageError("query-refused-types", name=name.text, type="|".join(sorted(known)), value=shown)
    empty = {token.text for token in tokens if token.kind == "parameter" and parameters.get(token.text[1:]) == ""}
    empty -= {token.text for token, sign, words in zip(tokens, tokens[1:], tokens[2:], strict=False)
              if sign.text == "=" and words.text in ("''", '""')}  # fmt: skip
    for before, token in pairwise(tokens):
        if before.word in _SEARCHES and token.text in empty:
            raise UsageError("query-refused-empty")
