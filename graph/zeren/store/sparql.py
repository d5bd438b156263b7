"""The embedded SPARQL engine: pyoxigraph on disk, read-only, each query in a process that can be ended."""

from __future__ import annotations

import contextlib
import shutil
import struct
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO

import networkx as nx

from zeren.graph.triples import triples
from zeren.model import UsageError
from zeren.store.parameters import substituted
from zeren.store.protocol import Parameters, Rows
from zeren.store.requests import PREFIX, check_local
from zeren.store.results import rows

_KEPT = 2
"""Idle processes kept warm."""


def write_sparql(graph: nx.MultiDiGraph[str], folder: Path) -> None:
    """Make a new store of the graph in an empty or missing folder."""
    import pyoxigraph

    store = pyoxigraph.Store(str(folder))
    store.bulk_load("\n".join(triples(graph)).encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)
    store.optimize()
    store.flush()


class _Worker:
    """One process on the store."""

    def __init__(self, folder: Path) -> None:
        script = str(Path(__file__).with_name("worker.py"))
        self._process = subprocess.Popen(
            [sys.executable, "-P", script, str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def ask(self, query: str, timeout: float) -> bytes | None:
        """The answer's frame; None when the process had to be ended, or ended by itself."""
        guard = threading.Timer(timeout, self._process.kill)
        guard.start()
        try:
            body = query.encode()
            self._input.write(struct.pack(">I", len(body)) + body)
            self._input.flush()
            head = self._output.read(4)
            size = struct.unpack(">I", head)[0] if len(head) == 4 else 0
            answer = self._output.read(size)
        except BrokenPipeError:
            return None
        finally:
            guard.cancel()
        return answer if size and len(answer) == size else None

    @property
    def _input(self) -> IO[bytes]:
        assert self._process.stdin is not None
        return self._process.stdin

    @property
    def _output(self) -> IO[bytes]:
        assert self._process.stdout is not None
        return self._process.stdout

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        self._output.close()
        with contextlib.suppress(BrokenPipeError):
            self._input.close()


class OxigraphStore:
    """Answers SPARQL from a folder made by `write_sparql`. May be used from several threads."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._idle: list[_Worker] = []
        self._lock = threading.Lock()

    def sparql(self, text: str, parameters: Parameters | None = None, timeout: float = 30.0) -> Rows:
        """Run one SELECT or ASK; `timeout` in seconds counts the engine's work and the transfer of its answer.

        The prefix `z:` is known. IRIs of our nodes come back as ids. Raises UsageError query-refused-outbound,
        query-syntax, query-timeout, query-parameter-missing.
        """
        query = PREFIX + substituted(text, parameters or {})
        check_local(query)
        worker = self._take()
        began = time.monotonic()
        answer = worker.ask(query, timeout)
        if answer is None:
            worker.close()
            late = time.monotonic() - began >= timeout
            raise UsageError("query-timeout" if late else "query-engine-ended", seconds=f"{timeout:g}")
        self._keep(worker)
        if answer[:1] == b"-":
            raise UsageError("query-syntax", detail=answer[1:].decode())
        return rows(answer[1:])

    def close(self) -> None:
        """End the processes. The store may be asked again; it starts new ones."""
        with self._lock:
            idle, self._idle = self._idle, []
        for worker in idle:
            worker.close()

    def _take(self) -> _Worker:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        return _Worker(self._folder)

    def _keep(self, worker: _Worker) -> None:
        with self._lock:
            if len(self._idle) < _KEPT:
                self._idle.append(worker)
                return
        worker.close()


def remove(folder: Path) -> None:
    """Delete a store that nobody reads any more."""
    shutil.rmtree(folder, ignore_errors=True)
