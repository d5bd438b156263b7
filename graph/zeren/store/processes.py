"""Engines in processes of their own: asked over a pipe, ended when they take too long."""

from __future__ import annotations

import contextlib
import pickle
import struct
import subprocess
import sys
import threading
import time
import weakref
from pathlib import Path
from typing import Any

from zeren.model import UsageError

_KEPT = 2
"""Idle processes kept warm for each engine."""
_SPENT = "Buffer manager"
"""How ladybug begins when memory ran out: every later query on that database fails too, so its process is ended."""
_GRACE = 1.0
"""Seconds an engine that stops by itself may be late before its process is ended."""


class EngineError(Exception):
    """What the engine said against a query, in its own words."""


class _Process:
    """One process on the engine's files."""

    def __init__(self, engine: str, path: Path) -> None:
        script = str(Path(__file__).with_name("worker.py"))
        self._process = subprocess.Popen(
            [sys.executable, "-P", script, engine, str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )

    def ask(self, request: tuple[str, dict[str, Any], float], seconds: float) -> tuple[bool, Any] | None:
        """Whether the engine succeeded and what it answered; None when the process had to be ended, or fell."""
        guard = threading.Timer(seconds, self._process.kill)
        guard.start()
        try:
            body = pickle.dumps(request)
            self._input.write(struct.pack(">I", len(body)) + body)
            self._input.flush()
            head = self._output.read(4)
            size = struct.unpack(">I", head)[0] if len(head) == 4 else 0
            answer = self._output.read(size)
        except BrokenPipeError:
            return None
        finally:
            guard.cancel()
        return pickle.loads(answer) if size and len(answer) == size else None

    @property
    def _input(self) -> Any:
        return self._process.stdin

    @property
    def _output(self) -> Any:
        return self._process.stdout

    def close(self) -> None:
        """End it."""
        self._process.kill()
        self._process.wait()
        self._output.close()
        with contextlib.suppress(BrokenPipeError):
            self._input.close()


class EngineProcesses:
    """The processes of one engine over one file or folder. May be asked from several threads."""

    def __init__(self, engine: str, path: Path) -> None:
        self._engine = engine
        self._path = path
        self._idle: list[_Process] = []
        self._lock = threading.Lock()
        weakref.finalize(self, _end, self._idle)

    def ask(self, text: str, parameters: dict[str, Any], seconds: float) -> Any:
        """The engine's answer. Raises EngineError; UsageError query-timeout, query-engine-ended."""
        process = self._take()
        began = time.monotonic()
        answer = process.ask((text, parameters, seconds), seconds + _GRACE)
        if answer is None:
            process.close()
            late = time.monotonic() - began >= seconds
            raise UsageError("query-timeout" if late else "query-engine-ended", seconds=f"{seconds:g}")
        succeeded, content = answer
        if not succeeded and content.startswith(_SPENT):
            process.close()
        else:
            self._keep(process)
        if not succeeded:
            raise EngineError(content)
        return content

    def close(self) -> None:
        """End the processes. When asked again, new ones start."""
        with self._lock:
            _end(self._idle)

    def _take(self) -> _Process:
        with self._lock:
            if self._idle:
                return self._idle.pop()
        return _Process(self._engine, self._path)

    def _keep(self, process: _Process) -> None:
        with self._lock:
            if len(self._idle) < _KEPT:
                self._idle.append(process)
                return
        process.close()


def _end(processes: list[_Process]) -> None:
    while processes:
        processes.pop().close()
