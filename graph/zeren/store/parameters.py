"""Parameters of queries: the check that none is missing, and their place in the text of a SPARQL query."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Mapping, Sequence

from zeren.graph.identity import ID
from zeren.graph.triples import iri, term
from zeren.model import UsageError
from zeren.store.protocol import Parameter, Parameters

_SPARQL_TOKENS = re.compile(
    r'"""(?:[^\\]|\\.)*?"""'
    r"|'''(?:[^\\]|\\.)*?'''"
    r'|"(?:[^"\\\n]|\\.)*"'
    r"|'(?:[^'\\\n]|\\.)*'"
    r'|<[^<>"{}|^`\\\x00-\x20]*>'
    r"|#[^\n]*"
    r"|\$(?P<name>\w+)",
    re.DOTALL,
)
"""What may hold a `$` that is no parameter, and the parameters."""


def check_given(names: Sequence[str], parameters: Parameters) -> None:
    """Raises UsageError query-parameter-missing for the first name that is not given; extra ones are ignored."""
    for name in names:
        if name not in parameters:
            raise UsageError("query-parameter-missing", name=name)


def _scalar(value: object, name: str) -> str:
    """One value as a term. A text that has the form of an id stands for the node."""
    if isinstance(value, str) and ID.fullmatch(value):
        return iri(value)
    if isinstance(value, int):
        return str(value).lower()  # LIMIT takes no typed literal
    if isinstance(value, str | float | dt.date | dt.timedelta):
        return term(value)
    raise UsageError("query-parameter-type", name=name, type=type(value).__name__)


def _row(values: Mapping[str, object], name: str) -> str:
    return "(" + " ".join("UNDEF" if v is None else _scalar(v, name) for v in values.values()) + ")"


def _rendered(value: Parameter, name: str, separator: str) -> str:
    if not isinstance(value, Sequence) or isinstance(value, str):
        return _scalar(value, name)
    items = [_row(item, name) if isinstance(item, Mapping) else _scalar(item, name) for item in value]
    return separator.join(items)


def substituted(text: str, parameters: Parameters) -> str:
    """A SPARQL text with every `$name` replaced by a term.

    A list becomes terms, parted by blanks within braces (`VALUES ?a { $names }`), by commas elsewhere (`IN ($names)`).
    A list of mappings becomes rows of VALUES in the order of the keys. A text of the form of an id becomes the node's
    IRI. Raises UsageError query-parameter-missing, query-parameter-type.
    """

    def replace(match: re.Match[str]) -> str:
        name = match["name"]
        if name is None:
            return match[0]
        check_given([name], parameters)
        before = text[: match.start()].rstrip()
        return _rendered(parameters[name], name, " " if before.endswith("{") else ", ")

    return _SPARQL_TOKENS.sub(replace, text)
