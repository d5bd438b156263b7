"""Every code of evidence that the loaders give has its words, so that nothing is shown to a person as a code."""

from __future__ import annotations

import ast
from pathlib import Path
from typing import get_args

import pytest

from zeren.loading import load
from zeren.loading.reasons import known_reasons
from zeren.model.coverage import CoverageKind

ROOT = Path(__file__).parents[2]


def _given_reasons() -> set[str]:
    """The constants that the loaders' code hands on as a reason: by name, and after a kind of coverage."""
    kinds = set(get_args(CoverageKind))
    found = set()
    for path in sorted((ROOT / "loaders").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call) or (isinstance(node.func, ast.Name) and node.func.id == "pattern"):
                continue
            values = [keyword.value for keyword in node.keywords if keyword.arg == "reason"]
            for place, before in enumerate(node.args):
                if isinstance(before, ast.Constant) and before.value in kinds:
                    values += node.args[place + 1 :]
            found |= {
                value.value for value in values if isinstance(value, ast.Constant) and isinstance(value.value, str)
            }
    return found - {""}


def test_every_reason_in_the_loaders_code_has_words() -> None:
    given = _given_reasons()
    assert {"standing", "no-task-cell", "event without date"} <= given
    assert given - known_reasons() == set()


@pytest.mark.parametrize("path", sorted((ROOT / "examples").glob("*.docx")), ids=lambda path: path.name)
def test_every_reason_read_from_the_examples_has_words(path: Path) -> None:
    plan = load(path)
    codes = {entry.reason for entry in plan.coverage.entries} | {section.reason for section in plan.sections}
    for task in plan.tasks:
        codes |= {task.reason, *(a.reason for a in task.assignments), *(d.reason for d in task.deadlines)}
    assert codes - known_reasons() - {None} == set()
