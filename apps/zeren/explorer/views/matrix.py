"""Bodies by tasks: who has which role, and which columns are empty."""

from __future__ import annotations

import streamlit as st

from zeren.explorer.cells import csv_bytes
from zeren.explorer.components.matrix import WORDS, Place, grid
from zeren.explorer.controls import one_of, section_choice, several
from zeren.explorer.details import body_card, task_card
from zeren.explorer.language import Speaker
from zeren.explorer.matrix import MOST_CELLS, Matrix, matrix
from zeren.explorer.picture import Picture
from zeren.explorer.roles import legend, role_letter, role_name, used_roles
from zeren.explorer.session import go, say, view
from zeren.explorer.shelf import Material

ORDERS = ("load", "name", "appearance")


def page(material: Material) -> None:
    """Filters, the matrix, and the card of what was picked below it."""
    language = say()
    picture = material.picture
    content = _filtered(picture, language)
    if not content.columns:
        st.info(language("matrix.empty"))
        return
    if content.size > MOST_CELLS:
        st.warning(language("matrix.too_big", rows=len(content.rows), columns=len(content.columns)))
        return
    _draw(picture, content, language)
    _card(material, language)


def _filtered(picture: Picture, language: Speaker) -> Matrix:
    first, second, third = st.columns([3, 4, 3], vertical_alignment="bottom")
    with first:
        section = section_choice(picture, language)
    with second:
        roles = several(
            "cells",
            language("terms.roles"),
            used_roles(picture),
            lambda role: role_name(language, role),
            used_roles(picture),
        )
    with third:
        order = one_of("order", language("matrix.order"), ORDERS, lambda name: language(f"matrix.order_{name}"))
    return matrix(picture, section, roles or used_roles(picture), order)


def _draw(picture: Picture, content: Matrix, language: Speaker) -> None:
    place = grid(
        "matrix",
        content,
        picture,
        lambda role: role_letter(language, role),
        lambda role: role_name(language, role),
        language.words("matrix", *WORDS),
        legend(language, picture, letters=True),
        selected=Place(view().body, view().task),
    )
    left, right = st.columns([5, 1], vertical_alignment="center")
    left.caption(
        "　".join(item["label"] for item in legend(language, picture, letters=True))
        + "　｜　"
        + language("matrix.hint")
    )
    right.download_button(
        language("terms.download_csv"),
        _csv(picture, content, language),
        "zeren-matrix.csv",
        "text/csv",
        on_click="ignore",
    )
    if place.body or place.task:
        go(body=place.body, task=place.task)


def _csv(picture: Picture, content: Matrix, language: Speaker) -> bytes:
    letters = {(cell.row, cell.column): role_name(language, cell.role) for cell in content.cells}
    heads = [
        language("terms.body"),
        language("matrix.total"),
        *(f"{task.number or task.locator} {task.text}" for task in content.columns),
    ]
    rows = [
        [row.name, row.total, *(letters.get((row.id, task.id), "") for task in content.columns)] for row in content.rows
    ]
    return csv_bytes(heads, rows)


def _card(material: Material, language: Speaker) -> None:
    task, body = view().task, view().body
    if task in material.picture.task and body in material.picture.body:
        left, right = st.columns(2)
        with left:
            task_card(material, task, language, "matrix")
        with right:
            body_card(material, body, language, "matrix")
    elif task in material.picture.task:
        task_card(material, task, language, "matrix")
    elif body in material.picture.body:
        body_card(material, body, language, "matrix")
    else:
        st.info(language("matrix.nothing_picked"))
