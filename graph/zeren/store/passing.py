"""A small graph that is asked for a moment: in the memory of the SPARQL engine's own process, nothing is kept."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

import networkx as nx

from zeren.graph.triples import triples
from zeren.store.protocol import Parameters, Rows
from zeren.store.sparql import OxigraphStore


class PassingStore:
    """Answers SPARQL over one graph until it is closed. A context manager.

    It starts in a tenth of the time of `EmbeddedStore`, and no engine runs in this process, not even to write: so it
    may be used in processes that were forked.
    """

    def __init__(self, graph: nx.MultiDiGraph[str]) -> None:
        self._folder = TemporaryDirectory(prefix="zeren-")
        file = Path(self._folder.name, "triples.nt")
        file.write_text("".join(f"{line}\n" for line in triples(graph)), "utf-8", newline="\n")
        self._engine = OxigraphStore(file)

    def sparql(self, text: str, parameters: Parameters | None = None, timeout: float = 30.0) -> Rows:
        """As `OxigraphStore.sparql`."""
        return self._engine.sparql(text, parameters, timeout)

    def __enter__(self) -> PassingStore:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """End the process and remove the file."""
        self._engine.close()
        self._folder.cleanup()
