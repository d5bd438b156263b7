"""Rules over a graph: from questions to findings in words."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from zeren.model import Finding, UsageError
from zeren.queries import Engine, Wording, load, run
from zeren.queries.running import ask, checked_parameters
from zeren.rules.gaps import Gap, gaps, merged, paired
from zeren.rules.habits import folded
from zeren.rules.measures import measured
from zeren.rules.places import all_said, said
from zeren.rules.records import Rule

Options = Mapping[str, Mapping[str, Any]]
"""Code of a rule to what is set for it: option to value."""

_PLACES = ("other",)
"""Facts that are places, beside the locator."""

_SHOWN = 40
"""Code points of a quotation in a message; the finding itself keeps all of it."""


def _plan_sizes(store: Any, engine: Engine) -> dict[str, int]:
    """Number of tasks of each plan."""
    answer = run(load("plans"), store, engine)
    plan, tasks = (answer.columns.index(name) for name in ("plan", "tasks"))
    return {str(row[plan]): int(str(row[tasks])) for row in answer.rows}


def _shortened(quote: str) -> str:
    return quote if len(quote) <= _SHOWN else quote[:_SHOWN] + "……"


def filled(template: str, facts: Mapping[str, str]) -> str:
    """A template with its {names} replaced; a name it does not know stays as it is."""
    return re.sub(r"\{(\w+)\}", lambda match: facts.get(match[1], match[0]), template)


def _in_words(template: str, gap: Gap, language: str) -> str:
    """The template filled with what the gap says; places as an analyst says them."""
    facts = {
        "bodies": "、".join(gap.bodies),
        "quote": _shortened(gap.quote),
        "rows": "、".join(gap.rows),
        "count": str(len(gap.rows)),
        **dict(gap.facts),
    }
    places = {name: all_said(facts[name], language) for name in _PLACES if facts.get(name)}
    text = filled(template, facts | places | {"locator": said(gap.locator, language)})
    return text[:1].upper() + text[1:]


def _finding(rule: Rule, gap: Gap, language: str) -> Finding:
    habitual = rule.habit is not None and gap.position == -1 and gap.subject == gap.plan
    message: Wording = rule.habit.message if rule.habit is not None and habitual else rule.message
    return Finding(
        rule=rule.code,
        severity=gap.severity,
        locator=gap.locator,
        quote=gap.quote,
        bodies=gap.bodies,
        message=_in_words(message.of(language), gap, language),
        fix=_in_words(rule.fix.of(language), gap, language),
        plan=gap.plan,
        about=tuple(dict.fromkeys((gap.subject, *gap.about))),
        rows=gap.rows,
        parts=tuple(_finding(rule, part, language) for part in gap.parts),
    )


def find(rule: Rule, store: Any, engine: Engine, options: Mapping[str, Any], sizes: Mapping[str, int]) -> list[Gap]:
    """The gaps of one rule, habits joined. Raises what the store raises, and UsageError query-parameter-…."""
    given = checked_parameters(rule.texts, options)
    answer = ask(rule.texts, store, engine, given)
    if rule.measure:
        answer = measured(rule.measure, answer, given)
    found = gaps(rule, answer)
    if rule.merge:
        found = merged(found)
    if rule.paired:
        found = paired(found)
    return folded(found, rule.habit, sizes) if rule.habit else found


def check(
    store: Any,
    rules: Sequence[Rule],
    language: str = "zh",
    engine: Engine = "cypher",
    options: Options | None = None,
) -> tuple[Finding, ...]:
    """All findings of the rules over all plans of a store, by plan, place and rule; two calls give the same.

    Raises UsageError rule-unknown for options of a rule that is not among them, query-parameter-… for an option that no
    rule has or a value it cannot take.
    """
    options = options or {}
    for code in options:
        if code not in {rule.code for rule in rules}:
            raise UsageError("rule-unknown", rule=code, known=", ".join(rule.code for rule in rules))
    sizes = _plan_sizes(store, engine)
    found = [(rule, gap) for rule in rules for gap in find(rule, store, engine, options.get(rule.code, {}), sizes)]
    found.sort(key=lambda pair: (pair[1].plan, pair[1].position, pair[0].code, pair[1].locator or "", pair[1].quote))
    return tuple(_finding(rule, gap, language) for rule, gap in found)
