"""Files of every format, built from one plain table of texts."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Sequence
from html import escape

Rows = Sequence[Sequence[str]]
W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
MC = (
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml"'
)
_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="xml" ContentType="application/xml"/></Types>'
)
_RELS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
    '<Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
    'Target="word/document.xml"/></Relationships>'
)


def zipped(parts: dict[str, str | bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


def raw_docx(body: str, **parts: str) -> bytes:
    """A docx from the XML inside w:body; further parts of word/ by name without suffix (styles, numbering)."""
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document {W} {MC}><w:body>{body}</w:body></w:document>'
    more = {f"word/{name}.xml": f'<?xml version="1.0"?>{text}' for name, text in parts.items()}
    return zipped({"[Content_Types].xml": _TYPES, "_rels/.rels": _RELS, "word/document.xml": document, **more})


def as_docx(rows: Rows) -> bytes:
    import docx

    document = docx.Document()
    table = document.add_table(len(rows), len(rows[0]))
    for row, texts in zip(table.rows, rows, strict=True):
        for cell, text in zip(row.cells, texts, strict=True):
            cell.text = text
    document.add_paragraph()  # LibreOffice loses a table that ends the body
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_xlsx(rows: Rows) -> bytes:
    import openpyxl

    book = openpyxl.Workbook()
    for row, texts in enumerate(rows, 1):
        for column, text in enumerate(texts, 1):
            cell = book.active.cell(row, column)
            cell.value, cell.data_type = text, "s"
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_xls(rows: Rows) -> bytes:
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("表一")
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            sheet.write(row, column, text)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def as_html(rows: Rows) -> bytes:
    lines = ("".join(f"<td>{escape(text).replace(chr(10), '<br>')}</td>" for text in row) for row in rows)
    return ("<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>").encode()


def as_md(rows: Rows) -> bytes:
    def line(row: Sequence[str]) -> str:
        return (
            "| " + " | ".join(text.replace("|", "\\|").replace("*", "\\*").replace("\n", "<br>") for text in row) + " |"
        )

    return "\n".join([line(rows[0]), "|" + "---|" * len(rows[0]), *map(line, rows[1:])]).encode()


def as_csv(rows: Rows) -> bytes:
    stream = io.StringIO()
    csv.writer(stream).writerows(rows)
    return stream.getvalue().encode("utf-8-sig")


def as_txt(rows: Rows) -> bytes:
    return "\n\n".join("\n".join("\t" + text for text in row) for row in rows).encode()
