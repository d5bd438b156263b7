"""Node and relationship tables as CSV, for spreadsheets and for other graph tools."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Sequence

import networkx as nx
import pyarrow as pa

from zeren.store.tables import node_tables, relationship_tables

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""Beginnings that a spreadsheet takes for a formula (OWASP, CSV injection)."""
_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip file can say: output knows no clock."""


def safe(value: object) -> str:
    """A value as text that no spreadsheet runs: a quotation mark before what would begin a formula.

    Truth values are lower case, days ISO 8601, what is missing empty.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, int | float):
        return str(value)
    text = str(value)
    return "'" + text if text.startswith(_FORMULA) else text


def _csv(head: Sequence[str], rows: Iterator[Sequence[object]]) -> str:
    """UTF-8 with a mark, as spreadsheets want it for Chinese; lines end as RFC 4180 says."""
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows([safe(value) for value in row] for row in rows)
    return "\ufeff" + out.getvalue()


def _records(table: pa.Table) -> Iterator[Sequence[object]]:
    return zip(*(column.to_pylist() for column in table.columns), strict=True)


def sheets(graph: nx.MultiDiGraph[str]) -> Iterator[tuple[str, str]]:
    """File name and text of each table that has rows: one a label, then all relationships in one."""
    for node in node_tables(graph):
        if node.rows.num_rows:
            yield f"nodes/{node.label}.csv", _csv(node.rows.column_names, _records(node.rows))
    yield "relationships.csv", _csv(["type", "source", "target", "score"], _relationships(graph))


def _relationships(graph: nx.MultiDiGraph[str]) -> Iterator[Sequence[object]]:
    for table in relationship_tables(graph):
        for source, target, *values in _records(table.rows):
            yield table.kind, source, target, *(values or [None])


def zipped_sheets(graph: nx.MultiDiGraph[str]) -> bytes:
    """All sheets in one zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in sheets(graph):
            archive.writestr(zipfile.ZipInfo(name, _EPOCH), text.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()
