"""Where in a document something was read."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of one paragraph or of one table cell.

    `start` and `end` count Unicode code points from 0 in the text of that paragraph or cell as the reader gave it,
    `end` exclusive (the positions of an `oa:TextPositionSelector`). `text` is the words themselves without line breaks
    (an `oa:TextQuoteSelector`), so that a small shift of the source can be healed.
    """

    block: int
    """Index of the paragraph or table among the document's blocks, from 0."""
    start: int
    end: int
    text: str
    row: int | None = None
    """Row of the table, from 0; None in a paragraph."""
    column: int | None = None
    """Column of the table, from 0; None in a paragraph."""
