"""The same table gives the same grid in every format."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.readers import files

from zeren.readers import Table, read_bytes

WRITERS: dict[str, Callable[[files.Rows], bytes]] = {
    "docx": files.as_docx,
    "xlsx": files.as_xlsx,
    "xls": files.as_xls,
    "html": files.as_html,
    "md": files.as_md,
    "csv": files.as_csv,
    "txt": files.as_txt,
}
_CHARACTERS = "云溪县市政府局委办牵头配合2024年底前一二三、，。；：（）《》“”%-ABab"
_WORDS = st.text(st.sampled_from(_CHARACTERS), min_size=1, max_size=12)
_NAMES = st.text(st.sampled_from("序号任务单位时限责任备注"), min_size=1, max_size=6)
_CELLS = st.lists(_WORDS, min_size=1, max_size=3).map("\n".join)


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    width = draw(st.integers(2, 5))
    head = draw(st.lists(_NAMES, min_size=width, max_size=width))
    return [head, *draw(st.lists(st.lists(_CELLS, min_size=width, max_size=width), min_size=1, max_size=5))]


def grid(data: bytes, name: str) -> list[list[str]]:
    (table,) = read_bytes(data, name).blocks
    assert isinstance(table, Table)
    return [[cell.text for cell in row] for row in table.rows]


@pytest.mark.parametrize("form", WRITERS)
@settings(max_examples=25, deadline=None)
@given(rows=tables())
def test_same_grid(form: str, rows: list[list[str]]) -> None:
    assert grid(WRITERS[form](rows), f"表.{form}") == rows


@pytest.mark.parametrize("form", WRITERS)
def test_two_reads_are_equal_and_cells_begin_where_they_stand(form: str) -> None:
    data = WRITERS[form]([["序号", "任务"], ["1", "修桥"], ["2", "铺路"]])
    first, second = read_bytes(data, f"a.{form}"), read_bytes(data, f"a.{form}")
    assert first == second
    (table,) = first.blocks
    assert isinstance(table, Table)
    assert all(cell.origin == (row, column) for row, line in enumerate(table.rows) for column, cell in enumerate(line))
