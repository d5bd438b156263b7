"""Both embedded engines over one graph."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from types import TracebackType

import networkx as nx

from zeren.store.cypher import LadybugStore, write_cypher
from zeren.store.protocol import Parameters, Rows
from zeren.store.sparql import OxigraphStore, write_sparql

CYPHER_FILE = "graph.lbug"
SPARQL_FOLDER = "triples"


def write_engines(graph: nx.MultiDiGraph[str], folder: Path) -> None:
    """Make both engines' files in a folder that has none yet."""
    folder.mkdir(parents=True, exist_ok=True)
    write_cypher(graph, folder / CYPHER_FILE)
    write_sparql(graph, folder / SPARQL_FOLDER)


class EngineFolder:
    """Both engines, opened from a folder made by `write_engines`, each when it is first asked."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._cypher: LadybugStore | None = None
        self._sparql: OxigraphStore | None = None

    def cypher(self, text: str, parameters: Parameters | None = None, timeout: float = 30.0) -> Rows:
        """As `LadybugStore.cypher`."""
        if self._cypher is None:
            self._cypher = LadybugStore(self.folder / CYPHER_FILE)
        return self._cypher.cypher(text, parameters, timeout)

    def sparql(self, text: str, parameters: Parameters | None = None, timeout: float = 30.0) -> Rows:
        """As `OxigraphStore.sparql`."""
        if self._sparql is None:
            self._sparql = OxigraphStore(self.folder / SPARQL_FOLDER)
        return self._sparql.sparql(text, parameters, timeout)

    def close(self) -> None:
        """Give the files free and end the processes."""
        for engine in (self._cypher, self._sparql):
            if engine is not None:
                engine.close()
        self._cypher = self._sparql = None


class EmbeddedStore(EngineFolder):
    """A graph with both engines over it, in a folder of its own that is removed at the end, or in the folder given.

    Each engine is made when it is first asked: whoever only asks Cypher does not pay for SPARQL.
    A context manager; without `with`, call `close`, or leave it to the end of the program.
    """

    def __init__(self, graph: nx.MultiDiGraph[str], folder: Path | None = None) -> None:
        self._temporary = TemporaryDirectory(prefix="zeren-") if folder is None else None
        self.graph = graph
        self._making = threading.Lock()
        super().__init__(Path(self._temporary.name) if self._temporary else Path(folder or "."))
        self.folder.mkdir(parents=True, exist_ok=True)

    def cypher(self, text: str, parameters: Parameters | None = None, timeout: float = 30.0) -> Rows:
        """As `LadybugStore.cypher`."""
        self._make(CYPHER_FILE, write_cypher)
        return super().cypher(text, parameters, timeout)

    def sparql(self, text: str, parameters: Parameters | None = None, timeout: float = 30.0) -> Rows:
        """As `OxigraphStore.sparql`."""
        self._make(SPARQL_FOLDER, write_sparql)
        return super().sparql(text, parameters, timeout)

    def _make(self, name: str, write: Callable[[nx.MultiDiGraph[str], Path], None]) -> None:
        """Make an engine's files beside their place and move them there, once."""
        with self._making:
            path = self.folder / name
            if not path.exists():
                part = self.folder / f"part-{name}"
                write(self.graph, part)
                part.replace(path)

    def __enter__(self) -> EmbeddedStore:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Give the files free, end the processes and remove a temporary folder."""
        super().close()
        if self._temporary is not None:
            self._temporary.cleanup()
