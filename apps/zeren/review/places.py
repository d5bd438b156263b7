"""Where things stand: the text that a span counts in, and words that a record gives without their place."""

from __future__ import annotations

import re

from zeren.model import Span
from zeren.readers.document import Block, Document, Table

Place = tuple[int, int, int]
"""Block, row and column of a text; of a merged cell those where it begins; row and column -1 for a paragraph."""


def place_of(span: Span, document: Document) -> Place | None:
    """The text a span stands in; None where the document has no such paragraph or cell."""
    block = _block(span.block, document)
    if block is None or not isinstance(block, Table):
        return None if block is None else (span.block, -1, -1)
    row, column = span.row or 0, span.column or 0
    if not (0 <= row < len(block.rows) and 0 <= column < len(block.rows[row])):
        return None
    return (span.block, *block.rows[row][column].origin)


def text_of(place: Place, document: Document) -> str:
    """The text at a place."""
    index, row, column = place
    block = _block(index, document)
    if block is None:
        return ""
    return block.rows[row][column].text if isinstance(block, Table) else block.text


def find_words(words: str, within: Span | None, document: Document) -> Span | None:
    """The first place of the words inside a span, over line breaks; None where they do not stand there as they are."""
    place = place_of(within, document) if within else None
    if within is None or place is None or not words:
        return None
    pattern = r"\s*".join(map(re.escape, words))
    match = re.compile(pattern).search(text_of(place, document), within.start, within.end)
    return Span(within.block, *match.span(), words, within.row, within.column) if match else None


def _block(index: int, document: Document) -> Block | None:
    return document.blocks[index] if 0 <= index < len(document.blocks) else None
