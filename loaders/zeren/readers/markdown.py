"""Markdown: headings, pipe tables, lists and front matter; marks of emphasis are taken off."""

from __future__ import annotations

import re

from zeren.readers.blocks import BlockList
from zeren.readers.document import Cell, Document
from zeren.readers.encoding import decode
from zeren.readers.grid import filled
from zeren.readers.markdown_html import TAG, take_html_table
from zeren.readers.metadata import known_metadata
from zeren.readers.text_lines import lines_of, tidied

_HEADING = re.compile(r" {0,3}(#{1,6})[ \t\u3000]+(.*?)(?:[ \t]+#+)?[ \t]*$")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$")
_BULLET = re.compile(r"^[ \t]*[-*+][ \t]+(?=\S)")
_QUOTE = re.compile(r"^ {0,3}(?:> ?)+")
_FENCE = re.compile(r" {0,3}(```+|~~~+)")
_DIVIDER = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
_LINK = re.compile(r"!?\[([^\]\[]*)\]\((?:[^()\s]|\([^()\s]*\))*(?:[ \t]+\"[^\"]*\")?\)")
_EMPHASIS = re.compile(
    r"(\*\*\*|\*\*|~~|__)(?=\S)(?P<strong>.+?)(?<=\S)\1|(?<![0-9A-Za-z*])\*(?=\S)(?P<light>[^*]+?)(?<=\S)\*(?![0-9A-Za-z*])"
)
"""A single star between figures or Latin letters multiplies."""
_CODE = re.compile(r"(`+)(.+?)\1")
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_BREAK = re.compile(r"<br[ \t]*/?>", re.IGNORECASE)
_COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
_FRONT = re.compile(r"---[ \t]*\n(.*?)\n(?:---|\.\.\.)[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"([^\s:#][^:]*?)[ \t]*[:：][ \t]*(.*)$")


def read(data: bytes, name: str) -> Document:
    """One paragraph a line, as the document has them; `metadata` holds the fields of the front matter."""
    text, _ = decode(data, name)
    text = "\n".join(lines_of(text))
    blocks = BlockList(name)
    front = _FRONT.match(text)
    if front:
        blocks.metadata.update(known_metadata(_fields(front[1])))
        text = text[front.end() :]
    lines = _COMMENT.sub("", text).split("\n")
    place = 0
    while place < len(lines):
        place = _take(lines, place, blocks)
    return blocks.document("md", data)


def _fields(front: str) -> list[tuple[str, str]]:
    matches = filter(None, map(_FIELD.match, front.split("\n")))
    return [(match[1], match[2].strip().strip("\"'")) for match in matches]


def _take(lines: list[str], place: int, blocks: BlockList) -> int:
    """Take the block that begins at a line; returns the line after it."""
    line = lines[place]
    if "|" in line and place + 1 < len(lines) and "-" in lines[place + 1] and _DIVIDER.match(lines[place + 1]):
        return _take_table(lines, place, blocks)
    if (after := take_html_table(lines, place, blocks)) is not None:
        return after
    heading = _HEADING.match(line)
    if heading:
        blocks.add_paragraph(plain(heading[2]), len(heading[1]))
    elif not _RULE.match(line) and not _FENCE.match(line):
        words = _BULLET.sub("", _QUOTE.sub("", line), count=1)
        blocks.add_paragraph(plain(words))
    return place + 1


def _take_table(lines: list[str], place: int, blocks: BlockList) -> int:
    rows = [_cells(lines[place])]
    place += 2
    while place < len(lines) and "|" in lines[place]:
        rows.append(_cells(lines[place]))
        place += 1
    grid: list[list[Cell | None]] = [
        [Cell(text, (index, column)) for column, text in enumerate(row)] for index, row in enumerate(rows)
    ]
    blocks.add_table(filled(grid), heads=1)
    return place


def _cells(line: str) -> list[str]:
    row = line.strip()
    row = row.removeprefix("|")
    if row.endswith("|") and not row.endswith("\\|"):
        row = row[:-1]
    return [plain(cell) for cell in re.split(r"(?<!\\)\|", row)]


def plain(text: str) -> str:
    """Words without the marks of Markdown; what a backslash protects stays."""
    kept: list[str] = []

    def keep(match: re.Match[str]) -> str:
        kept.append(match[1])
        return f"\ue000{len(kept) - 1}\ue001"

    text = _ESCAPE.sub(keep, text)
    text = TAG.sub("", _LINK.sub(r"\1", _CODE.sub(r"\2", _BREAK.sub("\n", text))))
    before = None
    while before != text:
        before, text = text, _EMPHASIS.sub(lambda match: match["strong"] or match["light"], text)
    text = re.sub("\ue000(\\d+)\ue001", lambda match: kept[int(match[1])], text)
    return "\n".join(filter(None, map(tidied, text.split("\n"))))
