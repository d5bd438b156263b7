"""The graph as GraphML, for Gephi, yEd, Cytoscape and networkx."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from xml.sax.saxutils import escape, quoteattr

import networkx as nx

from zeren.graph.schema import NODES, RELATIONSHIPS, PropertyType

_TYPES: dict[PropertyType, str] = {
    "STRING": "string",
    "INT64": "long",
    "DOUBLE": "double",
    "BOOLEAN": "boolean",
    "DATE": "string",
}
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that no XML 1.0 document may hold."""


def _keys(kind: str, groups: Iterator[dict[str, PropertyType]]) -> dict[str, PropertyType]:
    """Every property of nodes or edges with its type; one name has one type in the whole schema."""
    found: dict[str, PropertyType] = {}
    for group in groups:
        found |= group
    return dict(sorted(found.items()))


def _text(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return escape(_NOT_XML.sub("\ufffd", value.isoformat() if isinstance(value, dt.date) else str(value)))


def _data(data: dict[str, object]) -> str:
    return "".join(f"<data key={quoteattr(name)}>{_text(data[name])}</data>" for name in data if data[name] is not None)


def _lines(graph: nx.MultiDiGraph[str]) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns">'
    yield '<key id="label" for="node" attr.name="label" attr.type="string"/>'
    yield '<key id="type" for="edge" attr.name="type" attr.type="string"/>'
    for name, kind in _keys("node", iter(NODES.values())).items():
        yield f'<key id="{name}_" for="node" attr.name="{name}" attr.type="{_TYPES[kind]}"/>'
    edges = (dict(relationship.properties) for relationship in RELATIONSHIPS.values())
    for name, kind in _keys("edge", edges).items():
        yield f'<key id="edge_{name}" for="edge" attr.name="{name}" attr.type="{_TYPES[kind]}"/>'
    yield '<graph edgedefault="directed">'
    for id in sorted(graph):
        data = {"label" if name == "label" else f"{name}_": value for name, value in graph.nodes[id].items()}
        yield f"<node id={quoteattr(id)}>{_data(data)}</node>"
    for source, target, kind_ in sorted(graph.edges(keys=True)):
        data = {"type": kind_} | {f"edge_{name}": value for name, value in graph.edges[source, target, kind_].items()}
        yield f"<edge source={quoteattr(source)} target={quoteattr(target)}>{_data(data)}</edge>"
    yield "</graph></graphml>"


def graphml(graph: nx.MultiDiGraph[str]) -> bytes:
    """GraphML with `label` on nodes and `type` on edges; dates are ISO 8601 text; sorted by id."""
    return ("\n".join(_lines(graph)) + "\n").encode()
