"""Corrections of headings, groups, ledger rows and of what a plan says of itself; and a person's word that all is right."""

from __future__ import annotations

import pytest

from zeren.loading import understand
from zeren.loading.corrections import Outcome
from zeren.loading.corrections.applying import correct
from zeren.loading.corrections.confirming import fingerprint
from zeren.loading.corrections.file import parse
from zeren.model import Enterprise, Plan, UsageError
from zeren.readers import read_bytes

WHO = 'person = "督查室 李某"\nreason = "经核对原文"'

PLAN = """云川市古树名木保护工作方案

云政办发〔2024〕7号

一、重点任务

1.开展古树普查。（市林业局牵头，2024年6月底前完成）

巡护与复壮

2.建立古树巡护制度。（市林业局负责）
3.复壮衰弱古树。（市城管局负责）

二、组织领导

1.成立古树名木保护工作领导小组，由市林业局、市城管局、市财政局为成员单位，办公室设在市林业局。

三、资金保障

1.将古树保护经费列入预算。（市财政局负责）

云川市人民政府办公室
2024年1月15日
"""
LEDGER = """序号,企业名称,统一社会信用代码,行业,处置方式,完成时限
1,云川市顺达石材厂,,石材加工,关停取缔,2024年6月底
2,云川市宏远木业有限公司,,木材加工,整改提升,2024年9月底
"""


def entry(action: str, quote: str, **more: str) -> str:
    named = [f'quote = "{quote}"'] if quote else []
    lines = [f"{key} = {value}" for key, value in more.items()]
    return "\n".join(["[[decision]]", f'action = "{action}"', *named, *lines, WHO, ""])


def read(entries: str, text: str = PLAN, name: str = "plan.txt") -> tuple[Plan, tuple[Outcome, ...]]:
    document = read_bytes(text.encode(), name)
    return correct(understand(document), document, parse(entries.encode(), "plan.decisions.toml"))


def ledger(entries: str) -> tuple[list[Enterprise], list[str]]:
    plan, outcomes = read(entries, LEDGER, "ledger.csv")
    return list(plan.enterprises), [outcome.fate for outcome in outcomes]


def section_of(plan: Plan, words: str) -> str | None:
    (task,) = [task for task in plan.tasks if words in task.text]
    return next((section.title for section in plan.sections if section.id == task.section), None)


EACH = {
    "heading": entry("heading", "巡护与复壮"),
    "heading-title": entry("heading-title", "资金保障", name='"经费保障"'),
    "not-a-heading": entry("not-a-heading", "资金保障"),
    "group": entry("group", "古树名木保护工作领导小组", name='"市古树名木保护工作领导小组"', sunset='"工作完成后撤销"'),
    "not-a-group": entry("not-a-group", "古树名木保护工作领导小组"),
    "member": entry("member", "古树名木保护工作领导小组", body='"市公安局"'),
    "not-a-member": entry("not-a-member", "古树名木保护工作领导小组", body='"市财政局"'),
    "office": entry("office", "古树名木保护工作领导小组", body='"市城管局"'),
    "enterprise": entry("enterprise", "云川市顺达石材厂", field='"treatment"', value='"整改提升"'),
    "not-an-enterprise": entry("not-an-enterprise", "云川市顺达石材厂"),
    "plan": entry("plan", "云川市", field='"jurisdiction"', value='"云川市东山区"'),
}
ON_LEDGERS = ("enterprise", "not-an-enterprise")


def answer(action: str, entries: str, text: str | None = None) -> tuple[Plan, tuple[Outcome, ...]]:
    if action in ON_LEDGERS:
        return read(entries, text or LEDGER, "ledger.csv")
    return read(entries, text or PLAN)


def test_the_plan_is_read_as_the_tests_take_it() -> None:
    plan, _ = read("")
    assert [section.title for section in plan.sections] == ["重点任务", "组织领导", "资金保障"]
    assert section_of(plan, "复壮衰弱") == "重点任务"
    (group,) = plan.groups
    assert (group.members, group.office) == (("市林业局", "市城管局", "市财政局"), "市林业局")


@pytest.mark.parametrize("action", EACH)
def test_each_is_applied_once_and_unneeded_the_second_time(action: str) -> None:
    once, again = answer(action, EACH[action]), answer(action, EACH[action] * 2)
    assert [outcome.fate for outcome in once[1]] == ["applied"]
    assert [outcome.fate for outcome in again[1]] == ["applied", "unneeded"]
    assert (again[0].sections, again[0].tasks, again[0].groups) == (once[0].sections, once[0].tasks, once[0].groups)


@pytest.mark.parametrize("action", [action for action in EACH if action != "plan"])
def test_each_whose_text_is_gone_is_told_and_changes_nothing(action: str) -> None:
    other = (
        LEDGER.replace("顺达石材", "永昌造纸")
        if action in ON_LEDGERS
        else "云川市植树方案\n\n一、任务\n\n1.补植行道树。\n"
    )
    plan, outcomes = answer(action, EACH[action], other)
    assert [outcome.fate for outcome in outcomes] == ["vanished"]
    before = answer(action, "", other)[0]
    assert (plan.sections, plan.groups, plan.enterprises) == (before.sections, before.groups, before.enterprises)
    assert plan.coverage.notices[-1].startswith("notice-decision-vanished|number=1|")


@pytest.mark.parametrize("action", EACH)
def test_each_survives_text_that_moved(action: str) -> None:
    text = (
        LEDGER.replace("1,云川", "8,云川市长青纸厂,,造纸,整改提升,\n1,云川")
        if action in ON_LEDGERS
        else PLAN.replace("一、重点任务", "一、总体要求\n\n保护古树名木。\n\n二、重点任务")
    )
    _, outcomes = answer(action, EACH[action], text)
    assert [outcome.fate for outcome in outcomes] == ["applied"]


def test_a_heading_takes_what_follows_it() -> None:
    plan, _ = read(EACH["heading"])
    assert [section.title for section in plan.sections] == ["重点任务", "巡护与复壮", "组织领导", "资金保障"]
    assert [section_of(plan, words) for words in ("普查", "复壮衰弱", "经费")] == ["重点任务", "巡护与复壮", "资金保障"]
    assert [section.position for section in plan.sections] == [0, 1, 2, 3]
    below, _ = read(entry("heading", "巡护与复壮", section='"重点任务"'))
    assert (below.sections[1].parent, below.sections[1].depth) == (below.sections[0].id, 2)


def test_words_that_are_no_heading_leave_their_tasks_to_the_one_before() -> None:
    plan, _ = read(EACH["not-a-heading"])
    assert section_of(plan, "经费") == "组织领导"
    (line,) = [item for item in plan.coverage.entries if item.text.endswith("资金保障")]
    assert (line.kind, line.reason) == ("background", "decision")


def test_groups() -> None:
    plan, _ = read(EACH["group"] + EACH["member"] + EACH["not-a-member"] + EACH["office"])
    (group,) = plan.groups
    assert (group.name, group.sunset) == ("市古树名木保护工作领导小组", "工作完成后撤销")
    assert (group.members, group.office) == (("市林业局", "市城管局", "市公安局"), "市城管局")
    added, _ = read(EACH["not-a-group"] + entry("group", "古树名木保护工作领导小组"))
    assert [group.name for group in added.groups] == ["古树名木保护工作领导小组"]
    assert added.groups[0].span


def test_enterprises() -> None:
    rows, fates = ledger(EACH["enterprise"] + entry("enterprise", "宏远木业", field='"industry"', value='""'))
    assert ([row.treatment for row in rows], rows[1].industry, fates) == (["整改提升"] * 2, None, ["applied"] * 2)
    rows, fates = ledger(EACH["not-an-enterprise"])
    assert [row.name for row in rows] == ["云川市宏远木业有限公司"]
    renamed = entry("enterprise", "云川市顺达石材厂", field='"name"', value='"云川市顺达石料厂"')
    rows, fates = ledger(renamed * 2)
    assert (rows[0].name, fates) == ("云川市顺达石料厂", ["applied", "unneeded"])


def test_what_the_plan_says_of_itself() -> None:
    plan, outcomes = read(
        EACH["plan"]
        + entry("plan", "", field='"issued"', value='"2024-01-16"')
        + entry("plan", "", field='"document_number"', value='""')
        + entry("plan", "别的标题", field='"title"', value='"新标题"')
    )
    assert (plan.jurisdiction, plan.issued, plan.document_number) == ("云川市东山区", "2024-01-16", None)
    assert [outcome.fate for outcome in outcomes] == ["applied", "applied", "applied", "changed"]
    assert outcomes[3].found == plan.title == "云川市古树名木保护工作方案"


def test_what_was_confirmed_is_sure_as_long_as_it_is_read_so() -> None:
    plan, _ = read("")
    (task,) = [task for task in plan.tasks if "普查" in task.text]
    seal = entry("confirm", "开展古树普查", reading=f'"{fingerprint(task)}"')
    sure, outcomes = read(seal)
    facts = [task, *task.assignments, *task.deadlines] if (task := sure.tasks[0]) else []
    assert [outcome.fate for outcome in outcomes] == ["applied"]
    assert {(fact.confidence, fact.reason) for fact in facts} == {(1.0, "confirmed")}
    other, outcomes = read(seal, PLAN.replace("市林业局牵头", "市住建局牵头"))
    assert [outcome.fate for outcome in outcomes] == ["differs"]
    assert other.coverage.notices[0].startswith("notice-decision-differs")
    assert "confirmed" not in {assignment.reason for assignment in other.tasks[0].assignments}


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        (entry("plan", "", field='"sha256"', value='"x"'), "document_number"),
        (entry("plan", "", field='"issued"', value='"昨天"'), "2024-12-31"),
        (entry("plan", "", field='"status"', value='"done"'), "consultation"),
        (entry("plan", "", field='"title"', value='" "'), "value"),
        (entry("enterprise", "", field='"name"', value='"甲"'), "quote"),
        (entry("enterprise", "甲", field='"boss"', value='"乙"'), "treatment"),
        (entry("instrument", "甲", name='"乙"', use='"reads"'), "produces"),
        (entry("member", "甲"), "body"),
    ],
)
def test_nonsense_is_refused_with_what_may_stand_there(wrong: str, words: str) -> None:
    with pytest.raises(UsageError, match="plan") as caught:
        read(wrong)
    for language in ("zh", "en"):
        assert words in caught.value.message(language)
