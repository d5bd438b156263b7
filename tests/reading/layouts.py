"""Generated plans set as tables and as prose, in the layouts and wordings that clerks use."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tests.reading.drawing import Grid, Page, placed
from tests.reading.generation import Made, Work, facts

HEADS = {
    "number": ("序号", "编号"),
    "group": ("任务类别", "工作领域", "板块"),
    "task": ("工作任务", "重点任务", "具体措施", "任务内容", "工作内容"),
    "lead": ("牵头单位", "牵头部门", "主办单位"),
    "responsible": ("责任单位", "责任部门", "承办单位", "落实单位"),
    "support": ("配合单位", "协办单位", "参与单位", "配合部门"),
    "limit": ("完成时限", "完成时间", "时间节点", "时间要求"),
    "remark": ("备注",),
    "person": ("牵头领导", "责任人", "分管领导"),
    "q1": ("一季度",),
    "q2": ("二季度",),
    "q3": ("三季度",),
    "q4": ("四季度",),
}
QUARTERS = {"q1": "完成摸底", "q2": "制定方案", "q3": "组织实施", "q4": "总结评估"}
PERSONS = ("王建国", "李敏", "赵志远", "周立群")
NOTHING = ("/", "—", "无", "")
_NUMERALS = "一二三四五六七八"


@dataclass(frozen=True)
class Layout:
    """How a plan is set as a table."""

    heads: dict[str, str]
    order: tuple[str, ...]
    groups: str
    """column: merged cells; row: over the whole width."""
    two_rows: bool
    nothing: str
    between: str
    breaks: int | None
    """After how many rows a page ends and the heads are repeated."""
    note: bool = False
    """A note below gives the limit of the rows that have none."""
    unit: bool = False
    """A line above says who filled the table in."""

    def without(self, *keys: str) -> Layout:
        """The layout without some of its columns."""
        return replace(self, order=tuple(key for key in self.order if key not in keys))


def layout(chance: random.Random, plan: Made) -> Layout:
    """A table layout that has a column for every role the plan uses."""
    roles = [role for role in ("lead", "responsible", "support") if any(task.owners[role] for task in plan.tasks)]
    groups = chance.choice(("column", "row"))
    order = ["number", *(["group"] if groups == "column" else []), "task"]
    order += [*QUARTERS] if chance.random() < 0.2 else []
    order += [*(["person"] if chance.random() < 0.2 else []), *roles, "limit"]
    order += ["remark"] if chance.random() < 0.3 else []
    order = order[chance.random() < 0.2 :]
    heads = {key: chance.choice(words) for key, words in HEADS.items()}
    two_rows = len(roles) > 1 and chance.random() < 0.3
    breaks = chance.randint(1, max(1, len(plan.tasks) - 1)) if chance.random() < 0.3 else None
    note, unit = chance.random() < 0.2, chance.random() < 0.3
    nothing, between = chance.choice(NOTHING), chance.choice("、、；\n ")
    return Layout(heads, tuple(order), groups, two_rows, nothing, between, breaks, note, unit)


def tables(plan: Made, look: Layout) -> list[Grid]:
    """The tasks as one table, or two where a page ends."""
    cut = look.breaks or len(plan.tasks)
    parts = [part for part in (plan.tasks[:cut], plan.tasks[cut:]) if part]
    return [_table(plan, look, part, sum(map(len, parts[:index]))) for index, part in enumerate(parts)]


def _table(plan: Made, look: Layout, tasks: Sequence[Work], before: int) -> Grid:
    rows = _heads(look)
    for place, task in enumerate(tasks):
        opens = place == 0 or tasks[place - 1].group != task.group
        if (
            opens
            and look.groups == "row"
            and not (place == 0 and before and plan.tasks[before - 1].group == task.group)
        ):
            rows.append([(f"{_NUMERALS[task.group]}、{plan.groups[task.group]}", 1, len(look.order))])
        size = sum(1 for other in tasks if other.group == task.group)
        cells = []
        for key in look.order:
            if key != "group":
                cells.append((_cell(look, task, key, before + place + 1), 1, 1))
            elif opens:
                cells.append((f"{_NUMERALS[task.group]}、{plan.groups[task.group]}", size, 1))
        rows.append(cells)
    return placed(rows)


def _heads(look: Layout) -> list[list[tuple[str, int, int]]]:
    groups = [("季度目标", tuple(QUARTERS)), ("责任分工", tuple(key for key in look.order if key in _OWNERS))]
    groups = [(title, keys) for title, keys in groups if len(keys) > 1 and _together(look.order, keys)]
    if not look.two_rows or not groups:
        return [[(look.heads[key], 1, 1) for key in look.order]]
    top: list[tuple[str, int, int]] = []
    below: list[tuple[str, int, int]] = []
    for key in look.order:
        title, keys = next((group for group in groups if key in group[1]), ("", ()))
        if not keys:
            top.append((look.heads[key], 2, 1))
            continue
        below.append((look.heads[key], 1, 1))
        top += [(title, 1, len(keys))] if key == keys[0] else []
    return [top, below]


_OWNERS = ("lead", "responsible", "support")


def _together(order: Sequence[str], keys: Sequence[str]) -> bool:
    return keys[0] in order and tuple(order[order.index(keys[0]) :][: len(keys)]) == tuple(keys)


def _cell(look: Layout, task: Work, key: str, number: int) -> str:
    if key in task.owners:
        return look.between.join(task.owners[key]) or look.nothing
    words = {"number": str(number), "task": task.text, "limit": task.limit.written or look.nothing, "remark": ""}
    words |= QUARTERS | {"person": PERSONS[number % len(PERSONS)]}
    return words[key]


def table_page(plan: Made, look: Layout) -> tuple[list[str | Grid], dict[str, Any]]:
    """Title, table, signature, with the facts."""
    unit = [f"填报单位：{plan.issuer}"] if look.unit else []
    note = [f"说明：未注明时限的任务均于{plan.issued[0]}年12月底前完成。"] if look.note else []
    page: list[str | Grid] = [plan.title, *unit, *tables(plan, look), *note, plan.issuer, plan.day]
    expected = facts(plan, [task.text for task in plan.tasks])
    for task in expected["tasks"] if look.note else ():
        task["deadlines"] = task["deadlines"] or [{"type": "by", "date": f"{plan.issued[0]}-12-31"}]
    return page, expected


def shuffled(look: Layout, chance: random.Random) -> Layout:
    """The same layout with its columns in another order: owners and limits change places, remarks too."""
    fixed = [key for key in look.order if key in ("number", "group", "task")]
    free = [key for key in look.order if key not in fixed]
    return replace(look, order=(*fixed, *chance.sample(free, len(free))), two_rows=False)


def changed(page: Page, change: Callable[[str], str]) -> list[str | Grid]:
    """The page with every text of paragraphs and cells changed."""
    return [
        change(block)
        if isinstance(block, str)
        else replace(block, areas=tuple(replace(area, text=change(area.text)) for area in block.areas))
        for block in page
    ]


def spaced(chance: random.Random) -> Callable[[str], str]:
    """White space of layout around a text, and a line break inside a long one."""

    def loose(text: str) -> str:
        if len(text) > 12 and not re.search(r"\s", text):
            cut = chance.randint(4, len(text) - 4)
            text = text[:cut] + "\n" + text[cut:]
        return chance.choice(("", "　", "  ")) + text + chance.choice(("", " ", "　")) if text else text

    return loose


def widened(text: str) -> str:
    """Digits and brackets of full width."""
    return text.translate(str.maketrans("0123456789()", "０１２３４５６７８９（）"))


def prose_page(plan: Made, chance: random.Random) -> tuple[list[str | Grid], dict[str, Any]]:
    """Numbered units under headings, with owners in brackets or on labelled lines, and the facts."""
    wording = chance.choice((_verbs, _labels, _verbs, _lines))
    brackets = chance.choice(("（）", "（）", "〔〕", "【】"))
    bracketed = chance.random() < 0.5
    page: list[str | Grid] = [plan.title]
    texts = []
    for place, task in enumerate(plan.tasks):
        if place == 0 or plan.tasks[place - 1].group != task.group:
            page.append(f"{_NUMERALS[task.group]}、{plan.groups[task.group]}")
        index = sum(1 for other in plan.tasks[:place] if bracketed and other.group == task.group)
        number = f"（{_NUMERALS[index]}）" if bracketed else f"{place + 1}."
        if wording is _lines:
            texts.append(f"{task.text}。")
            page += [f"{number}{task.text}。", *_lines(task)]
        else:
            texts.append(f"{task.text}。{brackets[0]}{''.join(wording(task))}{brackets[1]}")
            page.append(number + texts[-1])
    return [*page, plan.issuer, plan.day], facts(plan, texts)


def _verbs(task: Work) -> list[str]:
    """A牵头，B、C按职责分工负责，D配合，2024年底前完成"""
    clauses = []
    for role, verb in (("lead", "牵头"), ("responsible", "按职责分工负责"), ("support", "配合")):
        if names := task.owners[role]:
            clauses.append("、".join(names) + verb)
    if task.limit.written:
        clauses.append(task.limit.written + ("完成" if task.limit.fact["type"] == "by" else ""))
    return ["，".join(clauses)]


def _labels(task: Work) -> list[str]:
    """牵头单位：A；配合单位：B；完成时限：2024年底前"""
    return ["；".join(_lines(task))]


def _lines(task: Work) -> list[str]:
    labels = (("lead", "牵头单位"), ("responsible", "责任单位"), ("support", "配合单位"))
    lines = [f"{label}：{'、'.join(task.owners[role])}" for role, label in labels if task.owners[role]]
    return [*lines, f"完成时限：{task.limit.written}"] if task.limit.written else lines
