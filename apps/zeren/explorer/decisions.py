"""Corrections in one session: the decisions files uploaded or written here, applied to drafts at once."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from zeren.explorer.session import change, view
from zeren.explorer.shelf import Material, Shelf
from zeren.explorer.sources import draft, drafts
from zeren.loading import decisions_name, understand
from zeren.loading.corrections import Outcome
from zeren.loading.corrections.applying import correct
from zeren.loading.corrections.file import SUFFIX, parse
from zeren.loading.corrections.writing import Value, with_entry, without_entry
from zeren.readers.document import Document

_TEXTS = "uploads-decisions"
"""Not the key of any component: Streamlit would take it for its state."""


def is_decisions(name: str) -> bool:
    """Whether an uploaded file is one of corrections, by its name."""
    return name.endswith(SUFFIX)


def texts() -> dict[str, str]:
    """The texts of this session's decisions files by their names."""
    found: dict[str, str] = st.session_state.setdefault(_TEXTS, {})
    return found


def text_of(material: Material) -> str:
    """What stands in the decisions file of a plan by now; empty where nothing was corrected here."""
    return texts().get(decisions_name(material.plan.source), "")


def take(name: str, data: bytes) -> None:
    """Keep an uploaded decisions file and apply it to the draft it belongs to.

    Raises UsageError as `parse` does.
    """
    parse(data, name)
    texts()[name] = data.decode("utf-8-sig")
    _draw_anew(name)


def corrected(document: Document, name: str) -> Shelf:
    """A shelf of a draft with the corrections that are kept for a file of that name."""
    kept = texts().get(decisions_name(name), "")
    return draft(correct(understand(document), document, parse(kept.encode(), decisions_name(name)))[0], document)


def note_down(material: Material, values: Mapping[str, Value]) -> Outcome:
    """Add an entry to a plan's decisions file, if it does what it says; the outcome tells.

    Raises UsageError for an entry that is not valid.
    """
    assert material.document is not None
    name = decisions_name(material.plan.source)
    text, _ = with_entry(text_of(material), values, name)
    outcome = outcomes(material.document, text, name)[-1]
    if outcome.fate in ("applied", "healed"):
        _keep(name, text)
    return outcome


def outcomes(document: Document, text: str, name: str) -> Sequence[Outcome]:
    """What becomes of each entry of a decisions file. Raises UsageError as `parse` does."""
    return correct(understand(document), document, parse(text.encode(), name))[1]


def drop(material: Material, number: int) -> None:
    """Take an entry out of a plan's decisions file."""
    name = decisions_name(material.plan.source)
    _keep(name, without_entry(text_of(material), number, name))


def _keep(name: str, text: str) -> None:
    texts()[name] = text
    _draw_anew(name)


def _draw_anew(name: str) -> None:
    """Read the drafts again that a decisions file belongs to; whoever looks at one goes on looking at it."""
    for file, shelf in list(drafts().items()):
        (material,) = shelf.materials.values()
        if decisions_name(file) != name or material.document is None:
            continue
        looked_at = view().plan == material.key
        drafts()[file] = fresh = corrected(material.document, file)
        shelf.store.close()
        if looked_at:
            change(plan=next(iter(fresh.materials.values())).key)
