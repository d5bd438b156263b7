"""The two kinds of servers that can be asked, for real."""

from __future__ import annotations

import dataclasses
import datetime as dt
from collections.abc import Iterator

import networkx as nx
import pytest
from benchmarks.plans import generate_plans
from tests.servers.processes import fill

from zeren.graph import build
from zeren.graph.triples import triples
from zeren.model import Plan, UsageError
from zeren.store.endpoint import SparqlEndpoint
from zeren.store.neo4j import Neo4jStore, load

pytestmark = pytest.mark.server

COUNTS = "MATCH (n) RETURN labels(n)[0] AS kind, count(*) AS n ORDER BY kind"
EDGES = "MATCH ()-[r]->() RETURN type(r) AS kind, count(*) AS n ORDER BY kind"


@pytest.fixture(scope="module")
def plans() -> list[Plan]:
    return generate_plans(130, 5)


@pytest.fixture
def server(neo4j_address: str) -> Iterator[str]:
    yield neo4j_address
    import neo4j

    with neo4j.GraphDatabase.driver(neo4j_address) as driver:
        driver.execute_query("MATCH (n) DETACH DELETE n")


def content(address: str) -> tuple[set[tuple[str, str]], set[tuple[str, str, str]]]:
    import neo4j

    with neo4j.GraphDatabase.driver(address) as driver:
        nodes = driver.execute_query("MATCH (n) RETURN labels(n)[0] AS label, n.id AS id").records
        edges = driver.execute_query("MATCH (a)-[r]->(b) RETURN a.id AS a, type(r) AS kind, b.id AS b").records
    return {(r["label"], r["id"]) for r in nodes}, {(r["a"], r["kind"], r["b"]) for r in edges}


def expected(graph: nx.MultiDiGraph[str]) -> tuple[set[tuple[str, str]], set[tuple[str, str, str]]]:
    nodes = {(data["label"], id) for id, data in graph.nodes(data=True)}
    return nodes, {(source, kind, target) for source, target, kind in graph.edges(keys=True)}


def test_the_server_holds_the_graph_after_one_load_and_after_two(server: str, plans: list[Plan]) -> None:
    graph = build(plans)
    told: list[tuple[int, int]] = []
    for _ in range(2):
        loaded = load(graph, server, progress=lambda done, total: told.append((done, total)))
        assert (loaded.nodes, loaded.relationships) == (graph.number_of_nodes(), graph.number_of_edges())
        assert content(server) == expected(graph)
    assert told[-1] == (graph.number_of_nodes() + graph.number_of_edges(),) * 2


def test_a_new_text_of_a_plan_replaces_the_old_and_leaves_the_others(server: str, plans: list[Plan]) -> None:
    load(build(plans), server)
    tasks = tuple(dataclasses.replace(task, deadlines=(), cites=()) for task in plans[0].tasks[:20])
    shorter = dataclasses.replace(plans[0], tasks=tasks, groups=(), enterprises=())
    load(build([shorter]), server)
    assert content(server) == expected(build([shorter, *plans[1:]]))


def test_properties_that_vanish_are_cleared(server: str, plans: list[Plan]) -> None:
    load(build(plans[:1]), server)
    undated = dataclasses.replace(plans[0], issued=None, document_number=None)
    load(build([undated]), server)
    store = Neo4jStore(server)
    answer = store.cypher("MATCH (p:Plan) RETURN p.issued AS issued, p.document_number AS number")
    store.close()
    assert answer.rows == ((None, None),)


def test_neo4j_answers_with_plain_values(server: str, plans: list[Plan]) -> None:
    load(build(plans), server)
    store = Neo4jStore(server)
    try:
        answer = store.cypher(
            "MATCH (p:Plan) WHERE p.issued > $day RETURN p.title AS title, p.issued AS issued, count(*) AS n "
            "ORDER BY title LIMIT 1;",
            {"day": dt.date(2000, 1, 1)},
        )
        assert answer.columns == ("title", "issued", "n")
        title, issued, n = answer.rows[0]
        assert isinstance(title, str) and type(issued) is dt.date and n == 1
        node = store.cypher("MATCH (p:Plan) RETURN p AS p, [p.status] AS l ORDER BY p.id LIMIT 1").rows[0]
        assert str(node[0]).startswith("plan-") and node[1] == '["issued"]'
    finally:
        store.close()


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("CREATE (n:Plan)", "query-refused-writing"),
        ("MATCH (n) SET n.title = 'x' RETURN n", "query-refused-writing"),
        ("MATCH (n) DETACH DELETE n", "query-refused-writing"),
        ("LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", "query-refused-writing"),
        ("WITH 1 AS x LOAD CSV FROM 'file:///etc/passwd' AS row RETURN row", "query-refused-writing"),
        ("CALL dbms.listConfig() YIELD name RETURN name", "query-refused-writing"),
        ("MATCH (n) CALL db.labels() YIELD label RETURN label", "query-refused-writing"),
        ("SHOW SETTINGS", "query-refused-writing"),
        ("SHOW TRANSACTIONS", "query-refused-writing"),
        ("TERMINATE TRANSACTIONS 'x'", "query-refused-writing"),
        ("MATCH (n) RETURN 1; MATCH (m) RETURN 2", "query-refused-several"),
        ("MATCH (n RETURN n", "query-syntax"),
        ("MATCH (n) WHERE n.id = $missing RETURN n", "query-parameter-missing"),
    ],
)
def test_neo4j_is_only_read(server: str, text: str, code: str) -> None:
    store = Neo4jStore(server)
    try:
        with pytest.raises(UsageError) as caught:
            store.cypher(text)
        assert caught.value.code == code
    finally:
        store.close()


def test_a_runaway_query_ends_on_neo4j(server: str) -> None:
    store = Neo4jStore(server)
    try:
        with pytest.raises(UsageError) as caught:
            store.cypher(
                "UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b RETURN sum(a * b) AS n", timeout=1
            )
        assert caught.value.code == "query-timeout"
        assert store.cypher("RETURN 1 AS n").rows == ((1,),)
    finally:
        store.close()


def test_a_server_that_is_not_there_is_said() -> None:
    for make, address in (
        (Neo4jStore, "bolt://127.0.0.1:9"),
        (lambda a: SparqlEndpoint(a).sparql("ASK {}"), "http://127.0.0.1:9/"),
    ):
        with pytest.raises(UsageError) as caught:
            make(address)
        assert caught.value.code == "server-unreachable"
    for make in (Neo4jStore, SparqlEndpoint):
        with pytest.raises(UsageError) as caught:
            make("ftp://example.org")
        assert caught.value.code == "server-address"


def test_fuseki_answers_as_the_embedded_engine_does(fuseki_address: str, plans: list[Plan]) -> None:
    graph = build(plans)
    fill(fuseki_address, ("\n".join(triples(graph)) + "\n").encode())
    store = SparqlEndpoint(f"{fuseki_address}/sparql")
    plan = min(id for id, data in graph.nodes(data=True) if data["label"] == "Plan")
    answer = store.sparql(
        "SELECT ?plan ?issued (COUNT(?t) AS ?n) { VALUES ?plan { $plans } ?plan z:hasTask ?t "
        "OPTIONAL { ?plan z:issued ?issued } } GROUP BY ?plan ?issued",
        {"plans": [plan]},
    )
    assert answer.columns == ("plan", "issued", "n")
    tasks = sum(kind == "HAS_TASK" for _, _, kind in graph.out_edges(plan, keys=True))
    assert answer.rows == ((plan, graph.nodes[plan]["issued"], tasks),)
    assert store.sparql("ASK { ?t a z:Task }").rows == ((True,),)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }", "query-refused-outbound"),
        ("SELECT * FROM <http://127.0.0.1:9/> { ?a ?b ?c }", "query-refused-outbound"),
        ("SELECT * { ?a", "query-syntax"),
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "query-syntax"),
    ],
)
def test_the_endpoint_is_only_read(fuseki_address: str, text: str, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        SparqlEndpoint(f"{fuseki_address}/sparql").sparql(text)
    assert caught.value.code == code


def test_a_slow_endpoint_is_given_up(fuseki_address: str, plans: list[Plan]) -> None:
    fill(fuseki_address, ("\n".join(triples(build(plans))) + "\n").encode())
    with pytest.raises(UsageError) as caught:
        SparqlEndpoint(f"{fuseki_address}/sparql").sparql(
            "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i FILTER(?a != ?g) }", timeout=1
        )
    assert caught.value.code == "query-timeout"
