from __future__ import annotations

from zeren.readers import Cell, Table


def test_cells_of_a_row_each_once() -> None:
    wide, tall = Cell("任务\n内容", (0, 0)), Cell("市局", (0, 2))
    table = Table(0, ((wide, wide, tall), (Cell("1", (1, 0)), Cell("", (1, 1)), tall)))
    assert [column for column, _ in table.own_cells(0)] == [0, 2]
    assert [column for column, _ in table.own_cells(1)] == [0, 1]
    assert (table.row_text(0), table.row_text(1)) == ("任务内容\t市局", "1\t市局")
