"""Pages drawn as web pages of an office program inside a site's layout tables, and as pdf with and without rules."""

from __future__ import annotations

import io
import re
from html import escape
from typing import Any

from tests.reading.drawing import Area, Grid, Page


def as_web(page: Page) -> bytes:
    """A page of a site: everything in layout tables, cells hold paragraphs of an office program."""
    parts = []
    for block in page:
        if isinstance(block, str):
            parts.append(f'<p class="MsoNormal">&nbsp;&nbsp;&nbsp;&nbsp;<span>{escape(block)}</span></p>')
            continue
        lines = [""] * block.height
        for area in sorted(block.areas, key=lambda each: (each.row, each.column)):
            span = f' rowspan="{area.rows}" colspan="{area.columns}"'
            lines[area.row] += f"<td{span}>{_paragraphs(area.text)}</td>"
        rows = "".join(f"<tr>{line}</tr>\n" for line in lines)
        parts.append(f'<div align="center"><table class="MsoNormalTable">{rows}</table></div>')
    menu = "<table><tr><td><a>首页</a></td><td><a>政务公开</a></td></tr></table>"
    return (
        f"<table><tr><td>{menu}</td></tr><tr><td><table><tr><td>{''.join(parts)}</td></tr></table></td></tr></table>"
    ).encode()


def _paragraphs(text: str) -> str:
    return "".join(f'<p class="MsoNormal"><span>{escape(line) or "&nbsp;"}</span></p>\n' for line in text.split("\n"))


def as_pdf(page: Page) -> bytes:
    """Tables with all rules, on paper lying on its side."""
    return _pdf(page, [("GRID", (0, 0), (-1, -1), 0.5, "black")])


def as_level_pdf(page: Page) -> bytes:
    """Tables with level rules only."""
    return _pdf(page, [("LINEBELOW", (0, 0), (-1, -1), 0.5, "black")])


def as_bare_pdf(page: Page) -> bytes:
    """Tables without any rule."""
    return _pdf(page, [])


def _pdf(page: Page, rules: list[tuple[Any, ...]]) -> bytes:
    from reportlab.lib.pagesizes import A3, landscape
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

    font = "STSong-Light"
    pdfmetrics.registerFont(UnicodeCIDFont(font))
    cell = ParagraphStyle("cell", fontName=font, fontSize=9, leading=12, wordWrap="CJK")
    text = ParagraphStyle("text", fontName=font, fontSize=12, leading=20, wordWrap="CJK")
    story: list[Any] = []
    for block in page:
        drawn = Paragraph(escape(block), text) if isinstance(block, str) else _table(block, cell, rules)
        story += [drawn, Spacer(1, 8)]
    stream = io.BytesIO()
    SimpleDocTemplate(stream, pagesize=landscape(A3), topMargin=40, bottomMargin=40).build(story)
    return stream.getvalue()


def _table(grid: Grid, style: Any, rules: list[tuple[Any, ...]]) -> Any:
    from reportlab.platypus import Paragraph, Table, TableStyle

    cells: list[list[Any]] = [[""] * grid.width for _ in range(grid.height)]
    commands: list[tuple[Any, ...]] = [("VALIGN", (0, 0), (-1, -1), "MIDDLE"), *rules]
    for area in grid.areas:
        cells[area.row][area.column] = Paragraph(escape(area.text).replace("\n", "<br/>"), style) if area.text else ""
        end = (area.column + area.columns - 1, area.row + area.rows - 1)
        commands.append(("SPAN", (area.column, area.row), end))
    longest = [max(map(_length, _own(grid, column)), default=2) for column in range(grid.width)]
    shares = [min(24, max(3, each)) for each in longest]
    return Table(cells, [1000 * share / sum(shares) for share in shares], style=TableStyle(commands))


def _own(grid: Grid, column: int) -> list[Area]:
    return [area for area in grid.areas if area.column == column and area.columns == 1]


def _length(area: Area) -> int:
    return max(map(len, re.split("\n", area.text)))
