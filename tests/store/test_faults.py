"""What the embedded Cypher engine answers wrongly, at the size where it shows, and that the way we point to is right.

Each test asks the engine itself, past the guard. When a later version of the engine answers right, the test fails: then
the guard need no longer refuse the form.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import networkx as nx
import pytest

from zeren.graph import build
from zeren.model import Plan, Section, UsageError
from zeren.store import EmbeddedStore
from zeren.store.embedded import CYPHER_FILE

Rows = list[tuple[Any, ...]]
Engine = Callable[[str], Rows]


def opened(file: Path) -> tuple[Engine, Callable[[], None]]:
    import ladybug

    database = ladybug.Database(str(file), read_only=True, buffer_pool_size=1 << 30)
    connection = ladybug.Connection(database)

    def ask(text: str) -> Rows:
        result: Any = connection.execute(text)
        return [tuple(row) for row in result.get_all()]

    def close() -> None:
        connection.close()
        database.close()

    return ask, close


@pytest.fixture(scope="module")
def engine(store: EmbeddedStore) -> Iterator[Engine]:
    ask, close = opened(store.folder / CYPHER_FILE)
    yield ask
    close()


def ends(graph: nx.MultiDiGraph[str], kind: str, label: str | None = None) -> Counter[str]:
    """How many relationships of a type begin at each node (that end at a label)."""
    found = (s for s, t, k in graph.edges(keys=True) if k == kind and label in (None, graph.nodes[t]["label"]))
    return Counter(found)


def of(graph: nx.MultiDiGraph[str], label: str) -> list[str]:
    return [id for id, data in graph.nodes(data=True) if data["label"] == label]


def refused(store: EmbeddedStore, text: str, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        store.cypher(text)
    assert caught.value.code == code


def test_count_braces_lose_the_rows_with_none(
    store: EmbeddedStore, engine: Engine, graph: nx.MultiDiGraph[str]
) -> None:
    owned = ends(graph, "HAS_ASSIGNMENT")
    unowned = sum(task not in owned for task in of(graph, "Task"))
    assert unowned > 20
    text = "MATCH (t:Task) WHERE COUNT { MATCH (t)-[:HAS_ASSIGNMENT]->(:Assignment) } < 1 RETURN count(*) AS n"
    assert engine(text) != [(unowned,)]
    refused(store, text, "query-refused-count-braces")
    way = "MATCH (t:Task) OPTIONAL MATCH (t)-[:HAS_ASSIGNMENT]->(x) WITH t, count(x) AS k WHERE k < 1 RETURN count(t) AS n"
    assert store.cypher(way).rows == ((unowned,),)


@pytest.mark.parametrize(
    "pattern",
    ["(a:Agency)-[:LEADS]->(t:Task)<-[:LEADS]-(b:Agency)", "(a:Agency)-[:LEADS]->(t:Task), (b:Agency)-[:LEADS]->(t)"],
)
def test_one_relationship_stands_for_two(
    store: EmbeddedStore, engine: Engine, graph: nx.MultiDiGraph[str], pattern: str
) -> None:
    leads = Counter(t for s, t, k in graph.edges(keys=True) if k == "LEADS" and graph.nodes[s]["label"] == "Agency")
    pairs = sum(n * (n - 1) for n in leads.values())
    text = f"MATCH {pattern} RETURN count(*) AS n"
    assert engine(text) == [(pairs + leads.total(),)]
    refused(store, text, "query-refused-same-edge")
    assert store.cypher(f"MATCH {pattern} WHERE a.id <> b.id RETURN count(*) AS n").rows == ((pairs,),)
    assert store.cypher(f"MATCH {pattern} WHERE a.id < b.id RETURN count(*) AS n").rows == ((pairs // 2,),)


def test_one_relationship_closes_a_ring(store: EmbeddedStore, engine: Engine) -> None:
    text = "MATCH (a:Agency)-[:LEADS]->(t:Task)<-[:LEADS]-(a) RETURN count(*) AS n"
    assert engine(text) != [(0,)]
    refused(store, text, "query-refused-same-edge")


def _alike(graph: nx.MultiDiGraph[str], least: float) -> list[tuple[str, str]]:
    edges = graph.edges(keys=True, data=True)
    return [(s, t) for s, t, kind, data in edges if kind == "SIMILAR_TO" and data["score"] > least]


_BOTH = (
    "MATCH (a:Agency)<-[:ASSIGNEE]-(x:Assignment)<-[:HAS_ASSIGNMENT]-(t:Task)-[s:SIMILAR_TO]->(u:Task)"
    "-[:HAS_ASSIGNMENT]->(y:Assignment)-[:ASSIGNEE]->(b:Agency)"
)


def test_a_condition_on_a_relationship_between_joins(
    store: EmbeddedStore, engine: Engine, graph: nx.MultiDiGraph[str]
) -> None:
    named = Counter[str]()
    for task, assignment, kind in graph.edges(keys=True):
        if kind == "HAS_ASSIGNMENT":
            named[task] += ends_at_agency(graph, assignment)
    expected = sum(named[t] * named[u] for t, u in _alike(graph, 0.9))
    text = f"{_BOTH} WHERE s.score > 0.9 RETURN count(*) AS n"
    assert engine(text) != [(expected,)]
    refused(store, text, "query-refused-edge-filter")
    way = f"{_BOTH} WITH t, u, s.score AS score WHERE score > 0.9 RETURN count(*) AS n"
    assert store.cypher(way).rows == ((expected,),)
    split = (
        "MATCH (t:Task)-[s:SIMILAR_TO]->(u:Task) WITH t, u, s.score AS score WHERE score > 0.9 "
        "MATCH (t)-[:HAS_ASSIGNMENT]->(x)-[:ASSIGNEE]->(a:Agency) WITH t, u, a "
        "MATCH (u)-[:HAS_ASSIGNMENT]->(y)-[:ASSIGNEE]->(b:Agency) RETURN count(*) AS n"
    )
    assert store.cypher(split).rows == ((expected,),)


def ends_at_agency(graph: nx.MultiDiGraph[str], assignment: str) -> int:
    return sum(
        graph.nodes[t]["label"] == "Agency" for _, t, k in graph.out_edges(assignment, keys=True) if k == "ASSIGNEE"
    )


def test_order_before_a_gathering_is_ignored(store: EmbeddedStore, engine: Engine, graph: nx.MultiDiGraph[str]) -> None:
    load = [(n, id) for id, n in ends(graph, "DOES").items() if graph.nodes[id]["label"] == "Agency"]
    first = [n for n, _ in sorted(load, key=lambda pair: (-pair[0], pair[1]))[:5]]
    start = "MATCH (a:Agency)-[:DOES]->(t:Task) WITH a, count(t) AS n ORDER BY n DESC, a.id LIMIT 5"
    assert engine(f"{start} RETURN sum(n) AS s") != [(sum(first),)]
    assert engine(f"{start} RETURN collect(n) AS l") != [(first,)]
    refused(store, f"{start} RETURN sum(n) AS s", "query-refused-with-order")
    assert [row[1] for row in store.cypher(f"{start} RETURN a.id AS id, n").rows] == first


def test_undirected_walks_go_back_and_forth(store: EmbeddedStore, engine: Engine, graph: nx.MultiDiGraph[str]) -> None:
    plan = min(of(graph, "Plan"))
    text = f"MATCH (p:Plan {{id: '{plan}'}})-[:HAS_SECTION*1..3]-(s) RETURN count(*) AS n"
    below = len(nx.descendants(nx.subgraph_view(graph, filter_edge=lambda s, t, k: k == "HAS_SECTION"), plan))
    assert engine(text) != [(below,)]
    refused(store, text, "query-refused-undirected")
    assert store.cypher(text.replace("]-(s)", "]->(s)")).rows == ((below,),)


def test_a_walk_without_bound_stops_at_thirty(tmp_path: Path) -> None:
    sections = tuple(Section(str(n), str(n), "节", str(n - 1) if n else None, n, n + 1) for n in range(40))
    with EmbeddedStore(build([Plan("深", "云岭市", sections=sections)]), tmp_path) as store:
        store.cypher("RETURN 1 AS n")
        ask, close = opened(tmp_path / CYPHER_FILE)
        text = "MATCH (p:Plan)-[:HAS_SECTION*]->(s) RETURN count(*) AS n"
        assert ask(text) == [(30,)]
        close()
        refused(store, text, "query-refused-unbounded")


@pytest.mark.parametrize(
    ("expression", "wrong", "right", "code"),
    [
        ("2 IN [1, null]", False, None, "query-refused-null"),
        ("CASE null WHEN null THEN 1 ELSE 0 END", 1, 0, "query-refused-null"),
        ("substring('abc', 1, 1)", "a", "b", "query-refused-function"),
        ("log(10.0)", 1.0, 2.302585092994046, "query-refused-function"),
        ("trim('\u3000a')", "\u3000a", "a", "query-refused-function"),
        ("toUpper('ß')", "ẞ", "SS", "query-refused-function"),
        ("'a' CONTAINS ''", False, True, "query-refused-empty"),
    ],
)
def test_values_that_differ_from_neo4j(
    store: EmbeddedStore, engine: Engine, expression: str, wrong: object, right: object, code: str
) -> None:
    assert engine(f"RETURN {expression} AS x") == [(wrong,)]
    assert wrong != right
    refused(store, f"RETURN {expression} AS x", code)


def test_an_index_counts_from_one(store: EmbeddedStore, engine: Engine) -> None:
    assert engine("WITH ['a', 'b'] AS l RETURN l[1] AS x") == [("a",)]
    refused(store, "WITH ['a', 'b'] AS l RETURN l[1] AS x", "query-refused-index")


@pytest.mark.parametrize(
    ("condition", "carried"),
    [
        ("(b.date IS NULL) = (a.date IS NULL)", "(b.date IS NULL) = missing"),
        ("a.date IS NULL", "missing"),
        ("coalesce(a.date, date('2000-01-01')) < date('2001-01-01')", "missing"),
    ],
)
def test_a_missing_value_from_outside_loses_the_row_of_an_exists(
    store: EmbeddedStore, engine: Engine, condition: str, carried: str
) -> None:
    text = "MATCH (t:Task)-[:DUE]->(a:Deadline) {} EXISTS {{ MATCH (t)-[:DUE]->(b:Deadline) WHERE b.id <> a.id AND {} }} RETURN count(*) AS n"
    joined = f"MATCH (t:Task)-[:DUE]->(a:Deadline) MATCH (t)-[:DUE]->(b:Deadline) WHERE b.id <> a.id AND {condition} RETURN count(DISTINCT a.id) AS n"
    right = engine(joined)
    assert engine(text.format("WHERE", condition))[0][0] < right[0][0]
    refused(store, text.format("WHERE", condition), "query-refused-outer-null")
    carrying = text.format("WITH t, a, a.date IS NULL AS missing WHERE", carried)
    assert store.cypher(carrying).rows == tuple(right)


def test_bound_whole_numbers_are_of_the_smallest_type(store: EmbeddedStore) -> None:
    import ladybug

    connection = ladybug.Connection(
        ladybug.Database(str(store.folder / CYPHER_FILE), read_only=True, buffer_pool_size=1 << 30)
    )
    text = "MATCH (t:Task) RETURN sum(CASE WHEN t.position < 0 THEN $a ELSE $b * $a END) AS n"
    with pytest.raises(RuntimeError, match="Overflow"):
        connection.execute(text, {"a": 100, "b": 1000})
    connection.close()
    assert store.cypher(text, {"a": 100, "b": 1000}).rows == ((2000 * 100_000,),)
    assert store.cypher("RETURN $a - $b AS n LIMIT $c", {"a": 1, "b": -2, "c": 3}).rows == ((3,),)


@pytest.mark.parametrize("condition", ["t.number = 3", "t.position > '1'", "'2' = t.position"])
def test_types_are_mixed_without_a_word(store: EmbeddedStore, engine: Engine, condition: str) -> None:
    text = f"MATCH (t:Task) WHERE {condition} RETURN count(*) AS n"
    assert engine(text)[0][0] > 0  # none on Neo4j
    refused(store, text, "query-refused-types")


def test_two_labels_mean_or(store: EmbeddedStore, engine: Engine) -> None:
    assert engine("MATCH (n:Plan:Task) RETURN count(*) AS n")[0][0] > 0  # none on Neo4j
    refused(store, "MATCH (n:Plan:Task) RETURN count(*) AS n", "query-refused-labels")
