"""The graph as Turtle: the RDF twin, grouped by subject, each thing also under the public classes of its kind."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

import networkx as nx

from zeren.graph.triples import BASE, VOCABULARY, triples
from zeren.vocabulary import superclasses

_PREFIXES = {
    "z": VOCABULARY,
    "id": BASE,
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"


def _short(term: str) -> str:
    """An N-Triples term with our prefixes; the datatype of a literal too."""
    if term == _TYPE:
        return "a"
    literal, mark, iri = term.rpartition("^^") if term.startswith('"') and term.endswith(">") else ("", "", term)
    for prefix, base in _PREFIXES.items():
        if iri.startswith("<" + base):
            return f"{literal}{mark}{prefix}:{iri[len(base) + 1 : -1]}"
    return term


def _rows(verb: str, value: str) -> Iterator[tuple[str, str]]:
    """What is said of the subject; of its class also the public classes above it."""
    yield _short(verb), _short(value)
    if verb == _TYPE:
        name = value.removeprefix("<" + VOCABULARY).removesuffix(">")
        yield from (("a", f"<{upper}>") for upper in superclasses(name))


def _lines(graph: nx.MultiDiGraph[str]) -> Iterator[str]:
    yield from (f"@prefix {prefix}: <{base}> ." for prefix, base in _PREFIXES.items())
    cut = (line.removesuffix(" .").split(" ", 2) for line in sorted(triples(graph)))
    for subject, group in groupby(cut, key=lambda parts: parts[0]):
        rows = sorted({row for _, verb, value in group for row in _rows(verb, value)})
        rows.sort(key=lambda row: row[0] != "a")
        yield ""
        yield f"{_short(subject)} " + " ;\n    ".join(f"{verb} {value}" for verb, value in rows) + " ."


def turtle(graph: nx.MultiDiGraph[str]) -> bytes:
    """Turtle, sorted by subject; the terms are those of `zeren.vocabulary`, each node also of their public classes."""
    return ("\n".join(_lines(graph)) + "\n").encode()
