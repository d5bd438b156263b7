"""How much each body carries, and when."""

from __future__ import annotations

from dataclasses import asdict

import streamlit as st

from zeren.explorer import charts, figures
from zeren.explorer.burden import due_by_quarter, loads
from zeren.explorer.cells import csv_bytes
from zeren.explorer.components.listing import Column, Line, listing
from zeren.explorer.details import body_card
from zeren.explorer.language import Speaker
from zeren.explorer.roles import role_name, used_roles
from zeren.explorer.session import go, say, view
from zeren.explorer.shelf import Material


def page(material: Material) -> None:
    """Ranking and quarters as charts, the figures as a table, the card of a body that was picked."""
    language = say()
    left, right = st.columns(2, gap="large")
    with left:
        _ranking(material, language)
    with right:
        _quarters(material, language)
    left, right = st.columns([6, 4], gap="medium")
    with left:
        _table(material, language)
    with right:
        if view().body in material.picture.body:
            body_card(material, view().body, language, "load")


def _ranking(material: Material, language: Speaker) -> None:
    st.subheader(language("load.ranking"), anchor=False)
    rows = [asdict(share) for share in figures.load(material.picture, most=20)]
    kinds = [(role, role_name(language, role), charts.ROLE_COLOURS[role]) for role in used_roles(material.picture)]
    if rows:
        st.altair_chart(charts.stacked(rows, kinds, along=language("load.tasks")), key="ranking")


def _quarters(material: Material, language: Speaker) -> None:
    st.subheader(language("load.matrix"), anchor=False)
    rows = [asdict(due) for due in due_by_quarter(material.picture)]
    if not rows:
        st.info(language("load.no_dates"))
        return
    st.altair_chart(charts.heat(rows, language.words("load", "body", "quarter", "due")), key="heat")


def _table(material: Material, language: Speaker) -> None:
    st.subheader(language("load.table"), anchor=False)
    rows = loads(material.picture)
    columns = [
        Column(language("load.body")),
        Column(language("load.tasks"), "number"),
        Column(language("load.load"), "bar", most=max((load for *_, load in rows), default=1)),
    ]
    lines = [Line(id, (name, count, load)) for id, name, count, load in rows]
    picked = listing(
        "load-table",
        language("load.table"),
        columns,
        lines,
        language.language,
        selected=view().body,
        pickable=True,
        height=520,
    )
    st.caption(language("load.hint"))
    heads = [language(f"load.{name}") for name in ("body", "tasks", "load")]
    st.download_button(
        language("terms.download_csv"),
        csv_bytes(heads, [row[1:] for row in rows]),
        "zeren-workload.csv",
        "text/csv",
        on_click="ignore",
    )
    if picked:
        go(body=picked, task="")
