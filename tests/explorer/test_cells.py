from __future__ import annotations

import csv
import io

import pytest

from zeren.explorer.cells import csv_bytes, guarded


@pytest.mark.parametrize("text", ["=1+1", "+86", "-x", "@cmd", "\t=1", "\r=1", " =1", "＝1", "＠x"])
def test_a_formula_becomes_text(text: str) -> None:
    assert str(guarded(text)).startswith("'")


@pytest.mark.parametrize("value", ["市应急管理局", "1-2", "a=b", -5, 2.5, True])
def test_other_values_stay(value: object) -> None:
    assert guarded(value) == value


def test_a_table_reads_back() -> None:
    data = csv_bytes(["名称", "=x"], [["甲、乙", None], ['说"好"\n的', -1]])
    assert data.startswith(b"\xef\xbb\xbf")
    assert list(csv.reader(io.StringIO(data.decode("utf-8-sig")))) == [
        ["名称", "'=x"],
        ["甲、乙", ""],
        ['说"好"\n的', "-1"],
    ]
