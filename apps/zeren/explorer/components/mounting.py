"""How a component gets into the page: a loader of two lines, so that the bundle is fetched only once."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from typing import Any

import streamlit as st

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
def _tongue() -> Any:
    return st.components.v2.component(
        "zeren_language", js="export default ({ data }) => {\n  document.documentElement.lang = data;\n};\n"
    )


def page_language(language: str) -> None:
    """Tell the browser the page's language, for reading aloud and for the right forms of glyphs."""
    _tongue()(key="page-language", data="zh-CN" if language == "zh" else "en")
