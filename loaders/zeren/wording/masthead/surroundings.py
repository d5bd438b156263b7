"""What stands around a plan: title, number, day of signing, status, place, and which blocks only say that."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from zeren.model import CoverageKind, Status
from zeren.readers.document import Block, Cell, Document, Paragraph, Table
from zeren.wording.calendar import Calendar
from zeren.wording.instruments import BARE_NUMBER, NUMBER
from zeren.wording.masthead import lines as lines_of
from zeren.wording.masthead import places
from zeren.wording.masthead.blocks import blocks_of, kinds_of
from zeren.wording.masthead.lines import HeadLine, any_of, labelled
from zeren.wording.masthead.titles import Title, find_title
from zeren.wording.numerals import fold

_HEAD_LINES = 80
_CARD_ROWS = 40
"""A card of data has no more rows; a larger table is not searched for its labels."""
_TEXT = 20_000
"""Code points of the text that are searched for the place, where the masthead names none."""


@dataclass(frozen=True, slots=True)
class Masthead:
    """The plan's own data. Fields that the paper does not give are None, the title is then the file's name."""

    title: str
    jurisdiction: str | None = None
    document_number: str | None = None
    issued: str | None = None
    status: Status = "issued"
    calendar: Calendar = field(default_factory=Calendar)
    blocks: dict[int, CoverageKind] = field(default_factory=dict)
    """Blocks that hold nothing but title or boilerplate."""
    bounds: dict[int, tuple[int, int | None]] = field(default_factory=dict)
    """Blocks that open or close with such words: where the plan's own begin and end (None: with the block)."""


def read_masthead(document: Document) -> Masthead:
    """Read head and tail of a document."""
    lines = lines_of.read_lines(document)
    head = _head(document, lines)
    pairs = [*document.metadata, *_labels(document, lines)]
    title = find_title(head, labelled(document.metadata, "titled")) or Title(document.name.rsplit(".", 1)[0])
    number = _number(head, lines, title, pairs)
    issued = _issued(lines, pairs, head)
    kinds = kinds_of(lines, head, title, {block.index for block in document.blocks if isinstance(block, Table)})
    blocks, bounds = blocks_of(lines, kinds)
    blocks |= {block.index: "boilerplate" for block in document.blocks if isinstance(block, Table) and _is_card(block)}
    text = _text(document)
    place = _jurisdiction(title, lines, kinds, number, pairs, text)
    status = _status(head, title, document.name)
    calendar = Calendar.of_title(title.text, issued).beside(number, text)
    return Masthead(title.text, place, number, issued, status, calendar, blocks, bounds)


def _head(document: Document, lines: Sequence[HeadLine]) -> list[HeadLine]:
    """The lines before the plan's text: up to the first numbered heading or the first table."""
    table = next((block.index for block in document.blocks if isinstance(block, Table) and not _is_card(block)), None)
    head: list[HeadLine] = []
    for line in lines[:_HEAD_LINES]:
        if (table is not None and line.block > table) or (lines_of.is_heading(line) and head):
            break
        head.append(line)
    return head


def _is_card(table: Table) -> bool:
    """The table of data that a government's web page sets above a paper (索引号, 发文字号, 成文日期)."""
    if len(table.rows) > _CARD_ROWS:
        return False
    cells = {re.sub(r"[\s　：:]", "", cell.text) for row in table.rows for cell in row}
    known = {*lines_of.words("numbered"), *lines_of.words("signed"), *lines_of.words("issuers"), "索引号", "主题分类"}
    return len(cells & known) >= 2


def _labels(document: Document, lines: Sequence[HeadLine]) -> list[tuple[str, str]]:
    """Label and value pairs of web cards and of lines such as 发布时间:2016-06-21."""
    pairs = []
    for block in document.blocks:
        if isinstance(block, Table) and _is_card(block):
            for row in block.rows:
                texts = [re.sub(r"\s+", "", cell.text) for cell in row]
                pairs += [(a, b) for a, b in pairwise(texts) if a != b]
    entries = "|".join(any_of(entry) for entry in ("signed", "published", "numbered", "issuers"))
    for line in lines:
        if len(line.text) <= _line_limit:
            pairs += [
                (match[1], match[2])
                for match in re.finditer(
                    rf"[【\[]?({entries})[】\]]?[：|]?([^：|\s【】\[\]]{{4,40}}?)(?=$|\||来源|字号|浏览|[【\[]|[\u4e00-\u9fff]{{2,4}}：)",
                    line.text,
                )
            ]
    return pairs


_line_limit = 120


def _number(
    head: Sequence[HeadLine], lines: Sequence[HeadLine], title: Title, pairs: Sequence[tuple[str, str]]
) -> str | None:
    """The paper's own number: on a line of its own, behind the title, or under its label."""
    for line in head:
        bare = re.sub(rf"^{any_of('numbered')}：?", "", line.text)
        if lines_of.is_number(line) and (match := NUMBER.search(bare) or BARE_NUMBER.search(bare)):
            return match[0]
    for line in head:
        behind = re.match(rf".*(?:通知|意见|公告|方案|计划)（?(?P<number>{NUMBER.pattern})）?$", line.text)
        if behind and len(line.text) < _line_limit:
            return behind["number"]
    value = labelled(pairs, "numbered")
    match = NUMBER.search(fold(value)) if value else None
    return match[0] if match else None


def _issued(lines: Sequence[HeadLine], pairs: Sequence[tuple[str, str]], head: Sequence[HeadLine]) -> str | None:
    """The day of signing: under its label, below the signature; else of publication (labelled, or the stamp of a web
    page), else of printing."""
    signed = labelled(pairs, "signed")
    if signed and (day := lines_of.day_of(fold(signed))):
        return day
    for line in lines:
        if lines_of.is_day(line) and (day := lines_of.day_of(line.text)):
            return day
    published = labelled(pairs, "published")
    if published and (day := lines_of.day_of(fold(published))):
        return day
    if day := next(filter(None, (lines_of.stamp_of(line) for line in head)), None):
        return day
    printed = next((line for line in lines if re.search(rf"{lines_of.DAY}印发$", line.text)), None)
    return lines_of.day_of(printed.text) if printed else None


def _status(head: Sequence[HeadLine], title: Title, name: str) -> Status:
    """By the words in parentheses at the title, in the notice, or in the file's name."""
    text = "".join(line.text for line in head if len(line.text) < _line_limit) + fold(title.carrier) + fold(name)
    if re.search(rf"[（《]?[^（）]*{any_of('consultation')}[）》]|关于(?:公开)?(?:征求|征集).*意见|征求意见稿", text):
        return "consultation"
    return "draft" if re.search(rf"[（【\[—_]{any_of('draft')}(?:[）】\].]|$)", text) else "issued"


def _jurisdiction(
    title: Title,
    lines: Sequence[HeadLine],
    kinds: dict[int, CoverageKind],
    number: str | None,
    pairs: Sequence[tuple[str, str]],
    text: str,
) -> str | None:
    """The place in the title, else in the issuer's name, the number, the text; the state's name is 全国."""
    found = places.place_at_head(fold(title.text))
    signers = [
        lines[place].text
        for place, kind in kinds.items()
        if kind == "boilerplate" and lines_of.is_body_name(lines[place])
    ]
    dated = [line.text for line in lines if lines_of.is_day(line)]
    issuers = [fold(title.carrier).split("关于")[0], *signers, *dated, fold(labelled(pairs, "issuers") or "")]
    if found is None and places.is_national(
        [name for name in issuers if re.search(r"[\u4e00-\u9fff]{2}(?!\d)", name) and not re.match(lines_of.DAY, name)],
        number,
    ):
        return places.NATION
    if found is None and places.is_national([fold(title.text)], None):
        return places.NATION
    for name in issuers:
        found = found or (places.place_at_head(name) if name else None)
    if found:
        return found
    found = places.place_within(fold(title.text))
    return found or (places.place_of_code(number, text) if number else None) or places.place_in_text(text)


def _text(document: Document) -> str:
    """The words of the document from its start, tables too."""
    found: list[str] = []
    size = 0
    for text in (cell.text for block in document.blocks for cell in _cells(block)):
        found.append(text)
        size += len(text)
        if size >= _TEXT:
            break
    return "".join(found)[:_TEXT]


def _cells(block: Block) -> Iterator[Paragraph | Cell]:
    if isinstance(block, Paragraph):
        yield block
    else:
        yield from (cell for row in block.rows for cell in dict.fromkeys(row))
