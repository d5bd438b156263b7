"""The frame round every page: navigation, which plan, which language, and the address."""

from __future__ import annotations

import logging
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

import streamlit as st

from zeren.explorer.components.mounting import page_frame
from zeren.explorer.controls import choice, one_of
from zeren.explorer.language import Speaker
from zeren.explorer.plain import plain
from zeren.explorer.session import mirror, remember_pages, say, view
from zeren.explorer.shelf import Material
from zeren.explorer.sources import materials
from zeren.model import ZerenError

PAGES = (
    "overview",
    "network",
    "matrix",
    "timeline",
    "load",
    "gaps",
    "document",
    "enterprises",
    "query",
    "rules",
    "drafts",
)
"""One module of `views` each, with `page(material)`; the first is the start page."""

WITHOUT_PLAN = frozenset({"rules", "drafts", "query"})
"""Pages that have something to say before any plan is open."""

ICON = Path(__file__).with_name("icon.svg")

TONGUES = {"zh": "中文", "en": "English"}

WITH_FINDINGS = frozenset({"overview", "network", "gaps", "rules"})

STYLE = """<style>
.stMainBlockContainer { padding: 3.6rem 1.6rem 2rem; max-width: none; }
[data-testid="stElementToolbar"], [data-testid="stMainMenu"], [data-testid="stHeaderActionElements"],
[data-testid="InputInstructions"], [data-testid="stStatusWidget"] { display: none; }
h1 { font-size: 1.55rem !important; padding: 0.2rem 0 0.4rem !important; }
h2 { font-size: 1.15rem !important; padding: 0.4rem 0 !important; }
h3 { font-size: 1rem !important; padding: 0.3rem 0 !important; }
textarea { font-family: ui-monospace, monospace !important; }
[data-testid="stMetricValue"] { font-size: 1.7rem; }
@media print {
  .stApp, .stApp * { overflow: visible !important; }
  .stApp, [data-testid="stAppViewContainer"], [data-testid="stMain"] {
    position: static !important; height: auto !important;
  }
  [data-testid="stHeader"], [data-testid="stSelectbox"], [data-testid="stButtonGroup"] { display: none !important; }
  .stMainBlockContainer { padding: 0 !important; }
}
</style>"""


def run() -> None:
    """Draw the frame and the page that was asked for."""
    language = say()
    st.set_page_config(page_title=language("shell.product"), page_icon=str(ICON), layout="wide")
    st.html(STYLE)
    page_frame(language)
    pages = {
        name: st.Page(_drawer(name), title=language(f"shell.{name}"), url_path=name, default=name == PAGES[0])
        for name in PAGES
    }
    remember_pages(pages)
    st.navigation(list(pages.values()), position="top").run()
    mirror()


def _drawer(name: str) -> Callable[[], None]:
    """The page as a function without arguments; its name is the page's, since Streamlit tells pages apart by it."""

    def draw() -> None:
        draw_page(name)

    draw.__name__ = name
    return draw


def draw_page(name: str) -> None:
    """One page with its head. What goes wrong is told in the page; the head of every page works all the same."""
    language = say()
    try:
        _draw(name, _head(name, language), language)
    except ZerenError as fault:
        st.error(plain(fault.message(view().lang)))
    except Exception:
        logging.getLogger(__name__).exception("the page %s failed", name)
        st.error(language("shell.defect"))


def _draw(name: str, material: Material | None, language: Speaker) -> None:
    if material is None and name not in WITHOUT_PLAN:
        st.info(language("shell.nothing_open"))
        return
    if material is not None and name in WITH_FINDINGS:
        with st.spinner(language("shell.checking")):
            material.findings(language.language)
    import_module(f"zeren.explorer.views.{name}").page(material)


def _head(name: str, language: Speaker) -> Material | None:
    """Title, which plan, which language; returns the plan."""
    with st.spinner(language("shell.opening")):
        known = materials()
    title, plan, tongue = st.columns([3, 7, 2], vertical_alignment="center")
    title.title(language(f"{name}.title"), anchor=False)
    with tongue, st.container(horizontal=True, horizontal_alignment="right"):
        one_of("lang", language("shell.language"), ("zh", "en"), TONGUES.__getitem__, bare=True)
    if not known:
        return None
    with plan:
        chosen = choice("plan", language("shell.plan"), list(known), lambda id: _title(known[id], language), bare=True)
    return known[chosen]


def _title(material: Material, language: Speaker) -> str:
    title = material.plan.title or material.plan.source or material.id
    place = f"{material.plan.jurisdiction} · " if material.plan.jurisdiction else ""
    return f"{place}{title}" + (f"（{language('shell.draft')}）" if material.draft else "")
