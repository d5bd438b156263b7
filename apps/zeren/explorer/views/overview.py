"""The plan in figures."""

from __future__ import annotations

from dataclasses import asdict

import streamlit as st

from zeren.explorer import charts, figures
from zeren.explorer.language import Speaker
from zeren.explorer.plain import plain
from zeren.explorer.roles import role_name, used_roles
from zeren.explorer.session import say
from zeren.explorer.shelf import Material, rule_label


def page(material: Material) -> None:
    """Figures, then who carries most, when it falls due, and which gaps there are."""
    language = say()
    _facts(material, language)
    _metrics(material, language)
    left, right = st.columns([1, 1], gap="large")
    with left:
        _load(material, language)
    with right:
        _findings(material, language)
        _quarters(material, language)


def _facts(material: Material, language: Speaker) -> None:
    plan = material.plan
    facts = [
        language(f"terms.status_{plan.status}"),
        f"{language('overview.issued')} {plan.issued}" if plan.issued else "",
        f"{language('overview.number')} {plan.document_number}" if plan.document_number else "",
        f"{language('overview.source')} {plan.source}" if plan.source else "",
    ]
    st.caption(plain(" · ".join(fact for fact in facts if fact)))


def _metrics(material: Material, language: Speaker) -> None:
    picture, coverage = material.picture, material.plan.coverage
    severities = [finding.severity for finding in material.findings(language.language)]
    numbers = [
        ("tasks", len(picture.tasks)),
        ("bodies", len(picture.bodies)),
        ("unowned", len(picture.unowned)),
        ("dated", figures.dated(picture)),
        ("errors", severities.count("error")),
        ("warnings", severities.count("warning")),
        ("notes", severities.count("info")),
    ]
    places = st.columns(len(numbers) + 1)
    for place, (name, number) in zip(places[:-1], numbers, strict=True):
        place.metric(language(f"overview.{name}"), number, border=True)
    help_text = language("overview.coverage_help", total=len(coverage.entries), open=len(coverage.not_understood()))
    share = f"{coverage.share():.0%}" if coverage.entries else "—"
    places[-1].metric(language("overview.coverage"), share, border=True, help=help_text)


def _load(material: Material, language: Speaker) -> None:
    st.subheader(language("overview.load"), anchor=False)
    rows = [asdict(share) for share in figures.load(material.picture)]
    kinds = [(role, role_name(language, role), charts.ROLE_COLOURS[role]) for role in used_roles(material.picture)]
    if rows:
        st.altair_chart(charts.stacked(rows, kinds, along=language("overview.count")), key="load")


def _quarters(material: Material, language: Speaker) -> None:
    st.subheader(language("overview.quarters"), anchor=False)
    rows = figures.quarters(material.picture)
    if not rows:
        st.info(language("overview.no_dates"))
        return
    st.altair_chart(
        charts.columns(rows, across=language("overview.quarter"), along=language("overview.count")), key="quarters"
    )


def _findings(material: Material, language: Speaker) -> None:
    st.subheader(language("overview.findings"), anchor=False)
    found = material.findings(language.language)
    if not found:
        st.info(language("overview.no_findings"))
        return
    rows = [asdict(share) | {"name": rule_label(share.name, language.language)} for share in figures.by_rule(found)]
    kinds = [(code, language(f"terms.severity_{code}"), charts.SEVERITY_COLOURS[code]) for code in figures.SEVERITIES]
    st.altair_chart(charts.stacked(rows, kinds, along=language("overview.found")), key="findings")
