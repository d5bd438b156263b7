from __future__ import annotations

from collections.abc import Iterator

import networkx as nx
import pytest
from benchmarks.plans import generate_plans

from zeren.graph import build
from zeren.store import EmbeddedStore


@pytest.fixture(scope="session")
def store() -> Iterator[EmbeddedStore]:
    """2,000 tasks: the size from which all faults of the embedded Cypher engine show."""
    with EmbeddedStore(build(generate_plans(2000, 1))) as found:
        found.cypher("RETURN 1 AS n")
        yield found


@pytest.fixture(scope="session")
def graph(store: EmbeddedStore) -> nx.MultiDiGraph[str]:
    return store.graph
