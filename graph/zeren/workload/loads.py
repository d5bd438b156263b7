"""Who carries how much: by body, by role, by quarter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zeren.model.plan import ROLES
from zeren.workload.outliers import outlier_scores

if TYPE_CHECKING:
    import pandas as pd

FRONT = ("accountable", "lead")
"""Roles in which a body stands in front."""

_BODY = ["party", "body", "level"]


def _partners(frame: pd.DataFrame) -> pd.DataFrame:
    """For each party: distinct other bodies on its tasks, on those it leads, and the sum of others over its tasks."""
    pairs = frame[["task", "party"]].drop_duplicates()
    met = pairs.merge(pairs, on="task", suffixes=("", "_other"))
    met = met[met["party"] != met["party_other"]]
    led = frame.loc[frame["role"].isin(FRONT), ["task", "party"]].drop_duplicates()
    gathered = met.merge(led, on=["task", "party"])
    return (
        pairs.groupby("party")
        .size()
        .to_frame("_tasks")
        .assign(
            partners=met.groupby("party")["party_other"].nunique(),
            gathers=gathered.groupby("party")["party_other"].nunique(),
            meetings=met.groupby("party").size(),
        )
        .fillna(0)
        .drop(columns="_tasks")
        .astype(int)
    )


def by_body(frame: pd.DataFrame, tasks: int | None = None) -> pd.DataFrame:
    """One row a body, heaviest first, from a frame of `assignments`.

    Columns: party, body, level, tasks, leads, load, share (of the plan's tasks, 0 to 1), lead_share, partners (distinct
    bodies on its tasks), gathers (distinct bodies on those it leads), meetings (sum over its tasks of the others),
    outlier (modified z-score of its number of tasks), load_outlier (of its load). `tasks` is the number of tasks the
    shares refer to, None: those that occur in the frame.
    """
    total = tasks if tasks is not None else int(frame["task"].nunique())
    groups = frame.groupby("party")
    table = groups[["body", "level"]].first()
    table["tasks"] = groups["task"].nunique()
    table["leads"] = frame[frame["role"].isin(FRONT)].groupby("party")["task"].nunique()
    table["load"] = groups["weight"].sum().round(6)
    table["leads"] = table["leads"].fillna(0).astype(int)
    table["share"] = table["tasks"] / total if total else 0.0
    table["lead_share"] = table["leads"] / table["leads"].sum() if table["leads"].sum() else 0.0
    table = table.join(_partners(frame))
    table["outlier"] = outlier_scores(table["tasks"].tolist())
    table["load_outlier"] = outlier_scores(table["load"].tolist())
    order = ["load", "tasks", "body", "party"]
    return table.reset_index().sort_values(order, ascending=[False, False, True, True], ignore_index=True)


def by_role(frame: pd.DataFrame) -> pd.DataFrame:
    """Number of tasks of each body in each role and in all: one row a body, one column a role; heaviest first."""
    counted = frame.groupby([*_BODY, "role"], dropna=False)["task"].nunique().unstack("role", fill_value=0)
    table = counted.reindex(columns=list(ROLES), fill_value=0)
    table["tasks"] = frame.groupby(_BODY, dropna=False)["task"].nunique()
    order = ["tasks", "body", "party"]
    return (
        table.reset_index()
        .sort_values(order, ascending=[False, True, True], ignore_index=True)
        .rename_axis(columns=None)
    )


def by_quarter(frame: pd.DataFrame, limits: pd.DataFrame) -> pd.DataFrame:
    """Load of each body by the quarter in which its tasks end: party, body, quarter, tasks, load; by quarter and body.

    A task with several dates counts in the quarter of each; tasks without a date are in no row.
    """
    ends = limits.loc[limits["type"].isin(("by", "between")) & limits["quarter"].notna(), ["task", "quarter"]]
    joined = frame.merge(ends.drop_duplicates(), on="task")
    groups = joined.groupby(["quarter", "party", "body"])
    table = groups["task"].nunique().to_frame("tasks").assign(load=groups["weight"].sum().round(6)).reset_index()
    return table.sort_values(["quarter", "load", "body"], ascending=[True, False, True], ignore_index=True)
