"""Random questions that the guard lets through are answered by the embedded engine as by a plain search."""

from __future__ import annotations

from random import Random

import networkx as nx
import pytest
from tests.store.reference import World

from zeren.model import UsageError
from zeren.store import EmbeddedStore


def _sorted(rows: list[tuple[object, ...]]) -> list[tuple[str, ...]]:
    return sorted(tuple("" if value is None else str(value) for value in row) for row in rows)


@pytest.fixture(scope="module")
def world(graph: nx.MultiDiGraph[str]) -> World:
    return World(graph)


@pytest.mark.parametrize("seed", [0, pytest.param(1, marks=pytest.mark.slow), pytest.param(2, marks=pytest.mark.slow)])
def test_random_questions(store: EmbeddedStore, world: World, seed: int) -> None:
    random = Random(seed)
    asked = 0
    for _ in range(60 if seed == 0 else 200):
        question = world.question(random)
        expected = world.answer(question)
        if expected is None:
            continue
        try:
            answer = store.cypher(question.cypher(), timeout=60)
        except UsageError as refusal:
            assert refusal.code == "query-refused-same-edge", question.cypher()
            continue
        asked += 1
        assert _sorted(list(answer.rows)) == _sorted(expected), question.cypher()
    assert asked > (40 if seed == 0 else 140)
