"""Every rule finds in its own cases what they expect, on both embedded engines alike."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

import pytest
from tests.rules.cases import all_cases

from zeren.agencies import load_register
from zeren.graph import build
from zeren.model import Finding
from zeren.queries import Engine
from zeren.rules import catalogue, check
from zeren.store import EmbeddedStore

CASES = all_cases()


@pytest.fixture(scope="module")
def store() -> Iterator[EmbeddedStore]:
    with EmbeddedStore(build([case.plan for case in CASES], load_register())) as opened:
        yield opened


def by_title(store: EmbeddedStore, findings: tuple[Finding, ...]) -> dict[str, list[Finding]]:
    titles = {id: data["title"] for id, data in store.graph.nodes(data=True) if data["label"] == "Plan"}
    found: dict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        found[titles[finding.plan]].append(finding)
    return found


@pytest.mark.parametrize("engine", ["cypher", "sparql"])
@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.code)
def test_cases(store: EmbeddedStore, rule, engine: Engine) -> None:  # type: ignore[no-untyped-def]
    found = by_title(store, check(store, [rule], engine=engine))
    assert [line for case in CASES if case.rule == rule.code for line in case.differences(found[case.title])] == []


@pytest.mark.parametrize("rule", catalogue(), ids=lambda rule: rule.code)
def test_every_rule_has_cases_that_pass_and_that_fail(rule) -> None:  # type: ignore[no-untyped-def]
    own = [case for case in CASES if case.rule == rule.code]
    assert any(case.expect for case in own)
    assert any(not case.expect for case in own)


def test_all_rules_on_all_cases_are_equal_on_both_engines(store: EmbeddedStore) -> None:
    findings = check(store, catalogue())
    assert len(findings) > len(catalogue())
    assert findings == check(store, catalogue(), engine="sparql")
