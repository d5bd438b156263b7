"""Drafts: files read on the spot, looked at like kept plans, and gone with the session."""

from __future__ import annotations

import hashlib
import logging
from dataclasses import dataclass
from typing import Any

import streamlit as st

from zeren.explorer.components.listing import Column, Line, listing
from zeren.explorer.decisions import corrected, is_decisions, take, texts
from zeren.explorer.language import Speaker
from zeren.explorer.plain import plain
from zeren.explorer.server import UPLOAD_LIMIT
from zeren.explorer.session import EMPTY, change, say, view
from zeren.explorer.shelf import Material, Shelf
from zeren.explorer.sources import drafts
from zeren.loading import decisions_name
from zeren.loading.corrections.file import parse
from zeren.model import ZerenError

TYPES = ("docx", "xlsx", "xls", "pdf", "html", "htm", "txt", "md", "csv", "doc", "wps", "rtf", "odt", "toml")
_FAILED = "uploads-failed"
_ROUND = "uploads-round"
"""Counts how often all was removed: a new round has an uploader without files."""


@dataclass(frozen=True, slots=True)
class Failure:
    """A file that gave nothing: the error, or None for a defect of ours."""

    file: str
    error: ZerenError | None


def page(material: Material | None) -> None:
    """The uploader, what came of each file, and the way to look at it."""
    language = say()
    st.caption(language("drafts.privacy"))
    st.html(_uploader_words(language))
    files = st.file_uploader(
        language("drafts.upload", limit=UPLOAD_LIMIT),
        type=TYPES,
        accept_multiple_files=True,
        key=f"uploads-{st.session_state.get(_ROUND, 0)}",
    )
    fresh = [file for file in files or () if _key(file) not in _seen()]
    fresh.sort(key=lambda file: not is_decisions(file.name))
    if fresh:
        _read(fresh, language)
        st.rerun()
    _results(language)


def _uploader_words(language: Speaker) -> str:
    """Streamlit's uploader speaks English only: its words are replaced by style. Only our own sentences."""
    button = '[data-testid="stFileUploaderDropzone"] [data-testid="stBaseButton-secondary"]'
    hint = '[data-testid="stFileUploaderDropzoneInstructions"]'
    return f"""<style>
{button}, {hint} {{ font-size: 0; }}
{button} > *, {hint} * {{ display: none; }}
{button}::after {{ content: "{language("drafts.uploader_button")}"; font-size: 0.95rem; }}
{hint}::after {{ content: "{language("drafts.uploader_hint")}"; font-size: 0.9rem; opacity: 0.7; }}
</style>"""


def _key(file: Any) -> str:
    return f"{file.name}:{hashlib.sha256(file.getvalue()).hexdigest()}"


def _seen() -> set[str]:
    """Files of this session that were read already, with or without success."""
    seen: set[str] = st.session_state.setdefault("uploads-seen", set())
    return seen


def _failures() -> dict[str, Failure]:
    failures: dict[str, Failure] = st.session_state.setdefault(_FAILED, {})
    return failures


def _read(files: list[Any], language: Speaker) -> None:
    """Read the files one after the other, with progress; one bad file does not stop the others."""
    bar = st.progress(0.0)
    for place, file in enumerate(files):
        bar.progress(place / len(files), plain(language("drafts.reading", file=file.name)))
        _seen().add(_key(file))
        _failures().pop(file.name, None)
        try:
            if is_decisions(file.name):
                take(file.name, file.getvalue())
                continue
            shelf = _shelf(file.getvalue(), file.name)
        except ZerenError as fault:
            _failures()[file.name] = Failure(file.name, fault)
        except Exception:
            logging.getLogger(__name__).exception("reading an upload failed")
            _failures()[file.name] = Failure(file.name, None)
        else:
            drafts()[file.name] = shelf
            change(**EMPTY, plan=next(iter(shelf.materials.values())).key)
    bar.empty()


def _shelf(data: bytes, name: str) -> Shelf:
    """The draft with the corrections kept for it. Raises InputError; UsageError where an extra is missing."""
    from zeren.readers import read_bytes

    return corrected(read_bytes(data, name), name)


def _results(language: Speaker) -> None:
    for failure in _failures().values():
        if failure.error is None:
            st.error(plain(language("drafts.defect", file=failure.file)))
        else:
            message = failure.error.message(view().lang)
            st.error(plain(language("drafts.failed", file=failure.file, message=message)))
    if not drafts():
        return
    st.subheader(language("drafts.results"), anchor=False)
    heads = ("tasks", "bodies", "enterprises", "coverage")
    columns = [Column(language("drafts.file")), *(Column(language(f"drafts.{name}"), "number") for name in heads)]
    lines = [_line(name, shelf) for name, shelf in drafts().items()]
    picked = listing(
        "drafts", language("drafts.results"), columns, lines, language.language, selected=view().plan, pickable=True
    )
    if picked and picked != view().plan:
        change(plan=picked)
        st.rerun()
    for name, shelf in drafts().items():
        if all(not plan.tasks and not plan.enterprises for plan in shelf.plans.values()):
            st.warning(plain(language("drafts.nothing_in", file=name)))
    for name, text in texts().items():
        count = len(parse(text.encode(), name))
        key = "decisions" if any(decisions_name(file) == name for file in drafts()) else "decisions_alone"
        st.info(plain(language(f"drafts.{key}", file=name, count=count)))
    st.success(language("drafts.opened"))
    st.button(language("drafts.remove"), on_click=_remove)


def _line(name: str, shelf: Shelf) -> Line:
    material = next(iter(shelf.materials.values()))
    share = f"{material.plan.coverage.share():.0%}"
    return Line(
        material.key,
        (name, len(material.plan.tasks), len(material.picture.bodies), len(material.plan.enterprises), share),
    )


def _remove() -> None:
    for shelf in drafts().values():
        shelf.store.close()
    drafts().clear()
    texts().clear()
    _failures().clear()
    _seen().clear()
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    change(plan="")
