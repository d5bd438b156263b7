"""Word documents (docx, docm, dotx) read from their XML: a tree walk over lxml, linear in the document's size."""

from __future__ import annotations

import posixpath
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zeren.readers.archive import Archive
from zeren.readers.blocks import BlockList
from zeren.readers.document import Document
from zeren.readers.docx_cleaning import clean
from zeren.readers.docx_formatting import without_formatting
from zeren.readers.docx_names import PPR, STRICT, TBL, VAL, WORD, P, W, number_of
from zeren.readers.docx_numbering import Numbering
from zeren.readers.docx_styles import Styles, outline_level
from zeren.readers.docx_tables import merged_cells, table_rows
from zeren.readers.docx_text import plain_words, signed_paragraphs, words
from zeren.readers.markup import parse_xml
from zeren.readers.notices import notice

if TYPE_CHECKING:
    from lxml.etree import _Element

_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


def read(data: bytes, name: str) -> Document:
    """The paragraphs and tables of the document's body, numbered and with changes accepted.

    Headers and footers are left out; footnotes and endnotes become notices. Raises InputError.
    """
    archive = Archive(data, name)
    main = _main_part(archive, name)
    folder = posixpath.dirname(main)
    root = parse_xml(without_formatting(_part_bytes(archive, main)), name)
    styles = Styles(_optional(archive, f"{folder}/styles.xml", name))
    numbering = Numbering(_optional(archive, f"{folder}/numbering.xml", name))
    counts = clean(root, styles.hidden())
    marks = Marks(signed_paragraphs(root), _numbered(root, styles), merged_cells(root))
    walk = DocxWalk(name, styles, numbering, counts, marks)
    body = root.find(W + "body")
    if body is not None:
        walk.walk(body)
    for kind in ("footnote", "endnote"):
        walk.take_notes(_optional(archive, f"{folder}/{kind}s.xml", name), kind)
    return walk.blocks.document("docx", data, walk.notices())


@dataclass(frozen=True, slots=True)
class Marks:
    """The elements of a body that need more than the short way; few of many, found in a pass each."""

    signed: frozenset[_Element]
    """Paragraphs with tabs, breaks or symbols."""
    numbered: frozenset[_Element]
    """Paragraphs that stand in a list, by themselves or by their style."""
    merged: frozenset[_Element]
    """Cells that are merged with others."""


@dataclass(slots=True)
class DocxWalk:
    """The walk over one body in document order."""

    file: str
    styles: Styles
    numbering: Numbering
    counts: Counter[str]
    marks: Marks
    blocks: BlockList = field(init=False)
    _notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.blocks = BlockList(self.file)

    @property
    def merged(self) -> frozenset[_Element]:
        """The cells that are merged with others."""
        return self.marks.merged

    def walk(self, parent: _Element) -> None:
        """Take the paragraphs and tables among the children of a body or of a frame."""
        for child in parent:
            if child.tag == P:
                self._take_paragraph(child)
            elif child.tag == TBL:
                self._take_table(child)

    def text(self, paragraph: _Element) -> str:
        """The words of a paragraph with its automatic number before them."""
        text = words(paragraph) if paragraph in self.marks.signed else plain_words(paragraph)
        if paragraph not in self.marks.numbered:
            return text
        label = self._label(paragraph)  # an empty paragraph of a list counts too
        return label + text if text else ""

    def notices(self) -> tuple[str, ...]:
        """What was left out or changed, as notices."""
        counted = [notice(code, count=count) for code, count in sorted(self.counts.items()) if count]
        return (*counted, *self._notes)

    def take_notes(self, root: _Element | None, kind: str) -> None:
        """Footnotes and endnotes: separators (type) are none."""
        for note in root.iter(W + kind) if root is not None else ():
            text = "\n".join(filter(None, map(words, note.iter(P))))
            if text and note.get(W + "type") is None:
                self._notes.append(notice("notice-footnote", number=note.get(W + "id"), text=text))

    def _take_paragraph(self, paragraph: _Element) -> None:
        properties = paragraph.find(PPR)
        style_id = _style_id(properties)
        style = self.styles.get(style_id)
        text = self.text(paragraph)
        if style.is_contents:
            self.counts["notice-contents"] += bool(text)
        elif text:
            self.blocks.add_paragraph(text, outline_level(properties, style))
            if style.is_title:
                self.blocks.metadata.setdefault("title", text)

    def _take_table(self, table: _Element) -> None:
        rows = table.findall(W + "tr")
        cells = rows[0].findall(W + "tc") if len(rows) == 1 else []
        if len(cells) == 1:  # a frame drawn around text, not a table
            self.walk(cells[0])
            return
        grid, heads = table_rows(rows, self)
        self.blocks.add_table(grid, heads=heads)

    def _label(self, paragraph: _Element) -> str:
        properties = paragraph.find(PPR)
        style_id = _style_id(properties)
        style = self.styles.get(style_id)
        own = properties.find(W + "numPr") if properties is not None else None
        list_id, level = style.list_id, style.list_level
        if own is not None:
            list_id, level = _of_list(own, list_id, level)
        if not list_id:
            return ""
        if level is None:
            level = self.numbering.level_of_style(list_id, style_id or "") or 0
        return self.numbering.label(list_id, level)


def _numbered(root: _Element, styles: Styles) -> frozenset[_Element]:
    found = {paragraph for mark in root.iter(W + "numPr") for paragraph in mark.iterancestors(P)}
    if styles.default.list_id:
        return frozenset(root.iter(P))
    listed = styles.listed()
    if listed:
        marks = (mark for mark in root.iter(W + "pStyle") if mark.get(VAL) in listed)
        found.update(paragraph for mark in marks for paragraph in mark.iterancestors(P))
    return frozenset(found)


def _of_list(own: _Element, list_id: int | None, level: int | None) -> tuple[int | None, int | None]:
    identity, place = own.find(W + "numId"), own.find(W + "ilvl")
    if identity is not None:
        list_id = number_of(identity.get(VAL))
    if place is not None:
        level = number_of(place.get(VAL))
    return list_id, level


def _style_id(properties: _Element | None) -> str | None:
    style = properties.find(W + "pStyle") if properties is not None else None
    return None if style is None else style.get(VAL)


def _main_part(archive: Archive, file: str) -> str:
    relations = _optional(archive, "_rels/.rels", file)
    for relation in relations.iter(_RELATION) if relations is not None else ():
        if relation.get("Type", "").endswith("/officeDocument"):
            return posixpath.normpath(relation.get("Target", "").lstrip("/"))
    return "word/document.xml"


def _optional(archive: Archive, part: str, file: str) -> _Element | None:
    return _part(archive, part, file) if part in archive else None


def _part(archive: Archive, part: str, file: str) -> _Element:
    return parse_xml(_part_bytes(archive, part), file)


def _part_bytes(archive: Archive, part: str) -> bytes:
    """A part as written, the names of the strict variant put as those of the usual one."""
    data = archive.read(part)
    strict = STRICT.encode()
    return data.replace(strict, WORD.encode()) if strict in data[:8192] else data
