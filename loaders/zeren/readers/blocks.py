"""The blocks of one document under construction."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from zeren.readers.document import Block, Cell, Document, Paragraph, Table
from zeren.readers.table_margins import part_sheet


class BlockList:
    """Collects paragraphs and tables in reading order and numbers them."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.blocks: list[Block] = []
        self.metadata: dict[str, str] = {}

    def add_paragraph(self, text: str, level: int | None = None, page: int | None = None) -> None:
        """A paragraph; one without words is left out."""
        text = text.strip()
        if text:
            self.blocks.append(Paragraph(len(self.blocks), text, level, page))

    def add_table(
        self, rows: tuple[tuple[Cell, ...], ...], page: int | None = None, heads: int = 0, name: str | None = None
    ) -> None:
        """A table; one without words is left out. Rows of text above, between and below become paragraphs around it."""
        if not any(cell.text for row in rows for cell in row):
            return
        above = 0
        for part in part_sheet(rows):
            if isinstance(part, str):
                self.add_paragraph(part, page=page)
                above += 1
            else:
                self.blocks.append(Table(len(self.blocks), tuple(part), page, max(0, heads - above), name))
                heads = 0

    def document(self, form: str, data: bytes, notices: Iterable[str] = ()) -> Document:
        """The document made of what was collected; `data` are the bytes of its file."""
        return Document(
            name=self.file,
            format=form,
            sha256=hashlib.sha256(data).hexdigest(),
            blocks=tuple(self.blocks),
            notices=tuple(notices),
            metadata=tuple(self.metadata.items()),
        )
