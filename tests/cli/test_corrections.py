"""Corrections on the command line: every command applies them, and says what it could not apply."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from zeren.cli.language import Speaker
from zeren.cli.main import Commands, run
from zeren.loading.corrections.forms import forms

PLAN = """云川市河道清理工作方案

一、重点任务

1.编制河道清理实施方案。（市水务局牵头，市财政局配合，2024年6月底前完成）
2.修复破损护栏。
"""

ENTRY = """[[decision]]
action = "{action}"
quote = "{quote}"
{more}
person = "督查室 李某"
reason = "经核对原文"
"""
OWNER = ENTRY.format(action="add", quote="修复破损护栏", more='body = "市城管局"\nrole = "lead"')
GONE = ENTRY.format(action="not-a-task", quote="没有的文字没有的文字", more="")


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, "utf-8")
    return path


def decide(plan: Path, text: str) -> None:
    plan.with_name("plan.decisions.toml").write_text(text, "utf-8")


def owners(shown: str) -> list[list[str]]:
    return [[item["agency"] for item in task["assignments"]] for task in json.loads(shown)["tasks"]]


def test_extract_applies_what_lies_beside_the_plan(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decide(plan, OWNER)
    assert run(["extract", str(plan)]) == 0
    assert owners(capsys.readouterr().out) == [["市水务局", "市财政局"], ["市城管局"]]


def test_extract_takes_a_file_given(plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    other = tmp_path / "mine.toml"
    other.write_text(OWNER, "utf-8")
    assert run(["extract", str(plan), "--decisions", str(other)]) == 0
    assert owners(capsys.readouterr().out)[1] == ["市城管局"]
    assert run(["extract", str(plan), str(plan), "--decisions", str(other), "--lang", "en"]) == 2
    assert "--decisions goes with one file" in capsys.readouterr().err


@pytest.mark.parametrize("command", [["extract"], ["check"], ["build", "--into", "library"]])
def test_every_command_says_what_was_not_applied(
    command: list[str], plan: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(plan.parent)
    decide(plan, GONE)
    run([*command, str(plan), "--lang", "en"])
    shown = capsys.readouterr()
    assert "Correction 1 (not-a-task, 督查室 李某) was not applied" in shown.err
    assert "plan.txt" in shown.err


def test_check_judges_the_corrected_plan(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["check", str(plan), "--format", "json", "--select", "unowned-task"])
    assert len(json.loads(capsys.readouterr().out)["findings"]) == 1
    decide(plan, OWNER)
    run(["check", str(plan), "--format", "json", "--select", "unowned-task"])
    assert json.loads(capsys.readouterr().out)["findings"] == []


def test_build_reads_again_when_only_the_corrections_changed(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    build = ["build", str(plan), "--into", str(plan.parent / "library"), "--lang", "en"]
    for text, word in ((None, "1 new"), (None, "unchanged"), (OWNER, "changed"), (OWNER, "unchanged")):
        if text:
            decide(plan, text)
        assert run(build) == 0
        assert word in capsys.readouterr().out


@pytest.mark.parametrize("command", [["extract"], ["check"], ["correct"]])
def test_a_wrong_file_is_refused_with_its_place(
    command: list[str], plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    decide(plan, ENTRY.format(action="rename", quote="修复", more=""))
    assert run([*command, str(plan), "--lang", "en"]) == 2
    shown = capsys.readouterr()
    assert "plan.decisions.toml" in shown.err
    assert "Traceback" not in shown.err


def test_correct_tells_of_each_entry(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["correct", str(plan), "--lang", "zh"]) == 0
    assert "plan.decisions.toml" in capsys.readouterr().err
    decide(plan, OWNER)
    assert run(["correct", str(plan), "--lang", "zh"]) == 0
    assert capsys.readouterr().out == "更正第 1 条（add，督查室 李某）：已应用于“修复破损护栏”。\n"
    decide(plan, OWNER + GONE)
    assert run(["correct", str(plan), "--lang", "en"]) == 1
    assert "stands nowhere" in capsys.readouterr().out


def kept(plan: Path) -> str:
    path = plan.with_name("plan.decisions.toml")
    return path.read_text("utf-8") if path.exists() else ""


ADD = ["add", "quote=修复破损护栏", "body=市城管局", "role=lead", "person=督查室 李某", "reason=电话核实"]


def test_an_entry_is_added_told_and_undone(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    decide(plan, "# 督查室核对\n\n" + OWNER.replace("市城管局", "市水务局"))
    before = kept(plan)
    assert run(["correct", str(plan), "not-a-task", "quote=修复破损护栏", "person=李某", "reason=已完成"]) == 0
    assert kept(plan).startswith(before)
    assert run(["correct", str(plan), "--undo", "--lang", "zh"]) == 0
    assert "第 2 条（not-a-task，“修复破损护栏”）" in capsys.readouterr().out
    assert kept(plan) == before
    assert run(["correct", str(plan), "--undo", "--number", "1"]) == 0
    assert kept(plan) == "# 督查室核对\n"
    assert run(["correct", str(plan), "--undo", "--lang", "en"]) == 2
    assert "has 0 entries" in capsys.readouterr().err


def test_an_entry_added_is_applied_by_every_command(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["correct", str(plan), *ADD, "--lang", "en"]) == 0
    capsys.readouterr()
    assert run(["extract", str(plan)]) == 0
    assert owners(capsys.readouterr().out)[1] == ["市城管局"]


def test_several_words_are_a_list(plan: Path) -> None:
    run(
        [
            "correct",
            str(plan),
            "split",
            "quote=编制河道",
            "before=（市水务局",
            "before=市财政局",
            "person=李",
            "reason=分",
        ]
    )
    assert 'before = ["（市水务局", "市财政局"]' in kept(plan)
    merge = ["merge", "quote=编制河道清理", "join=修复破损护栏", "person=李某", "reason=同一件事", "--number", "1"]
    assert run(["correct", str(plan), *merge[:-2]]) == 0
    assert 'join = [{ quote = "修复破损护栏" }]' in kept(plan)


@pytest.mark.parametrize(
    ("wrong", "status", "words"),
    [
        (["rename", "quote=甲", "person=乙", "reason=丙"], 2, "not-a-task"),
        (["role", "quote=修复破损护栏", "person=乙", "reason=丙"], 2, "lacks: body, role"),
        (["role", "quote=修复", "body=市水务局", "role=boss", "person=乙", "reason=丙"], 2, "accountable, lead"),
        (["role", "修复破损护栏"], 2, "KEY=VALUE"),
        (["not-a-task", "quote=修复破损护栏", "person=", "reason=丙"], 2, "person"),
        (["not-a-task", "quote=没有这样的文字没有", "person=乙", "reason=丙"], 1, "stands nowhere"),
        (["remove", "quote=修复破损护栏", "body=市公安局", "person=乙", "reason=丙"], 1, "not needed"),
        (["not-a-task", "quote=。", "person=乙", "reason=丙"], 1, "Nothing was written"),
    ],
)
def test_nonsense_is_not_kept(
    wrong: list[str], status: int, words: str, plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["correct", str(plan), *wrong, "--lang", "en"]) == status
    shown = capsys.readouterr()
    assert words in shown.err
    assert shown.out == kept(plan) == ""


def test_a_file_that_is_not_there_or_cannot_be_written(
    plan: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["correct", str(plan.with_name("no.docx")), *ADD]) == 2
    nowhere = plan.parent / "none" / "x.toml"
    assert run(["correct", str(plan), *ADD, "--decisions", str(nowhere), "--lang", "en"]) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_the_help_page_lists_every_kind(capsys: pytest.CaptureFixture[str]) -> None:
    for language, example in (("zh", "示例："), ("en", "Examples:")):
        run(["correct", "--help", "--lang", language])
        shown = capsys.readouterr().out
        assert example in shown
        assert all(f"  {action} " in shown for action in forms())
    run(["--help", "--lang", "en"])
    assert "Examples" not in capsys.readouterr().out


def complete(words: str, place: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> list[str]:
    for key, value in (("_ZEREN_COMPLETE", "bash_complete"), ("COMP_WORDS", words), ("COMP_CWORD", str(place))):
        monkeypatch.setenv(key, value)
    with pytest.raises(SystemExit):
        Commands(Speaker("en")).main([], prog_name="zeren")
    return [line.split(",", 1)[1] for line in capsys.readouterr().out.splitlines()]


def test_the_shell_completes_kinds_keys_and_values(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert "not-a-heading" in complete("zeren correct plan.docx not", 3, monkeypatch, capsys)
    assert "body=" in complete("zeren correct plan.docx role ", 4, monkeypatch, capsys)
    assert complete("zeren correct plan.docx role role=l", 4, monkeypatch, capsys) == ["role=lead"]
