"""Reading grows with the size of a table, no faster."""

from __future__ import annotations

import time

import pytest
from benchmarks.papers import docx_of_table, table_rows

from zeren.loading import load_bytes


def _seconds(data: bytes) -> float:
    """Of the processor, so that what else the machine does disturbs little."""
    begin = time.process_time()
    load_bytes(data, "table.docx")
    return time.process_time() - begin


@pytest.mark.slow
def test_twice_the_rows_cost_about_twice() -> None:
    """Tables of other rows each time: cells read before would be remembered."""
    load_bytes(docx_of_table(table_rows(50, seed=9)), "warm.docx")
    pairs = [(docx_of_table(table_rows(4_000, seed)), docx_of_table(table_rows(8_000, seed + 10))) for seed in range(3)]
    ratios = [_seconds(large) / _seconds(small) for small, large in pairs]
    assert min(ratios) <= 2.6


@pytest.mark.slow
def test_every_row_is_a_task() -> None:
    plan = load_bytes(docx_of_table(table_rows(8_000)), "table.docx")
    assert [task.number for task in plan.tasks] == [str(number) for number in range(1, 8_001)]
