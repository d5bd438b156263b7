"""Corrections on the command line: every command applies them, and says what it could not apply."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from zeren.cli.main import run

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
