"""Fixtures shared by all tests: the corpus of real plans, and real servers that start once and are shared."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.servers.processes import fuseki_server, neo4j_server

CORPUS = Path(__file__).resolve().parents[2] / "shared" / "corpus"


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The folder of real plans with their gold; tests that need it are skipped where it is not on the machine."""
    if not CORPUS.is_dir():
        pytest.skip(f"the corpus of real plans is not on this machine: {CORPUS}")
    return CORPUS


@pytest.fixture(scope="session")
def neo4j_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of an empty Neo4j 5 Community server; whoever writes into it cleans up."""
    with neo4j_server(tmp_path_factory.mktemp("neo4j")) as address:
        yield address


@pytest.fixture(scope="session")
def fuseki_address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of an empty dataset on an Apache Jena Fuseki server."""
    with fuseki_server(tmp_path_factory.mktemp("fuseki")) as address:
        yield address
