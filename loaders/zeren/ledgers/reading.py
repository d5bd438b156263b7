"""Enterprise ledgers (台账): one enterprise a row."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from zeren.ledgers import rows as ledger_rows
from zeren.ledgers.cards import read_card
from zeren.ledgers.grids import read_names
from zeren.ledgers.headers import Header, read_header
from zeren.ledgers.records import placed, record
from zeren.ledgers.rows import Group
from zeren.model import CoverageEntry, CoverageKind, Enterprise
from zeren.readers.document import Passage, Table

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
    rows counts for each, but rows below one merged name are that one enterprise. A row over the whole width that heads
    the rows below it says what no column says. What no field takes goes into `remarks` under its head.
    """
    if card := read_card(table):
        return Ledger((card,), tuple(_entry(table, row, "enterprise") for row in range(len(table.rows))))
    if header := read_header(table):
        return _Reading(table, header).read()
    if names := read_names(table):
        return Ledger(names, tuple(_entry(table, row, "enterprise") for row in range(len(table.rows))))
    return None


class _Reading:
    """Row by row through one table."""

    def __init__(self, table: Table, header: Header) -> None:
        self.table = table
        self.header = header
        self.group: Group | None = None
        self.found: list[Enterprise] = []
        self.coverage: list[CoverageEntry] = []

    def read(self) -> Ledger:
        """All rows."""
        for row in range(len(self.table.rows)):
            self.coverage.append(self.row(row))
        return Ledger(tuple(self.found), tuple(self.coverage))

    def row(self, row: int) -> CoverageEntry:
        """Take one row in and say what it was."""
        if row < self.header.first:
            return _entry(self.table, row, "table head" if row in self.header.rows else "boilerplate")
        if not self.table.row_text(row).strip():
            return _entry(self.table, row, "empty")
        if group := ledger_rows.read_group(self.table, self.header, row):
            self.group = group
            return _entry(self.table, row, "heading", "group")
        reasons = [self.block(fields, row) for fields in self.header.blocks]
        if None in reasons:
            return _entry(self.table, row, "enterprise")
        nameless = reasons[0] == "no-enterprise-name" and row > self.header.first
        return _entry(self.table, row, "not understood" if nameless else "boilerplate", reasons[0])

    def block(self, fields: Mapping[int, str], row: int) -> str | None:
        """Take in the enterprise of one block of columns; the reason where it holds none."""
        if reason := ledger_rows.aside(self.table, self.header, fields, row):
            return reason
        column = next(column for column, field in fields.items() if field == "name")
        origin = self.table.rows[row][column].origin
        one = self.enterprise(fields, row, column)
        before = self.found[-1].span if self.found else None
        if before and origin[0] < row and (before.row, before.column) == origin:
            heads = {field: self.header.heads[column] for column, field in fields.items()}
            self.found[-1] = _joined(self.found[-1], one, heads)
        else:
            self.found.append(one)
        return None

    def enterprise(self, fields: Mapping[int, str], row: int, column: int) -> Enterprise:
        """The row as a record."""
        cells = self.table.rows[row]
        values = {field: ledger_rows.value(cells[column]) for column, field in fields.items()}
        if "treatment" not in values:
            values["treatment"] = next((word for c, word in self.header.ticks.items() if cells[c].text.strip()), None)
        if self.group and (told := self.group.field(fields)):
            values[told] = self.group.name
        made = record(values, ledger_rows.remarks(self.header, fields, cells))
        number = values.get("number")
        span = Passage.of(cells[column].text, self.table.index, *cells[column].origin).strip().span()
        return replace(made, locator=placed(self.table.name, number or f"#{len(self.found) + 1}"), span=span)


def _joined(one: Enterprise, more: Enterprise, heads: Mapping[str, str]) -> Enterprise:
    """An enterprise over several rows: what the first leaves open is filled, what differs goes into the remarks."""
    filled, rest = {}, list[tuple[str, str]]()
    for name in ("uscc", "jurisdiction", "industry", "treatment", "deadline", "agency", "address"):
        known, new = getattr(one, name), getattr(more, name)
        if known is None:
            filled[name] = new
        elif new and new != known:
            rest.append((heads.get(name, name), new))
    return replace(one, remarks=(*one.remarks, *rest, *more.remarks), **filled)


def _entry(table: Table, row: int, kind: CoverageKind, reason: str | None = None) -> CoverageEntry:
    text = "".join(dict.fromkeys(ledger_rows.plain(cell) for cell in table.rows[row]))[:_SHOWN]
    return CoverageEntry(table.index, kind, text, row, reason)
