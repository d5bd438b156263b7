"""One module a format: bytes in, a `Document` of blocks with positions out."""

from zeren.readers.document import Block, Cell, Document, Paragraph, Passage, Table
from zeren.readers.opening import open_document, read_bytes
from zeren.readers.sources import Source, find_documents

__all__ = [
    "Block",
    "Cell",
    "Document",
    "Paragraph",
    "Passage",
    "Source",
    "Table",
    "find_documents",
    "open_document",
    "read_bytes",
]
