"""What can be looked at: the plans of the kept library, and drafts that live only in one session."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import networkx as nx
import streamlit as st

from zeren.explorer.originals import original
from zeren.explorer.shelf import Material, Shelf
from zeren.model import Plan, UsageError
from zeren.readers.document import Document

_DRAFTS = "uploads-kept"
"""Not the key of any component: Streamlit would take the shelves for its state, and later uploads would be lost."""


def library_path() -> Path | None:
    """The folder the server was started with."""
    path = os.environ.get("ZEREN_LIBRARY")
    return Path(path) if path else None


def materials() -> dict[str, Material]:
    """All plans at hand by key: this session's drafts, the newest first, then the library's."""
    kept = library()
    shelves = [*reversed(drafts().values()), *([kept] if kept else [])]
    return {material.key: material for shelf in shelves for material in shelf.materials.values()}


def library() -> Shelf | None:
    """The kept library, opened once for all sessions and again when it was built anew."""
    path = library_path()
    return _kept(str(path), _digest(path)) if path else None


def drafts() -> dict[str, Shelf]:
    """This session's drafts by file name."""
    found: dict[str, Shelf] = st.session_state.setdefault(_DRAFTS, {})
    return found


def draft(plan: Plan, document: Document | None) -> Shelf:
    """A shelf of one plan that was read just now."""
    from zeren.graph.builder import build
    from zeren.store import EmbeddedStore

    graph = build([plan])
    ids = [node for node, data in graph.nodes(data=True) if data["label"] == "Plan"]
    return Shelf(graph, EmbeddedStore(graph), {ids[0]: plan}, lambda _: document, draft=True)


@st.cache_resource(show_spinner=False, max_entries=2)
def _kept(path: str, digest: str) -> Shelf:
    from zeren.store.library import Library

    folder = Path(path)
    kept = Library(folder)
    graph = kept.graph()
    return Shelf(graph, kept.engines(), plans_of(graph, kept.plans()), lambda plan: original(folder, plan))


def _digest(path: Path) -> str:
    from zeren.store.library import Library

    if not path.is_dir():
        raise UsageError("library-missing", folder=path)
    return Library(path).digest()


def plans_of(graph: nx.MultiDiGraph[str], plans: Iterable[Plan]) -> dict[str, Plan]:
    """The plans by the id of their node: those with most tasks first, then by title."""
    known = {(plan.title, plan.sha256, plan.source, plan.status): plan for plan in plans}
    nodes = [(id, data) for id, data in graph.nodes(data=True) if data["label"] == "Plan"]
    found = {id: known.get((data["title"], data["sha256"], data["source"], data["status"])) for id, data in nodes}
    there = [(id, plan) for id, plan in found.items() if plan is not None]
    return dict(sorted(there, key=lambda pair: (-len(pair[1].tasks), pair[1].title, pair[0])))
