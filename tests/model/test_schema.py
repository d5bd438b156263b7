"""The published schema accepts what we write and the gold files, and refuses what is not of the format."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any, get_args

import pytest
from jsonschema import Draft202012Validator

from zeren.model import Assignment, Coverage, CoverageEntry, Deadline, Enterprise, Group, Plan, Section, Span, Task
from zeren.model.coverage import CoverageKind
from zeren.model.interchange import from_json, to_json
from zeren.model.schema import load_schema

GOLD = Path(__file__).parents[3] / "shared" / "corpus" / "gold"
VALIDATOR = Draft202012Validator(load_schema())
SPAN = Span(0, 1, 3, "牵头", 2, 1)
PLAN = Plan(
    "云川市方案",
    "云川市",
    "云政办〔2024〕8号",
    "2024-03-05",
    sections=(Section("1", "一", "总体要求", None, 0, 1, (Deadline("by", "2024年底前", "2024-12-31", source="heading"),), SPAN),),
    tasks=(
        Task(
            "1", "1", "1", "编制名录。", (Assignment("市应急局", "lead", 1, "牵头", "牵头单位", 0.9, "register", SPAN),),
            (Deadline("recurring", "每季度", rrule="FREQ=MONTHLY;INTERVAL=3", count_per_period=1, span=SPAN),),
            ("云政发〔2023〕1号",), ("名录",), 0, "1", ("牵头单位",), SPAN,
        ),
    ),
    groups=(Group("领导小组", ("市应急局",), "市应急局", "工作完成后自行撤销", SPAN),),
    enterprises=(Enterprise("云川某厂", "91", "云川市", remarks=(("备注", "无"),), locator="3", span=SPAN),),
    source="a.docx",
    sha256="0" * 64,
    coverage=Coverage((CoverageEntry(0, "title", "云川市方案"),), ("picture",)),
)  # fmt: skip


def faults(data: Any) -> list[str]:
    return [fault.message for fault in VALIDATOR.iter_errors(data)]


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(load_schema())


def test_our_dumps_meet_it() -> None:
    assert faults(json.loads(json.dumps(to_json(PLAN)))) == []
    assert from_json(to_json(PLAN)) == PLAN


@pytest.mark.skipif(not GOLD.is_dir(), reason="the shared corpus is not beside this checkout")
def test_gold_meets_it() -> None:
    files = sorted(GOLD.glob("*.json"))
    assert len(files) == 5
    assert {file.name: faults(json.loads(file.read_text("utf-8"))) for file in files} == {
        file.name: [] for file in files
    }


@pytest.mark.parametrize(
    ("record", "definition"),
    [(Section, "section"), (Task, "task"), (Assignment, "assignment"), (Deadline, "deadline"), (Group, "group"),
     (Enterprise, "enterprise"), (Span, "span"), (Coverage, "coverage")],
)  # fmt: skip
def test_every_field_is_described(record: type, definition: str) -> None:
    assert set(load_schema()["$defs"][definition]["properties"]) == {field.name for field in fields(record)}


def test_coverage_kinds_are_those_of_the_record() -> None:
    entries = load_schema()["$defs"]["coverage"]["properties"]["entries"]
    assert entries["items"]["properties"]["kind"]["enum"] == list(get_args(CoverageKind))


@pytest.mark.parametrize(
    ("path", "value"),
    [(("tasks", 0, "assignments", 0, "role"), "boss"), (("tasks", 0, "deadlines", 0, "type"), "soon"), (("plan", "status"), "old"),
     (("plan", "issued"), "2024年3月"), (("tasks", 0, "text"), None), (("sha256",), "xyz")],
)  # fmt: skip
def test_other_shapes_are_refused(path: tuple[str | int, ...], value: object) -> None:
    data: Any = json.loads(json.dumps(to_json(PLAN)))
    *way, last = path
    place = data
    for step in way:
        place = place[step]
    place[last] = value
    assert faults(data)
