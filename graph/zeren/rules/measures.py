"""What no query of the common subset can compute: medians and logarithms over the rows it returns.

A rule names its measure in `rule.toml`. A measure gets the rows of one plan and returns those that are findings, with
facts added as columns.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from itertools import groupby
from typing import Any

from zeren.store.protocol import Parameter, Rows
from zeren.workload.outliers import outlier_scores

Row = dict[str, Any]


def _outliers(rows: list[Row], options: Mapping[str, Parameter]) -> list[Row]:
    """Bodies whose load stands out from those of the same plan.

    Needs the columns load, tasks and total and the options score, share (hundredths of the plan's tasks), least
    (tasks) and bodies.
    """
    if len(rows) < int(options["bodies"]):  # type: ignore[arg-type]
        return []
    scores = outlier_scores([row["load"] for row in rows])
    return [
        row | {"outlier": round(score, 1), "percent": round(100 * row["tasks"] / row["total"])}
        for row, score in zip(rows, scores, strict=True)
        if score > float(options["score"])  # type: ignore[arg-type]
        and row["tasks"] >= int(options["least"])  # type: ignore[arg-type]
        and 100 * row["tasks"] >= float(options["share"]) * row["total"]  # type: ignore[arg-type]
    ]


MEASURES: dict[str, Callable[[list[Row], Mapping[str, Parameter]], list[Row]]] = {"outlier": _outliers}
"""Name to measure; a test holds that every one named in a rule is here."""

_ADDED = {"outlier": ("outlier", "percent")}


def measured(name: str, answer: Rows, options: Mapping[str, Parameter]) -> Rows:
    """The rows of the answer that the measure picks, plan by plan, with its facts as further columns."""
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    columns = (*answer.columns, *_ADDED[name])
    kept = [
        row
        for _, group in groupby(sorted(rows, key=lambda row: str(row["plan"])), key=lambda row: row["plan"])
        for row in MEASURES[name](list(group), options)
    ]
    return replace(answer, columns=columns, rows=tuple(tuple(row[column] for column in columns) for row in kept))
