"""Every named query and every rule gives equal rows on every engine: on real plans, the cases, and at size."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import networkx as nx
import pytest
from tests.queries.plans import plans
from tests.rules.cases import all_cases
from tests.rules.golds import gold_plan
from tests.servers.engines import Served, served
from tests.servers.sizes import large_graph

from zeren.graph import build
from zeren.loading import load
from zeren.model import Finding, Plan
from zeren.queries import NamedQuery, run
from zeren.queries import catalogue as queries
from zeren.rules import Rule, check
from zeren.rules import catalogue as rules
from zeren.store import EmbeddedStore, Rows

GIVEN: dict[str, dict[str, Any]] = {
    "tasks-of-a-body": {"body": "市应急局"},
    "tasks-citing-an-instrument": {"instrument": "目录"},
}
LARGE_GIVEN = GIVEN | {"tasks-of-a-body": {"body": "市应急管理局"}}
TIMEOUT = 240.0


EXAMPLES = sorted(
    path for path in (Path(__file__).parents[2] / "examples").iterdir() if path.suffix in (".docx", ".xlsx")
)


def _examples() -> list[Plan]:
    """The shipped examples as they are read."""
    return [load(path) for path in EXAMPLES]


def _corpus() -> list[Plan]:
    """The corpus's gold facts and its seeds as they are read, where it is on the machine."""
    from tests.conftest import CORPUS

    golds = [gold_plan(path) for path in sorted((CORPUS / "gold").glob("*.json"))]
    return [*golds, *(replace(load(path), title=path.name) for path in sorted((CORPUS / "seeds").glob("*.txt")))]


def _small() -> nx.MultiDiGraph[str]:
    """The cases, the plans of the query tests, the examples, and the corpus."""
    return build([*_corpus(), *_examples(), *plans(), *(case.plan for case in all_cases())])


@pytest.fixture(scope="module")
def small() -> Iterator[EmbeddedStore]:
    with EmbeddedStore(_small()) as opened:
        yield opened


@pytest.fixture(scope="module")
def large() -> Iterator[EmbeddedStore]:
    with EmbeddedStore(large_graph()[0]) as opened:
        yield opened


@pytest.fixture(scope="module")
def small_served(small: EmbeddedStore, neo4j_address: str, fuseki_address: str) -> Iterator[Served]:
    with served(small.graph, neo4j_address, fuseki_address) as engines:
        yield engines


@pytest.fixture(scope="module")
def large_served(large: EmbeddedStore, neo4j_address: str, fuseki_address: str) -> Iterator[Served]:
    with served(large.graph, neo4j_address, fuseki_address) as engines:
        yield engines


def _queries() -> list[Any]:
    return [pytest.param(query, id=query.name) for query in queries()]


def _rules() -> list[Any]:
    return [pytest.param(rule, id=rule.code) for rule in rules()]


@pytest.mark.parametrize("query", _queries())
def test_queries_on_embedded_engines(small: EmbeddedStore, query: NamedQuery) -> None:
    rows = run(query, small, "cypher", GIVEN.get(query.name))
    assert rows.rows
    assert rows == run(query, small, "sparql", GIVEN.get(query.name))


@pytest.mark.parametrize("rule", _rules())
def test_rules_on_embedded_engines(small: EmbeddedStore, rule: Rule) -> None:
    findings = check(small, [rule])
    assert findings
    assert findings == check(small, [rule], engine="sparql")


@pytest.mark.server
@pytest.mark.parametrize("server", ["neo4j", "fuseki"])
@pytest.mark.parametrize("query", _queries())
def test_queries_on_servers(small: EmbeddedStore, small_served: Served, query: NamedQuery, server: str) -> None:
    store, engine = small_served[server]
    assert run(query, store, engine, GIVEN.get(query.name)) == run(query, small, "cypher", GIVEN.get(query.name))


@pytest.mark.server
@pytest.mark.parametrize("server", ["neo4j", "fuseki"])
@pytest.mark.parametrize("rule", _rules())
def test_rules_on_servers(small: EmbeddedStore, small_served: Served, rule: Rule, server: str) -> None:
    store, engine = small_served[server]
    assert check(store, [rule], engine=engine) == check(small, [rule])


class Asked:
    """Embedded Cypher's answers, each asked once: several tests compare with them."""

    def __init__(self, store: EmbeddedStore) -> None:
        self._store = store
        self._rows: dict[str, Rows] = {}
        self._findings: dict[str, tuple[Finding, ...]] = {}

    def rows(self, query: NamedQuery) -> Rows:
        if query.name not in self._rows:
            self._rows[query.name] = run(query, self._store, "cypher", LARGE_GIVEN.get(query.name), TIMEOUT)
        return self._rows[query.name]

    def findings(self, rule: Rule) -> tuple[Finding, ...]:
        if rule.code not in self._findings:
            self._findings[rule.code] = check(self._store, [rule])
        return self._findings[rule.code]


@pytest.fixture(scope="module")
def asked(large: EmbeddedStore) -> Asked:
    return Asked(large)


@pytest.mark.slow
@pytest.mark.parametrize("query", _queries())
def test_queries_at_size(large: EmbeddedStore, asked: Asked, query: NamedQuery) -> None:
    rows = asked.rows(query)
    assert rows == run(query, large, "sparql", LARGE_GIVEN.get(query.name), TIMEOUT)
    assert len(rows.rows) > 10


@pytest.mark.slow
@pytest.mark.parametrize("rule", _rules())
def test_rules_at_size(large: EmbeddedStore, asked: Asked, rule: Rule) -> None:
    assert asked.findings(rule) == check(large, [rule], engine="sparql")


@pytest.mark.slow
@pytest.mark.server
@pytest.mark.parametrize("query", _queries())
def test_queries_at_size_on_neo4j(asked: Asked, large_served: Served, query: NamedQuery) -> None:
    store, engine = large_served["neo4j"]
    assert run(query, store, engine, LARGE_GIVEN.get(query.name), TIMEOUT) == asked.rows(query)


@pytest.mark.slow
@pytest.mark.server
@pytest.mark.parametrize("rule", _rules())
def test_rules_at_size_on_neo4j(asked: Asked, large_served: Served, rule: Rule) -> None:
    store, engine = large_served["neo4j"]
    assert check(store, [rule], engine=engine) == asked.findings(rule)


def test_the_examples_are_among_the_plans(small: EmbeddedStore) -> None:
    sources = {data["source"] for _, data in small.graph.nodes(data=True) if data["label"] == "Plan"}
    assert len(EXAMPLES) >= 5
    assert {path.name for path in EXAMPLES} <= sources


def test_the_corpus_is_among_the_plans_where_it_is_there(small: EmbeddedStore, corpus: Path) -> None:
    sources = {data["source"] for _, data in small.graph.nodes(data=True) if data["label"] == "Plan"}
    assert {path.name for path in (corpus / "gold").glob("*.json")} <= sources
