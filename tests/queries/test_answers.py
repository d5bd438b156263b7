"""Every named query gives the known answer on a small plan, on both embedded engines alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

import pytest
from tests.queries.plans import harbour_id, plans

from zeren.graph import build
from zeren.queries import Engine, catalogue, load, run
from zeren.store import EmbeddedStore

TRAFFIC, WATER = "云溪市交通运输局", "云溪市水务局"

EXPECTED: dict[str, tuple[dict[str, Any], tuple[str, ...], list[tuple[Any, ...]]]] = {
    "plans": (
        {},
        ("title", "jurisdiction", "issued", "status", "tasks"),
        [
            ("云溪市码头整治任务表", "云溪市", dt.date(2026, 1, 15), "issued", 3),
            ("青岚县校舍安全方案", "青岚县", None, "draft", 1),
        ],
    ),
    "assignments": (
        {"plan": harbour_id()},
        ("locator", "written", "role", "naming", "place"),
        [
            ("1", "市交通运输局", "lead", "named", 1),
            ("1", "市水务局", "support", "named", 2),
            ("2", "市交通运输局", "responsible", "named", 1),
            ("2", "市水务局", "responsible", "named", 2),
            ("2", "各县区", "responsible", "each", 3),
        ],
    ),
    "time-limits": (
        {},
        ("locator", "type", "date", "quarter", "source"),
        [
            ("1", "by", dt.date(2026, 3, 31), "2026Q1", "column"),
            ("2", "by", dt.date(2026, 6, 30), "2026Q2", "column"),
            ("2", "by", dt.date(2026, 8, 31), "2026Q3", "text"),
            ("3", "ongoing", None, None, "column"),
        ],
    ),
    "tasks-without-owner": ({}, ("locator", "section", "text"), [("3", "拆除", "恢复岸线植被。")]),
    "tasks-without-lead": ({"plan": harbour_id()}, ("locator", "bodies"), [("2", 3)]),
    "departments-by-load": (
        {"plan": harbour_id()},
        ("body", "level", "tasks", "leads", "load"),
        [(TRAFFIC, "city", 2, 1, 1.7), (WATER, "city", 2, 0, 1.0)],
    ),
    "tasks-of-a-body": ({"body": TRAFFIC}, ("locator", "role"), [("1", "lead"), ("2", "responsible")]),
    "bodies-working-together": ({}, ("tasks",), [(2,)]),
    "tasks-due-by-quarter": (
        {},
        ("quarter", "tasks", "bodies"),
        [("2026Q1", 1, 2), ("2026Q2", 1, 2), ("2026Q3", 1, 2)],
    ),
    "plan-outline": (
        {},
        ("depth", "number", "title", "tasks"),
        [(1, "一", "摸清底数", 1), (1, "二", "集中整治", 0), (2, "一", "拆除", 2)],
    ),
    "clashing-deadlines": (
        {},
        ("locator", "text_date", "other_date", "other_source"),
        [("2", dt.date(2026, 8, 31), dt.date(2026, 6, 30), "column")],
    ),
    "tasks-citing-an-instrument": ({"instrument": "港口"}, ("locator", "title"), [("1", "港口法")]),
    "enterprises-by-treatment": (
        {},
        ("treatment", "body", "enterprises"),
        [("关停", None, 1), ("关停", TRAFFIC, 1), ("改造提升", TRAFFIC, 1)],
    ),
}


@pytest.fixture(scope="module")
def store() -> Iterator[EmbeddedStore]:
    with EmbeddedStore(build(plans())) as opened:
        yield opened


def test_every_query_has_a_known_answer() -> None:
    assert sorted(EXPECTED) == [query.name for query in catalogue()]


@pytest.mark.parametrize("engine", ["cypher", "sparql"])
@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_answers(store: EmbeddedStore, name: str, engine: Engine) -> None:
    parameters, columns, expected = EXPECTED[name]
    answer = run(load(name), store, engine, parameters)
    places = [answer.columns.index(column) for column in columns]
    assert [tuple(row[place] for place in places) for row in answer.rows] == expected


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_both_engines_give_the_same_rows_and_types(store: EmbeddedStore, name: str) -> None:
    one, other = (run(load(name), store, engine, EXPECTED[name][0]) for engine in ("cypher", "sparql"))
    assert one == other
    assert [[type(value) for value in row] for row in one.rows] == [
        [type(value) for value in row] for row in other.rows
    ]


def test_a_weight_given_as_text_counts(store: EmbeddedStore) -> None:
    answer = run(load("departments-by-load"), store, parameters={"plan": harbour_id(), "lead": "200"})
    assert answer.rows[0][answer.columns.index("load")] == 2.7
