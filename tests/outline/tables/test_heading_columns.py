from __future__ import annotations

import pytest
from tests.reading import drawing

from zeren.outline.tables.grids import Grid, read_grid, rows_of
from zeren.outline.tables.heading_columns import heading_columns, numbers_bodies, with_bodies_as_headings
from zeren.readers import Table, read_bytes


def grid(*rows: list[str | tuple[str, int]]) -> Grid:
    """The grid of rows of texts; a pair is a text and the rows it covers."""
    cells = [[(cell, 1, 1) if isinstance(cell, str) else (*cell, 1) for cell in row] for row in rows]
    (table,) = read_bytes(drawing.as_html([drawing.placed(cells)]), "表.html").blocks
    assert isinstance(table, Table)
    found = read_grid(rows_of(table))
    assert found is not None
    return found


def test_a_column_under_an_unknown_head_whose_cells_span_rows_holds_headings() -> None:
    rows = grid(["序号", "批次", "任务", "责任单位"], ["1", ("甲", 2), "修桥", "县交通局"], ["2", "铺路", "县公路站"])
    assert heading_columns(rows) == {1}


def test_an_unknown_column_with_a_cell_a_row_holds_none() -> None:
    rows = grid(["序号", "批次", "任务", "责任单位"], ["1", "甲", "修桥", "县交通局"], ["2", "乙", "铺路", "县公路站"])
    assert heading_columns(rows) == set()


@pytest.mark.parametrize(("duty", "kind"), [("工作职责", "section"), ("工作任务", "owner")])
def test_bodies_before_their_duties_are_headings(duty: str, kind: str) -> None:
    found = with_bodies_as_headings(
        grid(["序号", "单位", duty], ["1", "县水务局", "巡查水库。"], ["2", "县气象局", "发布预报。"])
    )
    assert found.columns[1].kind == kind
    assert numbers_bodies(found, {1})


def test_numbers_that_count_rows_do_not_count_bodies() -> None:
    rows = grid(["序号", "单位", "职责"], ["1", ("县水务局", 2), "巡查水库。"], ["2", "清淤。"])
    assert not numbers_bodies(rows, {1})
