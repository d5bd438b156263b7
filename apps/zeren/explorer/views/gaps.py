"""The gaps in responsibility: the list, and each in its place with how to mend it."""

from __future__ import annotations

import json
from collections.abc import Sequence

import streamlit as st

from zeren.explorer.cells import csv_bytes
from zeren.explorer.components.listing import Column, Line, listing
from zeren.explorer.components.paper import sheet
from zeren.explorer.controls import choice, several
from zeren.explorer.figures import SEVERITIES
from zeren.explorer.language import Speaker
from zeren.explorer.marks import Mark, finding_mark
from zeren.explorer.paper import surroundings
from zeren.explorer.plain import plain
from zeren.explorer.session import go, say, view
from zeren.explorer.shelf import Material, rule_label
from zeren.explorer.views.document import title
from zeren.model import Finding


def page(material: Material) -> None:
    """Filters and downloads above, the list left, the finding that was picked right."""
    language = say()
    if not material.findings(language.language):
        st.success(language("gaps.none"))
        return
    found = _filtered(material, language)
    left, right = st.columns([6, 5], gap="medium")
    with left:
        _list(material, found, language)
    with right:
        _detail(material, found, language)


def _filtered(material: Material, language: Speaker) -> tuple[Finding, ...]:
    everything = material.findings(language.language)
    first, second, third = st.columns([3, 4, 4], vertical_alignment="bottom")
    with first:
        severities = several(
            "severity", language("terms.severity"), SEVERITIES, lambda code: language(f"terms.severity_{code}")
        )
    with second:
        rules = sorted({finding.rule for finding in everything})
        rule = choice(
            "rule",
            language("terms.rule"),
            rules,
            lambda code: rule_label(code, language.language),
            any_label=language("terms.all_rules"),
        )
    found = tuple(
        finding
        for finding in everything
        if (not severities or finding.severity in severities) and (not rule or finding.rule == rule)
    )
    with third:
        _downloads(found, language)
    return found


def _downloads(found: Sequence[Finding], language: Speaker) -> None:
    columns = ("rule", "severity", "locator", "quote", "bodies", "message", "fix", "rows", "fingerprint")
    records = [
        {**{name: getattr(item, name) for name in columns}, "bodies": list(item.bodies), "rows": list(item.rows)}
        for item in found
    ]
    rows = [["、".join(value) if isinstance(value, list) else value for value in record.values()] for record in records]
    text = json.dumps({"findings": records}, ensure_ascii=False, indent=2) + "\n"
    left, right = st.columns(2)
    left.download_button(
        language("terms.download_csv"), csv_bytes(columns, rows), "zeren-gaps.csv", "text/csv", on_click="ignore"
    )
    right.download_button(
        language("terms.download_json"), text, "zeren-gaps.json", "application/json", on_click="ignore"
    )


def _list(material: Material, found: Sequence[Finding], language: Speaker) -> None:
    st.caption(language("gaps.count", count=len(found)))
    if not found:
        st.info(language("gaps.none_left"))
        return
    columns = [
        Column(language("terms.severity"), "short"),
        Column(language("terms.rule"), width="24%"),
        Column(language("terms.place"), "short"),
        Column(language("gaps.what")),
    ]
    lines = [
        Line(
            item.fingerprint,
            (
                language(f"terms.severity_{item.severity}"),
                rule_label(item.rule, language.language),
                place(item, language),
                item.message,
            ),
            item.severity,
        )
        for item in found
    ]
    picked = listing(
        "gaps",
        language("gaps.title"),
        columns,
        lines,
        language.language,
        selected=view().finding,
        pickable=True,
        height=680,
    )
    if picked:
        go(finding=picked)


def place(finding: Finding, language: Speaker) -> str:
    """Where a finding stands: its locator, how many places a habit has, the one body or firm, or the whole plan."""
    if finding.rows and len(finding.rows) > 1:
        return f"{finding.rows[0]} … ×{len(finding.rows)}"
    alone = finding.bodies[0] if len(finding.bodies) == 1 else ""
    return finding.locator or alone or language("gaps.whole_plan")


def _detail(material: Material, found: Sequence[Finding], language: Speaker) -> None:
    finding = next((item for item in found if item.fingerprint == view().finding), None)
    if finding is None:
        st.info(language("gaps.nothing_picked"))
        return
    st.subheader(plain(rule_label(finding.rule, language.language)), anchor=False)
    show = {"error": st.error, "warning": st.warning}.get(finding.severity, st.info)
    show(plain(finding.message))
    st.markdown(f"**{language('gaps.fix')}**")
    st.text(finding.fix)
    if finding.bodies:
        st.markdown(f"**{language('terms.bodies')}**")
        st.text("、".join(finding.bodies))
    if finding.rows:
        st.markdown(f"**{language('gaps.rows')}**")
        st.text("、".join(finding.rows))
    st.markdown(f"**{language('terms.quote')}**")
    _source(material, finding, language)


def _source(material: Material, finding: Finding, language: Speaker) -> None:
    """The words in their place, or, where the document is not at hand, the words alone."""
    mark = finding_mark(finding, material.marks)
    if mark is None or material.document is None:
        with st.container(border=True):
            st.text(finding.quote)
        return
    near = surroundings(material.document, [mark], [*_of(material, mark), mark])
    sheet("gap", near, language("terms.quote"), lambda item: title(item, language), focus=mark.id, height=420)


def _of(material: Material, mark: Mark) -> list[Mark]:
    return [item for item in material.marks if item.task == mark.task and item.kind in ("body", "deadline")]
