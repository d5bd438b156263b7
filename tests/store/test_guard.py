"""Every form that the guard refuses, and forms beside it that it must let through."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from zeren.model import UsageError
from zeren.store.guard import checked
from zeren.store.protocol import Parameter

REFUSED: list[tuple[str, str]] = [
    ("CREATE (n:Plan {id: 'x'})", "query-refused-writing"),
    ("COPY (MATCH (n) RETURN n) TO '/tmp/x.csv'", "query-refused-writing"),
    ("EXPORT DATABASE '/tmp/x'", "query-refused-writing"),
    ("LOAD FROM '/etc/passwd' RETURN *", "query-refused-writing"),
    ("INSTALL httpfs", "query-refused-writing"),
    ("ATTACH '/tmp/x' AS x (dbtype 'lbug')", "query-refused-writing"),
    ("CALL show_tables() RETURN *", "query-refused-writing"),
    ("EXPLAIN MATCH (n) RETURN n", "query-refused-writing"),
    ("BEGIN TRANSACTION", "query-refused-writing"),
    ("MATCH (n:Plan) SET n.title = 'x'", "query-refused-writing"),
    ("MATCH (n:Plan) DETACH DELETE n", "query-refused-writing"),
    ("MATCH (n:Plan) WITH n MERGE (m:Plan {id: 'y'}) RETURN m", "query-refused-writing"),
    ("MATCH (n:Plan) /* RETURN */ REMOVE n.title", "query-refused-writing"),
    ("WITH 1 AS x LOAD FROM '/etc/passwd' RETURN x", "query-refused-writing"),
    ("MATCH (n) RETURN n; MATCH (m) RETURN m", "query-refused-several"),
    ("MATCH (n) RETURN 1;; ", "query-refused-several"),
    ("", "query-syntax"),
    ("// nothing", "query-syntax"),
    ("RETURN 'open", "query-syntax"),
    ("RETURN 1 /* open", "query-syntax"),
    ("MATCH (t:Task) WHERE COUNT { MATCH (t)-[:HAS_ASSIGNMENT]->() } < 2 RETURN t.id AS id", "query-refused-count-braces"),
    ("MATCH (t:Task) RETURN sum(count { (t)-->() }) AS n", "query-refused-count-braces"),
    ("MATCH (t:Task) RETURN COLLECT { MATCH (t)-->(x) RETURN x.id } AS l", "query-refused-collect-braces"),
    ("MATCH (t:Task) WHERE EXISTS { (t)-[:DUE]->(:Deadline) } RETURN t.id AS id", "query-refused-exists"),
    ("MATCH (t:Task) WHERE NOT exists { (t)-->() } RETURN t.id AS id", "query-refused-exists"),
    ("MATCH (a:Agency)-[:LEADS]->(t:Task)<-[:LEADS]-(b:Agency) RETURN a.id, b.id", "query-refused-same-edge"),
    ("MATCH (a:Agency)-[:LEADS]->(t:Task), (b:Agency)-[:LEADS]->(t) RETURN a.id, b.id", "query-refused-same-edge"),
    ("MATCH (a:Agency)-[:LEADS]->(t:Task)<-[:LEADS]-(a) RETURN t.id", "query-refused-same-edge"),
    ("MATCH (a:Agency)-->(t:Task)<--(b:Agency) RETURN a.id, b.id", "query-refused-same-edge"),
    ("MATCH (a)-[:LEADS|DOES]->(t)<-[:DOES]-(b) WHERE a.id <> b.id OR t.number = '1' RETURN a.id", "query-refused-same-edge"),
    ("MATCH (t:Task) WHERE EXISTS { MATCH (a)-[:LEADS]->(t)<-[:LEADS]-(b) } RETURN t.id", "query-refused-same-edge"),
    ("MATCH (a)-[:PART_OF]-(b)-[:PART_OF]-(c) RETURN a.id", "query-refused-same-edge"),
    ("MATCH (p)-[:HAS_SECTION*1..3]->(s)<-[:HAS_SECTION]-(q) RETURN s.id", "query-refused-same-edge"),
    ("MATCH (t)-[:HAS_ASSIGNMENT]->(x {role: 'lead'}), (t)-[:HAS_ASSIGNMENT]->(y {role: 'lead'}) RETURN t.id", "query-refused-same-edge"),
    ("MATCH (a)-[:LEADS]->(t)-[s:SIMILAR_TO]->(u)<-[:LEADS]-(b) WHERE s.score > 0.8 AND a.id <> b.id RETURN t.id", "query-refused-edge-filter"),
    ("MATCH (a)-[:LEADS]->(t)-[s:SIMILAR_TO {score: 1.0}]->(u)<-[:DOES]-(b) RETURN t.id", "query-refused-edge-filter"),
    ("MATCH (t)-[s:SIMILAR_TO]->(u)<-[:LEADS]-(b) WHERE s.score > 0.8 RETURN t.id", "query-refused-edge-filter"),
    ("MATCH (t)-[s:SIMILAR_TO]->(u) WHERE s.score > 0.8 MATCH (t)-[:DUE]->(d) MATCH (u)-[:DUE]->(e) RETURN t.id", "query-refused-edge-filter"),
    ("MATCH (a)-[:DOES]->(t) WITH a, count(t) AS n ORDER BY n DESC LIMIT 5 RETURN collect(a.id) AS l", "query-refused-with-order"),
    ("MATCH (t:Task) WITH t ORDER BY t.id LIMIT 7 RETURN DISTINCT t.number AS n", "query-refused-with-order"),
    ("MATCH (t:Task) WITH t ORDER BY t.id SKIP 7 WITH t RETURN count(t) AS n", "query-refused-with-order"),
    ("MATCH (t:Task) WITH t ORDER BY t.id RETURN t.id AS id", "query-refused-with-order"),
    ("MATCH (t)-[:DUE]->(a:Deadline) WHERE EXISTS { MATCH (t)-[:DUE]->(b:Deadline) WHERE (b.date IS NULL) = (a.date IS NULL) } RETURN a.id", "query-refused-outer-null"),
    ("MATCH (t)-[:DUE]->(a:Deadline) WHERE NOT EXISTS { MATCH (t)-[:DUE]->(b) WHERE coalesce(a.rrule, 'x') = b.text } RETURN a.id", "query-refused-outer-null"),
    ("MATCH (t)-[:DUE]->(a:Deadline) WHERE EXISTS { MATCH (t)-[:DUE]->(b) WHERE b.type = 'by' OR b.date = a.date } RETURN a.id", "query-refused-outer-null"),
    ("MATCH (p:Plan)-[:HAS_SECTION*1..3]-(s) RETURN s.id", "query-refused-undirected"),
    ("MATCH (p:Plan)-[:HAS_SECTION*]->(s) RETURN s.id", "query-refused-unbounded"),
    ("MATCH (p:Plan)-[:HAS_SECTION*2..]->(s) RETURN s.id", "query-refused-unbounded"),
    ("MATCH (p:Plan)-[:HAS_SECTION*1..31]->(s) RETURN s.id", "query-refused-unbounded"),
    ("MATCH (n:Plan:Task) RETURN n.id", "query-refused-labels"),
    ("MATCH (n) WHERE n:Plan RETURN n.id", "query-refused-label-test"),
    ("MATCH (n) WHERE n.id <> '' AND (n:Plan OR n:Task) RETURN n.id", "query-refused-label-test"),
    ("RETURN 2 IN [1, null] AS x", "query-refused-null"),
    ("MATCH (t:Task) WHERE t.number = null RETURN t.id", "query-refused-null"),
    ("MATCH (t:Task) RETURN CASE t.number WHEN null THEN 1 ELSE 0 END AS n", "query-refused-null"),
    ("MATCH (t:Task) RETURN substring(t.text, 0, 2) AS x", "query-refused-function"),
    ("MATCH (t:Task) RETURN log(t.position) AS x", "query-refused-function"),
    ("MATCH (t:Task) RETURN labels(t) AS x", "query-refused-function"),
    ("MATCH (t:Task)-[r]->() RETURN type(r) AS x", "query-refused-function"),
    ("MATCH (t:Task) WITH collect(t.id) AS l RETURN l[0] AS x", "query-refused-index"),
    ("MATCH (t:Task) WHERE t.text CONTAINS '' RETURN t.id", "query-refused-empty"),
    ("MATCH (t:Task) WHERE t.text STARTS WITH \"\" RETURN t.id", "query-refused-empty"),
    ("MATCH (t:Task) WHERE t.number = 3 RETURN t.id", "query-refused-types"),
    ("MATCH (t:Task) WHERE '3' < t.position RETURN t.id", "query-refused-types"),
    ("MATCH (d:Deadline) WHERE d.date > '2021-01-01' RETURN d.id", "query-refused-types"),
    ("MATCH (c:Collective {distributive: 'true'}) RETURN c.id", "query-refused-types"),
    ("MATCH (t:Task) WHERE t.id = $missing RETURN t.id", "query-parameter-missing"),
]  # fmt: skip

ALLOWED = [
    "MATCH (n) RETURN n.id AS id;",
    "MATCH (t:Task) WHERE t.text = 'COPY; CREATE // DELETE' RETURN t.id AS id // SET",
    "MATCH (n:Plan) RETURN n.title AS set",
    "/* CREATE */ MATCH (`delete`:Plan) RETURN `delete`.id AS id",
    "MATCH (t:Task) WHERE NOT EXISTS { MATCH (t)-[:DUE]->(:Deadline) } RETURN t.id AS id",
    "MATCH (t:Task) WHERE NOT (t)-[:DUE]->(:Deadline) RETURN t.id AS id",
    "MATCH (t:Task) OPTIONAL MATCH (t)-[:HAS_ASSIGNMENT]->(x) WITH t, count(x) AS n WHERE n < 2 RETURN t.id AS id",
    "MATCH (a:Agency)-[:LEADS]->(t:Task)<-[:LEADS]-(b:Agency) WHERE a.id < b.id RETURN t.id AS id",
    "MATCH (a:Agency)-[:LEADS]->(t:Task)<-[:LEADS]-(b:Agency) WHERE t.number = '1' AND (a.id <> b.id) RETURN t.id AS id",
    "MATCH (a:Agency)-[:LEADS]->(t:Task) MATCH (b:Agency)-[:LEADS]->(t) RETURN a.id AS a, b.id AS b",
    "MATCH (a:Agency)-[:LEADS]->(t:Task)<-[:LEADS]-(c:Collective) RETURN t.id AS id",
    "MATCH (a:Agency)-[:LEADS]->(t:Task)<-[:DOES]-(b:Agency) RETURN t.id AS id",
    "MATCH (t)-[:HAS_ASSIGNMENT]->(x {role: 'lead'}), (t)-[:HAS_ASSIGNMENT]->(y {role: 'joint'}) RETURN t.id AS id",
    "MATCH (t)-[:DUE]->(d:Deadline), (t)-[:DUE]->(e:Deadline) WHERE d.source = 'text' AND e.source = 'column' RETURN t.id AS id",
    "MATCH (p:Plan)-[:HAS_SECTION]->(s:Section)-[:HAS_SECTION]->(r:Section) RETURN r.id AS id",
    "MATCH (a:Agency)<-[:ASSIGNEE]-(x)<-[:HAS_ASSIGNMENT]-(t)-[:HAS_ASSIGNMENT]->(y)-[:ASSIGNEE]->(b) WHERE a.id < b.id RETURN t.id AS id",
    "MATCH (t:Task)-[:SIMILAR_TO]->(u:Task) MATCH (t)-[:DUE]->(d), (u)-[:DUE]->(e) RETURN t.id AS id",
    "MATCH (t)-[s:SIMILAR_TO]->(u) WITH t, u, s.score AS score WHERE score > 0.8 MATCH (t)<-[:LEADS]-(a) MATCH (u)<-[:LEADS]-(b) RETURN a.id AS a",
    "MATCH (t)-[s:SIMILAR_TO]->(u) WHERE s.score > 0.8 RETURN t.id AS id",
    "MATCH (t)-[s:SIMILAR_TO]->(u)<-[:LEADS]-(b) WITH t, b, s.score AS score WHERE score > 0.8 RETURN t.id AS id",
    "MATCH (t)-[:DUE]->(a) WITH t, a.date IS NULL AS bare WHERE EXISTS { MATCH (t)-[:DUE]->(b) WHERE b.rrule IS NULL OR bare } RETURN t.id AS id",
    "MATCH (t)-[:DUE]->(a) WHERE EXISTS { MATCH (t)-[:DUE]->(b) WHERE b.date < a.date AND b.id <> a.id } RETURN t.id AS id",
    "MATCH (p:Plan)-[:HAS_SECTION*1..8]->(s:Section)-[:CONTAINS]->(t:Task) RETURN t.id AS id",
    "MATCH (a)-[:SUCCEEDED_BY*1..8]->(b) RETURN DISTINCT b.id AS id",
    "MATCH (t:Task) WITH t ORDER BY t.id LIMIT 7 MATCH (t)-[:DUE]->(d) RETURN t.id AS t, d.id AS d",
    "MATCH (t:Task) RETURN count(t) AS n ORDER BY n LIMIT 3",
    "MATCH (n:Plan|Section) RETURN n.id AS id",
    "MATCH (t:Task) WHERE t.number IS NULL RETURN coalesce(t.number, null) AS n",
    "MATCH (t:Task) WHERE t.number IN ['1', '2'] AND t.text STARTS WITH '加强' RETURN left(t.text, 3) AS x",
    "MATCH (d:Deadline) WHERE d.date > date('2021-01-01') RETURN d.id AS id",
    "MATCH (p:Plan)-[:HAS_TASK]->(t)-[:DUE]->(d) WHERE d.date < p.issued RETURN t.id AS id",
    "UNWIND ['a', 'b'] AS x RETURN x",
    "WITH 1 AS x RETURN x",
    "OPTIONAL MATCH (n:Plan) RETURN n.id AS id UNION ALL MATCH (n:Task) RETURN n.id AS id",
]  # fmt: skip


@pytest.mark.parametrize(("text", "code"), REFUSED)
def test_refused(text: str, code: str) -> None:
    with pytest.raises(UsageError) as caught:
        checked(text, {})
    assert caught.value.code == code
    for language in ("zh", "en"):
        message = caught.value.message(language)
        assert not message.startswith(code), f"no sentence for {code} in {language}"
        assert "{ " in message or "{" not in message.replace("{{", "")


@pytest.mark.parametrize("text", ALLOWED)
def test_allowed(text: str) -> None:
    assert checked(text, {}).text


@pytest.mark.parametrize(
    ("text", "parameters", "code"),
    [
        ("MATCH (t:Task) WHERE t.number = $n RETURN t.id", {"n": 3}, "query-refused-types"),
        ("MATCH (d:Deadline) WHERE d.date > $day RETURN d.id", {"day": "2021-01-01"}, "query-refused-types"),
        ("MATCH (t:Task) WHERE t.text CONTAINS $words RETURN t.id", {"words": ""}, "query-refused-empty"),
    ],
)
def test_refused_for_the_value_given(text: str, parameters: Mapping[str, Parameter], code: str) -> None:
    with pytest.raises(UsageError) as caught:
        checked(text, parameters)
    assert caught.value.code == code


def test_an_empty_word_is_fine_where_the_query_sees_to_it() -> None:
    query = checked("MATCH (t:Task) WHERE $w = '' OR t.text CONTAINS $w RETURN t.id", {"w": "", "extra": 1})
    assert query.parameters == ("w",)


def test_comments_and_the_final_semicolon_are_not_sent() -> None:
    assert checked("RETURN 'a//b' AS x // c\n;", {}).text.strip() == "RETURN 'a//b' AS x"
