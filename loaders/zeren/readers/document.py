"""What every reader returns: a document as blocks with positions, and passages of it that remember their place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile

from zeren.model import Span


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph as a person sees it: automatic numbers are part of the text, tracked changes are accepted.

    A line break inside the paragraph is a newline in `text`.
    """

    index: int
    """Place among the document's blocks, from 0."""
    text: str
    level: int | None = None
    """Outline level the format marks it with (heading style, h1 to h6, #), from 1; None for running text."""
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Cell:
    """What stands at one place of a table's grid."""

    text: str
    """Paragraphs and line breaks inside the cell are newlines."""
    origin: tuple[int, int]
    """Row and column where the cell begins. A merged cell stands at every place it covers, with one origin."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as a full grid: every row has as many cells as the widest."""

    index: int
    rows: tuple[tuple[Cell, ...], ...]
    page: int | None = None
    heads: int = 0
    """Rows the format itself marks as head (tblHeader, thead); 0 when it marks none."""
    name: str | None = None
    """Sheet name or caption."""

    def own_cells(self, row: int) -> list[tuple[int, Cell]]:
        """Column and cell of the cells that begin in the row, each once, from left to right."""
        return [(column, cell) for column, cell in enumerate(self.rows[row]) if cell.origin == (row, column)]

    def row_text(self, row: int) -> str:
        """The words of the row, each cell once, parted by tabs, line breaks taken out; merged cells in every row."""
        seen: dict[tuple[int, int], str] = {cell.origin: "".join(cell.text.split("\n")) for cell in self.rows[row]}
        return "\t".join(filter(None, seen.values()))


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Document:
    """One file, read but not yet understood."""

    name: str
    """File name without folders."""
    format: str
    sha256: str
    """Of the bytes of the file."""
    blocks: tuple[Block, ...]
    notices: tuple[str, ...] = ()
    """What could not be taken over, as codes with facts rendered by the caller (picture, damaged part)."""
    metadata: tuple[tuple[str, str], ...] = ()
    """What the format says of itself (title, published), as key and value."""


@dataclass(frozen=True, slots=True)
class Passage:
    """A piece of one paragraph or cell with the way back to its place.

    `offsets[i]` is the position of `text[i]` in the block's or cell's own text, in code points. Slicing, stripping and
    joining lines keep it, so whatever is read from a passage has its span for free.
    """

    text: str
    block: int
    offsets: Sequence[int]
    row: int | None = None
    column: int | None = None
    blocks: Sequence[int] | None = None
    """The block of each character where a sentence runs over several paragraphs; None: all stand in `block`."""

    @classmethod
    def joined(cls, pieces: Sequence[Passage]) -> Passage:
        """Several passages as one, in the order given (a sentence broken over lines, paragraphs or cells)."""
        first = pieces[0]
        if len(pieces) == 1:
            return first
        text = "".join(piece.text for piece in pieces)
        offsets = [offset for piece in pieces for offset in piece.offsets]
        if all(piece.blocks is None and piece.block == first.block for piece in pieces):
            return cls(text, first.block, offsets, first.row, first.column)
        blocks = [block for piece in pieces for block in piece.blocks or [piece.block] * len(piece)]
        return cls(text, first.block, offsets, first.row, first.column, blocks)

    @classmethod
    def of(cls, text: str, block: int, row: int | None = None, column: int | None = None) -> Passage:
        """The whole text of a paragraph (row and column None) or of a cell."""
        return cls(text, block, range(len(text)), row, column)

    def __len__(self) -> int:
        return len(self.text)

    def __bool__(self) -> bool:
        return bool(self.text)

    def __getitem__(self, place: slice) -> Passage:
        blocks = self.blocks[place] if self.blocks else None
        block = blocks[0] if blocks else self.block
        return Passage(self.text[place], block, self.offsets[place], self.row, self.column, blocks)

    def strip(self, characters: str | None = None) -> Passage:
        """Without the characters (white space, when None) at both ends."""
        start = len(self.text) - len(self.text.lstrip(characters))
        stop = len(self.text.rstrip(characters))
        return self if start == 0 and stop == len(self.text) else self[start : max(start, stop)]

    def split(self, pattern: str) -> list[Passage]:
        """The pieces between the matches of a regular expression; empty pieces are kept."""
        cuts = [0]
        for match in re.finditer(pattern, self.text):
            cuts += match.span()
        cuts.append(len(self.text))
        return [self[a:b] for a, b in zip(cuts[::2], cuts[1::2], strict=True)]

    def without(self, pattern: str) -> Passage:
        """The passage with every match of the regular expression taken out (line breaks, spaces of layout)."""
        if not re.search(pattern, self.text):
            return self
        keep = [piece for piece in self.split(pattern) if piece]
        return Passage.joined(keep) if keep else self[:0]

    def span(self) -> Span:
        """Where the passage stands, with its words; of one that runs over several blocks the part in the first."""
        if not self.text:
            place = self.offsets[0] if self.offsets else 0
            return Span(self.block, place, place, "", self.row, self.column)
        size = sum(1 for _ in takewhile(lambda block: block == self.block, self.blocks)) if self.blocks else len(self)
        return Span(self.block, self.offsets[0], self.offsets[size - 1] + 1, self.text[:size], self.row, self.column)
