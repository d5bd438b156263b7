"""The enterprises a plan lists: found, filtered, and which credit codes are wrong."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from zeren.explorer import charts
from zeren.explorer.cells import csv_bytes
from zeren.explorer.components.listing import MOST_ROWS, Column, Line, listing
from zeren.explorer.language import Speaker
from zeren.explorer.session import say
from zeren.explorer.shelf import Material
from zeren.model import Enterprise
from zeren.vocabulary.industries import industry_of

FIELDS = ("name", "uscc", "jurisdiction", "industry", "treatment", "deadline", "agency", "address")


def page(material: Material) -> None:
    """Search and filter above, the list, and how many of each treatment."""
    language = say()
    everything = material.plan.enterprises
    if not everything:
        st.info(language("enterprises.none"))
        return
    first, second, third = st.columns([4, 3, 2], vertical_alignment="bottom")
    wish = first.text_input(language("enterprises.search"), key="enterprise-search")
    kinds = sorted({item.treatment for item in everything if item.treatment})
    kind = second.selectbox(
        language("enterprises.treatment"),
        ["", *kinds],
        key="enterprise-kind",
        format_func=lambda name: name or language("enterprises.any_treatment"),
    )
    found = [item for item in everything if matches(item, wish or "") and (not kind or item.treatment == kind)]
    codes = validity(material)
    third.download_button(
        language("terms.download_csv"),
        _csv(found, codes, language),
        "zeren-enterprises.csv",
        "text/csv",
        on_click="ignore",
    )
    left, right = st.columns([3, 1], gap="medium")
    with left:
        _list(found, codes, language)
    with right:
        _treatments(found, language)


def matches(item: Enterprise, wish: str) -> bool:
    """Whether every word of the wish stands somewhere in the row."""
    text = " ".join(
        filter(
            None,
            (item.name, item.uscc, item.jurisdiction, item.agency, item.address, item.industry, _industry_code(item)),
        )
    ).lower()
    return all(word in text for word in wish.lower().split())


def validity(material: Material) -> dict[str, bool | None]:
    """Credit code to whether its check character is right, as the graph says; None: not told."""
    nodes = (data for _, data in material.shelf.graph.nodes(data=True) if data["label"] == "Enterprise")
    return {data["uscc"]: data["uscc_valid"] for data in nodes if data.get("uscc")}


def _verdict(item: Enterprise, codes: dict[str, bool | None], language: Speaker) -> str:
    if not item.uscc:
        return language("enterprises.missing")
    return {True: language("enterprises.valid"), False: language("enterprises.invalid")}.get(
        bool(codes.get(item.uscc)), ""
    )


def _industry_code(item: Enterprise) -> str:
    """Code of GB/T 4754 for the industry as written, empty where it names none."""
    found = industry_of(item.industry or "")
    return found.code if found else ""


def _list(found: Sequence[Enterprise], codes: dict[str, bool | None], language: Speaker) -> None:
    st.caption(language("enterprises.count", count=len(found)))
    heads = ("name", "uscc", "validity", "jurisdiction", "industry", "industry_code", "treatment", "deadline", "agency")
    columns = [
        Column(language(f"enterprises.{name}"), "short" if name in ("uscc", "validity", "industry_code") else "text")
        for name in heads
    ]
    lines = []
    for place, item in enumerate(found):
        verdict = _verdict(item, codes, language)
        cells = (
            item.name,
            item.uscc,
            verdict,
            item.jurisdiction,
            item.industry,
            _industry_code(item),
            item.treatment,
            item.deadline,
            item.agency,
        )
        wrong = item.uscc is None or codes.get(item.uscc) is False
        lines.append(Line(str(place), cells, "error" if wrong else ""))
    listing("enterprises", language("enterprises.title"), columns, lines, language.language, height=680)
    if len(lines) > MOST_ROWS:
        st.caption(language("terms.more_rows", shown=MOST_ROWS, total=len(lines)))


def _treatments(found: Sequence[Enterprise], language: Speaker) -> None:
    st.subheader(language("enterprises.by_treatment"), anchor=False)
    counts = Counter(item.treatment or language("enterprises.other") for item in found)
    if counts:
        st.altair_chart(
            charts.columns(
                counts.most_common(),
                across=language("enterprises.treatment"),
                along=language("enterprises.enterprises"),
            ),
            key="treatments",
        )


def _csv(found: Sequence[Enterprise], codes: dict[str, bool | None], language: Speaker) -> bytes:
    heads = [
        *(language(f"enterprises.{name}") for name in FIELDS),
        language("enterprises.industry_code"),
        language("enterprises.validity"),
        language("enterprises.remarks"),
    ]
    return csv_bytes(
        heads,
        (
            [
                *(getattr(item, name) for name in FIELDS),
                _industry_code(item),
                _verdict(item, codes, language),
                "；".join(f"{head}：{text}" for head, text in item.remarks),
            ]
            for item in found
        ),
    )
