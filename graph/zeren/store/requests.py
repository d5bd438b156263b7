"""What a SPARQL query may not ask: to fetch anything from elsewhere."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from zeren.model import UsageError

PREFIX = "PREFIX z: <https://w3id.org/zeren#>\n"
"""Put before every query: the prefix of our own terms is known."""

_SUSPECT = re.compile(r"(?<![?$])(?:service|from)|\\u", re.IGNORECASE)
"""A variable may be called so (`?from`): behind its mark no keyword can stand."""


def _parts(node: Any) -> Any:
    """All parts of a parse tree, itself first. CompValue is tested first: ParseResults has .items() too."""
    from rdflib.plugins.sparql.parserutils import CompValue

    yield node
    if isinstance(node, CompValue):
        children: Any = node.values()
    elif isinstance(node, str) or not hasattr(node, "__iter__"):
        return
    else:
        children = node
    for child in children:
        yield from _parts(child)


@lru_cache(maxsize=256)
def check_local(text: str) -> None:
    """Raises UsageError query-refused-outbound for SERVICE and FROM, query-syntax where the text cannot be parsed.

    A text in which neither word occurs but as a variable, nor an escape that could hide one, is not parsed here: the
    engine does that.
    """
    if not _SUSPECT.search(text):
        return
    from rdflib.plugins.sparql.parser import parseQuery
    from rdflib.plugins.sparql.parserutils import CompValue

    try:
        tree = parseQuery(text)
    except Exception as fault:  # pyparsing raises many kinds, recursion among them
        raise UsageError("query-syntax", detail=str(fault)) from fault
    for part in _parts(tree):
        if isinstance(part, CompValue) and part.name in ("ServiceGraphPattern", "DatasetClause"):
            word = "SERVICE" if part.name == "ServiceGraphPattern" else "FROM"
            raise UsageError("query-refused-outbound", word=word)
