"""The one large graph of a test session: made once, however many tests want it."""

from __future__ import annotations

import time
from functools import cache

import networkx as nx
from benchmarks.plans import generate_plans

from zeren.graph import build

TASKS = 20_000


@cache
def large_graph() -> tuple[nx.MultiDiGraph[str], float]:
    """A graph of 20,000 made-up tasks, and how many seconds the building took."""
    plans = generate_plans(TASKS)
    began = time.monotonic()
    return build(plans), time.monotonic() - began
