"""Tables without heads that hold nothing but names of enterprises."""

from __future__ import annotations

import re
from dataclasses import replace

from zeren.ledgers.records import placed, record
from zeren.ledgers.rows import plain
from zeren.ledgers.vocabulary import is_firm_name
from zeren.model import Enterprise
from zeren.readers.document import Cell, Passage, Table

_LEAST = 3
"""Names from which a table is one of names."""
_SEEN = 10
"""Rows that are looked at first: a long table of something else costs no more."""
_MOSTLY = 0.9
"""Share of the cells that must be names."""


def read_names(table: Table) -> tuple[Enterprise, ...]:
    """The enterprises of a table whose cells are all names, row by row; none where it holds something else."""
    if not _named(table, range(min(_SEEN, len(table.rows)))):
        return ()
    named = _named(table, range(len(table.rows)))
    found = []
    for number, (row, column, cell) in enumerate(named, 1):
        span = Passage.of(cell.text, table.index, row, column).strip().span()
        found.append(replace(record({"name": plain(cell)}, ()), locator=placed(table.name, f"#{number}"), span=span))
    return tuple(found)


def _named(table: Table, rows: range) -> list[tuple[int, int, Cell]]:
    """The names of the rows with their places; none where too many cells hold something else."""
    cells = [(row, column, cell) for row in rows for column, cell in table.own_cells(row)]
    filled = [(row, column, cell) for row, column, cell in cells if not re.fullmatch(r"[\d\s.、]*", cell.text)]
    named = [item for item in filled if is_firm_name(plain(item[2]))]
    return named if len(named) >= max(_LEAST, _MOSTLY * len(filled)) else []
