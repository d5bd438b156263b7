from __future__ import annotations

import datetime as dt
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import networkx as nx
import pytest

from zeren.graph import NODES, RELATIONSHIPS, build
from zeren.model import Plan, Task, UsageError
from zeren.store import EmbeddedStore
from zeren.store.protocol import Rows


def test_both_engines_hold_every_node(store: EmbeddedStore, graph: nx.MultiDiGraph[str]) -> None:
    for label in NODES:
        expected = sum(data["label"] == label for _, data in graph.nodes(data=True))
        assert store.cypher(f"MATCH (n:{label}) RETURN count(*) AS n").rows == ((expected,),)
        assert store.sparql(f"SELECT (COUNT(?n) AS ?k) {{ ?n a z:{label} }}").rows == ((expected,),)


def test_both_engines_hold_every_relationship(store: EmbeddedStore, graph: nx.MultiDiGraph[str]) -> None:
    for kind in RELATIONSHIPS:
        expected = sum(found == kind for _, _, found in graph.edges(keys=True))
        assert store.cypher(f"MATCH ()-[r:{kind}]->() RETURN count(*) AS n").rows == ((expected,),)
        name = "".join(part.capitalize() if place else part for place, part in enumerate(kind.lower().split("_")))
        where = "?s a z:Similarity" if kind == "SIMILAR_TO" else f"?s z:{name} ?t"
        assert store.sparql(f"SELECT (COUNT(*) AS ?k) {{ {where} }}").rows == ((expected,),)


def test_values_come_back_with_their_types(store: EmbeddedStore, graph: nx.MultiDiGraph[str]) -> None:
    id = min(id for id, data in graph.nodes(data=True) if data["label"] == "Plan" and data["issued"])
    data = graph.nodes[id]
    expected = ((id, data["title"], data["issued"], None, 60, 1.5, True),)
    cypher = store.cypher(
        "MATCH (p:Plan {id: $id})-[:HAS_TASK]->(t) RETURN p.id AS id, p.title AS title, p.issued AS issued, "
        "CASE WHEN p.id = '' THEN 1 END AS nothing, sum(1) AS n, 1.5 AS x, p.issued IS NOT NULL AS dated",
        {"id": id},
    )
    sparql = store.sparql(
        "SELECT ?id ?title ?issued ?nothing (COUNT(?t) AS ?n) (1.5 AS ?x) (BOUND(?issued) AS ?dated) "
        "{ VALUES ?id { $id } ?id z:title ?title ; z:issued ?issued ; z:hasTask ?t } GROUP BY ?id ?title ?issued ?nothing",
        {"id": id},
    )
    assert cypher == Rows(("id", "title", "issued", "nothing", "n", "x", "dated"), expected)
    assert sparql == cypher
    assert [type(value) for value in sparql.rows[0]] == [type(value) for value in cypher.rows[0]]


def test_text_of_every_kind_survives_both_engines() -> None:
    text = "𠮷祥\t\"引号\" '单' \\反\\ \n换行\r回 <b>&amp; {花} $钱 ✓\u3000全"
    graph = build([Plan("题", "云岭市", tasks=(Task("1", "1", None, text, locator="1"),))])
    with EmbeddedStore(graph) as store:
        assert store.cypher("MATCH (t:Task) WHERE t.text = $x RETURN t.text AS x", {"x": text}).rows == ((text,),)
        assert store.sparql("SELECT ?x { ?t z:text ?x FILTER(?x = $x) }", {"x": text}).rows == ((text,),)


def test_nodes_and_lists_have_a_plain_form(store: EmbeddedStore) -> None:
    row = store.cypher("MATCH (p:Plan) RETURN p AS p, [p.status, 'x'] AS l ORDER BY p.id LIMIT 1").rows[0]
    assert str(row[0]).startswith("plan-")
    assert row[1] == '["issued", "x"]'


def test_parameters_of_every_type(store: EmbeddedStore) -> None:
    given = {"n": 3, "words": ["检查", "排查"], "day": dt.date(2021, 1, 1), "days": dt.timedelta(days=30), "yes": True}
    cypher = store.cypher(
        "MATCH (p:Plan)-[:HAS_TASK]->(t:Task)-[:DUE]->(d:Deadline) WHERE t.position > $n AND d.date - $days > $day "
        "AND t.has_support_column = $yes AND t.verb_class IN $words RETURN count(*) AS n",
        given | {"words": ["check", "draft"]},
    )
    sparql = store.sparql(
        "SELECT (COUNT(*) AS ?n) { ?p z:hasTask ?t . ?t z:position ?x ; z:due/z:date ?d ; z:hasSupportColumn $yes ; "
        "z:verbClass ?c FILTER(?x > $n && ?d - $days > $day && ?c IN ($words)) }",
        given | {"words": ["check", "draft"]},
    )
    assert cypher.rows == sparql.rows
    assert cypher.rows[0][0] > 10  # type: ignore[operator]


@pytest.mark.parametrize("engine", ["cypher", "sparql"])
def test_a_runaway_query_ends_and_the_store_answers_on(store: EmbeddedStore, engine: str) -> None:
    text = {
        "cypher": "MATCH (a), (b), (c) WHERE a.id + b.id = c.id RETURN count(*) AS n",
        "sparql": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    }
    ask = getattr(store, engine)
    began = time.monotonic()
    with pytest.raises(UsageError) as caught:
        ask(text[engine], timeout=1)
    assert caught.value.code == "query-timeout"
    assert time.monotonic() - began < 4
    assert ask({"cypher": "RETURN 1 AS n", "sparql": "SELECT (1 AS ?n) {}"}[engine]).rows == ((1,),)


@pytest.mark.parametrize("engine", ["cypher", "sparql"])
def test_a_text_that_breaks_the_engine_does_not_break_us(store: EmbeddedStore, engine: str) -> None:
    depth = 20_000
    text = {"cypher": "RETURN {} AS n", "sparql": "SELECT ({} AS ?n) {{}}"}[engine].format(
        "(" * depth + "1" + ")" * depth
    )
    with pytest.raises(UsageError) as caught:
        getattr(store, engine)(text, timeout=20)
    assert caught.value.code in ("query-engine-ended", "query-timeout", "query-syntax")
    assert store.cypher("RETURN 1 AS n").rows == ((1,),)


@pytest.mark.slow
def test_after_a_query_that_takes_all_memory_the_store_answers_on(store: EmbeddedStore) -> None:
    with pytest.raises(UsageError) as caught:
        store.cypher("MATCH (a:Assignment), (b:Assignment) RETURN size(collect(a.id + b.id)) AS n", timeout=60)
    assert caught.value.code == "query-memory"
    assert store.cypher("MATCH (t:Task) RETURN count(*) AS n").rows == ((2000,),)


def test_several_threads_may_ask(store: EmbeddedStore) -> None:
    def ask(number: int) -> tuple[object, object]:
        one = store.cypher("RETURN $n AS n", {"n": number}).rows[0][0]
        return one, store.sparql("SELECT ($n AS ?n) {}", {"n": number}).rows[0][0]

    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(ask, range(40))) == [(n, n) for n in range(40)]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("SELECT * { SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }", "query-refused-outbound"),
        (
            "SELECT * { ?a ?b ?c OPTIONAL { SERVICE SILENT <http://127.0.0.1:9/> { ?a ?b ?c } } }",
            "query-refused-outbound",
        ),
        (
            "SELECT * { { SELECT ?a { ?a ?b ?c FILTER NOT EXISTS { SERVICE ?a { ?x ?y ?z } } } } UNION { ?a ?b ?c } }",
            "query-refused-outbound",
        ),
        ("SELECT * FROM <http://127.0.0.1:9/> { ?a ?b ?c }", "query-refused-outbound"),
        ("SELECT * FROM NAMED <http://127.0.0.1:9/> { ?a ?b ?c }", "query-refused-outbound"),
        ("SELECT * { \\u0053ERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }", "query-refused-outbound"),
        ('SELECT * { ?a ?b "c"SERVICE <http://127.0.0.1:9/> { ?a ?b ?c } }', "query-refused-outbound"),
        ("SELECT ?from { ?from ?b ?c\tservice<http://127.0.0.1:9/> { ?a ?b ?c } }", "query-refused-outbound"),
        ("SELECT ?service FROM<http://127.0.0.1:9/> { ?service ?b ?c }", "query-refused-outbound"),
        ("INSERT DATA { <urn:a> <urn:b> <urn:c> }", "query-syntax"),
        ("LOAD <http://127.0.0.1:9/>", "query-syntax"),
        ("CONSTRUCT { ?a ?b ?c } WHERE { ?a ?b ?c }", "query-syntax"),
        ("DESCRIBE <urn:a>", "query-syntax"),
        ("SELECT ?a { ?a", "query-syntax"),
        ("SELECT ?a { ?a z:title $missing }", "query-parameter-missing"),
    ],
)
def test_sparql_is_only_read_and_only_here(store: EmbeddedStore, text: str, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        store.sparql(text)
    assert caught.value.code == code
    assert not caught.value.message("zh").startswith(code)


def test_the_words_service_and_from_may_stand_in_text(store: EmbeddedStore) -> None:
    query = 'SELECT ?from { VALUES ?from { "SERVICE FROM" } FILTER(?from != "x") } # SERVICE'
    assert store.sparql(query).rows == (("SERVICE FROM",),)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("MATCH (t:Tsk) RETURN t.id AS id", "Task"),
        ("MATCH (t:Task) RETURN t.txt AS x", "text"),
        ("MATCH (t:Task)-[:HAS_ASIGNMENT]->(x) RETURN x.id AS id", "HAS_ASSIGNMENT"),
    ],
)
def test_an_unknown_name_is_said_with_the_nearest(store: EmbeddedStore, text: str, wanted: str) -> None:
    with pytest.raises(UsageError) as caught:
        store.cypher(text)
    assert caught.value.code == "query-unknown-name"
    assert wanted in caught.value.message("en")


def test_a_temporary_folder_is_gone_at_the_end(graph: nx.MultiDiGraph[str]) -> None:
    with EmbeddedStore(build([Plan("题", "云岭市")])) as store:
        folder = store.folder
        assert store.cypher("MATCH (p:Plan) RETURN p.title AS t").rows == (("题",),)
        assert folder.is_dir()
    assert not folder.exists()


def test_a_given_folder_stays(tmp_path: Path) -> None:
    with EmbeddedStore(build([Plan("题", "云岭市")]), tmp_path / "engines") as store:
        store.cypher("RETURN 1 AS n")
        assert not (tmp_path / "engines" / "triples").exists()
        store.sparql("ASK {}")
    assert sorted(path.name for path in (tmp_path / "engines").iterdir()) == ["graph.lbug", "triples"]
