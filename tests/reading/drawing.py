"""Pages of paragraphs and tables with merged cells, drawn as files of the office formats and as html."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape


@dataclass(frozen=True)
class Area:
    """A cell with its extent: row and column where it begins, how many of each it covers."""

    row: int
    column: int
    rows: int
    columns: int
    text: str


@dataclass(frozen=True)
class Grid:
    height: int
    width: int
    areas: tuple[Area, ...]


Page = Sequence[str | Grid]


def placed(rows: Sequence[Sequence[tuple[str, int, int]]]) -> Grid:
    """A grid of rows of (text, rows covered, columns covered), each cell set into the first free place as in html."""
    taken: set[tuple[int, int]] = set()
    areas = []
    for row, cells in enumerate(rows):
        column = 0
        for text, down, across in cells:
            while (row, column) in taken:
                column += 1
            taken |= {(row + i, column + j) for i in range(down) for j in range(across)}
            areas.append(Area(row, column, down, across, text))
    return Grid(1 + max(row for row, _ in taken), 1 + max(column for _, column in taken), tuple(areas))


def blocks(html: str) -> list[str | Grid]:
    """The paragraphs and tables of a plain html text, in order."""
    from lxml import html as parser

    page: list[str | Grid] = []
    for element in parser.fromstring(f"<div>{html}</div>"):
        if element.tag != "table":
            page.append("".join(element.itertext()))
            continue
        for mark in element.iter("br"):
            mark.tail = "\n" + (mark.tail or "")
        rows = [[cell for cell in line if cell.tag in ("td", "th")] for line in element.iter("tr")]
        page.append(
            placed([[(*_words(c), int(c.get("rowspan", 1)), int(c.get("colspan", 1))) for c in r] for r in rows])
        )
    return page


def _words(cell: object) -> tuple[str]:
    return ("".join(cell.itertext()),)  # type: ignore[attr-defined]


def as_html(page: Page) -> bytes:
    parts = []
    for block in page:
        if isinstance(block, str):
            parts.append(f"<p>{escape(block)}</p>")
            continue
        lines = [""] * block.height
        for area in sorted(block.areas, key=lambda a: (a.row, a.column)):
            span = f' rowspan="{area.rows}" colspan="{area.columns}"'
            lines[area.row] += f"<td{span}>{escape(area.text).replace(chr(10), '<br>')}</td>"
        parts.append("<table>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</table>")
    return "".join(parts).encode()


def as_docx(page: Page) -> bytes:
    import docx

    document = docx.Document()
    for block in page:
        if isinstance(block, str):
            document.add_paragraph(block)
            continue
        table = document.add_table(block.height, block.width)
        for area in block.areas:
            last = table.cell(area.row + area.rows - 1, area.column + area.columns - 1)
            table.cell(area.row, area.column).merge(last).text = area.text
    stream = io.BytesIO()
    document.save(stream)
    return stream.getvalue()


def as_xlsx(page: Page) -> bytes:
    """One sheet; a paragraph is a row merged over the whole width, as clerks set titles and dates."""
    import openpyxl

    book = openpyxl.Workbook()
    sheet = book.active
    width = max([block.width for block in page if isinstance(block, Grid)], default=1)
    row = 1
    for block in page:
        grid = Grid(1, width, (Area(0, 0, 1, width, block),)) if isinstance(block, str) else block
        for area in grid.areas:
            cell = sheet.cell(row + area.row, area.column + 1)
            cell.value, cell.data_type = area.text, "s"
            if area.rows * area.columns > 1:
                sheet.merge_cells(None, cell.row, cell.column, cell.row + area.rows - 1, cell.column + area.columns - 1)
        row += grid.height
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def lines_of(grid: Grid) -> list[list[str]]:
    """Rows of texts; a merged cell stands where it begins."""
    rows = [[""] * grid.width for _ in range(grid.height)]
    for area in grid.areas:
        rows[area.row][area.column] = area.text
    return rows


def as_md(page: Page) -> bytes:
    """Headings by their number, tables with bars."""
    parts = []
    for index, block in enumerate(page):
        if isinstance(block, str):
            level = "# " if index == 0 else "## " if re.match(r"\s*[一二三四五六七八]、", block) else ""
            parts.append(level + re.sub(r"^(\d+)\.", r"\1\\.", block.strip()))
            continue
        head, *rows = (["<br>".join(text.split("\n")) for text in row] for row in lines_of(block))
        lines = [f"| {' | '.join(row)} |" for row in (head, ["---"] * block.width, *rows)]
        parts.append("\n".join(lines))
    return "\n\n".join(parts).encode()


def as_csv(page: Page) -> bytes:
    """Every paragraph a row of its own, as spreadsheets save them."""
    import csv

    width = max([block.width for block in page if isinstance(block, Grid)], default=1)
    stream = io.StringIO()
    writer = csv.writer(stream)
    for block in page:
        rows = [[block, *[""] * (width - 1)]] if isinstance(block, str) else lines_of(block)
        writer.writerows(rows)
    return stream.getvalue().encode()


def as_txt(page: Page) -> bytes:
    """A cell is a line that begins with a tab, a blank line ends a row: how a copied table falls into plain text."""
    parts = []
    for block in page:
        if isinstance(block, str):
            parts.append(block)
            continue
        for row in range(block.height):
            cells = sorted((area for area in block.areas if area.row == row), key=lambda area: area.column)
            parts.append("\n".join(f"\t{area.text}" for area in cells))
    return "\n\n".join(parts).encode()


def as_lines(page: Page) -> bytes:
    """Plain text, a cell or paragraph a line: how a page's text is copied without its tables."""
    parts = [
        [block]
        if isinstance(block, str)
        else [area.text for area in sorted(block.areas, key=lambda a: (a.row, a.column))]
        for block in page
    ]
    return "\n\n".join(text for part in parts for text in part if text.strip()).encode()
