"""Every command as a user gives it: what it prints, where, and its exit status."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from zeren.cli.commands import COMMANDS
from zeren.cli.main import run

PLAN = """云川市河道清理工作方案

一、重点任务

1.编制河道清理实施方案。（市水务局牵头，市财政局配合，2024年6月底前完成）
2.建立河道巡查制度。（市生态环境局、市水务局、市城管局按职责分工负责）
3.修复破损护栏。

云川市人民政府办公室
2024年1月15日
"""


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    path = tmp_path / "plan.txt"
    path.write_text(PLAN, "utf-8")
    return path


@pytest.fixture
def library(plan: Path, tmp_path: Path) -> Path:
    folder = tmp_path / "library"
    assert run(["build", str(plan), "--into", str(folder)]) == 0
    return folder


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_in_both_languages(name: str, language: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help", "--lang", language]) == 0
    shown = capsys.readouterr().out
    assert ("用法：" in shown) == (language == "zh")
    assert "--lang" in shown


def test_no_command_shows_the_help_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 0
    shown = capsys.readouterr().out
    assert all(f"  {name} " in shown for name in COMMANDS)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["chekc"], "chekc"),
        (["check"], "FILE"),
        (["check", "x.txt", "--jobs", "0"], "--jobs"),
        (["check", "."], "docx"),
        (["check", "x.txt", "--form", "json"], "--form"),
        (["check", "x.txt", "--format", "pdf"], "json"),
        (["check", "no-such-file.docx"], "no-such-file.docx"),
        (["query", "--on", "nowhere"], None),
        (["query", "no-such-query"], None),
        (["query", "plans", "--on", "nowhere"], "nowhere"),
        (["query", "plans", "-p", "x"], "x"),
        (["query", "plans", "--cypher", "RETURN 1"], "--cypher"),
        (["rules", "no-such-rule"], "no-such-rule"),
        (["explore", "nowhere"], "nowhere"),
    ],
)
def test_a_wrong_call_ends_with_one_clear_message(
    arguments: list[str],
    words: str | None,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    status = run(arguments)
    shown = capsys.readouterr()
    if words is None and status == 0:
        return
    assert status == 2
    assert (words or "") in shown.err
    assert "Traceback" not in shown.err


@pytest.mark.parametrize(
    "arguments", [["check", "--jobs", "0", "x"], ["explore", "--port", "99999"], ["check", "--rules", "nowhere", "x"]]
)
def test_the_parser_complains_in_chinese(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run([*arguments, "--lang", "zh"]) == 2
    shown = capsys.readouterr().err
    assert not {"range", "exist", "not"} & set(shown.replace("：", " ").split())


def test_one_plan_in_two_formats_is_pointed_out_and_read_once(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    text = plan.read_text("utf-8")
    for name, content in (("a.txt", text), ("b.txt", text), ("c.md", text + "\n"), ("d.txt", "今天天气很好。\n")):
        (folder / name).write_text(content, "utf-8")
    assert run(["build", str(folder), "--into", str(tmp_path / "library"), "--lang", "en"]) == 0
    shown = capsys.readouterr()
    assert "c.md" in shown.err and "a.txt" in shown.err and "d.txt" in shown.err
    assert run(["build", str(folder), "--into", str(tmp_path / "library"), "--lang", "en"]) == 0
    assert "changed" not in capsys.readouterr().out.replace("unchanged", "")


def test_a_file_without_a_task_is_not_called_clean(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("今天天气很好。\n", "utf-8")
    assert run(["check", str(path), "--lang", "en"]) == 0
    assert "no task and no enterprise" in capsys.readouterr().out


def test_extract_prints_facts_or_writes_one_file_a_document(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["extract", str(plan)]) == 0
    facts = json.loads(capsys.readouterr().out)
    assert facts["plan"]["title"] == "云川市河道清理工作方案"
    assert [task["number"] for task in facts["tasks"]] == ["1", "2", "3"]
    assert {"agency": "市水务局", "role": "lead"}.items() <= facts["tasks"][0]["assignments"][0].items()
    assert run(["extract", str(plan), "--out", str(tmp_path / "out")]) == 0
    assert json.loads((tmp_path / "out" / "plan.json").read_text("utf-8")) == facts


def test_one_unreadable_file_does_not_stop_the_others(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "broken.docx").write_bytes(b"PK\x03\x04 no zip")
    status = run(["extract", str(tmp_path), "--out", str(tmp_path / "out"), "--lang", "zh"])
    assert status == 2
    assert (tmp_path / "out" / "plan.json").exists()
    assert "broken.docx" in capsys.readouterr().err


def test_check_finds_the_gaps_and_says_so_by_its_status(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["check", str(plan), "--format", "json", "--lang", "zh"]) == 1
    first = capsys.readouterr().out
    found = {(item["rule"], item["locator"]) for item in json.loads(first)["findings"]}
    assert {("unowned-task", "一.3"), ("no-lead", "一.2")} <= found
    assert run(["check", str(plan), "--format", "json", "--lang", "zh"]) == 1
    assert capsys.readouterr().out == first
    assert run(["check", str(plan), "--fail-on", "never"]) == 0
    assert run(["check", str(plan), "--select", "level-suffix"]) == 0


def test_suppressions_let_a_finding_stand_and_an_unused_one_is_reported(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["check", str(plan), "--format", "json", "--select", "unowned-task"])
    finding = json.loads(capsys.readouterr().out)["findings"][0]
    entry = '[[suppression]]\nfingerprint = "{}"\nrule = "unowned-task"\nreason = "另有通知"\nperson = "督查室 李某"\n'
    path = tmp_path / "accepted.toml"
    path.write_text(entry.format(finding["fingerprint"]) + entry.format("0" * 16), "utf-8")
    assert run(["check", str(plan), "--select", "unowned-task", "--suppressions", str(path), "--format", "json"]) == 0
    rest = json.loads(capsys.readouterr().out)["findings"]
    assert [item["rule"] for item in rest] == ["unused-suppression"]


def test_a_second_build_reads_nothing_anew(plan: Path, library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["build", str(plan), "--into", str(library), "--lang", "en"]) == 0
    assert "1 unchanged" in capsys.readouterr().out


@pytest.mark.parametrize("engine", ["cypher", "sparql"])
def test_a_named_query_gives_its_rows(library: Path, engine: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["query", "tasks-without-owner", "--on", str(library), "--engine", engine, "--format", "json"]) == 0
    assert ["修复破损护栏" in str(row) for row in json.loads(capsys.readouterr().out)] == [True]


def test_own_queries_are_read_only(library: Path, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    count = "MATCH (t:Task) RETURN count(t) AS tasks"
    assert run(["query", "--cypher", count, "--on", str(library), "--format", "csv"]) == 0
    assert capsys.readouterr().out == "tasks\n3\n"
    ask = "PREFIX z: <https://w3id.org/zeren#> SELECT (COUNT(?t) AS ?tasks) WHERE { ?t a z:Task }"
    assert run(["query", "--sparql", ask, "--on", str(library), "--format", "csv"]) == 0
    assert capsys.readouterr().out == "tasks\n3\n"
    assert run(["query", "--cypher", "MATCH (t:Task) DELETE t", "--on", str(library)]) == 2


@pytest.mark.parametrize("by", ["body", "role", "quarter"])
def test_workload(library: Path, by: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert run(["workload", "--on", str(library), "--by", by, "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert any("水务局" in row["body"] for row in rows)


@pytest.mark.parametrize("suffix", ["ttl", "graphml", "zip"])
def test_export(library: Path, tmp_path: Path, suffix: str) -> None:
    first, second = tmp_path / f"a.{suffix}", tmp_path / f"b.{suffix}"
    assert run(["export", "--to", str(first), "--on", str(library)]) == 0
    assert run(["export", "--to", str(second), "--on", str(library)]) == 0
    assert first.stat().st_size > 500
    assert first.read_bytes() == second.read_bytes()


def test_export_names_the_forms_it_knows(library: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["export", "--to", str(tmp_path / "a.xyz"), "--on", str(library)]) == 2
    assert ".ttl" in capsys.readouterr().err


def test_demo_reads_the_examples_and_prints_their_gaps(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["demo", "--no-explore", "--into", str(tmp_path / "demo"), "--lang", "zh"]) == 0
    shown = capsys.readouterr().out
    assert "unowned-task" in shown
    assert "3 份方案" in shown


def test_many_files_over_several_processes_keep_their_order(plan: Path, tmp_path: Path) -> None:
    from zeren.cli.processes import spread
    from zeren.cli.reading import gather, read_one, warm

    paths = []
    for index in range(12):
        path = tmp_path / f"plan{index:02}.txt"
        path.write_text(PLAN.replace("云川市", "云川市" if index % 2 else "青禾县"), "utf-8")
        paths.append(path)
    reads = list(spread(read_one, gather(paths), 2, warm))
    assert [read.source.path for read in reads] == paths
    assert [read.plan.jurisdiction for read in reads if read.plan][:2] == ["青禾县", "云川市"]


def test_over_one_process_or_several_a_command_says_and_writes_the_same(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "plans"
    folder.mkdir()
    for index in range(30):
        name = f"plan{index:02}.docx" if index % 7 == 3 else f"plan{index:02}.txt"
        folder.joinpath(name).write_text("" if index % 7 == 3 else PLAN.replace("云川市", f"云川{index}市"), "utf-8")
    for command in (["extract"], ["check"], ["check", "--format", "json"]):
        found = []
        for jobs in ("1", "2"):
            status = run([*command, str(folder), "--jobs", jobs, "--lang", "zh"])
            found.append((status, *capfd.readouterr()))
        assert found[0] == found[1]
        assert found[0][0] == 2
        assert found[0][2].count("plan03.docx") == 1
    written = []
    for jobs in ("1", "2"):
        out = tmp_path / f"out{jobs}"
        run(["extract", str(folder), "--out", str(out), "--review", str(out), "--jobs", jobs])
        written.append({path.name: path.read_bytes() for path in out.iterdir()})
    assert written[0] == written[1]
    assert len(written[0]) == 2 * 26


def test_the_facts_of_several_files_are_the_list_of_those_of_each(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "other.txt"
    other.write_text(PLAN.replace("云川市", "青禾县"), "utf-8")
    assert run(["extract", str(plan), str(other)]) == 0
    shown = capsys.readouterr().out
    each = [json.loads(_alone(path, capsys)) for path in (plan, other)]
    assert shown == json.dumps(each, ensure_ascii=False, indent=2) + "\n"


def _alone(path: Path, capsys: pytest.CaptureFixture[str]) -> str:
    assert run(["extract", str(path)]) == 0
    return capsys.readouterr().out


def test_extract_says_where_nothing_was_found(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "note.txt"
    path.write_text("今天天气很好。", "utf-8")
    assert run(["extract", str(path), "--lang", "en"]) == 0
    shown = capsys.readouterr()
    assert "no task and no enterprise was found in" in shown.err
    assert json.loads(shown.out)["tasks"] == []
