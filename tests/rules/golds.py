"""The gold facts of the corpus as plans: what the guideline's format leaves out is put back as a reader would find it."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

from zeren.model import Assignment, Deadline, Plan, Task
from zeren.model.interchange import from_json

OWNERS, SUPPORT, LIMIT = "责任单位", "配合单位", "完成时限"


def _is_table(plan: Plan) -> bool:
    return all(task.number == task.locator for task in plan.tasks)


def _headed(assignment: Assignment, optional: bool) -> Assignment:
    """The assignment under its column; an actor of the task's text alone is optional in the gold and has none."""
    return assignment if optional else replace(assignment, header=SUPPORT if assignment.role == "support" else OWNERS)


def _sourced(task: Task, limit: Deadline, first: bool, has_limits: bool) -> Deadline:
    """The limit with its source: a table's time column is listed first, what the text says after it."""
    in_column = has_limits and (first or limit.text not in task.text)
    return replace(limit, source="column" if in_column else "text")


def _row(task: Task, gold: dict[str, Any], columns: tuple[str, ...]) -> Task:
    optional = [bool(entry.get("optional")) for entry in gold["assignments"]]
    return replace(
        task,
        columns=columns,
        assignments=tuple(_headed(a, o) for a, o in zip(task.assignments, optional, strict=True)),
        deadlines=tuple(_sourced(task, d, n == 0, LIMIT in columns) for n, d in enumerate(task.deadlines)),
    )


def gold_plan(path: Path) -> Plan:
    """One gold file as a plan; of a table also with the columns its facts stood in."""
    data = json.loads(path.read_text("utf-8"))
    plan = replace(from_json(data), source=path.name)
    if not _is_table(plan):
        return plan
    supported = any(a.role == "support" for task in plan.tasks for a in task.assignments)
    dated = sum(bool(task.deadlines) for task in plan.tasks) > len(plan.tasks) / 2
    columns = (OWNERS, *([SUPPORT] if supported else []), *([LIMIT] if dated else []))
    return replace(plan, tasks=tuple(_row(t, g, columns) for t, g in zip(plan.tasks, data["tasks"], strict=True)))
