"""Tables that a Markdown text writes as html, because pipes know no merged cells."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zeren.readers.blocks import BlockList
from zeren.readers.html import cell_text
from zeren.readers.html_tables import grid_of

_OPENS = re.compile(r"[ \t>]*(?:<(?:div|center|p|html|body|figure)\b[^>]*>\s*)*<table\b", re.IGNORECASE)
_MARK = re.compile(r"<(/?)table\b[^>]*>", re.IGNORECASE)
TAG = re.compile(r"</?(?:p|div|center|font|span|strong|b|em|i|u|h[1-6]|sup|sub|html|body|figure|br)\b[^<>]*>", re.I)
"""Tags of layout around words."""


def take_html_table(lines: Sequence[str], place: int, blocks: BlockList) -> int | None:
    """Take the html table that begins at a line; returns the line after it, None where none begins."""
    if not _OPENS.match(lines[place]):
        return None
    depth, end = 0, place
    while end < len(lines):
        depth += sum(-1 if mark[1] else 1 for mark in _MARK.finditer(lines[end]))
        end += 1
        if depth <= 0:
            break
    _add("\n".join(lines[place:end]), blocks)
    return end


def _add(source: str, blocks: BlockList) -> None:
    import lxml.html

    fragment = lxml.html.fragment_fromstring(source, create_parent="div")
    for table in fragment.iter("table"):
        if next(table.iterancestors("table"), None) is None:
            rows, heads = grid_of(table, cell_text, blocks.file)
            blocks.add_table(rows, heads=heads)
    for element in fragment.iter():
        if element.tail and next(element.iterancestors("table"), None) is None:
            blocks.add_paragraph(element.tail)
