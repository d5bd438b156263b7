"""How much each body carries, and when."""

from __future__ import annotations

from dataclasses import asdict

import streamlit as st

from zeren.explorer import charts, figures
from zeren.explorer.burden import Burden, burden
from zeren.explorer.cells import csv_bytes
from zeren.explorer.components.listing import Column, Line, listing
from zeren.explorer.details import body_card
from zeren.explorer.language import Speaker
from zeren.explorer.picture_reading import short_name
from zeren.explorer.roles import role_name, used_roles
from zeren.explorer.session import go, say, view
from zeren.explorer.shelf import Material

FIELDS = ("name", "tasks", "leads", "load", "share", "lead_share", "partners", "score")


def page(material: Material) -> None:
    """Ranking and quarters as charts, the figures as a table, the card of a body that was picked."""
    language = say()
    content = _burden(material.stamp, material.id, _material=material)
    left, right = st.columns(2, gap="large")
    with left:
        _ranking(material, language)
    with right:
        _quarters(content, material.plan.jurisdiction or "", language)
    left, right = st.columns([6, 4], gap="medium")
    with left:
        _table(content, language)
    with right:
        if view().body in material.picture.body:
            body_card(material, view().body, language, "load")


@st.cache_resource(show_spinner=False, max_entries=50)
def _burden(stamp: str, id: str, *, _material: Material) -> Burden:
    return burden(_material.shelf.store, id, len(_material.picture.tasks))


def _ranking(material: Material, language: Speaker) -> None:
    st.subheader(language("load.ranking"), anchor=False)
    rows = [asdict(share) for share in figures.load(material.picture, most=20)]
    kinds = [(role, role_name(language, role), charts.ROLE_COLOURS[role]) for role in used_roles(material.picture)]
    if rows:
        st.altair_chart(charts.stacked(rows, kinds, along=language("load.tasks")), key="ranking")


def _quarters(content: Burden, place: str, language: Speaker) -> None:
    st.subheader(language("load.quarters"), anchor=False)
    if not content.dues:
        st.info(language("load.no_dates"))
        return
    st.altair_chart(
        charts.heat(
            [asdict(due) | {"name": short_name(due.name, place)} for due in content.dues],
            language.words("load", "body", "quarter", "due"),
        ),
        key="heat",
    )
    if content.peak_tasks > 1:
        st.caption(language("load.peak", date=content.peak_day, count=content.peak_tasks))


def _table(content: Burden, language: Speaker) -> None:
    st.subheader(language("load.table"), anchor=False)
    st.caption(language("load.uneven", gini=f"{content.gini:.2f}", top=f"{content.top_three:.0%}"))
    most = max((load.load for load in content.loads), default=1.0)
    columns = [Column(language("load.body"))]
    columns += [
        Column(language(f"load.{name}"), "bar" if name == "load" else "number", most=most) for name in FIELDS[1:]
    ]
    lines = [
        Line(
            load.id,
            (load.name, load.tasks, load.leads, load.load, f"{load.share:.0%}", f"{load.lead_share:.0%}", load.partners,
             language("load.overloaded", score=load.score) if load.overloaded else load.score),
            "warning" if load.overloaded else "",
        )
        for load in content.loads
    ]  # fmt: skip
    picked = listing(
        "load-table", language("load.table"), columns, lines, language.language, selected=view().body, pickable=True,
        height=520,
    )  # fmt: skip
    st.caption(language("load.hint"))
    heads = [language(f"load.{name}") for name in FIELDS]
    rows = [[getattr(load, name) for name in FIELDS] for load in content.loads]
    st.download_button(
        language("terms.download_csv"), csv_bytes(heads, rows), "zeren-workload.csv", "text/csv", on_click="ignore"
    )
    if picked:
        go(body=picked, task="")
