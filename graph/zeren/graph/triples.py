"""The RDF twin of the graph: the direct mapping, as N-Triples.

A node is an instance of z:Label with the IRI `https://w3id.org/zeren/id/<id>`; properties and relationship types become
camelCase properties of z:; types are those of XML Schema. A relationship with properties becomes a node: SIMILAR_TO is
a z:Similarity with z:similar, z:similarTo and z:score.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator

import networkx as nx

VOCABULARY = "https://w3id.org/zeren#"
BASE = "https://w3id.org/zeren/id/"

_RDF_TYPE = "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type>"
_XSD = "http://www.w3.org/2001/XMLSchema#"
_ESCAPES = {ord("\\"): "\\\\", ord('"'): '\\"', ord("\n"): "\\n", ord("\r"): "\\r", ord("\t"): "\\t"}


def camel(name: str) -> str:
    """A property or relationship name as a local name of the vocabulary: HAS_SECTION gives hasSection."""
    first, *rest = name.lower().split("_")
    return first + "".join(word.capitalize() for word in rest)


def iri(id: str) -> str:
    """A node's IRI in angle brackets."""
    return f"<{BASE}{id}>"


def term(value: str | int | float | bool | dt.date | dt.timedelta) -> str:
    """A value as an RDF literal. A time span counts whole days (xsd:duration)."""
    if isinstance(value, bool):
        return f'"{str(value).lower()}"^^<{_XSD}boolean>'
    if isinstance(value, int):
        return f'"{value}"^^<{_XSD}integer>'
    if isinstance(value, float):
        return f'"{value!r}"^^<{_XSD}double>'
    if isinstance(value, dt.timedelta):
        return f'"P{value.days}D"^^<{_XSD}duration>'
    if isinstance(value, dt.date):
        return f'"{value.isoformat()}"^^<{_XSD}date>'
    return f'"{value.translate(_ESCAPES)}"'


def _z(name: str) -> str:
    return f"<{VOCABULARY}{name}>"


def _node_lines(id: str, data: dict[str, str | int | float | bool | dt.date | None]) -> Iterator[str]:
    subject = iri(id)
    yield f"{subject} {_RDF_TYPE} {_z(str(data['label']))} ."
    for name, value in data.items():
        if name != "label" and value is not None:
            yield f"{subject} {_z(camel(name))} {term(value)} ."


def _similarity_lines(first: str, second: str, score: float) -> Iterator[str]:
    digest = hashlib.sha256(f"{first}\x1f{second}".encode()).hexdigest()[:16]
    subject = iri(f"similarity-{digest}")
    yield f"{subject} {_RDF_TYPE} {_z('Similarity')} ."
    yield f"{subject} {_z('similar')} {iri(first)} ."
    yield f"{subject} {_z('similarTo')} {iri(second)} ."
    yield f"{subject} {_z('score')} {term(score)} ."


def triples(graph: nx.MultiDiGraph[str]) -> Iterator[str]:
    """The graph as lines of N-Triples without line ends, each triple once."""
    for id, data in graph.nodes(data=True):
        yield from _node_lines(id, data)
    for source, target, kind, data in graph.edges(keys=True, data=True):
        if kind == "SIMILAR_TO":
            yield from _similarity_lines(source, target, data["score"])
        else:
            yield f"{iri(source)} {_z(camel(kind))} {iri(target)} ."
