from __future__ import annotations

import datetime as dt
from dataclasses import replace
from pathlib import Path

import pytest
from tests.rules.golds import gold_plan

from zeren.agencies import load_register
from zeren.graph import build
from zeren.model import Assignment, Deadline, Plan, Task
from zeren.model.locators import complete
from zeren.store import EmbeddedStore
from zeren.workload import (
    Weights,
    assignments,
    by_body,
    by_quarter,
    by_role,
    concentration,
    outlier_scores,
    peak,
    time_limits,
)

A, B, C = "云溪市应急管理局", "云溪市财政局", "云溪市教育局"


def _task(number: int, roles: dict[str, str], *dates: str) -> Task:
    limits = tuple(Deadline("by", date, date=date, source="column") for date in dates)
    owners = tuple(Assignment(name, role) for name, role in roles.items())  # type: ignore[arg-type]
    return Task(str(number), str(number), None, f"第{number}项工作。", owners, limits)


PLAN = complete(
    Plan(
        "云溪市任务表",
        "云溪市",
        tasks=(
            _task(1, {A: "lead", B: "support", "各县区": "responsible"}, "2026-06-30"),
            _task(2, {A: "responsible", B: "responsible"}, "2026-06-30", "2026-12-31"),
            _task(3, {A: "lead", C: "joint"}),
            _task(4, {"有关部门": "responsible"}, "2026-06-30"),
        ),
    )
)


@pytest.fixture(scope="module")
def store():  # type: ignore[no-untyped-def]
    with EmbeddedStore(build([PLAN])) as opened:
        yield opened


def test_loads_by_body(store: EmbeddedStore) -> None:
    frame = assignments(store)
    table = by_body(frame[frame["body"].isin([A, B, C])], tasks=4).set_index("body")
    assert table["tasks"].to_dict() == {A: 3, B: 2, C: 1}
    assert table["leads"].to_dict() == {A: 2, B: 0, C: 0}
    assert table["load"].to_dict() == pytest.approx({A: 2.7, B: 1.0, C: 0.5})
    assert table.loc[A, "share"] == 0.75
    assert table.loc[A, "lead_share"] == 1.0
    assert table.loc[[A, B, C], "partners"].tolist() == [2, 1, 1]
    assert table.loc[[A, B, C], "gathers"].tolist() == [2, 0, 0]
    assert table.loc[[A, B, C], "meetings"].tolist() == [3, 2, 1]


def test_shared_weights_divide_a_role_among_its_bodies(store: EmbeddedStore) -> None:
    frame = assignments(store, Weights(shared=1.0))
    rows = frame[(frame["locator"] == "2") & (frame["role"] == "responsible")]
    assert rows["weight"].tolist() == [0.35, 0.35]


def test_loads_by_role_and_quarter(store: EmbeddedStore) -> None:
    frame = assignments(store)
    roles = by_role(frame).set_index("body")
    assert roles.loc[A, ["lead", "responsible", "support", "tasks"]].tolist() == [2, 1, 0, 3]
    quarters = by_quarter(frame, time_limits(store))
    rows = {(row.quarter, row.body): (row.tasks, row.load) for row in quarters.itertuples()}
    assert rows["2026Q2", A] == (2, 1.7)
    assert rows["2026Q4", B] == (1, 0.7)


def test_peak_of_limits(store: EmbeddedStore) -> None:
    found = peak(time_limits(store))
    assert (found.date, found.tasks, found.dated, found.share) == (dt.date(2026, 6, 30), 3, 3, 1.0)


def test_both_engines_give_the_same_frames(store: EmbeddedStore) -> None:
    assert assignments(store).equals(assignments(store, engine="sparql"))
    assert time_limits(store).equals(time_limits(store, engine="sparql"))


def test_an_empty_graph_gives_empty_tables() -> None:
    with EmbeddedStore(build([])) as empty:
        frame, limits = assignments(empty), time_limits(empty)
        assert by_body(frame).empty
        assert by_role(frame).empty
        assert by_quarter(frame, limits).empty
        assert peak(limits).date is None


def test_outlier_scores() -> None:
    assert outlier_scores([]) == []
    assert outlier_scores([3, 3, 3]) == [0.0, 0.0, 0.0]
    scores = outlier_scores([1, 1, 1, 1, 30])  # the MAD is 0: the mean deviation takes its place
    assert scores[:4] == [0.0] * 4
    assert scores[4] == pytest.approx(5 / 1.2533)


def test_concentration() -> None:
    assert concentration([]) == concentration([0, 0])
    even, one = concentration([5, 5, 5, 5]), concentration([0, 0, 0, 8])
    assert (even.gini, even.hhi, even.top) == (0.0, 0.25, 0.25)
    assert (one.gini, one.hhi, one.top_three) == (0.75, 1.0, 1.0)


def test_figures_worked_by_hand_on_a_real_plan(corpus: Path) -> None:
    plan = gold_plan(next((corpus / "gold").glob("001*")))
    columns_only = tuple(
        replace(task, assignments=tuple(a for a in task.assignments if a.header)) for task in plan.tasks
    )
    with EmbeddedStore(build([replace(plan, tasks=columns_only)], load_register())) as opened:
        table = by_body(assignments(opened), tasks=56)
    assert len(table) == 22
    first = table.iloc[0]
    assert (first["body"], first["tasks"], first["partners"]) == ("张掖市应急管理局", 38, 21)
    assert first["share"] == pytest.approx(0.68, abs=0.005)
    assert first["outlier"] == pytest.approx(4.3, abs=0.05)
    assert (table["outlier"] > 3.5).sum() == 1
    assert table.sort_values("tasks")["tasks"].median() == 2
    even = concentration(table["tasks"].tolist())
    assert even.gini == pytest.approx(0.57, abs=0.005)
    assert even.hhi == pytest.approx(0.14, abs=0.005)
