"""What can be looked at: the plans of the kept library, and drafts that live only in one session."""

from __future__ import annotations

import os
from pathlib import Path

import streamlit as st

from zeren.explorer.shelf import Material, Shelf
from zeren.model import Plan
from zeren.readers.document import Document

_DRAFTS = "drafts"


def library_path() -> Path | None:
    """The folder the server was started with."""
    path = os.environ.get("ZEREN_LIBRARY")
    return Path(path) if path else None


def materials() -> dict[str, Material]:
    """All plans at hand by id: the library's, then this session's drafts, newest first."""
    kept = library()
    found = dict(kept.materials) if kept else {}
    for shelf in drafts().values():
        found = {**shelf.materials, **found}
    return found


def library() -> Shelf | None:
    """The kept library, opened once for all sessions and again when it was built anew."""
    path = library_path()
    return _kept(str(path), _stamp(path)) if path else None


def drafts() -> dict[str, Shelf]:
    """This session's drafts by file name."""
    found: dict[str, Shelf] = st.session_state.setdefault(_DRAFTS, {})
    return found


def draft(plan: Plan, document: Document | None) -> Shelf:
    """A shelf of one plan that was read just now."""
    from zeren.agencies import load_register
    from zeren.graph.builder import build
    from zeren.store import EmbeddedStore

    graph = build([plan], load_register())
    ids = [node for node, data in graph.nodes(data=True) if data["label"] == "Plan"]
    return Shelf(graph, EmbeddedStore(graph), {ids[0]: plan}, {ids[0]: document} if document else {}, draft=True)


def _stamp(path: Path) -> float:
    return max((file.stat().st_mtime for file in path.glob("*")), default=0.0)


@st.cache_resource(show_spinner=False, max_entries=2)
def _kept(path: str, stamp: float) -> Shelf:
    return _facts(Path(path))


def _facts(path: Path) -> Shelf:
    from zeren.agencies import load_register
    from zeren.graph.builder import build
    from zeren.graph.identity import plan_id
    from zeren.model.interchange import loads
    from zeren.store import EmbeddedStore

    plans = [loads(file.read_text("utf-8")) for file in sorted(path.glob("*.json"))]
    graph = build(plans, load_register())
    return Shelf(graph, EmbeddedStore(graph), {plan_id(plan): plan for plan in plans})
