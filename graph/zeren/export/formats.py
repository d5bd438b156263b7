"""The graph as a file, by suffix."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import networkx as nx

from zeren.export.graphml import graphml
from zeren.export.sheets import zipped_sheets
from zeren.export.turtle import turtle
from zeren.model import UsageError

Exporter = Callable[["nx.MultiDiGraph[str]"], bytes]

FORMATS: Mapping[str, Exporter] = {
    ".ttl": turtle,
    ".graphml": graphml,
    ".csv": zipped_sheets,
    ".zip": zipped_sheets,
}
"""Suffix to exporter. A csv export has several tables, so it is a zip file whatever its suffix."""


def write(graph: nx.MultiDiGraph[str], path: Path) -> Path:
    """Write the graph in the format of the suffix; returns the path written. The same graph gives the same bytes.

    A csv export is several tables in a zip: `.csv` becomes `.csv.zip`.
    Raises UsageError export-format for an unknown suffix, export-unwritable.
    """
    exporter = FORMATS.get(path.suffix.lower())
    if exporter is None:
        raise UsageError("export-format", path=path, known=", ".join(FORMATS))
    if path.suffix.lower() == ".csv":
        path = path.with_name(path.name + ".zip")
    content = exporter(graph)
    try:
        path.write_bytes(content)
    except OSError as fault:
        raise UsageError("export-unwritable", path=path, detail=fault.strerror or str(fault)) from fault
    return path
