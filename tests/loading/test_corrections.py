"""Corrections a person made: each kind of them, and what becomes of them when the plan is read again."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.loading.test_corrections_beside_tasks import EACH as BESIDE

from zeren.loading import load, read_source, understand
from zeren.loading.corrections import ACTIONS as ALL_ACTIONS
from zeren.loading.corrections import Outcome
from zeren.loading.corrections.applying import correct
from zeren.loading.corrections.file import decisions_name, parse
from zeren.loading.corrections.forms import forms
from zeren.loading.corrections.matching import FAR, NEAR
from zeren.model import Plan, Task, UsageError
from zeren.model.interchange import dumps, loads
from zeren.readers import read_bytes
from zeren.readers.sources import Source, find_documents

WHO = 'person = "督查室 李某"\nreason = "经核对原文"'

PLAN = """云川市河道清理工作方案

一、重点任务

1.编制河道清理实施方案。（市水务局牵头，市财政局配合，2024年6月底前完成）
2.建立河道巡查制度，开展沿河企业排查。（市生态环境局、市水务局按职责分工负责）
3.修复破损护栏，更换警示标识。（市城管局负责）

二、保障措施

1.加强资金保障，依据《河道保护条例》将清理经费列入预算。（市财政局负责）
2.河道清理情况每月通报一次。

云川市人民政府办公室
2024年1月15日
"""

Answer = tuple[Plan, tuple[Outcome, ...]]


def read(entries: str, text: str = PLAN) -> Answer:
    document = read_bytes(text.encode(), "plan.txt")
    return correct(understand(document), document, parse(entries.encode(), "plan.decisions.toml"))


def entry(action: str, quote: str, **more: str) -> str:
    lines = [f"{key} = {value}" for key, value in more.items()]
    return "\n".join(["[[decision]]", f'action = "{action}"', f'quote = "{quote}"', *lines, WHO, ""])


def task(plan: Plan, words: str) -> Task:
    (found,) = [task for task in plan.tasks if words in task.text]
    return found


def bodies(plan: Plan, words: str) -> dict[str, str]:
    return {assignment.agency: assignment.role for assignment in task(plan, words).assignments}


def fates(answer: Answer) -> list[str]:
    return [outcome.fate for outcome in answer[1]]


def test_the_plan_is_read_as_the_tests_take_it() -> None:
    plan, _ = read("")
    assert [task.locator for task in plan.tasks] == ["一.1", "一.2", "一.3", "二.1", "二.2"]
    assert bodies(plan, "编制河道") == {"市水务局": "lead", "市财政局": "support"}


def test_role() -> None:
    plan, outcomes = read(entry("role", "编制河道清理实施方案", body='"市财政局"', role='"joint"'))
    assert bodies(plan, "编制河道") == {"市水务局": "lead", "市财政局": "joint"}
    settled = task(plan, "编制河道").assignments[1]
    assert (settled.reason, settled.confidence, settled.position) == ("decision", 1.0, 2)
    assert settled.span is not None
    assert [outcome.fate for outcome in outcomes] == ["applied"]
    assert plan.coverage.notices == ()


def test_name() -> None:
    plan, _ = read(entry("name", "修复破损护栏", body='"市城管局"', name='"市城市管理局"'))
    assert bodies(plan, "修复") == {"市城市管理局": "responsible"}
    assert task(plan, "修复").assignments[0].reason == "decision"


def test_a_name_that_the_task_has_already_stands_once() -> None:
    plan, _ = read(entry("name", "编制河道清理实施方案", body='"市财政局"', name='"市水务局"'))
    assert bodies(plan, "编制河道") == {"市水务局": "lead"}


def test_add_and_remove_a_body() -> None:
    added = entry("add", "每月通报一次", body='"市河长办"', role='"lead"')
    plan, _ = read(added + entry("remove", "建立河道巡查制度", body='"市水务局"'))
    assert bodies(plan, "每月通报") == {"市河长办": "lead"}
    assert bodies(plan, "巡查制度") == {"市生态环境局": "responsible"}
    assert [assignment.position for assignment in task(plan, "巡查制度").assignments] == [1]


def test_adding_a_body_that_was_read_settles_its_role() -> None:
    plan, _ = read(entry("add", "修复破损护栏", body='"市城管局"', role='"lead"'))
    assert bodies(plan, "修复") == {"市城管局": "lead"}


def test_split() -> None:
    plan, _ = read(entry("split", "建立河道巡查制度", before='["开展沿河"]'))
    parts = [task for task in plan.tasks if task.locator.startswith("一.2")]
    assert [part.text for part in parts] == [
        "建立河道巡查制度",
        "开展沿河企业排查。（市生态环境局、市水务局按职责分工负责）",
    ]
    assert [part.locator for part in parts] == ["一.2#1", "一.2#2"]
    for part in parts:
        assert {assignment.agency for assignment in part.assignments} == {"市生态环境局", "市水务局"}, (
            "the bracket binds both"
        )
        assert (part.reason, part.confidence) == ("decision", 1.0)
        assert part.span
        text = read_bytes(PLAN.encode(), "plan.txt").blocks[part.span.block].text  # type: ignore[union-attr]
        assert text[part.span.start : part.span.end].startswith(part.text)
    assert [task.position for task in plan.tasks] == list(range(len(plan.tasks)))
    assert len({task.id for task in plan.tasks}) == len(plan.tasks)


def test_split_leaves_each_part_what_its_words_say() -> None:
    text = PLAN.replace(
        "河道清理情况每月通报一次。", "市水务局负责6月底前完成河道清淤，市公安局负责9月底前完成涉河执法。"
    )
    whole, _ = read("", text)
    (before,) = [task for task in whole.tasks if "清淤" in task.text]
    assert {a.agency for a in before.assignments} == {"市水务局", "市公安局"}
    assert len(before.deadlines) == 2
    plan, _ = read(entry("split", "完成河道清淤", before='["市公安局"]'), text)
    assert bodies(plan, "清淤") == {"市水务局": "responsible"}
    assert bodies(plan, "执法") == {"市公安局": "responsible"}
    assert [limit.text for limit in task(plan, "清淤").deadlines] == ["6月底前"]
    assert [limit.text for limit in task(plan, "执法").deadlines] == ["9月底前"]


def test_a_sentence_broken_over_paragraphs_is_cut_where_it_stands() -> None:
    text = PLAN.replace("开展沿河企业排查", "开展沿河\n企业排查，\n建立问题台账")
    whole, _ = read("", text)
    assert [task.text[-5:] for task in whole.tasks][1] == "分工负责）", "the reader joins what the layout broke"
    plan, _ = read(entry("split", "建立河道巡查制度", before='["建立问题台账"]'), text)
    part = task(plan, "台账")
    lines = [block.text for block in read_bytes(text.encode(), "plan.txt").blocks]  # type: ignore[union-attr]
    assert part.span
    assert lines[part.span.block][part.span.start : part.span.end] == part.text
    assert {assignment.agency for assignment in part.assignments} == {"市生态环境局", "市水务局"}


def test_merge() -> None:
    plan, _ = read(entry("merge", "建立河道巡查制度", join='[{ quote = "修复破损护栏" }]'))
    merged = task(plan, "巡查制度")
    assert "修复破损护栏" in merged.text
    assert len(plan.tasks) == 4
    assert {a.agency for a in merged.assignments} == {"市生态环境局", "市水务局", "市城管局"}
    assert (merged.locator, merged.reason) == ("一.2", "decision")


def test_not_a_task() -> None:
    plan, _ = read(entry("not-a-task", "河道清理情况每月通报一次"))
    assert "通报" not in "".join(task.text for task in plan.tasks)
    (line,) = [item for item in plan.coverage.entries if "通报" in item.text]
    assert (line.kind, line.reason) == ("background", "decision")


def test_is_a_task() -> None:
    plan, outcomes = read(entry("task", "云川市人民政府办公室", section='"保障措施"'))
    added = task(plan, "人民政府办公室")
    assert [outcome.fate for outcome in outcomes] == ["applied"]
    assert (added.section, added.locator, added.reason) == (plan.sections[1].id, "二+1", "decision")
    assert plan.tasks[-1] is added
    (entry_of,) = [item for item in plan.coverage.entries if item.block == added.span.block]  # type: ignore[union-attr]
    assert (entry_of.kind, entry_of.reason) == ("task", "decision")


def test_a_new_task_is_read_as_any_other() -> None:
    quote = "建立河道巡查制度，开展沿河企业排查。（市生态环境局、市水务局按职责分工负责）"
    text = PLAN.replace("开展沿河", "2024年5月底前开展沿河")
    quote = quote.replace("开展沿河", "2024年5月底前开展沿河")
    plan, outcomes = read(entry("not-a-task", quote) + entry("task", quote, section='"保障措施"'), text)
    assert [outcome.fate for outcome in outcomes] == ["applied", "applied"]
    assert bodies(plan, "巡查") == {"市生态环境局": "responsible", "市水务局": "responsible"}
    assert [limit.date for limit in task(plan, "巡查").deadlines] == ["2024-05-31"]
    assert plan.tasks[1].text == quote
    assert plan.tasks[1].section == plan.sections[1].id


def test_section() -> None:
    plan, _ = read(entry("section", "修复破损护栏", section='"保障措施"'))
    assert task(plan, "修复").section == plan.sections[1].id


def test_deadlines() -> None:
    plan, _ = read(
        entry("deadline", "编制河道清理实施方案", day="2024-07-31")
        + entry("remove-deadline", "每月通报一次")
        + entry("add-deadline", "修复破损护栏", limit='"汛期前"', type='"by"', day='"2024-05-31"')
    )
    limit = task(plan, "编制河道").deadlines[0]
    assert (limit.text, limit.date, limit.reason, limit.confidence) == ("2024年6月底前", "2024-07-31", "decision", 1.0)
    assert task(plan, "通报").deadlines == ()
    assert [(d.text, d.date, d.type) for d in task(plan, "修复").deadlines] == [("汛期前", "2024-05-31", "by")]


EACH = {
    "role": entry("role", "编制河道清理实施方案", at='"一.1"', body='"市财政局"', role='"joint"'),
    "name": entry("name", "修复破损护栏", at='"一.3"', body='"市城管局"', name='"市城市管理局"'),
    "add": entry("add", "河道清理情况每月通报一次", at='"二.2"', body='"市河长办"', role='"lead"'),
    "remove": entry("remove", "建立河道巡查制度", at='"一.2"', body='"市水务局"'),
    "split": entry("split", "建立河道巡查制度", at='"一.2"', before='["开展沿河"]'),
    "merge": entry("merge", "建立河道巡查制度", at='"一.2"', join='[{ at = "一.3", quote = "修复破损护栏" }]'),
    "not-a-task": entry("not-a-task", "河道清理情况每月通报一次", at='"二.2"'),
    "task": entry("task", "云川市人民政府办公室", section='"保障措施"'),
    "section": entry("section", "修复破损护栏", at='"一.3"', section='"保障措施"'),
    "deadline": entry("deadline", "编制河道清理实施方案", at='"一.1"', day="2024-07-31"),
    "add-deadline": entry("add-deadline", "修复破损护栏", at='"一.3"', limit='"汛期前"', type='"by"'),
    "remove-deadline": entry("remove-deadline", "河道清理情况每月通报一次", at='"二.2"'),
    "instrument": entry("instrument", "编制河道清理实施方案", at='"一.1"', name='"河道清理实施方案"', use='"cites"'),
    "not-an-instrument": entry("not-an-instrument", "加强资金保障，依据", at='"二.1"', name='"河道保护条例"'),
    "confirm": entry("confirm", "修复破损护栏", at='"一.3"'),
}
ACTIONS = tuple(EACH)


def test_every_action_has_a_case_and_its_keys() -> None:
    assert {*EACH, *BESIDE} == set(ALL_ACTIONS) == set(forms())


@pytest.mark.parametrize("action", ACTIONS)
def test_each_kind_of_correction_is_unneeded_the_second_time(action: str) -> None:
    once, again = read(EACH[action]), read(EACH[action] * 2)
    assert fates(once) == ["applied"]
    assert fates(again) == ["applied", "unneeded"]
    assert again[0].tasks == once[0].tasks
    assert [notice.split("|")[0] for notice in again[0].coverage.notices] == ["notice-decision-unneeded"]


MOVED = PLAN.replace("一、重点任务", "一、重点任务\n\n1.摸清河道底数。（市水务局负责）").replace("\n2.建立", "\n3.建立")
ANEW = MOVED.replace("\n1.编制", "\n2.编制").replace("\n3.修复", "\n4.修复").replace("二、保障", "五、保障")


@pytest.mark.parametrize("action", ACTIONS)
def test_corrections_survive_text_that_moved_and_was_numbered_anew(action: str) -> None:
    plan, outcomes = read(EACH[action], ANEW)
    assert [outcome.fate for outcome in outcomes] == ["applied"]
    assert plan.tasks != read("", ANEW)[0].tasks


@pytest.mark.parametrize("action", [action for action in ACTIONS if action not in ("merge", "task")])
def test_a_small_change_of_the_text_is_healed_and_told(action: str) -> None:
    edited = PLAN.replace("编制河道清理实施方案", "编制全市河道清理实施方案").replace("修复破损护栏", "修复破损的护栏")
    edited = (
        edited.replace("加强资金保障", "加强资金和保障")
        .replace("河道清理情况每月通报一次", "河道清理有关情况每月通报一次")
        .replace("建立河道巡查制度", "建立健全河道巡查制度")
    )
    plan, outcomes = read(EACH[action], edited)
    assert [outcome.fate for outcome in outcomes if outcome.fate != "applied"] == ["healed"]
    assert outcomes[0].likeness is not None
    assert NEAR <= outcomes[0].likeness < 100
    assert plan.coverage.notices[0].startswith("notice-decision-healed|number=1|")


@pytest.mark.parametrize("action", ACTIONS)
def test_a_correction_whose_text_is_gone_is_told_and_changes_nothing(action: str) -> None:
    other = "云川市春季植树工作方案\n\n一、任务\n\n1.补植行道树。（市林业局负责）\n"
    plan, outcomes = read(EACH[action], other)
    assert outcomes[0].fate in ("changed", "vanished")
    assert plan.tasks == read("", other)[0].tasks
    assert len(plan.coverage.notices) == 1


def test_text_changed_beyond_healing_is_told_with_what_stands_there_now() -> None:
    edited = PLAN.replace("修复破损护栏，更换警示标识", "新建沿河健身步道")
    _, (outcome,) = read(EACH["name"], edited)
    assert (outcome.fate, outcome.found[:4]) == ("changed", "新建沿河")


def test_words_in_several_tasks_are_told_unless_the_place_says_which() -> None:
    text = PLAN.replace("2.河道清理情况每月通报一次。", "2.修复破损护栏，更换警示标识。（市城管局负责）")
    vague = entry("name", "修复破损护栏", body='"市城管局"', name='"市城市管理局"')
    assert fates(read(vague, text)) == ["ambiguous"]
    plan, outcomes = read(EACH["name"], text)
    assert [outcome.fate for outcome in outcomes] == ["applied"]
    named = [[a.agency for a in task.assignments] for task in plan.tasks if "修复" in task.text]
    assert named == [["市城市管理局"], ["市城管局"]]


@pytest.mark.parametrize(
    "wrong",
    [
        entry("role", "编制河道清理", body='"市公安局"', role='"lead"'),
        entry("split", "编制河道清理", before='["没有的文字"]'),
        entry("section", "编制河道清理", section='"第九章"'),
        entry("deadline", "修复破损护栏", day="2024-07-31"),
        entry("merge", "编制河道清理", join='[{ quote = "没有的文字" }]'),
    ],
)
def test_what_the_task_does_not_have_is_told(wrong: str) -> None:
    plan, outcomes = read(wrong)
    assert [outcome.fate for outcome in outcomes] == ["unfit"]
    assert plan.tasks == read("")[0].tasks
    assert plan.coverage.notices[0].startswith("notice-decision-unfit")


@pytest.mark.parametrize(
    ("entries", "code", "words"),
    [
        ("[[decision", "decisions-unreadable", "]]"),
        ("[[decisions]]\n", "decisions-unreadable", "decisions"),
        ("decision = 3", "decisions-unreadable", "decision"),
        ("decision = [3]", "decisions-entry", "[[decision]]"),
        ('[[decision]]\nquote = "甲"\n' + WHO, "decisions-missing", "action"),
        (entry("rename", "甲"), "decisions-choice", "rename"),
        (entry("role", "甲", body='"市水务局"'), "decisions-missing", "role"),
        (entry("role", "甲", body='"乙"', role='"boss"'), "decisions-choice", "accountable"),
        (entry("role", "甲", body="3", role='"lead"'), "decisions-entry", "body = 3"),
        (entry("not-a-task", "甲", bodi='"乙"'), "decisions-key", "bodi"),
        (entry("not-a-task", " "), "decisions-entry", "quote"),
        (entry("split", "甲", before="[]"), "decisions-entry", "before"),
        (entry("split", "甲", before='"乙"'), "decisions-entry", "before"),
        (entry("merge", "甲", join="[3]"), "decisions-entry", "join"),
        (entry("merge", "甲", join="[{}]"), "decisions-entry", "quote"),
        (entry("deadline", "甲", day='"2024-13-01"'), "decisions-entry", "2024-13-01"),
        (entry("deadline", "甲", day="2024-01-01T00:00:00"), "decisions-entry", "day"),
        ('[[decision]]\naction = "not-a-task"\nquote = "甲"\nperson = "乙"', "decisions-missing", "reason"),
    ],
)
def test_a_wrong_file_is_refused_with_the_place(entries: str, code: str, words: str) -> None:
    with pytest.raises(UsageError) as caught:
        read(entries)
    assert caught.value.code == code
    for language in ("zh", "en"):
        assert words in caught.value.message(language)
        assert "plan.decisions.toml" in caught.value.message(language)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(UsageError, match=r"a\.toml"):
        parse(b"\xff\xfe\x00", "a.toml")


def test_the_file_beside_the_plan_is_found(tmp_path: Path) -> None:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, "utf-8")
    untouched = load(path)
    beside = tmp_path / decisions_name(path.name)
    assert beside.name == "plan.decisions.toml"
    beside.write_text(EACH["role"], "utf-8")
    corrected = load(path)
    assert bodies(corrected, "编制河道")["市财政局"] == "joint"
    assert (len(corrected.decisions), untouched.decisions) == (64, "")
    assert list(find_documents([tmp_path])) == [Source(path)], "the decisions file is no plan"


def test_a_file_given_goes_before_the_one_beside(tmp_path: Path) -> None:
    path, other = tmp_path / "plan.txt", tmp_path / "other.toml"
    path.write_text(PLAN, "utf-8")
    (tmp_path / "plan.decisions.toml").write_text(EACH["role"], "utf-8")
    other.write_text(EACH["name"], "utf-8")
    plan = load(path, other)
    assert bodies(plan, "编制河道")["市财政局"] == "support"
    assert bodies(plan, "修复") == {"市城市管理局": "responsible"}


def test_a_zip_file_holds_corrections_beside_its_plans(tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "plans.zip", "w") as archive:
        archive.writestr("a/plan.txt", PLAN)
        archive.writestr("a/plan.decisions.toml", EACH["role"])
        archive.writestr("b/plan.txt", PLAN)
    first, second = map(read_source, find_documents([tmp_path / "plans.zip"]))
    assert [bodies(plan, "编制河道")["市财政局"] for plan in (first, second)] == ["joint", "support"]


def test_same_input_same_bytes_and_the_format_carries_them() -> None:
    entries = "".join(EACH.values())
    first, second = (dumps(read(entries)[0]) for _ in range(2))
    assert first == second
    assert dumps(loads(first)) == first


ENDING = ("split", "merge", "not-a-task", "task", "remove-deadline", "not-an-instrument", "confirm")
"""Actions that take away what others need, or need it."""

Edit = Callable[[str], str]
EDITS: list[Edit] = [
    lambda text: text.replace("\n", "\n\n"),
    lambda text: text.replace("，", ","),
    lambda text: "　　" + text.replace("\n", "\n　　"),
    lambda text: text.replace("1.", "１．"),
    lambda text: text.replace("二、保障措施", "二、新的一节\n\n1.补种行道树。（市林业局负责）\n\n三、保障措施"),
    lambda text: text.replace("3.修复", "3.清理水面漂浮物。（市水务局负责）\n4.修复"),
]


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(range(len(EDITS))), unique=True, max_size=4),
    st.permutations([a for a in ACTIONS if a not in ENDING]),
)
def test_facts_survive_any_edit_that_leaves_their_words(edits: list[int], order: list[str]) -> None:
    text = PLAN
    for number in edits:
        text = EDITS[number](text)
    plan, outcomes = read("".join(EACH[action] for action in order), text)
    assert {outcome.fate for outcome in outcomes} == {"applied"}
    assert bodies(plan, "编制河道")["市财政局"] == "joint"
    assert bodies(plan, "修复") == {"市城市管理局": "responsible"}
    assert bodies(plan, "每月通报") == {"市河长办": "lead"}


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="河道清理巡查制度企业市局0。，\n", min_size=1, max_size=120).filter(str.strip))
def test_no_text_makes_a_correction_go_unreported(text: str) -> None:
    plan, outcomes = read("".join(EACH.values()), text)
    assert len(outcomes) == len(EACH)
    assert len(plan.coverage.notices) >= sum(outcome.fate != "applied" for outcome in outcomes)
    assert FAR > NEAR
