"""The tables the workload is computed from: one row an assignment, one row a time limit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zeren.queries import Engine, load, run
from zeren.workload.weights import Weights

if TYPE_CHECKING:
    import pandas as pd

_AGENCY = "agency-"
"""Beginning of the ids of agencies, as the builder makes them."""


def query_frame(name: str, store: Any, engine: Engine = "cypher", plan: str = "") -> pd.DataFrame:
    """The answer of a named query as a data frame with its columns; `plan` is an id, empty for all plans."""
    import pandas as pd

    answer = run(load(name), store, engine, {"plan": plan})
    return pd.DataFrame(list(answer.rows), columns=list(answer.columns))


def assignments(
    store: Any, weights: Weights | None = None, engine: Engine = "cypher", plan: str = "", everybody: bool = False
) -> pd.DataFrame:
    """One row a body, task and role: plan, task, locator, party (id), body, level, role, naming, bodies, weight.

    `bodies` counts those with that role on the task, `weight` is what the row adds to the load. Only agencies that are
    named count: a collective is no body, and a county answers for its own ground. With `everybody` all rows are kept.
    """
    weights = weights or Weights()
    frame = query_frame("assignments", store, engine, plan)
    if not everybody:
        frame = frame[(frame["naming"] == "named") & frame["party"].str.startswith(_AGENCY)]
    frame = frame.drop_duplicates(["task", "party", "role"]).reset_index(drop=True)
    frame["bodies"] = frame.groupby(["task", "role"])["party"].transform("nunique")
    pairs = zip(frame["role"], frame["bodies"], strict=True)
    frame["weight"] = [weights.of(role, int(bodies)) for role, bodies in pairs]
    return frame[["plan", "task", "locator", "party", "body", "level", "role", "naming", "bodies", "weight"]]


def time_limits(store: Any, engine: Engine = "cypher", plan: str = "") -> pd.DataFrame:
    """One row a time limit of a task: plan, task, locator, type, start, date, quarter, text, source."""
    frame = query_frame("time-limits", store, engine, plan)
    return frame[["plan", "task", "locator", "type", "start", "date", "quarter", "text", "source"]]
