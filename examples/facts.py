"""The table's rows and its facts, from `source/`."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from zeren.model import Assignment, Deadline, Plan, Section, Task
from zeren.model.uscc import check_character

SOURCE = Path(__file__).parent / "source"
HEAD = ("序号", "工作任务", "牵头单位", "配合单位", "完成时限")


def table(older: bool = False) -> dict[str, Any]:
    """The table as data: head matter and sections with numbered rows."""
    data = tomllib.loads((SOURCE / "table.toml").read_text("utf-8"))
    change = tomllib.loads((SOURCE / "older.toml").read_text("utf-8")) if older else {}
    number = 0
    for section in data["section"]:
        kept = []
        for row in section["rows"]:
            number += 1
            row = {**row, **change.get("row", {}).get(str(number), {})}
            for column in ("lead", "support"):
                row[column] = [change.get("names", {}).get(name, name) for name in row[column]]
            if number not in change.get("without", ()):
                kept.append(row)
        section["rows"] = kept
    numbers = iter(range(1, 1 + sum(len(section["rows"]) for section in data["section"])))
    for section in data["section"]:
        section["rows"] = [{**row, "number": str(next(numbers))} for row in section["rows"]]
    return {**data, **{key: change[key] for key in ("issued", "number") if key in change}}


def cells(row: dict[str, Any]) -> tuple[str, ...]:
    """A row as it is written."""
    return row["number"], row["text"], "、".join(row["lead"]), "、".join(row["support"]), row["limit"]


def expected(data: dict[str, Any]) -> Plan:
    """What a careful reader takes from the table."""
    sections, tasks = [], []
    for place, section in enumerate(data["section"]):
        sections.append(Section(str(place + 1), section["number"], section["title"], position=place))
        tasks += [_task(row, str(place + 1)) for row in section["rows"]]
    return Plan(
        data["title"],
        data["jurisdiction"],
        data["number"],
        data["issued"],
        sections=tuple(sections),
        tasks=tuple(tasks),
    )


def _task(row: dict[str, Any], section: str) -> Task:
    named = [(name, "lead") for name in row["lead"]] + [(name, "support") for name in row["support"]]
    assignments = tuple(Assignment(name, role, place) for place, (name, role) in enumerate(named, 1))  # type: ignore[arg-type]
    deadlines = tuple(
        Deadline(
            kind,
            text,
            date=None if "FREQ" in value else value or None,
            rrule=value if "FREQ" in value else None,
            source=source,
        )
        for kind, value, text, source in row["time"]
    )
    number = row["number"]
    return Task(
        number, number, section, row["text"], assignments, deadlines, tuple(row.get("cites", ())),
        tuple(row.get("produces", ())), int(number) - 1, number,
    )  # fmt: skip


_STEMS = [
    "恒泰",
    "瑞丰",
    "金桥",
    "长兴",
    "华盛",
    "宏达",
    "新源",
    "永固",
    "东升",
    "顺达",
    "嘉禾",
    "通源",
    "安泰",
    "富民",
    "兴业",
]
_TRADES = (("石材", "非金属矿物制品业"), ("塑料制品", "橡胶和塑料制品业"), ("木业", "木材加工业"))
_PLACES = (("青禾县", "341"), ("松泉县", "342"), ("望麓区", "343"), ("临渡区", "344"))
LEDGER_HEAD = (
    "序号",
    "企业名称",
    "统一社会信用代码",
    "所在县区",
    "行业类别",
    "整治分类",
    "完成时限",
    "责任单位",
    "备注",
)


def ledger() -> list[tuple[str, ...]]:
    """The ledger's rows: a sample row, then 45 enterprises. Every ninth code is wrong, 14 is too short, 23 has none."""
    rows = [("示例", "XX有限公司", "XXXXXXXXXXXXXXXXXX", "XX县", "XX", "XX", "XX", "XX", "填写示例")]
    for number in range(1, 46):
        stem, (trade, industry), (place, code) = _STEMS[number % 15], _TRADES[number // 15 % 3], _PLACES[number % 4]
        treatment = ("改造提升", "搬迁入园", "依法关闭")[number % 3]
        limit = ("2024年12月底前", "2025年6月底前", "2024年9月底前")[number % 3]
        owner = "" if number in (11, 37) else f"{place}人民政府" if number % 2 else f"{place}工信局"
        name = f"云川{stem}{trade}有限公司"
        rows.append((str(number), name, uscc(number, code), place, industry, treatment, limit, owner, ""))
    return rows


def uscc(number: int, place: str) -> str:
    """A made-up code of an invented registering place, with its check character (GB 32100), or the fault planted."""
    head = f"91999{place}MA{number:02}{number * 7919 % 100000:05}"[:17]
    check = check_character(head) or "0"
    if number == 23:
        return ""
    if number == 14:
        return head[:16]
    return head + (("1" if check == "0" else "0") if number % 9 == 0 else check)
