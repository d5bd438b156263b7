"""Tables without any rules, whose rows are told by their numbers, over several pages."""

from __future__ import annotations

import io

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.platypus import LongTable, SimpleDocTemplate, TableStyle
from reportlab.platypus import Paragraph as Text

from zeren.readers import Document, Table, read_bytes

_FONT = "STSong-Light"
pdfmetrics.registerFont(UnicodeCIDFont(_FONT))
_CELL = ParagraphStyle("cell", fontName=_FONT, fontSize=11, leading=13, wordWrap="CJK")
_WORK = "整治沿河入河排污口，逐一登记造册，落实监测计划，公布整治进度。"


def drawn(rows: list[list[str]]) -> Document:
    """A table whose cells begin at the top of their rows, two lines of room between rows; rows break over pages."""
    style = TableStyle([("VALIGN", (0, 0), (-1, -1), "TOP"), ("BOTTOMPADDING", (0, 0), (-1, -1), 14)])
    cells = [[Text(text, _CELL) for text in row] for row in rows]
    stream = io.BytesIO()
    table = LongTable(cells, colWidths=[60, 110, 110, 110], style=style, splitInRow=1)
    SimpleDocTemplate(stream, pagesize=A4).build([table])
    return read_bytes(stream.getvalue(), "方案.pdf")


def test_numbers_tell_the_rows_and_pages_go_on() -> None:
    heads = ["序号", "工作任务", "责任单位", "完成时限"]
    rows = [[str(n), _WORK * (1 + n % 4), "县水利局、县住房城乡建设局", ""] for n in range(1, 19)]
    (table,) = drawn([heads, *rows]).blocks
    assert isinstance(table, Table)
    assert [["".join(cell.text.split()) for cell in row] for row in table.rows] == [heads, *rows]


def test_a_row_longer_than_a_page_is_one_row() -> None:
    heads = ["序号", "工作任务", "责任单位", "完成时限"]
    rows = [["1", _WORK * 24, "县水利局", ""], ["2", _WORK, "县财政局", ""]]
    (table,) = drawn([heads, *rows]).blocks
    assert isinstance(table, Table)
    assert [["".join(cell.text.split()) for cell in row] for row in table.rows] == [heads, *rows]
