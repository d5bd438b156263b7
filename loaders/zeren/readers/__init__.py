"""One module a format: bytes in, a `Document` of blocks with positions out."""

from zeren.readers.document import Block, Cell, Document, Paragraph, Passage, Table

__all__ = ["Block", "Cell", "Document", "Paragraph", "Passage", "Table"]
