"""Plain text in any of the encodings in use, with tables that were flattened, drawn or set with tabs."""

from __future__ import annotations

from zeren.readers.aligned import read_aligned
from zeren.readers.alignment import place_rows
from zeren.readers.blocks import BlockList
from zeren.readers.document import Document
from zeren.readers.drawn import read_drawn
from zeren.readers.encoding import decode
from zeren.readers.flattened import read_flattened
from zeren.readers.text_lines import goes_on, lines_of, tidied, wrap_width


def read(data: bytes, name: str) -> Document:
    """One paragraph a line, as the document has them; tables flattened, drawn or set with tabs are put together.

    Where the whole text was broken to a width, a paragraph has several lines, parted by newlines in its text.

    Raises InputError `text-unreadable`.
    """
    text, _ = decode(data, name)
    blocks = BlockList(name)
    lines = lines_of(text)
    width = wrap_width(lines)
    place = 0
    while place < len(lines):
        table = read_flattened(lines, place) or read_drawn(lines, place) or read_aligned(lines, place)
        if table and table[0]:
            blocks.add_table(place_rows(table[0]))
            place = table[1]
            continue
        end = place + 1
        while end < len(lines) and goes_on(lines[end - 1], lines[end], width):
            end += 1
        blocks.add_paragraph("\n".join(map(tidied, lines[place:end])))
        place = end
    return blocks.document("txt", data)
