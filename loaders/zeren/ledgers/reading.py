"""Enterprise ledgers (台账): one enterprise a row."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zeren.ledgers.headers import Header, read_header, vocabulary
from zeren.ledgers.uscc import fold as fold_code
from zeren.model import CoverageEntry, Enterprise
from zeren.readers.document import Cell, Passage, Table
from zeren.wording.numerals import fold

_SHOWN = 80
"""Code points of a row that the coverage shows."""


@dataclass(frozen=True, slots=True)
class Ledger:
    """What a table says of enterprises."""

    enterprises: tuple[Enterprise, ...] = ()
    coverage: tuple[CoverageEntry, ...] = ()
    """One entry a row of the table: heads, enterprises, and rows set aside with the reason."""


def read_ledger(table: Table) -> Ledger | None:
    """The enterprises of a table in reading order; None where it is no ledger (a table of tasks, of figures).

    Rows that are patterns to be filled in, sums or notes are left out with a reason. A cell that stands over several
    rows counts for each. What no field takes goes into `remarks` under its head.
    """
    header = read_header(table)
    if header is None:
        return None
    enterprises, coverage = [], []
    for row in range(len(table.rows)):
        kept = _enterprise(table, header, row) if row >= header.first and _aside(table, header, row) is None else None
        enterprises += [kept] if kept else []
        coverage.append(_account(table, header, row, kept))
    return Ledger(tuple(enterprises), tuple(coverage))


def _account(table: Table, header: Header, row: int, kept: Enterprise | None) -> CoverageEntry:
    text = "".join(dict.fromkeys(_plain(cell) for cell in table.rows[row]))[:_SHOWN]
    if kept:
        return CoverageEntry(table.index, "enterprise", text, row)
    if row in header.rows:
        return CoverageEntry(table.index, "table head", text, row)
    if not text:
        return CoverageEntry(table.index, "empty", text, row)
    reason = _aside(table, header, row) or "no-enterprise-name"
    return CoverageEntry(
        table.index,
        "not understood" if reason == "no-enterprise-name" and row > header.first else "boilerplate",
        text,
        row,
        reason,
    )


def _aside(table: Table, header: Header, row: int) -> str | None:
    """Why a row of the body is no enterprise: repeated head, template, total, note; None where it may be one."""
    cells = [_plain(cell) for cell in table.rows[row]]
    name = next((cells[column] for column, field in header.fields.items() if field == "name"), "")
    head = [text for text in cells if text]
    rules = vocabulary()["rows"]
    if row >= header.first and head and cells == [_plain(cell) for cell in table.rows[header.rows[-1]]]:
        return "repeated-head"
    if any(re.search(word, fold(text)) for text in (*head[:1], name) for word in rules["total"]):
        return "total"
    if len(set(head)) <= 2 and any(re.search(word, fold(head[0])) for word in rules["note"] if head):
        return "note"
    if any(re.search(word, name) for word in rules["template"]):
        return "template"
    if not name or name in rules["none"]:
        return "no-enterprise-name"
    return "template" if re.fullmatch(r"\d+", name) else None


def _enterprise(table: Table, header: Header, row: int) -> Enterprise:
    cells = table.rows[row]
    values = {field: _value(cells[column]) for column, field in header.fields.items()}
    name_column = next(column for column, field in header.fields.items() if field == "name")
    code = values.get("uscc")
    return Enterprise(
        name=values["name"] or "",
        uscc=fold_code(code) if code else None,
        jurisdiction=values.get("jurisdiction"),
        industry=values.get("industry"),
        treatment=values.get("treatment"),
        deadline=values.get("deadline"),
        agency=values.get("agency"),
        address=values.get("address"),
        remarks=_remarks(header, cells),
        span=Passage.of(cells[name_column].text, table.index, *_origin(cells[name_column])).strip().span(),
    )


def _remarks(header: Header, cells: tuple[Cell, ...]) -> tuple[tuple[str, str], ...]:
    """Every filled cell without a field, under its head."""
    rest = (
        (header.heads[column] or str(column + 1), _value(cell))
        for column, cell in enumerate(cells)
        if column not in header.fields
    )
    return tuple((head, value) for head, value in rest if value)


def _origin(cell: Cell) -> tuple[int, int]:
    return cell.origin


def _value(cell: Cell) -> str | None:
    """The text of a cell without line breaks; None where it says nothing."""
    text = _plain(cell)
    return None if not text or text in vocabulary()["rows"]["none"] else text


def _plain(cell: Cell) -> str:
    return re.sub(r"\s*\n\s*", "", cell.text.strip())
