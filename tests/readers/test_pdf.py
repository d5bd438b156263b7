from __future__ import annotations

import io

import pypdfium2
import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import LongTable, PageBreak, SimpleDocTemplate, TableStyle
from reportlab.platypus import Paragraph as Text

from zeren.model import InputError
from zeren.readers import Document, Paragraph, Table, read_bytes

_FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
_BODY = ParagraphStyle("body", fontName=_FONT, fontSize=14, leading=22, firstLineIndent=28, wordWrap="CJK")
_CELL = ParagraphStyle("cell", fontName=_FONT, fontSize=11, leading=14, wordWrap="CJK")
_LONG = (
    "各乡镇人民政府、街道办事处要把任务分解到人，明确时间表和路线图，县应急管理局会同县财政局于二〇二四年六月底前完成验收。"
    * 6
)


def numbered(canvas: Canvas, document: SimpleDocTemplate) -> None:
    canvas.setFont(_FONT, 10)
    canvas.drawCentredString(A4[0] / 2, 30, f"— {document.page} —")


def built(*story: object, **options: object) -> bytes:
    stream = io.BytesIO()
    SimpleDocTemplate(stream, pagesize=A4, **options).build(list(story), onFirstPage=numbered, onLaterPages=numbered)
    return stream.getvalue()


def table(rows: list[list[str]], **options: object) -> LongTable:
    cells = [[Text(text, _CELL) for text in row] for row in rows]
    style = TableStyle([("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")])
    return LongTable(cells, colWidths=[40, 260, 130], style=style, **options)


def read(*story: object) -> Document:
    return read_bytes(built(*story), "方案.pdf")


def test_lines_make_paragraphs_also_over_a_page_and_page_numbers_go() -> None:
    texts = [f"第{n}段。{_LONG}" for n in "一二三四五六"]
    document = read(*(Text(text, _BODY) for text in texts))
    found = [block for block in document.blocks if isinstance(block, Paragraph)]
    assert [block.text for block in found] == texts
    assert found[0].page == 1
    assert (found[-1].page or 0) > 1
    assert document.notices[0].startswith("notice-page-margins|")


def test_a_table_over_pages_is_one_with_one_head() -> None:
    head = ["序号", "工作任务", "责任单位"]
    rows = [
        [str(n), f"任务{n}：完善应急预案并组织演练，形成评估报告。", "县应急管理局、县财政局"] for n in range(1, 61)
    ]
    document = read(Text("附件", _BODY), table([head, *rows], repeatRows=1), Text("结束。", _BODY))
    before, found, after = document.blocks
    assert isinstance(found, Table)
    assert [["".join(cell.text.split()) for cell in row] for row in found.rows] == [head, *rows]
    assert isinstance(before, Paragraph)
    assert isinstance(after, Paragraph)
    assert all(cell.origin == (r, c) for r, row in enumerate(found.rows) for c, cell in enumerate(row))


def test_a_row_broken_over_a_page_is_put_together() -> None:
    head = ["序号", "工作任务", "责任单位"]
    rows = [[str(n), f"任务{n}：" + "完善应急预案并组织演练，" * 22, "县局"] for n in range(1, 9)]
    document = read(table([head, *rows], splitByRow=1, splitInRow=1))
    (found,) = document.blocks
    assert isinstance(found, Table)
    assert [["".join(cell.text.split()) for cell in row] for row in found.rows] == [head, *rows]


def test_merged_cells() -> None:
    cells = [
        [Text(t, _CELL) for t in row] for row in [["任务", "", "单位"], ["一组", "甲", "市局"], ["", "乙", "县局"]]
    ]
    style = TableStyle(
        [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("SPAN", (0, 0), (1, 0)), ("SPAN", (0, 1), (0, 2))]
    )
    (found,) = read(LongTable(cells, colWidths=[80, 200, 100], style=style)).blocks
    assert isinstance(found, Table)
    assert [[cell.text for cell in row] for row in found.rows] == [
        ["任务", "任务", "单位"], ["一组", "甲", "市局"], ["一组", "乙", "县局"],
    ]  # fmt: skip


@pytest.mark.parametrize("turn", [90, 270])
def test_a_page_that_is_turned_is_read_as_it_is_shown(turn: int) -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=A4)
    canvas.setPageRotation(turn)
    canvas.translate(*((A4[0], 0) if turn == 90 else (0, A4[1])))
    canvas.rotate(turn)
    canvas.setFont(_FONT, 14)
    canvas.drawString(60, 560, "附件：分工表")
    canvas.grid([60, 200, 400], [440, 470, 500])
    for x, y, text in [(64, 480, "任务"), (204, 480, "单位"), (64, 450, "修桥"), (204, 450, "县局")]:
        canvas.drawString(x, y, text)
    canvas.save()
    before, found = read_bytes(stream.getvalue(), "横.pdf").blocks
    assert isinstance(before, Paragraph)
    assert before.text == "附件：分工表"
    assert isinstance(found, Table)
    assert [[cell.text for cell in row] for row in found.rows] == [["任务", "单位"], ["修桥", "县局"]]


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_page_whose_text_lies_on_its_side_is_read_upright(turn: int) -> None:
    source = pypdfium2.PdfDocument(built(table([["序号", "工作任务", "责任单位"], ["1", "修订预案", "县应急管理局"]])))
    source[0].set_rotation(turn)
    stream = io.BytesIO()
    source.save(stream)
    (found,) = read_bytes(stream.getvalue(), "方案.pdf").blocks
    assert isinstance(found, Table)
    assert [cell.text for cell in found.rows[1]] == ["1", "修订预案", "县应急管理局"]


def test_words_that_the_width_of_a_cell_broke_are_whole() -> None:
    name, short = "市生态环境局青原分局、市住房和城乡建设局、各县（市、区）人民政府", "县教育局<br/>县财政局"
    (found,) = read(table([["1", "任务", name], ["2", "任务", short]])).blocks
    assert isinstance(found, Table)
    assert [row[2].text for row in found.rows] == [name, "县教育局\n县财政局"]


def test_a_cell_over_rows_goes_on_overleaf() -> None:
    def page(first: int, group: str) -> LongTable:
        rows = [[Text(str(first + n), _CELL), Text(group, _CELL) if not n else "", "县应急管理局"] for n in range(4)]
        merged = [
            ("GRID", (0, 0), (-1, -1), 0.5, colors.black),
            ("SPAN", (1, 0), (1, -1)),
            ("FONT", (0, 0), (-1, -1), _FONT),
        ]
        return LongTable(rows, colWidths=[40, 260, 130], style=TableStyle(merged))

    (found,) = read(page(1, "一、完善机制"), PageBreak(), page(5, "")).blocks
    assert isinstance(found, Table)
    assert {row[1] for row in found.rows} == {found.rows[0][1]}


@pytest.mark.parametrize("rules", [[], [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.black)]])
def test_a_table_without_upright_rules(rules: list[object]) -> None:
    rows = [
        ["序号", "类别", "工作任务", "责任单位"],
        ["1", "设施建设", "新建农村客运站三处，同步完善停车场、候车亭和充电桩等配套设施。", "县交通运输局"],
        ["2", "", "改造危桥两座。", "县公路站、县财政局"],
        ["3", "人员培训", "培训驾驶员。", "县交通运输局"],
    ]
    cells = [[Text(text, _CELL) if text else "" for text in row] for row in rows]
    style = [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), ("SPAN", (1, 1), (1, 2)), *rules]
    drawn = LongTable(cells, colWidths=[40, 80, 200, 130], style=TableStyle(style))
    before, found, after = read(Text("某县任务表", _BODY), drawn, Text("某县政府。", _BODY)).blocks
    assert isinstance(before, Paragraph)
    assert isinstance(found, Table)
    assert isinstance(after, Paragraph)
    rows[2][1] = rows[1][1]
    assert [[cell.text for cell in row] for row in found.rows] == rows


def test_running_text_is_no_table_without_rules() -> None:
    lines = [f"{n}．开展检查　　　　责任单位：县局　　　　期限：六月" for n in range(1, 3)]
    document = read(*(Text(line, _BODY) for line in lines), Text(_LONG, _BODY))
    assert all(isinstance(block, Paragraph) for block in document.blocks)


def test_a_scan_and_an_encrypted_file_are_told() -> None:
    stream = io.BytesIO()
    canvas = Canvas(stream)
    canvas.rect(10, 10, 100, 100, fill=1)
    canvas.save()
    with pytest.raises(InputError) as caught:
        read_bytes(stream.getvalue(), "扫描.pdf")
    assert caught.value.code == "pdf-without-text"
    with pytest.raises(InputError) as caught:
        read_bytes(built(Text("密", _BODY), encrypt="secret"), "密.pdf")
    assert caught.value.code == "file-encrypted"


def test_pages_without_text_are_told() -> None:
    document = read(Text("正文。", _BODY), PageBreak(), table([["", "", ""]]))
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == ["正文。"]
