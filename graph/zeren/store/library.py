"""A kept library: the records of plans in a folder, and the engines made from them.

    zeren.json            format version
    plans/<sha256>.json   one plan each, named by its own content: written whole and moved into place
    engines/<digest>/     both engines over all plans; named by the plans, so never written under a reader
    lock                  held by whoever writes

The records are the truth. Engines may be thrown away at any time; they are made anew when they are asked for.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import threading
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import mkdtemp

import networkx as nx

from zeren.graph.builder import build
from zeren.graph.identity import plan_id
from zeren.model import Plan, UsageError
from zeren.model.interchange import dumps, loads
from zeren.store.embedded import EngineFolder, write_engines
from zeren.store.locking import exclusive
from zeren.store.protocol import Parameters, Rows

FORMAT = 1
"""Counts up when a library of before cannot be read any more, or its engines are made otherwise."""

_KEPT = 2
"""Engine folders left for readers that opened the one before."""


@dataclass(frozen=True, slots=True)
class Changes:
    """What adding plans did, as plan ids in the order given."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    """Read anew with another outcome: these replace the record of before."""
    same: tuple[str, ...] = ()


def _whole(path: Path, text: str) -> None:
    """Write a file so that a reader sees all of it or nothing."""
    part = path.with_name(f".{path.name}.{os.getpid()}")
    with part.open("w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    part.replace(path)


class Library:
    """The library in a folder, made when it is not there. Raises UsageError library-format for another version's."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._plans = folder / "plans"
        self._engines: EngineFolder | None = None
        self._opening = threading.RLock()
        self._plans.mkdir(parents=True, exist_ok=True)
        self._check_format()

    def _check_format(self) -> None:
        mark = self.folder / "zeren.json"
        if not mark.exists():
            _whole(mark, json.dumps({"format": FORMAT}) + "\n")
        try:
            found = json.loads(mark.read_text("utf-8")).get("format")
        except (ValueError, AttributeError):
            found = None
        if found != FORMAT:
            raise UsageError("library-format", folder=self.folder, found=found, expected=FORMAT)

    def add(self, plans: Iterable[Plan]) -> Changes:
        """Keep these plans.

        Another reading of a known file (same bytes, or same name, place, title and status) replaces the older one; a
        draft and the issued text of a plan stand side by side.

        Raises UsageError library-locked when somebody else is writing.
        """
        outcome: dict[str, list[str]] = {"added": [], "changed": [], "same": []}
        with self._writing():
            shelf = _Shelf(self._records())
            for plan in plans:
                outcome[self._keep(plan, shelf)].append(plan_id(plan))
        return Changes(*(tuple(outcome[kind]) for kind in ("added", "changed", "same")))

    def _keep(self, plan: Plan, shelf: _Shelf) -> str:
        text = dumps(plan)
        path = self._plans / f"{hashlib.sha256(text.encode()).hexdigest()}.json"
        if path in shelf.kept:
            return "same"
        older = shelf.replaced_by(plan)
        _whole(path, text)
        for known in older:
            known.unlink()
            shelf.drop(known)
        shelf.put(path, plan)
        return "changed" if older else "added"

    def remove(self, ids: Iterable[str]) -> tuple[str, ...]:
        """Forget the plans of these ids; returns the ids that were there."""
        wanted = set(ids)
        gone = []
        with self._writing():
            for path, plan in list(self._records()):
                if plan_id(plan) in wanted:
                    path.unlink()
                    gone.append(plan_id(plan))
        return tuple(gone)

    def plans(self) -> tuple[Plan, ...]:
        """All plans, sorted by id and file."""
        found = [plan for _, plan in self._records()]
        return tuple(sorted(found, key=lambda plan: (plan_id(plan), plan.sha256, plan.source)))

    def graph(self) -> nx.MultiDiGraph[str]:
        """The graph of all plans."""
        return build(self.plans())

    def digest(self) -> str:
        """Name of what is kept now: changes when any plan does."""
        names = "\n".join(sorted(path.name for path in self._plans.glob("[0-9a-f]*.json")))
        return hashlib.sha256(f"{FORMAT}\n{names}".encode()).hexdigest()[:16]

    def engines(self) -> EngineFolder:
        """Both engines over what is kept now, made if need be. May be asked from several threads."""
        with self._opening:
            folder = self.folder / "engines" / self.digest()
            while not folder.is_dir():
                self._make(folder)
                folder = self.folder / "engines" / self.digest()
            if self._engines is None or self._engines.folder != folder:
                self.close()
                self._engines = EngineFolder(folder)
            return self._engines

    def _make(self, folder: Path) -> None:
        """Make the engines beside their place and move them there, unless plans came or went meanwhile."""
        folder.parent.mkdir(exist_ok=True)
        part = Path(mkdtemp(prefix=".part-", dir=folder.parent))
        try:
            write_engines(self.graph(), part)
            if self.digest() == folder.name and not folder.is_dir():
                part.replace(folder)
        finally:
            shutil.rmtree(part, ignore_errors=True)
        self._clear(folder)

    def _clear(self, latest: Path) -> None:
        """Take away engines of before, but those that a reader may still have open."""
        older = sorted(latest.parent.glob("[0-9a-f]*"), key=lambda path: path.stat().st_mtime)
        for path in older[:-_KEPT]:
            shutil.rmtree(path, ignore_errors=True)

    def cypher(self, text: str, parameters: Parameters | None = None, timeout: float = 30.0) -> Rows:
        """As `LadybugStore.cypher`, over what is kept now."""
        return self.engines().cypher(text, parameters, timeout)

    def sparql(self, text: str, parameters: Parameters | None = None, timeout: float = 30.0) -> Rows:
        """As `OxigraphStore.sparql`, over what is kept now."""
        return self.engines().sparql(text, parameters, timeout)

    def close(self) -> None:
        """Give the engines' files free."""
        if self._engines is not None:
            self._engines.close()
            self._engines = None

    def _records(self) -> Iterator[tuple[Path, Plan]]:
        for path in sorted(self._plans.glob("[0-9a-f]*.json")):
            yield path, loads(path.read_text("utf-8"))

    @contextmanager
    def _writing(self) -> Iterator[None]:
        with exclusive(self.folder / "lock"):
            yield


class _Shelf:
    """The records kept, found by what makes two of them the same work."""

    def __init__(self, records: Iterable[tuple[Path, Plan]]) -> None:
        self.kept: dict[Path, Plan] = {}
        self._places: dict[object, set[Path]] = defaultdict(set)
        for path, plan in records:
            self.put(path, plan)

    def put(self, path: Path, plan: Plan) -> None:
        self.kept[path] = plan
        for mark in _marks(plan):
            self._places[mark].add(path)

    def drop(self, path: Path) -> None:
        for mark in _marks(self.kept.pop(path)):
            self._places[mark].discard(path)

    def replaced_by(self, plan: Plan) -> list[Path]:
        """The records whose place the plan takes, in order."""
        return sorted(set().union(*(self._places[mark] for mark in _marks(plan))))


def _marks(plan: Plan) -> list[object]:
    """What it has in common with a text it replaces: the bytes of its file (another reading), or name, place, title and
    status together (a new content)."""
    work = (plan_id(plan), plan.status, plan.source)
    return [work, plan.sha256] if plan.sha256 else [work]
