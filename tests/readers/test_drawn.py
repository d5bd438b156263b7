from __future__ import annotations

import pytest

from zeren.readers import Paragraph, Table, read_bytes

_BARS = "前\n| 序号 | 任务 |\n|---|---|\n| 1 | 修桥 |\n| 2 | 铺路 |\n后"
_BOX = "前\n┌──┬────┐\n│序号│任务│\n├──┼────┤\n│1│修桥│\n├──┼────┤\n│2│铺  │\n│ │路│\n└──┴────┘\n后"
_TABS = "前\n序号\t任务\n1\t修桥\n2\t铺路\n后"


@pytest.mark.parametrize(("text", "last"), [(_BARS, "铺路"), (_BOX, "铺\n路"), (_TABS, "铺路")])
def test_drawn_tables(text: str, last: str) -> None:
    before, table, after = read_bytes(text.encode(), "a.txt").blocks
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [["序号", "任务"], ["1", "修桥"], ["2", last]]
    assert isinstance(before, Paragraph)
    assert isinstance(after, Paragraph)


@pytest.mark.parametrize("text", ["甲|乙\n只有一行有竖线", "————————", "联系人：甲\t电话：乙\n第二行"])
def test_what_is_no_table(text: str) -> None:
    assert all(isinstance(block, Paragraph) for block in read_bytes(text.encode(), "a.txt").blocks)
