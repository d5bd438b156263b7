"""Plain text in any of the encodings in use, with tables that were flattened, drawn or set with tabs."""

from __future__ import annotations

from zeren.readers.alignment import place_rows
from zeren.readers.blocks import BlockList
from zeren.readers.document import Document
from zeren.readers.drawn import read_drawn
from zeren.readers.encoding import decode
from zeren.readers.flattened import read_flattened
from zeren.readers.text_lines import lines_of, tidied


def read(data: bytes, name: str) -> Document:
    """One paragraph a line, as the document has them; tables where lines begin with a tab.

    Raises InputError `text-unreadable`.
    """
    text, _ = decode(data, name)
    blocks = BlockList(name)
    lines = lines_of(text)
    place = 0
    while place < len(lines):
        table = read_flattened(lines, place) or read_drawn(lines, place)
        if table and table[0]:
            blocks.add_table(place_rows(table[0]))
            place = table[1]
            continue
        blocks.add_paragraph(tidied(lines[place]))
        place += 1
    return blocks.document("txt", data)
