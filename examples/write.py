"""Writes every example file from `source/`; two runs give the same bytes. Usage: python examples/write.py [FOLDER]"""

from __future__ import annotations

import datetime as dt
import html
import io
import sys
import zipfile
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml import OxmlElement
from facts import HEAD, LEDGER_HEAD, SOURCE, cells, expected, ledger, table
from openpyxl import Workbook

from zeren.model.interchange import dumps

_DAY = dt.datetime(2024, 3, 18, 9, 0, 0)
_PAGE = 14
"""Rows of the table after which a page ends and the head is repeated."""


def write_all(folder: Path) -> None:
    data = table()
    (folder / "yunchuan-table.docx").write_bytes(docx_table(data))
    (folder / "yunchuan-table-2023.docx").write_bytes(docx_table(table(older=True)))
    (folder / "yunchuan-table.xlsx").write_bytes(xlsx_table(data))
    (folder / "yunchuan-table.html").write_text(html_table(data), "utf-8")
    (folder / "yunchuan-table.txt").write_text(text_table(data), "utf-8")
    prose = (SOURCE / "county.txt").read_text("utf-8")
    (folder / "qinghe-plan.txt").write_text(prose, "utf-8")
    (folder / "qinghe-plan.docx").write_bytes(docx_prose(prose))
    (folder / "yunchuan-ledger.xlsx").write_bytes(xlsx_ledger())
    (folder / "expected.json").write_text(dumps(expected(data)), "utf-8")


def lines(data: dict[str, Any], repeat: bool = True) -> list[tuple[str, tuple[str, ...]]]:
    """The table's rows in order, each as (kind, cells): head, section or row; the head again after a page."""
    found: list[tuple[str, tuple[str, ...]]] = [("head", HEAD)]
    for section in data["section"]:
        found.append(("section", (f"{section['number']}、{section['title']}",)))
        for row in section["rows"]:
            found.append(("row", cells(row)))
            if repeat and int(row["number"]) % _PAGE == 0:
                found.append(("head", HEAD))
    return found


def masthead(data: dict[str, Any]) -> list[str]:
    return [data["title"], data["number"]]


def signature(data: dict[str, Any]) -> list[str]:
    day = dt.date.fromisoformat(data["issued"])
    return [f"{data['jurisdiction']}人民政府办公室", f"{day.year}年{day.month}月{day.day}日"]


def docx_table(data: dict[str, Any]) -> bytes:
    document = Document()
    for text in masthead(data):
        document.add_paragraph(text)
    grid = document.add_table(rows=0, cols=len(HEAD))
    grid.style = "Table Grid"
    for place, (kind, texts) in enumerate(lines(data)):
        row = grid.add_row()
        if kind == "section":
            row.cells[0].merge(row.cells[-1]).text = texts[0]
            continue
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
        if place == 0:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for text in signature(data):
        document.add_paragraph(text)
    return packed_docx(document)


def docx_prose(prose: str) -> bytes:
    document = Document()
    for line in prose.splitlines():
        document.add_paragraph(line)
    return packed_docx(document)


def packed_docx(document: Any) -> bytes:
    core = document.core_properties
    core.author, core.last_modified_by, core.created, core.modified, core.revision = "", "", _DAY, _DAY, 1
    buffer = io.BytesIO()
    document.save(buffer)
    return repacked(buffer.getvalue())


def xlsx_table(data: dict[str, Any]) -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = "任务分工表"
    for place, text in enumerate(masthead(data), 1):
        sheet.append([text])
        sheet.merge_cells(start_row=place, start_column=1, end_row=place, end_column=len(HEAD))
    for kind, texts in lines(data, repeat=False):
        sheet.append([int(text) if text.isdecimal() else text or None for text in texts])
        if kind == "section":
            sheet.merge_cells(start_row=sheet.max_row, start_column=1, end_row=sheet.max_row, end_column=len(HEAD))
    for text in signature(data):
        sheet.append([text])
        sheet.merge_cells(start_row=sheet.max_row, start_column=1, end_row=sheet.max_row, end_column=len(HEAD))
    return packed_xlsx(book)


def xlsx_ledger() -> bytes:
    book = Workbook()
    sheet = book.active
    sheet.title = "整治台账"
    sheet.append(["云川市小型加工企业集中整治台账"])
    sheet.merge_cells(start_row=1, start_column=1, end_row=1, end_column=len(LEDGER_HEAD))
    for row in (LEDGER_HEAD, *ledger()):
        sheet.append([text or None for text in row])
    return packed_xlsx(book)


def packed_xlsx(book: Workbook) -> bytes:
    buffer = io.BytesIO()
    book.save(buffer)
    return repacked(buffer.getvalue())


def repacked(data: bytes) -> bytes:
    """The same package with the clock taken out: times of the parts, and the times the writer put into docProps."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            part = zipfile.ZipInfo(name, _DAY.timetuple()[:6])
            part.compress_type = zipfile.ZIP_DEFLATED
            part.external_attr = 0o600 << 16
            new.writestr(part, still(name, old.read(name)))
    return buffer.getvalue()


def still(name: str, content: bytes) -> bytes:
    if name != "docProps/core.xml":
        return content
    import re

    return re.sub(rb"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z", _DAY.strftime("%Y-%m-%dT%H:%M:%SZ").encode(), content)


def html_table(data: dict[str, Any]) -> str:
    body = []
    for kind, texts in lines(data):
        tag = "th" if kind == "head" else "td"
        span = f' colspan="{len(HEAD)}"' if kind == "section" else ""
        body.append("<tr>" + "".join(f"<{tag}{span}>{html.escape(text)}</{tag}>" for text in texts) + "</tr>")
    head = (
        f'<!DOCTYPE html>\n<html lang="zh-CN"><head><meta charset="utf-8"><title>{data["title"]}</title></head><body>'
    )
    paragraphs = "".join(f"<p>{text}</p>\n" for text in masthead(data))
    end = "".join(f"<p>{text}</p>\n" for text in signature(data))
    return "\n".join([head, paragraphs + "<table>", *body, "</table>", end + "</body></html>"]) + "\n"


def text_table(data: dict[str, Any]) -> str:
    """As flattened pages come: a cell a line behind a tab, an empty line after each row."""
    parts = ["\n\n".join(masthead(data)), *("\n".join(f"\t{text}" for text in texts) for _, texts in lines(data))]
    parts += signature(data)
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    write_all(Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).parent)
