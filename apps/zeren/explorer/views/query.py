"""Questions in Cypher and SPARQL: named ones with parameters, and free text, over the library or a draft."""

from __future__ import annotations

import re
import time
from typing import Any, Literal

import streamlit as st

from zeren.explorer.cells import csv_bytes
from zeren.explorer.components.listing import MOST_ROWS, Column, Line, listing
from zeren.explorer.controls import choice, one_of
from zeren.explorer.language import Speaker
from zeren.explorer.plain import plain
from zeren.explorer.session import say, view
from zeren.explorer.shelf import Material, Shelf
from zeren.explorer.sources import drafts, library
from zeren.explorer.views.query_picture import result_network
from zeren.model import UsageError
from zeren.queries import Engine, NamedQuery, QueryParameter, catalogue, run
from zeren.store import Rows

TIME_LIMIT = 20.0
"""Seconds a question may take."""

SHORT = 28
"""Letters up to which a cell is kept on one line."""

_NAMED = "named-"

_ID = re.compile(r"[a-z]+-[0-9a-f]{16}")
"""What the ids of nodes look like."""

_INNER = frozenset({"position", "place", "depth"})
"""Columns that only keep the order of the rows."""

EXAMPLES = {
    "cypher": (
        "MATCH (b:Agency)-[:LEADS]->(t:Task)\n"
        "RETURN b.name AS body, count(t) AS tasks\nORDER BY tasks DESC, body\nLIMIT 20"
    ),
    "sparql": (
        "PREFIX z: <https://w3id.org/zeren#>\n"
        "SELECT ?type (COUNT(?node) AS ?nodes)\nWHERE { ?node a ?type }\nGROUP BY ?type\nORDER BY DESC(?nodes)"
    ),
}


def page(material: Material | None) -> None:
    """Choose, fill in, run, and look at the rows."""
    language = say()
    shelf = _shelf(material, language)
    if shelf is None:
        st.info(language("query.nothing"))
        return
    first, second = st.columns([3, 3], vertical_alignment="bottom")
    with first:
        one_of("mode", language("query.title"), ("named", "free"), lambda name: language(f"query.{name}"), bare=True)
    with second:
        one_of(
            "engine",
            language("query.engine"),
            ("cypher", "sparql"),
            {"cypher": "Cypher", "sparql": "SPARQL"}.__getitem__,
            bare=True,
        )
    if view().mode == "named":
        _named(shelf, material, language)
    else:
        _free(shelf, language)


def _shelf(material: Material | None, language: Speaker) -> Shelf | None:
    """The library where there is one and the plan looked at is not a draft; else the draft."""
    if material is not None:
        if material.draft:
            st.caption(plain(language("query.on_plan", title=material.plan.title)))
        return material.shelf
    return library() or next(iter(drafts().values()), None)


def _named(shelf: Shelf, material: Material | None, language: Speaker) -> None:
    queries = {query.name: query for query in catalogue()}
    name = choice("query", language("query.named"), list(queries), lambda id: queries[id].title.of(language.language))
    query = queries[name]
    st.caption(query.question.of(language.language))
    given = _parameters(query, material, language)
    with st.expander(language("query.show_text")):
        st.code(getattr(query.texts, view().engine), language=view().engine)
    engine: Engine = "sparql" if view().engine == "sparql" else "cypher"
    _answer(shelf, language, f"{_NAMED}{name}-{engine}", lambda: run(query, shelf.store, engine, given, TIME_LIMIT))


def _parameters(query: NamedQuery, material: Material | None, language: Speaker) -> dict[str, Any]:
    """A field for each parameter; the plan is the one looked at. An empty field leaves the default."""
    given: dict[str, Any] = {}
    asked = [item for item in query.parameters if item.name != "plan"]
    places = st.columns(max(3, len(asked))) if asked else []
    for place, item in zip(places, asked, strict=False):
        text = place.text_input(
            plain(item.about.of(language.language)), _shown(item), key=f"parameter-{query.name}-{item.name}"
        )
        if text != "":
            given[item.name] = text
    if material is not None and any(item.name == "plan" for item in query.parameters):
        given["plan"] = material.id
    return given


def _shown(item: QueryParameter) -> str:
    if isinstance(item.default, tuple):
        return ",".join(map(str, item.default))
    return "" if item.default is None else str(item.default)


def _free(shelf: Shelf, language: Speaker) -> None:
    engine = view().engine
    with st.form("free", border=False):
        text = st.text_area(language("query.text"), EXAMPLES[engine], height=190, key=f"text-{engine}")
        st.caption(language("query.limit", seconds=int(TIME_LIMIT)))
        asked = st.form_submit_button(language("query.run"), type="primary")
    if asked:
        st.session_state["asked"] = (engine, text)
    if st.session_state.get("asked", ("", ""))[0] == engine:
        text = st.session_state["asked"][1]
        _answer(shelf, language, f"free-{engine}", lambda: getattr(shelf.store, engine)(text, None, TIME_LIMIT))


def _answer(shelf: Shelf, language: Speaker, key: str, ask: Any) -> None:
    began = time.perf_counter()
    try:
        rows: Rows = ask()
    except UsageError as fault:
        st.error(plain(fault.message(language.language)))
        return
    seconds = f"{time.perf_counter() - began:.2f}"
    left, right = st.columns([5, 1], vertical_alignment="center")
    left.caption(language("query.rows", count=len(rows.rows), seconds=seconds))
    right.download_button(
        language("terms.download_csv"),
        csv_bytes(rows.columns, rows.rows),
        "zeren-query.csv",
        "text/csv",
        on_click="ignore",
        key=f"download-{key}",
    )
    if not rows.rows:
        st.info(language("query.empty"))
        return
    _table(rows, key, language, named=key.startswith(_NAMED))
    result_network(shelf, rows, language)


def _table(rows: Rows, key: str, language: Speaker, *, named: bool) -> None:
    """The rows. Of a named query without the ids, in the reader's words: the file to download holds everything."""
    shown = [
        place for place, name in enumerate(rows.columns) if not (named and (name in _INNER or _is_id(rows, place)))
    ]
    columns = [Column(_head(rows.columns[place], language, named), _kind(rows, place)) for place in shown]
    lines = [
        Line(str(number), tuple(_cell(_worded(rows.columns[place], row[place], language, named)) for place in shown))
        for number, row in enumerate(rows.rows[:MOST_ROWS])
    ]
    listing(f"answer-{key}", language("query.title"), columns, lines, language.language, height=460)
    if len(rows.rows) > MOST_ROWS:
        st.caption(language("terms.more_rows", shown=MOST_ROWS, total=len(rows.rows)))


def _is_id(rows: Rows, place: int) -> bool:
    """Whether a column holds ids of nodes, which say nothing to a reader."""
    values = [row[place] for row in rows.rows if row[place] is not None]
    return bool(values) and all(isinstance(value, str) and _ID.fullmatch(value) for value in values)


def _head(name: str, language: Speaker, named: bool) -> str:
    return language.known(f"columns.{name}", name) if named else name


def _worded(name: str, value: object, language: Speaker, named: bool) -> object:
    """A code such as lead or city in the reader's words."""
    return language.known(f"terms.{name}_{value}", value) if named and isinstance(value, str) else value


def _kind(rows: Rows, place: int) -> Literal["number", "short", "text"]:
    """How a column is drawn: numbers to the right, codes and ids on one line, words wrapped."""
    values = [row[place] for row in rows.rows if row[place] is not None]
    if all(isinstance(value, int | float) for value in values):
        return "number"
    return "short" if max(len(str(value)) for value in values) <= SHORT else "text"


def _cell(value: object) -> str | int | float | None:
    if value is None or (
        isinstance(value, int | float) and not isinstance(value, bool) and value == value and abs(value) < 1e300
    ):
        return value
    return str(value)
