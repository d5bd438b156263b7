"""The document with every reading marked: what was taken for what, and what was not understood."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from zeren.explorer.components.listing import Column, Line, listing
from zeren.explorer.components.paper import sheet
from zeren.explorer.controls import choice, several
from zeren.explorer.correction_form import correction_form, corrections
from zeren.explorer.details import task_card
from zeren.explorer.language import Speaker
from zeren.explorer.marks import MARK_KINDS, Mark, unknown_mark
from zeren.explorer.paper import part, part_of, parts
from zeren.explorer.plain import plain
from zeren.explorer.roles import reason_name
from zeren.explorer.session import go, say, view
from zeren.explorer.shelf import Material
from zeren.readers.document import Document
from zeren.readers.notices import sentence


def page(material: Material) -> None:
    """The document left, what was clicked and what was not understood right."""
    language = say()
    marks = material.marks
    st.caption(language("document.readings", count=len(marks), share=f"{material.plan.coverage.share():.0%}"))
    left, right = st.columns([6, 4], gap="medium")
    with left:
        _document(material, marks, language)
    with right:
        _picked(material, marks, language)
        corrections(material)
        _not_understood(material, language)


def _document(material: Material, marks: Sequence[Mark], language: Speaker) -> None:
    if material.document is None:
        st.info(language("document.no_text"))
        return
    present = [kind for kind in MARK_KINDS if any(mark.kind == kind for mark in marks)]
    chosen = several("kinds", language("document.kinds"), present, lambda kind: language(f"document.kind_{kind}"))
    focus = next((mark for mark in marks if mark.id == view().mark), None)
    shown = [mark for mark in marks if mark.kind in (chosen or present) or mark is focus]
    number = _part(material.document, focus, language)
    picked = sheet(
        "document",
        part(material.document, number, shown),
        language("document.title"),
        lambda mark: title(mark, language),
        [(kind, language(f"document.kind_{kind}")) for kind in present],
        focus=view().mark,
    )
    if picked:
        go(mark=picked, task=next((mark.task for mark in marks if mark.id == picked), ""))


def _part(document: Document, focus: Mark | None, language: Speaker) -> int:
    total = parts(document)
    if total == 1:
        return 0
    if focus is not None:
        return part_of(document, focus)
    names = [str(number) for number in range(total)]
    return int(
        choice(
            "part",
            language("document.part"),
            names,
            lambda number: language("document.part_name", number=int(number) + 1, total=total),
        )
    )


def title(mark: Mark, language: Speaker) -> str:
    """What a mark was read as, in one line."""
    kind = language(f"document.kind_{mark.kind}")
    if mark.kind == "body":
        return f"{kind}：{language.known(f'terms.role_{mark.note}', mark.note)}"
    if mark.kind == "deadline":
        return f"{kind}：{language.known(f'terms.type_{mark.note}', mark.note)}"
    return f"{kind}：{mark.note or reason_name(language, mark.reason)}" if mark.note or mark.reason else kind


def _picked(material: Material, marks: Sequence[Mark], language: Speaker) -> None:
    mark = next((mark for mark in marks if mark.id == view().mark), None)
    if mark is None:
        st.info(language("document.nothing_picked"))
        correction_form(material, None)
        return
    facts = [
        f"{language('document.read_as')} {title(mark, language)}",
        f"{language('terms.confidence')} {mark.confidence:.0%}",
    ]
    if mark.reason:
        facts.append(f"{language('terms.reason')} {reason_name(language, mark.reason)}")
    st.markdown(plain(" · ".join(facts)))
    if mark.task in material.picture.task:
        task_card(material, mark.task, language, "document")
    else:
        st.text(mark.words)
    correction_form(material, mark)


def _not_understood(material: Material, language: Speaker) -> None:
    coverage = material.plan.coverage
    st.subheader(language("document.not_understood"), anchor=False)
    entries = coverage.not_understood()
    if not entries:
        st.caption(language("document.all_understood"))
    else:
        columns = [Column(language("document.words")), Column(language("document.why"))]
        lines = [
            Line(unknown_mark(entry).id, (entry.text, reason_name(language, entry.reason or ""))) for entry in entries
        ]
        picked = listing(
            "unknown",
            language("document.not_understood"),
            columns,
            lines,
            language.language,
            selected=view().mark,
            pickable=True,
            height=300,
        )
        if picked:
            go(mark=picked, task="")
    if coverage.notices:
        st.markdown(f"**{language('document.notices')}**")
        for notice in coverage.notices:
            st.text(sentence(notice, language.language))
