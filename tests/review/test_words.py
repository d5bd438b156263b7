"""What the page says: complete in both languages, and a name for every code the loaders give."""

from __future__ import annotations

import ast
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest

from zeren.loading import load
from zeren.loading.reasons import known_reasons
from zeren.model import DeadlineType
from zeren.model.coverage import CoverageKind
from zeren.model.plan import ROLES
from zeren.review.readings import KINDS
from zeren.review.text import slug
from zeren.review.words import Words

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("package", "name"), [("zeren.review", "words"), ("zeren.loading", "reasons")])
def test_every_entry_has_both_languages(package: str, name: str) -> None:
    entries = tomllib.loads(files(package).joinpath(f"{name}.toml").read_text("utf-8"))
    assert len(entries) > 30
    assert {key for key, entry in entries.items() if set(entry) != {"zh", "en"} or not all(entry.values())} == set()


def test_every_kind_role_and_type_has_a_name() -> None:
    words = Words("zh")
    assert all(words(f"kind_{kind}") for kind in KINDS)
    assert all(words(f"role_{role}") and words(f"letter_{role}") for role in ROLES)
    assert all(words(f"sort_{sort}") for sort in (*get_args(DeadlineType), "cites", "produces"))
    assert all(words(f"ledger_{slug(kind)}") for kind in get_args(CoverageKind))


def _given_reasons() -> set[str]:
    """The constants that the loaders' code hands on as a reason: by name, and after a kind of coverage."""
    kinds = set(get_args(CoverageKind))
    found = set()
    for path in sorted((ROOT / "loaders").rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
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


def test_an_unknown_code_is_shown_as_it_is() -> None:
    assert Words("zh").reason("something-new") == "something-new"
    assert Words("zh").reason(None) == ""
