"""PDF files with a text layer: characters by pypdfium2, ruled tables by pdfplumber (extra `pdf`)."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

from zeren.model import InputError, UsageError
from zeren.readers.blocks import BlockList
from zeren.readers.document import Document
from zeren.readers.notices import notice
from zeren.readers.pdf_glyphs import glyphs_of, upright
from zeren.readers.pdf_lines import Glyph, Line, lines_from, paragraphs_from
from zeren.readers.pdf_margins import without_margins
from zeren.readers.pdf_pages import continues, joined
from zeren.readers.pdf_tables import PageTable, is_inside, tables_on
from zeren.readers.pdf_unruled import unruled_tables

_RULES = 8
"""Segments of drawn paths (a line has two, a box five) from which a page is searched for tables."""
_GARBLED = 0.05
"""Share of characters without meaning from which the text layer is called damaged."""


@dataclass(slots=True)
class _Page:
    height: float
    lines: list[Line]
    tables: list[PageTable]


def read(data: bytes, name: str) -> Document:
    """Paragraphs put together from lines, tables put together over pages; page numbers and running heads left out.

    Raises InputError `file-encrypted`, `pdf-without-text` or `file-damaged`, UsageError `extra-missing`.
    """
    try:
        import pdfplumber
        import pypdfium2
    except ImportError as error:
        raise UsageError("extra-missing", extra="pdf") from error
    try:
        source = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        code = "file-encrypted" if "password" in str(error).lower() else "file-damaged"
        raise InputError(code, file=name, detail=str(error)) from error
    try:
        with pdfplumber.open(io.BytesIO(upright(data, source))) as ruled:
            pages: list[_Page] = []
            for number in range(len(source)):
                pages.append(_page(source, ruled, number, _open_columns(pages)))
    except (InputError, UsageError):
        raise
    except Exception as error:  # both libraries raise many kinds of errors on damaged files
        raise InputError("file-damaged", file=name, detail=f"{type(error).__name__}: {error}"[:200]) from error
    finally:
        source.close()
    return _assemble(pages, data, name)


def _open_columns(pages: list[_Page]) -> tuple[float, ...]:
    """Left edges of the columns of the table without rules that the last page ends with; () where it ends otherwise."""
    last = pages[-1] if pages else None
    if last is None or not last.tables:
        return ()
    table = max(last.tables, key=_height)
    below = [line for line in last.lines if line.middle > table.box[3]]
    return () if table.ruled or len(below) > 1 else table.edges


def _page(source: Any, ruled: Any, number: int, above: tuple[float, ...]) -> _Page:
    page = source[number]
    height = page.get_height()
    glyphs = glyphs_of(page)
    tables: list[PageTable] = []
    if glyphs and _is_ruled(page):
        tables = tables_on(ruled.pages[number], glyphs, number + 1)
        ruled.pages[number].close()
    tables += unruled_tables(_outside(glyphs, tables), number + 1, above)
    outside = _outside(glyphs, tables)
    return _Page(height, lines_from(outside, number + 1), tables)


def _outside(glyphs: list[Glyph], tables: list[PageTable]) -> list[Glyph]:
    """The characters in none of the tables."""
    return [glyph for glyph in glyphs if not any(is_inside(glyph, table.box) for table in tables)]


def _is_ruled(page: Any) -> bool:
    import pypdfium2.raw as pdfium

    segments = 0
    for path in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3):
        segments += max(0, pdfium.FPDFPath_CountSegments(path.raw))
        if segments >= _RULES:
            return True
    return False


def _assemble(pages: list[_Page], data: bytes, name: str) -> Document:
    silent = [str(number) for number, page in enumerate(pages, 1) if not page.lines and not page.tables]
    if len(silent) == len(pages):
        raise InputError("pdf-without-text", file=name, pages=len(pages))
    kept, dropped = without_margins([page.lines for page in pages], [page.height for page in pages])
    blocks = BlockList(name)
    rights = [line.right for lines in kept for line in lines] + [each.box[2] for page in pages for each in page.tables]
    edge = max(rights, default=0.0)
    flow: list[Line] = []
    table: PageTable | None = None
    for lines, page in zip(kept, pages, strict=True):
        parts: list[Line | PageTable] = [*lines, *page.tables]
        for part in sorted(parts, key=_height):
            if isinstance(part, PageTable):
                _add_paragraphs(flow, blocks, edge)
                if table is not None and continues(table, part):
                    table = joined(table, part)
                else:
                    _add_table(table, blocks)
                    table = part
            else:
                _add_table(table, blocks)
                table = None
                flow.append(part)
    _add_table(table, blocks)
    _add_paragraphs(flow, blocks, edge)
    return blocks.document("pdf", data, _notices(blocks, silent, dropped))


def _height(part: Line | PageTable) -> float:
    return part.box[1] if isinstance(part, PageTable) else part.middle


def _add_paragraphs(flow: list[Line], blocks: BlockList, edge: float) -> None:
    for text, page in paragraphs_from(flow, edge):
        blocks.add_paragraph(text, page=page)
    flow.clear()


def _add_table(table: PageTable | None, blocks: BlockList) -> None:
    if table is not None:
        blocks.add_table(table.rows, page=table.page)


def _notices(blocks: BlockList, silent: list[str], dropped: list[str]) -> list[str]:
    found = []
    if silent:
        found.append(notice("notice-pages-without-text", pages=", ".join(silent)))
    if dropped:
        found.append(notice("notice-page-margins", count=len(dropped), text=dropped[0][:40]))
    texts = "".join(getattr(block, "text", "") for block in blocks.blocks)
    strange = sum(1 for character in texts if character == "\ufffd" or "\ue000" <= character <= "\uf8ff")
    if strange > _GARBLED * max(len(texts), 1):
        found.append(notice("notice-garbled-text", count=strange))
    return found
