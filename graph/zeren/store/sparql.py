"""The embedded SPARQL engine: pyoxigraph on disk, read-only, in a process that can be ended: it knows no time limit."""

from __future__ import annotations

from pathlib import Path
from tempfile import NamedTemporaryFile

import networkx as nx

from zeren.graph.triples import triples
from zeren.model import UsageError
from zeren.store.parameters import substituted
from zeren.store.processes import EngineError, EngineProcesses
from zeren.store.protocol import Parameters, Rows
from zeren.store.requests import PREFIX, check_local
from zeren.store.results import rows


def write_sparql(graph: nx.MultiDiGraph[str], folder: Path) -> None:
    """Make a new store of the graph in an empty or missing folder."""
    import pyoxigraph

    store = pyoxigraph.Store(str(folder))
    with NamedTemporaryFile("w", encoding="utf-8", newline="\n", suffix=".nt", dir=folder.parent) as part:
        part.writelines(f"{line}\n" for line in triples(graph))
        part.flush()
        store.bulk_load(path=part.name, format=pyoxigraph.RdfFormat.N_TRIPLES)
    store.optimize()
    store.flush()


class OxigraphStore:
    """Answers SPARQL from a folder made by `write_sparql`, or from a file of N-Triples that is read into memory first.

    May be used from several threads.
    """

    def __init__(self, path: Path) -> None:
        self._processes = EngineProcesses("sparql" if path.is_dir() else "triples", path)

    def sparql(self, text: str, parameters: Parameters | None = None, timeout: float = 30.0) -> Rows:
        """Run one SELECT or ASK; `timeout` in seconds counts the engine's work and the transfer of its answer.

        The prefix `z:` is known. IRIs of our nodes come back as ids. Raises UsageError query-refused-outbound,
        query-syntax, query-timeout, query-engine-ended, query-parameter-missing, query-parameter-type.
        """
        query = PREFIX + substituted(text, parameters or {})
        check_local(query)
        try:
            return rows(self._processes.ask(query, {}, timeout))
        except EngineError as fault:
            raise UsageError("query-syntax", detail=str(fault)) from fault

    def close(self) -> None:
        """End the processes. The store may be asked again; it starts new ones."""
        self._processes.close()
