"""The committed examples are what the script writes, and every format of the table reads to the same facts."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from zeren.cli.main import run
from zeren.loading import load
from zeren.model import Plan
from zeren.model.interchange import loads
from zeren.model.uscc import is_valid

EXAMPLES = Path(__file__).parents[2] / "examples"
FORMATS = ["docx", "xlsx", "html", "txt"]


def read(name: str) -> Plan:
    return load(EXAMPLES / name)


def facts(plan: Plan) -> list[tuple[object, ...]]:
    """What the table says, without places, confidence and the ids of sections."""
    titles = {section.id: section.title for section in plan.sections}
    return [
        (
            task.number,
            titles.get(task.section or ""),
            task.text,
            [(one.agency, one.role) for one in task.assignments],
            sorted((limit.type, limit.date or "", limit.rrule or "") for limit in task.deadlines),
            task.cites,
            task.produces,
        )
        for task in plan.tasks
    ]


def test_script_writes_the_committed_bytes(tmp_path: Path) -> None:
    subprocess.run([sys.executable, str(EXAMPLES / "write.py"), str(tmp_path)], check=True)
    written = sorted(path.name for path in tmp_path.iterdir())
    assert len(written) == 9
    assert [name for name in written if (tmp_path / name).read_bytes() != (EXAMPLES / name).read_bytes()] == []


@pytest.mark.parametrize("suffix", FORMATS)
def test_table_reads_to_the_expected_facts(suffix: str) -> None:
    expected = loads((EXAMPLES / "expected.json").read_text("utf-8"))
    plan = read(f"yunchuan-table.{suffix}")
    assert facts(plan) == facts(expected)
    assert [(s.number, s.title) for s in plan.sections] == [(s.number, s.title) for s in expected.sections]


@pytest.mark.parametrize("suffix", FORMATS)
def test_head_of_the_table(suffix: str) -> None:
    expected = loads((EXAMPLES / "expected.json").read_text("utf-8"))
    plan = read(f"yunchuan-table.{suffix}")
    assert (plan.title, plan.jurisdiction) == (expected.title, expected.jurisdiction)
    assert (plan.document_number, plan.issued) == (expected.document_number, expected.issued)


def test_older_version_has_fewer_rows() -> None:
    assert len(read("yunchuan-table-2023.docx").tasks) == 31


def test_ledger_has_valid_and_invalid_codes() -> None:
    firms = read("yunchuan-ledger.xlsx").enterprises
    assert len(firms) == 45
    wrong = [place for place, firm in enumerate(firms, 1) if firm.uscc and not is_valid(firm.uscc)]
    assert wrong == [9, 14, 18, 27, 36, 45]
    assert firms[22].uscc is None


def test_prose_reads_alike_in_both_formats() -> None:
    word, plain = read("qinghe-plan.docx"), read("qinghe-plan.txt")
    assert facts(word) == facts(plain)
    assert word.jurisdiction == "青禾县"
    assert word.document_number == "青政办发〔2024〕21号"
    assert len(word.tasks) >= 20
    assert word.groups


PLANTED = {
    ("unowned-task", "4"), ("vague-owner", "15"), ("co-lead", "8"), ("no-support", "15"), ("no-deadline", "21"),
    ("ongoing-only", "9"), ("text-column-deadline", "8"), ("deadline-kind-clash", "20"), ("deadline-kind-clash", "24"),
    ("deadline-kind-clash", "31"), ("past-deadline", "16"), ("duplicate-duty", "17"), ("duplicate-duty", "18"),
    ("level-suffix", "11"), ("obsolete-agency", "11"), ("obsolete-agency", "25"), ("name-variant", "31"),
    ("overload-agency", None), ("deadline-peak", None), ("product-no-approver", "2"), ("product-no-approver", "16"),
    ("product-no-approver", "31"), ("no-report-chain", None),
}  # fmt: skip
"""The faults that the README of the examples says were planted in the table."""
PLANTED_IN_PROSE = {
    ("unowned-task", "五（二）"), ("vague-owner", "五（四）"), ("duplicate-duty", "四（一）#2"), ("duplicate-duty", "四（九）"),
    ("phase-overlap", "三（三）"), ("recurring-no-interval", "五（三）"), ("no-deadline", "四（三）#1"),
    ("product-no-approver", "四（三）#1"), ("no-deadline", None), ("group-no-office", "五（一）"), ("group-no-sunset", "五（一）"),
}  # fmt: skip
PLANTED_IN_LEDGER = {
    *(("uscc-invalid", f"整治台账 {row}") for row in (9, 14, 18, 27, 36, 45)),
    ("ledger-no-owner", "整治台账 11"), ("ledger-no-owner", "整治台账 37"), ("no-doc-date", None),
}  # fmt: skip


@pytest.mark.parametrize(
    ("name", "planted", "count"),
    [
        ("yunchuan-table.docx", PLANTED, 23),
        ("qinghe-plan.docx", PLANTED_IN_PROSE, 11),
        ("yunchuan-ledger.xlsx", PLANTED_IN_LEDGER, 9),
    ],
)
def test_planted_faults_are_found_and_no_others(
    name: str, planted: set[tuple[str, str | None]], count: int, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["check", "--format", "json", str(EXAMPLES / name)])
    findings = json.loads(capsys.readouterr().out)["findings"]
    assert {(finding["rule"], finding["locator"]) for finding in findings} == planted
    assert len(findings) == count
