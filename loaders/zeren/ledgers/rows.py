"""What the rows of a ledger are: enterprises, groups of them, sums, notes, patterns to be filled in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from zeren.ledgers.headers import Header, bare
from zeren.ledgers.vocabulary import is_firm_name, pattern, vocabulary
from zeren.readers.document import Cell, Table
from zeren.wording.numerals import fold

_MARKER = re.compile(r"(?:[（(]?[一二三四五六七八九十]{1,3}[）)、.．]|[（(]\d{1,2}[）)]|\d{1,2}[、.．])\s*")
_COUNT = re.compile(r"[（(：:]?(?:共|计)?\d+(?:家|户|个|座|处|条|批次?)?[）)]?$")
_LONGEST = 30
"""Code points of a group's name at most; what is longer is a note."""


@dataclass(frozen=True, slots=True)
class Group:
    """A row over the whole width that heads those below it (一、关闭类（2家）)."""

    name: str
    """Without number and count."""

    def field(self, fields: Mapping[int, str]) -> str | None:
        """What it says of its enterprises where no column does: treatment, jurisdiction or industry; else None."""
        told = set(fields.values())
        order = ("treatment", "industry", "jurisdiction")
        return next((one for one in order if one not in told and pattern("group", one).search(self.name)), None)


def plain(cell: Cell) -> str:
    """The words of a cell without line breaks."""
    text = cell.text.strip()
    return re.sub(r"\s*\n\s*", "", text) if "\n" in text else text


def value(cell: Cell) -> str | None:
    """The text of a cell without line breaks; None where it says nothing."""
    return said(plain(cell))


def said(text: str) -> str | None:
    """The words of a cell; None where they say nothing (/, 无)."""
    return None if not text or text in vocabulary()["rows"]["none"] else text


def read_group(table: Table, header: Header, row: int) -> Group | None:
    """The group that a row heads: one text over the row that is no firm's name; None where it heads none."""
    cells = table.rows[row]
    filled = [column for column, cell in enumerate(cells) if cell.text.strip()]
    if not filled or len({cells[column].origin for column in filled}) > 1:
        return None
    name = group_name(plain(cells[filled[0]]), over=len(filled) > 1)
    return Group(name) if name else None


def group_name(written: str, over: bool = False) -> str | None:
    """The words of a line that heads enterprises, without number and count (一、关闭类（2家）); None for other lines.

    `over`: it stands over the whole width of a table, which is a heading without a number too.
    """
    text = fold(written)
    marker = _MARKER.match(text)
    name = _COUNT.sub("", text[marker.end() :] if marker else text).rstrip("：:（(")
    heads = over or marker or _COUNT.search(text) or pattern("group", "treatment").search(name)
    wrong = is_firm_name(name) or len(name) > _LONGEST or pattern("rows", "total").search(name) or _is_note(text)
    return name if heads and name and not wrong and not re.search("[。；，]", name) else None


def aside(table: Table, header: Header, fields: Mapping[int, str], row: int) -> str | None:
    """Why a row of the body is no enterprise: repeated head, template, total, note; None where it may be one."""
    cells = [plain(table.rows[row][column]) for column in _columns(header, fields)]
    name = next((plain(table.rows[row][column]) for column, field in fields.items() if field == "name"), "")
    filled = [text for text in cells if text]
    if filled and row >= header.first and _repeats_head(table, header, fields, row):
        return "repeated-head"
    if any(pattern("rows", "total").search(fold(text)) for text in (*filled[:1], name)):
        return "total"
    if filled and len(set(filled)) <= 2 and _is_note(fold(filled[0])):
        return "note"
    if pattern("rows", "template").search(name) or any(re.match("示例|例$|样例", text) for text in filled[:1]):
        return "template"
    if not name or name in vocabulary()["rows"]["none"]:
        return "no-enterprise-name"
    return "template" if re.fullmatch(r"\d+", name) else None


def _columns(header: Header, fields: Mapping[int, str]) -> range:
    """The columns of the block that holds these fields."""
    start = min(fields) // header.width * header.width
    return range(start, start + header.width)


def _repeats_head(table: Table, header: Header, fields: Mapping[int, str], row: int) -> bool:
    """Whether the cells of a row say what the heads say (below a page break)."""
    first = next(iter(fields))
    if bare(table.rows[row][first].text) not in header.heads[first].split("/"):
        return False
    named = [bare(table.rows[row][column].text) for column in fields]
    lowest = [header.heads[column].rsplit("/", 1)[-1] for column in fields]
    return named == lowest or named == [header.heads[column].split("/")[0] for column in fields]


def _is_note(text: str) -> bool:
    return bool(pattern("rows", "note").search(text))


def remarks(header: Header, fields: Mapping[int, str], cells: Sequence[Cell]) -> tuple[tuple[str, str], ...]:
    """Every filled cell of a block without a field, under its head."""
    columns = _columns(header, fields)
    shifted = {column - columns.start: field for column, field in fields.items()}
    return remarks_of([header.heads[c] for c in columns], shifted, [value(cells[c]) for c in columns])


def remarks_of(
    heads: Sequence[str], fields: Mapping[int, str], values: Sequence[str | None]
) -> tuple[tuple[str, str], ...]:
    """What no field takes, under its head or else the number of its column."""
    rest = ((heads[c] or str(c + 1), text) for c, text in enumerate(values) if c not in fields)
    return tuple((head, text) for head, text in rest if text)
