"""Web pages (html, htm, and the html that some offices save as xls or doc)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from zeren.model import InputError
from zeren.readers.blocks import BlockList
from zeren.readers.document import Document
from zeren.readers.encoding import decode_markup
from zeren.readers.html_content import belongs_outside, is_frame, is_silent, main_element
from zeren.readers.html_flow import Flow
from zeren.readers.html_meta import metadata_of
from zeren.readers.html_tables import cells_of, grid_of, is_layout, rows_of
from zeren.readers.metadata import is_card_line
from zeren.readers.notices import notice
from zeren.readers.numerals import written

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_BLOCKS = frozenset((
    "address", "article", "blockquote", "body", "center", "dd", "details", "dialog", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
    "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th",
    "thead", "tr", "ul", "caption", "aside", "dir", "menu",
))  # fmt: skip
_HEADING = re.compile(r"h([1-6])$")
_ORDERED = {"a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_UNNUMBERED = re.compile(r"list-style(?:-type)?\s*:\s*none", re.IGNORECASE)
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def read(data: bytes, name: str) -> Document:
    """The document of the page; menus, footers and the like are left out, with a notice.

    Metadata: what the page says of itself (`title`, `published`, `source`, …). Raises InputError.
    """
    text, _ = decode_markup(data, name)
    return read_text(text, data, name)


def read_text(text: str, data: bytes, name: str, form: str = "html") -> Document:
    """The same for a page already decoded; `data` are the bytes of its file."""
    import lxml.html

    source = _DECLARATION.sub("", text).replace("\0", "")
    blocks = BlockList(name)
    if not source.strip():
        return blocks.document(form, data)
    parser: Any = lxml.html.HTMLParser(huge_tree=False, remove_comments=True, remove_pis=True)
    root = lxml.html.document_fromstring(source, parser=parser, ensure_head_body=True)
    blocks.metadata.update(metadata_of(root))
    body = root.find("body")
    walk = HtmlWalk(blocks, main_element(body))
    try:
        walk.walk(body)
    except RecursionError as error:
        raise InputError("file-damaged", file=name, detail="nesting > 300") from error
    walk.flush()
    return blocks.document(form, data, walk.notices())


class HtmlWalk:
    """The walk over a page in document order."""

    def __init__(self, blocks: BlockList, main: HtmlElement) -> None:
        self._blocks = blocks
        self._main = main
        self._within = False
        self._flow = Flow()
        self._level: int | None = None
        self._dropped: list[str] = []
        self._pictures = 0
        self._label = ""

    def walk(self, element: HtmlElement) -> None:
        """Take the words of the element and of all below it."""
        entered = element is self._main
        if entered:
            self.flush()
            self._within = True
        self._enter(element)
        if entered:
            self.flush()
            self._within = False

    def flush(self) -> None:
        """End the paragraph."""
        for text in self._flow.take():
            self._keep(self._label + text)
            self._label = ""

    def notices(self) -> tuple[str, ...]:
        """What was left out."""
        found = []
        if self._dropped:
            words = " ".join(self._dropped)
            found.append(notice("notice-page-frame", count=len(self._dropped), text=words[:80]))
        if self._pictures:
            found.append(notice("notice-pictures", count=self._pictures))
        return tuple(found)

    def _keep(self, text: str) -> None:
        if self._within or self._level in (1, 2) or belongs_outside(text) or is_card_line(text):
            self._blocks.add_paragraph(text, self._level)
        else:
            self._dropped.append(text)

    def _enter(self, element: HtmlElement) -> None:
        if not isinstance(element.tag, str) or is_silent(element):
            return
        if is_frame(element):
            self._dropped += filter(None, [" ".join(element.text_content().split())])
        elif element.tag == "br":
            self._flow.break_line()
        elif element.tag == "img":
            self._pictures += self._within
        elif element.tag == "table" and not is_layout(element):
            self._take_table(element)
        elif element.tag in _BLOCKS:
            self._take_block(element)
        else:
            self._take_children(element)

    def _take_block(self, element: HtmlElement) -> None:
        self.flush()
        heading = _HEADING.match(element.tag)
        before, self._level = self._level, int(heading[1]) if heading else self._level
        if element.tag == "li":
            self._label = list_label(element)
        self._take_children(element)
        self.flush()
        self._level, self._label = before, ""

    def _take_children(self, element: HtmlElement) -> None:
        kept = element.tag == "pre"
        self._flow.add(element.text, kept)
        for child in element:
            self.walk(child)
            self._flow.add(child.tail, kept)

    def _take_table(self, table: HtmlElement) -> None:
        self.flush()
        caption = table.find("caption")
        name = " ".join(caption.text_content().split()) if caption is not None else None
        rows, heads = grid_of(table, cell_text, self._blocks.file)
        if self._within or self._main in table.iterdescendants() or len(rows) > 1:
            self._blocks.add_table(rows, heads=heads, name=name or None)
        else:
            self._dropped.append(" ".join(cell.text for row in rows for cell in row))


def cell_text(cell: HtmlElement) -> str:
    """The lines of a cell; an inner table gives a line a row, its cells parted by tabs."""
    flow = Flow()
    lines: list[str] = []

    def take(element: HtmlElement) -> None:
        flow.add(element.text)
        for child in element:
            if isinstance(child.tag, str) and not is_silent(child):
                enter(child)
            flow.add(child.tail)

    def enter(child: HtmlElement) -> None:
        if child.tag == "br":
            flow.break_line()
        elif child.tag == "table" and not is_layout(child):
            lines.extend(flow.take())
            lines.extend("\t".join(filter(None, map(cell_text, cells_of(row)))) for row in rows_of(child))
        elif child.tag in _BLOCKS:
            lines.extend(flow.take())
            before = len(lines)
            take(child)
            lines.extend(flow.take())
            if child.tag == "li" and len(lines) > before:
                lines[before] = list_label(child) + lines[before]
        else:
            take(child)

    take(cell)
    return "\n".join([*lines, *flow.take()])


def list_label(item: HtmlElement) -> str:
    """The number of a list item as browsers show it; "" in unnumbered lists."""
    parent = item.getparent()
    if parent is None or parent.tag != "ol" or _UNNUMBERED.search(parent.get("style", "") + item.get("style", "")):
        return ""
    before = sum(1 for _ in item.itersiblings("li", preceding=True))
    anchor = next(
        (each for each in (item, *item.itersiblings("li", preceding=True)) if _whole(each.get("value"))), None
    )
    if anchor is None:
        number = (_whole(parent.get("start")) or 1) + before
    else:
        number = _whole(anchor.get("value")) + before - sum(1 for _ in anchor.itersiblings("li", preceding=True))
    return written(number, _ORDERED.get(parent.get("type", ""), "decimal")) + ". "


def _whole(text: str | None) -> int:
    """A whole number of up to nine figures; 0 where there is none."""
    return int(text) if text and text.strip().isascii() and text.strip().isdecimal() and len(text) < 10 else 0
