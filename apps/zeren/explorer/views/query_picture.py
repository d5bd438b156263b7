"""The bodies and tasks that a result names by their ids, drawn as a network."""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from zeren.explorer.components.network import WORDS, network
from zeren.explorer.elements import Captions, Elements, Filter, elements
from zeren.explorer.language import Speaker
from zeren.explorer.layouts import layout
from zeren.explorer.picture import Picture
from zeren.explorer.roles import legend
from zeren.explorer.shelf import Shelf
from zeren.store import Rows

MOST = 200
"""Nodes drawn of a result."""


def result_network(shelf: Shelf, rows: Rows, language: Speaker) -> None:
    """Draw what the rows name, where they hold ids of bodies or tasks of one of the plans."""
    ids = {value for row in rows.rows for value in row if isinstance(value, str)}
    for material in shelf.materials.values():
        drawn = named(material.picture, ids, language)
        if drawn.nodes:
            with st.expander(f"{language('query.as_network')} · {len(drawn.nodes)}"):
                network(
                    f"result-{material.id}",
                    drawn,
                    layout("packed", drawn),
                    str(hash(drawn)),
                    language.words("network", *WORDS),
                    legend(language, material.picture, kinds=True),
                    height=480,
                    tray_label=language("terms.no_owner", count=sum(node.unowned for node in drawn.nodes)),
                )
            return


def named(picture: Picture, ids: set[str], language: Speaker) -> Elements:
    """The nodes of a picture with these ids and the bodies on such tasks; empty where there are none or too many."""
    tasks = ids & picture.task.keys()
    bodies = ids & picture.body.keys()
    wanted = tasks or {duty.task for body in bodies for duty in picture.duties_of_body[body]}
    duties = tuple(duty for duty in picture.duties if duty.task in wanted and (tasks or duty.body in bodies))
    part = replace(
        picture,
        tasks=tuple(task for task in picture.tasks if task.id in wanted),
        duties=duties,
        bodies=tuple(body for body in picture.bodies if any(duty.body == body.id for duty in duties)),
    )
    captions = Captions(language("terms.merged"), language("terms.badge"), "")
    drawn = elements(part, Filter(fold=False), (), captions) if wanted else Elements((), ())
    return drawn if len(drawn.nodes) <= MOST else Elements((), ())
