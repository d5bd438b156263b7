"""Forms of one enterprise (一企一策表): heads and values side by side, row by row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from zeren.ledgers.headers import bare, field_of, is_task_head
from zeren.ledgers.records import placed, record
from zeren.ledgers.rows import plain, value
from zeren.ledgers.vocabulary import is_firm_name
from zeren.model import Enterprise
from zeren.readers.document import Cell, Passage, Table

_KNOWN = 3
"""Fields that must be named before a table is taken for a form."""
_ROWS = 40
"""Rows of a form at most; a longer table is a list."""

Pair = tuple[str, tuple[int, Cell]]


def read_card(table: Table) -> Enterprise | None:
    """The enterprise that a form describes; None where the table is no form.

    In a form the firm's name stands beside its head, not below it, and fields are named in the first column.
    """
    if not 1 < len(table.rows) <= _ROWS:
        return None
    pairs = [pair for row in range(len(table.rows)) for pair in _pairs(table, row)]
    values: dict[str, tuple[str, tuple[int, Cell]]] = {}
    for head, content in pairs:
        if field := field_of(bare(head)):
            values.setdefault(field, (head, content))
    named = values.get("name")
    if not named or len(values) < _KNOWN or is_task_head([bare(head) for head, _ in pairs]) or _is_list(table):
        return None
    name = plain(named[1][1])
    return _record(table, pairs, values) if is_firm_name(name) else None


def _is_list(table: Table) -> bool:
    """Whether fewer than two rows begin with the head of a field: the heads stand on top."""
    firsts = [next((plain(cell) for cell in row if cell.text.strip()), "") for row in table.rows]
    return sum(field_of(bare(text)) not in (None, "number") for text in firsts) < 2


def _pairs(table: Table, row: int) -> Iterator[Pair]:
    """Head and value, head and value, along a row."""
    cells = table.own_cells(row)
    for place in range(0, len(cells) - 1, 2):
        yield plain(cells[place][1]), cells[place + 1]


def _record(table: Table, pairs: list[Pair], values: dict[str, tuple[str, tuple[int, Cell]]]) -> Enterprise:
    taken = {head for head, _ in values.values()}
    rest = tuple((head, text) for head, (_, cell) in pairs if head not in taken and (text := value(cell)))
    made = record({field: value(cell) for field, (_, (_, cell)) in values.items()}, rest)
    cell = values["name"][1][1]
    span = Passage.of(cell.text, table.index, *cell.origin).strip().span()
    return replace(made, locator=placed(table.name, "#1"), span=span)
