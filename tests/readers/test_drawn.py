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


_ALIGNED = [
    "序号  任务      责任分工",
    "                牵头单位  配合单位",
    "一、建设",
    "1     修桥三座  县交通局  县财政局",
    "二、管护",
    "2     铺路      县公路站",
]


def rows(text: str) -> list[list[str]]:
    (table,) = (block for block in read_bytes(text.encode(), "a.txt").blocks if isinstance(block, Table))
    return [[cell.text for cell in row] for row in table.rows]


def test_columns_lined_up_with_spaces() -> None:
    found = rows("某县任务表\n" + "\n".join(_ALIGNED) + "\n\n某县政府")
    assert [found[0], found[1], found[3], found[5]] == [
        ["序号", "任务", "责任分工", ""], ["", "", "牵头单位", "配合单位"],
        ["1", "修桥三座", "县交通局", "县财政局"], ["2", "铺路", "县公路站", ""],
    ]  # fmt: skip
    assert set(found[2]) == {"一、建设"}


def test_headings_between_rows_set_with_tabs() -> None:
    assert rows("序号\t任务\t单位\n一、建设\n1\t修桥\t甲局\n二、管护\n2\t铺路\t乙局")[1] == ["一、建设"] * 3


def test_a_cell_of_a_box_goes_on_where_its_line_was_full() -> None:
    text = "┌──┬──────┐\n│序号│任务        │\n├──┼──────┤\n│1   │修三座桥并完│\n│    │善标志      │\n└──┴──────┘"
    assert rows(text)[1] == ["1", "修三座桥并完善标志"]


@pytest.mark.parametrize("text", ["甲|乙\n只有一行有竖线", "————————", "联系人：甲\t电话：乙\n第二行"])
def test_what_is_no_table(text: str) -> None:
    assert all(isinstance(block, Paragraph) for block in read_bytes(text.encode(), "a.txt").blocks)
