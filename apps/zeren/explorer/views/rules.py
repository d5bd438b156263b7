"""The rules: what each finds, why, how to mend it, and the queries behind it."""

from __future__ import annotations

from collections import Counter

import streamlit as st

from zeren.explorer.components.listing import Column, Line, listing
from zeren.explorer.language import Speaker
from zeren.explorer.plain import plain
from zeren.explorer.session import go, say, view
from zeren.explorer.shelf import Material
from zeren.rules import Rule, catalogue


def page(material: Material | None) -> None:
    """The list left, the rule that was picked right."""
    language = say()
    rules = catalogue()
    counts = Counter(finding.rule for finding in material.findings(language.language)) if material else Counter()
    left, right = st.columns([5, 5], gap="medium")
    with left:
        st.caption(language("rules.count", count=len(rules)))
        columns = [
            Column(language("terms.severity"), "short"),
            Column(language("rules.code"), "short"),
            Column(language("rules.name")),
            Column(language("rules.here"), "number"),
        ]
        lines = [
            Line(
                rule.code,
                (
                    language(f"terms.severity_{rule.severity}"),
                    rule.code,
                    rule.name.of(language.language),
                    counts.get(rule.code, 0),
                ),
                rule.severity,
            )
            for rule in rules
        ]
        picked = listing(
            "rules",
            language("rules.title"),
            columns,
            lines,
            language.language,
            selected=view().rule,
            pickable=True,
            height=720,
        )
        if picked:
            go(rule=picked)
    with right:
        rule = next((rule for rule in rules if rule.code == view().rule), None)
        if rule is None:
            st.info(language("rules.nothing_picked"))
        else:
            _card(rule, language)


def _card(rule: Rule, language: Speaker) -> None:
    tongue = language.language
    st.subheader(plain(rule.name.of(tongue)), anchor=False)
    st.caption(plain(f"{rule.code} · {language(f'terms.severity_{rule.severity}')}"))
    for name, words in (("what", rule.what), ("why", rule.why), ("fix", rule.fix)):
        st.markdown(f"**{language(f'rules.{name}')}**")
        st.text(words.of(tongue))
    st.markdown(f"**{language('rules.source')}**")
    st.text(rule.source)
    if rule.options:
        st.markdown(f"**{language('rules.options')}**")
        columns = [
            Column(language("rules.name"), "short"),
            Column(language("rules.what")),
            Column(language("rules.default"), "short"),
        ]
        lines = [Line(item.name, (item.name, item.about.of(tongue), _default(item.default))) for item in rule.options]
        listing("rule-options", language("rules.options"), columns, lines, tongue)
    with st.expander(language("rules.query")):
        st.code(rule.texts.cypher, language="cypher")
        st.code(rule.texts.sparql, language="sparql")


def _default(value: object) -> str:
    return "、".join(map(str, value)) if isinstance(value, tuple) else "" if value is None else str(value)
