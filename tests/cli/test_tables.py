"""Tables stay straight with wide characters, and a spreadsheet runs nothing."""

from __future__ import annotations

import csv
import io
import json

import pytest

from zeren.cli.tables import cut, harmless, render, width


def test_columns_line_up_with_wide_characters() -> None:
    lines = render(("机构", "n"), [("市应急局", 3), ("ab", 12)], "table").splitlines()
    assert {width(line.rsplit("  ", 1)[0]) <= 10 for line in lines} == {True}
    assert [
        line.index(n) + sum(1 for c in line[: line.index(n)] if width(c) == 2)
        for line, n in zip(lines[2:], ("3", "12"), strict=True)
    ] == [10, 10]


def test_csv_keeps_rows_and_disarms_formulas() -> None:
    rows = list(csv.reader(io.StringIO(render(("a", "b"), [("=1+1", "甲\n乙"), (-3, None)], "csv"))))
    assert rows == [["a", "b"], ["'=1+1", "甲\n乙"], ["-3", ""]]


@pytest.mark.parametrize("text", ["=cmd|' /C calc'!A0", "+1", "-1", "@x", "\tx", "\rx"])
def test_risky_texts_are_disarmed(text: str) -> None:
    assert harmless(text) == f"'{text}"


def test_json_is_a_list_of_records() -> None:
    assert json.loads(render(("a",), [("市",), (None,)], "json")) == [{"a": "市"}, {"a": None}]


@pytest.mark.parametrize(
    ("text", "widest", "short"), [("甲乙丙", 6, "甲乙丙"), ("甲乙丙丁", 6, "甲乙…"), ("abc", 2, "a…")]
)
def test_cut(text: str, widest: int, short: str) -> None:
    assert cut(text, widest) == short
