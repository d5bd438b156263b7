"""The workload of one plan as rows for the page: what `zeren.workload` computes, without its data frames."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from zeren.workload import assignments, by_body, by_quarter, concentration, peak, time_limits

OUTLIER = 3.5
"""Modified z-score from which on a load is out of line (Iglewicz and Hoaglin 1993)."""
LEAST_SHARE = 0.2
LEAST_BODIES = 8


@dataclass(frozen=True, slots=True)
class Load:
    """What one body carries. Shares are 0 to 1."""

    id: str
    name: str
    tasks: int
    leads: int
    load: float
    share: float
    lead_share: float
    partners: int
    score: float
    overloaded: bool


@dataclass(frozen=True, slots=True)
class Due:
    """Tasks of a body that end in a quarter."""

    name: str
    quarter: str
    count: int


@dataclass(frozen=True, slots=True)
class Burden:
    """The whole page: bodies heaviest first, quarters of the heaviest, how unevenly it lies, and the fullest day."""

    loads: tuple[Load, ...]
    dues: tuple[Due, ...]
    gini: float
    top_three: float
    peak_day: str
    peak_tasks: int


def burden(store: Any, plan: str, tasks: int, most: int = 20) -> Burden:
    """The burden of a plan with so many tasks; quarters of the `most` heaviest bodies. Raises what the store raises."""
    frame, limits = assignments(store, plan=plan), time_limits(store, plan=plan)
    table = by_body(frame, tasks)
    loads = tuple(_load(row, len(table)) for row in table.to_dict("records"))
    names = [load.name for load in loads[:most]]
    quarters = by_quarter(frame, limits).to_dict("records")
    dues = sorted(
        (Due(row["body"], row["quarter"], int(row["tasks"])) for row in quarters if row["body"] in names),
        key=lambda due: (names.index(due.name), due.quarter),
    )
    uneven, day = concentration([load.load for load in loads]), peak(limits)
    return Burden(loads, tuple(dues), round(uneven.gini, 2), round(uneven.top_three, 2), str(day.date or ""), day.tasks)


def _load(row: dict[Any, Any], bodies: int) -> Load:
    share, score = float(row["share"]), float(row["outlier"])
    return Load(
        str(row["party"]), str(row["body"]), int(row["tasks"]), int(row["leads"]), round(float(row["load"]), 2),
        round(share, 3), round(float(row["lead_share"]), 3), int(row["partners"]), round(score, 1),
        score > OUTLIER and share >= LEAST_SHARE and bodies >= LEAST_BODIES,
    )  # fmt: skip
