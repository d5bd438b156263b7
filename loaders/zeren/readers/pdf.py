"""PDF files with a text layer: characters by pypdfium2, ruled tables by pdfplumber (extra `pdf`)."""

from __future__ import annotations

import io
from dataclasses import dataclass
from typing import Any

from zeren.model import InputError, UsageError
from zeren.readers.blocks import BlockList
from zeren.readers.document import Document
from zeren.readers.notices import notice
from zeren.readers.pdf_lines import Glyph, Line, lines_from, paragraphs_from
from zeren.readers.pdf_margins import without_margins
from zeren.readers.pdf_tables import PageTable, continues, is_inside, joined, tables_on

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
        with pdfplumber.open(io.BytesIO(data)) as ruled:
            pages = [_page(source, ruled, number) for number in range(len(source))]
    except (InputError, UsageError):
        raise
    except Exception as error:  # both libraries raise many kinds of errors on damaged files
        raise InputError("file-damaged", file=name, detail=f"{type(error).__name__}: {error}"[:200]) from error
    finally:
        source.close()
    return _assemble(pages, data, name)


def _page(source: Any, ruled: Any, number: int) -> _Page:
    page = source[number]
    height = page.get_height()
    glyphs = _glyphs(page, height)
    tables: list[PageTable] = []
    if glyphs and _is_ruled(page):
        tables = tables_on(ruled.pages[number], glyphs, number + 1)
        ruled.pages[number].close()
    outside = [glyph for glyph in glyphs if not any(is_inside(glyph, table.box) for table in tables)]
    return _Page(height, lines_from(outside, number + 1), tables)


def _is_ruled(page: Any) -> bool:
    import pypdfium2.raw as pdfium

    segments = 0
    for path in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3):
        segments += max(0, pdfium.FPDFPath_CountSegments(path.raw))
        if segments >= _RULES:
            return True
    return False


def _glyphs(page: Any, height: float) -> list[Glyph]:
    import pypdfium2.raw as pdfium

    layer = page.get_textpage()
    turn, width = page.get_rotation(), page.get_width()
    box = pdfium.FS_RECTF()
    glyphs = []
    for place in range(pdfium.FPDFText_CountChars(layer)):
        text = chr(pdfium.FPDFText_GetUnicode(layer, place))
        if text.isspace() or text < " " or text in "\u200b\ufeff\xad\ufffe":
            continue
        if not pdfium.FPDFText_GetLooseCharBox(layer, place, box):
            continue
        glyphs.append(_glyph(text, box, turn, width, height))
    return glyphs


def _glyph(text: str, box: Any, turn: int, width: float, height: float) -> Glyph:
    """The character where it stands on the page as shown; boxes come in the space of the page before it is turned."""
    left, top, right, bottom = box.left, height - box.top, box.right, height - box.bottom
    if turn == 90:
        left, top, right, bottom = box.bottom, box.left, box.top, box.right
    elif turn == 180:
        left, top, right, bottom = width - box.right, box.bottom, width - box.left, box.top
    elif turn == 270:
        left, top, right, bottom = width - box.top, height - box.right, width - box.bottom, height - box.left
    return Glyph(text, left, top, right, bottom, max(bottom - top, 1.0) * 0.9)


def _assemble(pages: list[_Page], data: bytes, name: str) -> Document:
    silent = [str(number) for number, page in enumerate(pages, 1) if not page.lines and not page.tables]
    if len(silent) == len(pages):
        raise InputError("pdf-without-text", file=name, pages=len(pages))
    kept, dropped = without_margins([page.lines for page in pages], [page.height for page in pages])
    blocks = BlockList(name)
    flow: list[Line] = []
    table: PageTable | None = None
    for lines, page in zip(kept, pages, strict=True):
        parts: list[Line | PageTable] = [*lines, *page.tables]
        for part in sorted(parts, key=_height):
            if isinstance(part, PageTable):
                _add_paragraphs(flow, blocks)
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
    _add_paragraphs(flow, blocks)
    return blocks.document("pdf", data, _notices(blocks, silent, dropped))


def _height(part: Line | PageTable) -> float:
    return part.box[1] if isinstance(part, PageTable) else part.middle


def _add_paragraphs(flow: list[Line], blocks: BlockList) -> None:
    for text, page in paragraphs_from(flow):
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
