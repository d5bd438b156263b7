from __future__ import annotations

from pathlib import Path

import pytest

from zeren.readers import Paragraph, Table, open_document, read_bytes


def lines(data: bytes, name: str = "a.txt") -> list[str]:
    return [block.text for block in read_bytes(data, name).blocks if isinstance(block, Paragraph)]


def rows(text: str) -> list[list[str]]:
    (table,) = (block for block in read_bytes(text.encode(), "a.txt").blocks if isinstance(block, Table))
    return [[cell.text for cell in row] for row in table.rows]


_TEXT = "云溪县应急管理局牵头，县财政局配合，2024年6月底前完成。"
_TRADITIONAL = "市政府應急管理局負責統籌協調，財政局配合辦理，於二零二四年六月底前完成各項工作。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030"])
def test_encodings(encoding: str) -> None:
    assert lines(_TEXT.encode(encoding)) == [_TEXT]


@pytest.mark.parametrize("encoding", ["big5", "utf-8", "gb18030"])
def test_traditional_characters(encoding: str) -> None:
    assert lines(_TRADITIONAL.encode(encoding)) == [_TRADITIONAL]


def test_every_kind_of_line_end_and_blank() -> None:
    assert lines("　　甲。\r\n乙\u200b。\r丙。\f　丁　".encode()) == ["甲。", "乙。", "丙。", "丁"]


def test_flattened_table_with_sections_and_long_cells() -> None:
    text = "分工表\n\t序号\n\t任务\n\t单位\n\n\t一、总体\n\n\t1\n\t修桥\n\n并养护\n\t交通局\n水务局\n\n\n\t2\n\t铺路\n\t\n\n结束语。"
    assert rows(text) == [
        ["序号", "任务", "单位"], ["一、总体"] * 3, ["1", "修桥\n并养护", "交通局\n水务局"], ["2", "铺路", ""],
    ]  # fmt: skip
    assert lines(text.encode()) == ["分工表", "结束语。"]


def test_a_paragraph_between_two_flattened_tables_parts_them() -> None:
    table = "\t序号\n\t任务\n\n\t1\n\t修桥\n"
    blocks = read_bytes(f"{table}\n附表二\n{table}".encode(), "a.txt").blocks
    assert [type(block) for block in blocks] == [Table, Paragraph, Table]


def test_tabs_that_only_indent_make_no_table() -> None:
    text = "\t一、总体要求\n\t坚持安全第一。\n\n\t二、任务\n\n\t三、保障\n\t加强组织领导。\n\t强化督查。\n"
    assert len(lines(text.encode())) == 6


def test_short_rows_find_their_columns() -> None:
    head = "\t任务\n\t时限\n\t单位\n\n"
    body = [("一、甲", "1", "修建大桥并养护", "2024年底前", "市交通局负责"), ("", "2", "修建道路并养护", "2024年底前", "市交通局负责"),
            ("", "3", "修建隧道并养护", "2025年底前", "市建设局负责")]  # fmt: skip
    tail = "\t4\n\t修建车站并养护\n\t2026年底前\n\t市交通局负责\n"
    text = head + "".join("".join(f"\t{cell}\n" for cell in row) + "\n" for row in body) + tail
    found = rows(text)
    assert found[0] == ["任务", "任务", "任务", "时限", "单位"]
    assert found[4] == ["", "4", "修建车站并养护", "2026年底前", "市交通局负责"]


@pytest.mark.parametrize(("name", "count", "width"), [("000", 48, 3), ("001", 64, 7)])
def test_table_plans_of_the_corpus(corpus: Path, name: str, count: int, width: int) -> None:
    document = open_document(next((corpus / "seeds").glob(f"{name}_*.txt")))
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert len(table.rows) == count
    assert {len(row) for row in table.rows} == {width}


def test_text_broken_to_a_width_keeps_its_lines_in_one_paragraph() -> None:
    body = "　　" + "".join(f"各乡镇要在第{n}阶段把任务分解到人并按时完成验收工作" for n in range(9)) + "。"
    broken = "\n".join(body[place : place + 30] for place in range(0, len(body), 30))
    document = read_bytes(f"实施方案\n\n一、目标\n{broken}\n二、任务\n{broken}\n".encode(), "a.txt")
    found = [block.text for block in document.blocks if isinstance(block, Paragraph)]
    assert [text.replace("\n", "") for text in found] == [
        "实施方案",
        "一、目标",
        body.strip(),
        "二、任务",
        body.strip(),
    ]
    assert "\n" in found[2]


def test_lines_of_a_list_are_not_put_together() -> None:
    text = "\n".join(f"{n}.市应急管理局牵头组织开展第{n}次检查并按时报告工作情况。" for n in range(10, 30))
    assert len(lines(text.encode())) == 20


def test_cells_on_lines_below_two_rows_of_heads_and_merged_cells() -> None:
    rows = [
        ["序号", "类别", "任务", "年度目标", "责任分工"],
        ["2024年", "2025年", "牵头单位", "配合单位"],
        ["1", "设施", "修桥三座，完善排水设施。", "两座", "一座", "县交通局", "县财政局"],
        ["2", "铺路八公里，完善标志标线。", "四公里", "四公里", "县公路站", "县财政局"],
        ["3", "管护", "组建管护队伍，落实经费。", "组队", "评估", "县交通局", "县人社局"],
        ["4", "宣传", "开展爱路护路宣传，发放手册。", "一次", "两次", "县公路站", "县融媒体中心"],
    ]
    text = "\n\n".join("\n".join(f"\t{cell}" for cell in row) for row in rows)
    (table,) = read_bytes(text.encode(), "表.txt").blocks
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows[:2]] == [
        ["序号", "类别", "任务", "年度目标", "年度目标", "责任分工", "责任分工"],
        ["序号", "类别", "任务", "2024年", "2025年", "牵头单位", "配合单位"],
    ]
    assert [cell.text for cell in table.rows[3]] == ["2", "", *rows[3][1:]]
