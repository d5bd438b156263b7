"""The named queries: every pair of files in `named/`, NAME.cypher and NAME.rq, with a header that says what they are.

The header is the comment at the top of the file, and TOML: title and question in both languages, parameters with type
and default, columns with type, order. Both files of a pair carry the same header (a test holds it).
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from itertools import takewhile
from typing import Any

from zeren.model import UsageError
from zeren.queries.records import NamedQuery, QueryParameter, QueryTexts, Wording


def header(text: str, mark: str) -> dict[str, Any]:
    """The header of a query file whose comments begin with `mark`. Raises tomllib.TOMLDecodeError."""
    lines = takewhile(lambda line: line.startswith(mark), text.splitlines())
    return tomllib.loads("\n".join(line.removeprefix(mark) for line in lines))


def wording(entry: Mapping[str, Any]) -> Wording:
    """The two languages of a table of TOML."""
    return Wording(entry["zh"], entry["en"])


def parameter(name: str, entry: Mapping[str, Any]) -> QueryParameter:
    """One parameter as a header or a rule's options table gives it."""
    default = entry.get("default")
    return QueryParameter(name, entry["type"], wording(entry), tuple(default) if isinstance(default, list) else default)


def _query(name: str, cypher: str, sparql: str) -> NamedQuery:
    head = header(cypher, "//")
    parameters = tuple(parameter(key, entry) for key, entry in head.get("parameters", {}).items())
    texts = QueryTexts(name, cypher, sparql, parameters, tuple(head["columns"].items()), tuple(head["order"]))
    return NamedQuery(name, wording(head["title"]), wording(head["question"]), texts)


@cache
def catalogue() -> tuple[NamedQuery, ...]:
    """All named queries, sorted by name."""
    folder = files("zeren.queries").joinpath("named")
    names = sorted(item.name.removesuffix(".cypher") for item in folder.iterdir() if item.name.endswith(".cypher"))
    return tuple(
        _query(
            name, folder.joinpath(f"{name}.cypher").read_text("utf-8"), folder.joinpath(f"{name}.rq").read_text("utf-8")
        )
        for name in names
    )


def load(name: str) -> NamedQuery:
    """The query of this name. Raises UsageError query-unknown, which lists those there are."""
    for query in catalogue():
        if query.name == name:
            return query
    raise UsageError("query-unknown", name=name, known=", ".join(query.name for query in catalogue()))
