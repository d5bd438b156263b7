from __future__ import annotations

import pytest

from zeren.readers import Paragraph, Table, read_bytes
from zeren.readers.markdown import plain


def test_front_matter_headings_quotes_and_lists() -> None:
    text = "---\n标题: 云溪县方案\n文号: 云政办〔2024〕5号\n层级: 县级\n---\n\n> 说明\n\n# 总 标题 #\n\n## 一、目标\n正文\n- 甲\n1. 乙\n\n---\n"
    document = read_bytes(text.encode(), "a.md")
    assert dict(document.metadata) == {"title": "云溪县方案", "document_number": "云政办〔2024〕5号", "层级": "县级"}
    assert [(b.text, b.level) for b in document.blocks if isinstance(b, Paragraph)] == [
        ("说明", None), ("总 标题", 1), ("一、目标", 2), ("正文", None), ("甲", None), ("1. 乙", None),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("**责任单位**：市局", "责任单位：市局"),
        ("3\\*4 与 \\[注\\]", "3*4 与 [注]"),
        ('见[办法](http://x/a_(1).html "题")执行', "见办法执行"),
        ("`code` 与 ~~删~~", "code 与 删"),
        ("2*3*4", "2*3*4"),
        ("甲<br/>乙", "甲\n乙"),
        ("a_b_c", "a_b_c"),
    ],
)
def test_marks_are_taken_off(marked: str, expected: str) -> None:
    assert plain(marked) == expected


def test_a_pipe_table_between_paragraphs() -> None:
    document = read_bytes("前\n\n|序号|任务|\n|:-:|---|\n|1|修\\|桥|\n|2|\n\n后".encode(), "a.md")
    table = document.blocks[1]
    assert isinstance(table, Table)
    assert ([[cell.text for cell in row] for row in table.rows], table.heads) == (
        [["序号", "任务"], ["1", "修|桥"], ["2", ""]],
        1,
    )


def test_html_tables_keep_their_merged_cells() -> None:
    text = '# 清单\n\n<div align="center"><table><tr><td>序号</td><td>任务</td></tr>\n<tr><td rowspan="2">1</td><td>甲<br>乙</td></tr><tr><td>丙</td></tr>\n</table></div>\n\n<p>完</p>\n'
    _, table, end = read_bytes(text.encode(), "a.md").blocks
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [["序号", "任务"], ["1", "甲\n乙"], ["1", "丙"]]
    assert isinstance(end, Paragraph)
    assert end.text == "完"


def test_a_star_inside_a_line_is_no_bullet() -> None:
    (block,) = read_bytes("**（一）完善规划。** 县水利局牵头编制规划。\n".encode(), "a.md").blocks
    assert isinstance(block, Paragraph) and block.text == "（一）完善规划。 县水利局牵头编制规划。"
