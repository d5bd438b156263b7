from __future__ import annotations

import pytest
from tests.reading import drawing

from zeren.readers import Paragraph, Table, read_bytes

_HEAD = [("序号", 1, 1), ("任务", 1, 1), ("责任单位", 1, 1)]
_TASK = [("1", 1, 1), ("修桥", 1, 1), ("县交通局", 1, 1)]
_LATER = [("2", 1, 1), ("铺路", 1, 1), ("县公路站", 1, 1)]


def wide(text: str) -> list[tuple[str, int, int]]:
    return [(text, 1, 3)]


def parted(*rows: list[tuple[str, int, int]]) -> list[str]:
    """The words of every block; of a table each row's, parted by bars."""
    document = read_bytes(drawing.as_html([drawing.placed(rows)]), "表.html")
    texts = []
    for block in document.blocks:
        if isinstance(block, Paragraph):
            texts.append(block.text)
        else:
            assert isinstance(block, Table)
            texts.append("|".join(block.row_text(row).replace("\t", "") for row in range(len(block.rows))))
            assert all(cell.origin[0] <= row for row, cells in enumerate(block.rows) for cell in cells)
    return texts


def test_title_above_and_signature_below_are_paragraphs() -> None:
    rows = [wide("某县任务表"), wide("（2024年）"), _HEAD, _TASK, wide("某县政府"), wide("2024年3月1日")]
    assert parted(*rows) == ["某县任务表", "（2024年）", "序号任务责任单位|1修桥县交通局", "某县政府", "2024年3月1日"]


@pytest.mark.parametrize("first", ["一、建设", "（一）建设"])
def test_a_numbered_row_stays_where_the_count_goes_on_in_the_table(first: str) -> None:
    second = first.replace("一", "二")
    assert parted(wide(first), _TASK, wide(second), _LATER) == [f"{first}|1修桥县交通局|{second}|2铺路县公路站"]


def test_a_group_of_a_headless_table_stays() -> None:
    assert parted(wide("建设"), _TASK, wide("管护"), _LATER) == ["建设|1修桥县交通局|管护|2铺路县公路站"]


def test_a_last_row_that_goes_on_a_task_stays() -> None:
    cells = [("", 1, 1), ("并验收。", 1, 1), ("", 1, 1)]
    assert parted(_HEAD, _TASK, cells) == ["序号任务责任单位|1修桥县交通局|并验收。"]


def test_several_tables_of_one_sheet_are_parted_by_their_heads() -> None:
    rows = [
        wide("一、建设"),
        _HEAD,
        _TASK,
        wide("二、管护"),
        _HEAD,
        _LATER,
        wide("三、保障"),
        wide("县财政局要保障资金，按月拨付。"),
    ]
    assert parted(*rows) == [
        "一、建设", "序号任务责任单位|1修桥县交通局", "二、管护", "序号任务责任单位|2铺路县公路站", "三、保障",
        "县财政局要保障资金，按月拨付。",
    ]  # fmt: skip


def test_a_grid_without_a_row_of_several_texts_only_places_them() -> None:
    page = [drawing.placed([wide("某县方案"), wide("一、目标\n建成桥梁三座。")])]
    document = read_bytes(drawing.as_docx(page), "表.docx")
    assert [getattr(block, "text", None) for block in document.blocks] == ["某县方案", "一、目标", "建成桥梁三座。"]
