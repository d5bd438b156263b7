"""The graph as typed tables, one a label and one a relationship type and pair of ends, in a fixed order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from zeren.graph.schema import NODES, RELATIONSHIPS, PropertyType

if TYPE_CHECKING:
    import networkx as nx
    import pyarrow as pa


@cache
def _arrow() -> dict[PropertyType, pa.DataType]:
    """The column type of each type of the schema."""
    import pyarrow as pa

    return {
        "STRING": pa.string(),
        "INT64": pa.int64(),
        "DOUBLE": pa.float64(),
        "BOOLEAN": pa.bool_(),
        "DATE": pa.date32(),
    }


@dataclass(frozen=True, slots=True)
class NodeTable:
    """All nodes of a label: the column `id`, then the properties as the schema orders them; rows sorted by id."""

    label: str
    rows: pa.Table


@dataclass(frozen=True, slots=True)
class RelationshipTable:
    """All relationships of a type between two labels: `source`, `target`, then the properties; rows sorted."""

    kind: str
    source: str
    target: str
    rows: pa.Table


def node_tables(graph: nx.MultiDiGraph[str]) -> Iterator[NodeTable]:
    """One table for every label of the schema, also where the graph has no such node."""
    import pyarrow as pa

    ids: dict[str, list[str]] = {label: [] for label in NODES}
    for id, data in graph.nodes(data=True):
        ids[data["label"]].append(id)
    for label, properties in NODES.items():
        ids[label].sort()
        columns = {"id": pa.array(ids[label], pa.string())}
        for name, kind in properties.items():
            columns[name] = pa.array([graph.nodes[id].get(name) for id in ids[label]], _arrow()[kind])
        yield NodeTable(label, pa.table(columns))


def relationship_tables(graph: nx.MultiDiGraph[str]) -> Iterator[RelationshipTable]:
    """One table for every type and pair of labels of the schema, also where the graph has no such relationship."""
    import pyarrow as pa

    labels: dict[str, str] = {id: data["label"] for id, data in graph.nodes(data=True)}
    found: dict[tuple[str, str, str], list[tuple[str, str]]] = defaultdict(list)
    for source, target, kind in graph.edges(keys=True):
        found[kind, labels[source], labels[target]].append((source, target))
    for kind, relationship in RELATIONSHIPS.items():
        for ends in relationship.ends:
            pairs = sorted(found[(kind, *ends)])
            columns = {
                "source": pa.array([source for source, _ in pairs], pa.string()),
                "target": pa.array([target for _, target in pairs], pa.string()),
            }
            for name, type_ in relationship.properties:
                values = [graph.edges[source, target, kind][name] for source, target in pairs]
                columns[name] = pa.array(values, _arrow()[type_])
            yield RelationshipTable(kind, *ends, pa.table(columns))
