"""How a component gets into the page: a loader of two lines, so that the bundle is fetched only once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

import streamlit as st

from zeren.explorer.language import Speaker, catalogue

LOADER = """const loaded = import(new URL("app/static/{name}.js", document.baseURI));
export default (component) => {{ loaded.then((module) => module.default(component)); }};
"""


@cache
def _component(name: str) -> Any:
    return st.components.v2.component(f"zeren_{name}", js=LOADER.format(name=name))


def mount(name: str, key: str, data: Mapping[str, Any], *triggers: str) -> Any:
    """Draw a component and return what was triggered in it, by the triggers' names.

    Raises ValueError for a number that JSON has no form for: the browser would show nothing.
    """
    json.dumps(data, allow_nan=False)
    callbacks = {f"on_{trigger}_change": _nothing for trigger in triggers}
    return _component(name)(key=key, data=data, **callbacks)


def _nothing() -> None:
    """Streamlit delivers a trigger only where a callback is named."""


@cache
def _frame() -> Any:
    script = files("zeren.explorer.components").joinpath("frame.js").read_text("utf-8")
    return st.components.v2.component("zeren_frame", js=script)


def page_frame(language: Speaker) -> None:
    """Tell the browser the page's language, put Streamlit's own labels into it, and fence the page in: nothing is
    loaded from or sent to another machine."""
    keys = [key for key in catalogue() if key.startswith("labels.")]
    said = {} if language.language == "en" else {Speaker("en")(key): language(key) for key in keys}
    _frame()(key="page-frame", data={"language": "zh-CN" if language.language == "zh" else "en", "said": said})
