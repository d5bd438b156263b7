"""The state of one person's session: kept in the session, read once from the address, written back at every run.

The session is the truth, the address its mirror: read at every run, it would lose changes made in quick succession.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from typing import Any

import streamlit as st

from zeren.explorer.language import Speaker
from zeren.explorer.state import LANGUAGES, State, from_query, to_query

_KEY = "view"
_PAGES = "pages"

EMPTY: dict[str, Any] = {
    **dict.fromkeys(("task", "body", "section", "focus", "mark", "finding"), ""),
    **dict.fromkeys(("shown", "hidden", "pinned"), ()),
}
"""What belongs to one plan and is forgotten when another is opened."""


def view() -> State:
    """What this person looks at."""
    if _KEY not in st.session_state:
        query = st.query_params.to_dict()
        first = from_query(query)
        st.session_state[_KEY] = first if "lang" in query else first.but(lang=_preferred())
    state: State = st.session_state[_KEY]
    return state


def _preferred() -> str:
    """The language the server was started with, else the browser's, else Chinese."""
    wish = os.environ.get("ZEREN_LANG") or st.context.locale or ""
    return next((language for language in LANGUAGES if wish.lower().startswith(language)), "zh")


def change(**fields: Any) -> None:
    """Look at something else; what is drawn after this call knows of it."""
    st.session_state[_KEY] = view().but(**fields)


def go(**fields: Any) -> None:
    """Look at something else and draw the page anew, where this changes anything."""
    if view().but(**fields) != view():
        change(**fields)
        mirror()
        st.rerun()


def mirror() -> None:
    """Write the state into the address."""
    query = to_query(view())
    if st.query_params.to_dict() != query:
        st.query_params.from_dict(query)


def say() -> Speaker:
    """The speaker of this person's language."""
    return Speaker(view().lang)


def remember_pages(pages: Mapping[str, Any]) -> None:
    """Keep Streamlit's pages by name, for those who lead from one to another."""
    st.session_state[_PAGES] = pages


def turn_to(name: str, **fields: Any) -> None:
    """Look at something on another page."""
    change(**fields)
    st.switch_page(st.session_state[_PAGES][name])
