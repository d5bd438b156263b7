"""Widgets bound to a field of the state: the state decides what they show, and they change nothing but the state."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import streamlit as st

from zeren.explorer.language import Speaker
from zeren.explorer.picture import Picture
from zeren.explorer.session import change, view

_PREFIX = "control."


def _bind(field: str, value: Any) -> str:
    """The widget's key, with its value set to the state's."""
    key = f"{_PREFIX}{field}"
    st.session_state[key] = value
    return key


def choice(
    field: str,
    label: str,
    options: Sequence[str],
    name: Callable[[str], str],
    *,
    any_label: str = "",
    bare: bool = False,
) -> str:
    """One of several ids by a drop-down list; with `any_label` also none of them (an empty text)."""
    ids = (["", *options] if any_label else list(options)) or [""]
    now = getattr(view(), field)
    key = _bind(field, now if now in ids else ids[0])
    st.selectbox(
        label,
        ids,
        key=key,
        format_func=lambda id: name(id) if id else any_label or "—",
        on_change=lambda: change(**{field: st.session_state[key] or ""}),
        label_visibility="collapsed" if bare else "visible",
    )
    return str(st.session_state[key] or "")


def several(
    field: str, label: str, options: Sequence[str], name: Callable[[str], str], otherwise: Sequence[str] = ()
) -> tuple[str, ...]:
    """Any of a few codes, as pills; while the state holds none of them, those of `otherwise` are on."""
    now = [id for id in getattr(view(), field) if id in options] or list(otherwise)
    key = _bind(field, now)
    st.pills(
        label,
        options,
        selection_mode="multi",
        key=key,
        format_func=name,
        on_change=lambda: change(**{field: tuple(id for id in options if id in st.session_state[key])}),
    )
    return tuple(st.session_state[key] or ())


def one_of(field: str, label: str, options: Sequence[str], name: Callable[[str], str], *, bare: bool = False) -> str:
    """Exactly one of a few codes, side by side."""
    now = getattr(view(), field)
    key = _bind(field, now if now in options else options[0])
    st.segmented_control(
        label,
        options,
        key=key,
        format_func=name,
        required=True,
        label_visibility="collapsed" if bare else "visible",
        on_change=lambda: change(**{field: st.session_state[key] or options[0]}),
    )
    return str(st.session_state[key] or options[0])


def switch(field: str, label: str) -> bool:
    """A toggle over a field that holds 0 or 1."""
    key = _bind(field, getattr(view(), field) == "1")
    st.toggle(label, key=key, on_change=lambda: change(**{field: "1" if st.session_state[key] else "0"}))
    return bool(st.session_state[key])


def section_choice(picture: Picture, language: Speaker) -> str:
    """Id of the section that a page is narrowed to; empty: all of them."""
    return choice(
        "section",
        language("terms.section"),
        [item.id for item in picture.sections],
        lambda id: picture.section[id].label,
        any_label=language("terms.all_sections"),
    )
