"""Who does what, as a network one can search, narrow, expand and export."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from zeren.explorer.components.listing import Column, Line, listing
from zeren.explorer.components.network import WORDS, Touched, network
from zeren.explorer.controls import choice, one_of, section_choice, several, switch
from zeren.explorer.details import body_card, task_card
from zeren.explorer.elements import MOST_NODES, Captions, Elements, Filter, elements, readable_roles
from zeren.explorer.language import Speaker
from zeren.explorer.layouts import layout
from zeren.explorer.layouts_packed import Layout
from zeren.explorer.matrix import matrix
from zeren.explorer.picture import Picture
from zeren.explorer.plain import plain
from zeren.explorer.roles import legend, role_name, used_roles
from zeren.explorer.session import change, go, say, view
from zeren.explorer.shelf import Material
from zeren.explorer.state import LAYOUTS


def page(material: Material) -> None:
    """Filters above, the network left, the card of what was clicked right."""
    language = say()
    wanted = _filters(material.picture, language)
    drawn = shown(material, wanted, language.language)
    if not drawn.nodes:
        st.info(language("network.empty"))
    elif len(drawn.nodes) > MOST_NODES:
        st.warning(language("network.too_many", count=len(drawn.nodes), most=MOST_NODES))
        _table(material, wanted, language)
    else:
        left, right = st.columns([7, 3])
        with left:
            _draw(material, wanted, drawn, language)
        with right:
            _card(material, drawn, language)


def _filters(picture: Picture, language: Speaker) -> Filter:
    first, second, third = st.columns([3, 3, 4], vertical_alignment="bottom")
    with first:
        section = section_choice(picture, language)
    with second:
        focus = choice(
            "focus",
            language("terms.body"),
            [item.id for item in picture.bodies],
            lambda id: picture.body[id].name,
            any_label=language("terms.all_bodies"),
        )
    with third:
        automatic = readable_roles(picture, section, focus, view().fold == "1")
        roles = several(
            "roles", language("terms.roles"), used_roles(picture), lambda role: role_name(language, role), automatic
        )
    left, right = st.columns([3, 7], vertical_alignment="center")
    with left:
        one_of(
            "layout", language("network.layout"), LAYOUTS, lambda name: language(f"network.layout_{name}"), bare=True
        )
    with right:
        fold = switch("fold", language("network.fold"))
    return Filter(roles or automatic, section, focus, view().shown, fold)


def shown(material: Material, wanted: Filter, language: str) -> Elements:
    """The elements for a filter, kept for all sessions."""
    return _shown(material.id, material.stamp, wanted, language, _material=material)


@st.cache_resource(show_spinner=False, max_entries=200)
def _shown(id: str, stamp: str, wanted: Filter, language: str, *, _material: Material) -> Elements:
    say = Speaker(language)
    captions = Captions(*(say(f"terms.{key}") if key != "no_owner" else "" for key in ("merged", "badge", "no_owner")))
    return elements(_material.picture, wanted, _material.gaps, captions)


@st.cache_resource(show_spinner=False, max_entries=200)
def _placed(key: tuple[object, ...], name: str, centre: str, *, _drawn: Elements) -> Layout:
    return layout(name, _drawn, centre)


def _draw(material: Material, wanted: Filter, drawn: Elements, language: Speaker) -> None:
    name = view().layout
    if name == "radial" and not wanted.body:
        st.info(language("network.radial_needs_body"))
    arrangement = "|".join(map(str, (material.stamp, wanted.section, wanted.body, wanted.roles, wanted.fold, name)))
    placed = _placed((material.id, material.stamp, wanted, language.language), name, wanted.body, _drawn=drawn)
    tray = language("terms.no_owner", count=sum(node.unowned for node in drawn.nodes))
    touched = network(
        "network",
        drawn,
        placed,
        arrangement,
        language.words("network", *WORDS),
        legend(language, material.picture, kinds=True),
        selected=view().task or view().body,
        hidden=view().hidden,
        pinned=view().pinned,
        tray_label=tray,
    )
    st.caption(language("network.hint"))
    if view().shown:
        st.button(language("network.reset"), on_click=lambda: change(shown=()))
    _follow(material.picture, touched)


def _follow(picture: Picture, touched: Touched) -> None:
    """Take over what was clicked: a line stands for its task."""
    picked = touched.picked.partition(">")[2] or touched.picked
    fields: dict[str, object] = {}
    if picked in picture.task:
        fields = {"task": picked, "body": ""}
    elif picked in picture.body:
        fields = {"body": picked, "task": ""}
    if touched.expanded:
        fields["shown"] = tuple(dict.fromkeys((*view().shown, touched.expanded)))
    fields |= {name: kept for name in ("hidden", "pinned") if (kept := getattr(touched, name)) is not None}
    if fields:
        go(**fields)


def _card(material: Material, drawn: Elements, language: Speaker) -> None:
    known: Mapping[str, tuple[str, ...]] = {node.id: node.members for node in drawn.nodes}
    if view().task in material.picture.task:
        task_card(material, view().task, language, "network")
    elif view().body in material.picture.body:
        body_card(material, view().body, language, "network")
        members = known.get(view().body, ())
        if len(members) > 1:
            st.caption(language("network.alike"))
            st.text("、".join(material.picture.body[id].name for id in members))
    else:
        st.info(language("network.nothing_picked"))


def _table(material: Material, wanted: Filter, language: Speaker) -> None:
    """What is too much to draw, as a list of bodies; picking one narrows the network to it."""
    rows = matrix(material.picture, wanted.section, wanted.roles).rows
    most = max((row.total for row in rows), default=1)
    columns = [Column(language("terms.body")), Column(language("terms.tasks"), "bar", most=most)]
    lines = [Line(row.id, (row.name, row.total)) for row in rows]
    picked = listing(
        "network-table", plain(language("terms.bodies")), columns, lines, language.language, pickable=True, height=560
    )
    if picked:
        go(focus=picked, body=picked)
