"""Annexes, lists of annexes, tables that lost their form, and what surrounds a plan."""

from __future__ import annotations

from collections.abc import Callable

from zeren.loading import load_bytes
from zeren.model import Plan

Told = Callable[[Plan], list[tuple[str, str | None, str]]]
ReadText = Callable[[str], Plan]

FLATTENED = """任务类型

序号

工作任务

推进单位

行动一：提质行动

旧区改造

1

改造老旧小区5个

区住建局、各街道

2

加装电梯10台。

行动二：增绿行动

3

建设口袋公园2座

区绿化局
"""


def test_a_table_with_one_cell_a_paragraph_is_rebuilt(told: Told) -> None:
    plan = load_bytes(f"# 松岭区城市更新任务清单\n\n{FLATTENED}".encode(), "plan.md")
    assert [(section.number, section.title, section.depth) for section in plan.sections] == [
        ("一", "提质行动", 1),
        (None, "旧区改造", 2),
        ("二", "增绿行动", 1),
    ]
    assert told(plan) == [
        ("旧区改造", "1", "改造老旧小区5个"),
        ("旧区改造", "2", "加装电梯10台。"),
        ("增绿行动", "3", "建设口袋公园2座"),
    ]
    assert [[item.agency for item in task.assignments] for task in plan.tasks] == [
        ["区住建局", "各街道"],
        ["区住建局", "各街道"],
        ["区绿化局"],
    ]


def test_an_annex_is_a_section_and_the_list_of_annexes_is_not(read_text: ReadText) -> None:
    text = "青岚县防火方案\n一、任务\n各乡镇要组织排查。\n附件：1.成员名单\n2.重点区域\n\n附件1\n青岚县防火工作责任清单\n1.县林业局负责监测预警。\n"
    plan = read_text(text)
    assert [(section.number, section.title) for section in plan.sections] == [
        ("一", "任务"),
        ("附件", "青岚县防火工作责任清单"),
    ]
    assert plan.tasks[-1].section == "附件"


def test_every_paragraph_and_row_is_accounted_for_once(read_text: ReadText) -> None:
    plan = read_text("青岚县防火方案\n一、任务\n各乡镇要组织排查。县林业局要监测。\n\t序号\n\t任务\n\n\t1\n\t巡山\n")
    places = [(entry.block, entry.row) for entry in plan.coverage.entries]
    assert len(places) == len(set(places))
    assert {entry.kind for entry in plan.coverage.entries} >= {"title", "heading", "task"}
