"""A doc file that ends with a table: the paragraph that must stand behind it is added, in place.

LibreOffice writes no paragraph behind a table that a docx ends with, and on reading such a doc it loses the table.
Offsets are those of [MS-DOC]: FIB, piece table, and the pages of paragraph properties.
"""

from __future__ import annotations

import struct

from zeren.model import InputError
from zeren.readers.compound import Stream, streams

_CELL_END = b"\x07\x00"
_PAGE = 512
_CCP_TEXT, _FC_MAC, _FLAGS = 0x4C, 0x1C, 0x0A
_PIECES, _PARAGRAPHS = 0x1A2, 0x102
"""Where the FIB says where piece table and list of paragraph pages stand."""


def with_last_paragraph(data: bytes, name: str) -> bytes:
    """The file with a paragraph behind the table it ends with; as it is where it ends or is built otherwise."""
    changed = bytearray(data)
    try:
        found = streams(changed, name)
        text = found["WordDocument"]
        table = found["1Table" if text.number("<H", _FLAGS) & 0x200 else "0Table"]
        return bytes(changed) if _add_paragraph(text, table) else data
    except (KeyError, struct.error, IndexError, InputError):
        return data


def _add_paragraph(text: Stream, table: Stream) -> bool:
    end, count = text.number("<I", _FC_MAC), text.number("<I", _CCP_TEXT)
    pieces, size = text.number("<I", _PIECES), text.number("<I", _PIECES + 4)
    one_piece = size == 21 and table.read(pieces, 1) == b"\x02" and table.number("<I", pieces + 9) == count
    if not one_piece or text.read(end - 2, 4) != _CELL_END + b"\0\0" or end % _PAGE > _PAGE - 2:
        return False
    paragraphs, size = text.number("<I", _PARAGRAPHS), text.number("<I", _PARAGRAPHS + 4)
    pages = (size - 4) // 8
    if table.number("<I", paragraphs + 4 * pages) != end:
        return False
    page = table.number("<I", paragraphs + 4 * (pages + 1) + 4 * (pages - 1)) * _PAGE
    properties = _with_plain_paragraph(text.read(page, _PAGE), end)
    if properties is None:
        return False
    text.write(page, properties)
    text.write(end, b"\r\0")
    text.write(_FC_MAC, struct.pack("<I", end + 2))
    text.write(_CCP_TEXT, struct.pack("<I", count + 1))
    table.write(pieces + 9, struct.pack("<I", count + 1))
    table.write(paragraphs + 4 * pages, struct.pack("<I", end + 2))
    return True


def _with_plain_paragraph(page: bytes, end: int) -> bytes | None:
    """A page of paragraph properties with one paragraph more, of no properties; None where it has no room."""
    count = page[-1]
    limits, entries = 4 * (count + 1), 13 * count
    used = [2 * page[limits + 13 * place] for place in range(count)]
    grown = page[:limits] + struct.pack("<I", end + 2) + page[limits : limits + entries] + bytes(13)
    if len(grown) > min([place for place in used if place], default=_PAGE - 1):
        return None
    return grown + page[len(grown) : -1] + bytes([count + 1])
