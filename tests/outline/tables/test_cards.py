from __future__ import annotations

from collections.abc import Sequence

from zeren.outline.tables.cards import read_cards
from zeren.outline.tables.grids import rows_of
from zeren.readers import Table, read_bytes


def cards(rows: Sequence[Sequence[str]]) -> tuple[list[str], list[list[str]]] | None:
    """Kinds of the columns and texts of the rows of a turned table; None where it is not turned."""
    lines = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    (table,) = read_bytes(f"<table>{lines}</table>".encode(), "表.html").blocks
    assert isinstance(table, Table)
    grid = read_cards(rows_of(table))
    return grid and ([c.kind for c in grid.columns], [[cell.text for cell in row.cells] for row in grid.rows])


def test_heads_in_the_first_column() -> None:
    rows = [["任务名称", "修桥"], ["牵头单位", "县交通局"], ["完成时限", "2024年底"]]
    assert cards(rows) == (["task", "owner", "deadline"], [["修桥", "县交通局", "2024年底"]])


def test_a_head_that_comes_again_begins_the_next_task() -> None:
    rows = [
        ["任务", "修桥"],
        ["责任单位", "县交通局"],
        ["时限", "5月"],
        ["任务", "铺路"],
        ["责任单位", "县公路站"],
        ["时限", "6月"],
    ]
    assert cards(rows) == (
        ["task", "owner", "deadline"],
        [["修桥", "县交通局", "5月"], ["铺路", "县公路站", "6月"]],
    )


def test_a_column_a_task() -> None:
    rows = [["任务名称", "修桥", "铺路"], ["牵头单位", "县交通局", "县公路站"], ["完成时限", "5月", "6月"]]
    assert cards(rows) == (["task", "owner", "deadline"], [["修桥", "县交通局", "5月"], ["铺路", "县公路站", "6月"]])


def test_heads_before_each_value() -> None:
    rows = [["任务名称", "修桥", "牵头单位", "县交通局"], ["配合单位", "县财政局", "完成时限", "5月"]]
    assert cards(rows) == (["task", "owner", "owner", "deadline"], [["修桥", "县交通局", "县财政局", "5月"]])


def test_an_upright_table_is_none() -> None:
    assert cards([["序号", "任务", "责任单位"], ["1", "修桥", "县交通局"], ["2", "铺路", "县公路站"]]) is None
