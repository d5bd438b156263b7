"""Owner and time columns of a table: what stands beside a task, or above it where the table spares repeating."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from zeren.model import Assignment, Deadline
from zeren.outline.tables.grids import Grid, Row
from zeren.outline.tables.marks import is_tick, lowest_head, role_of
from zeren.outline.tables.notes import TableNotes
from zeren.outline.tables.remarks import limits_of, owners_of
from zeren.readers import Passage
from zeren.wording.calendar import Calendar
from zeren.wording.deadlines import read_deadlines
from zeren.wording.owners import is_ditto, read_owners, says_first_leads

NOTHING = re.compile(r"^[\s/／\\—–\-－无.·]*$")
"""A cell that says there is none."""
_BEGINNING = re.compile(r"(?:启动|开始|开工|起始)(?:时间|日期|时限|节点)$")
"""A column that tells when work begins."""
_SPARSE = 0.34
"""Share of rows without any owner from which an empty cell means the owner above, where the format tells no merges."""


@dataclass(slots=True)
class Beside:
    """Reads the columns beside the tasks of one grid."""

    grid: Grid
    calendar: Calendar
    notes: TableNotes
    owners: dict[int, tuple[Assignment, ...]] = field(default_factory=dict)
    """Of the row above, by column, for a row that spares repeating them."""
    told: dict[int, tuple[Assignment, ...]] = field(default_factory=dict)
    """The last ones told in each column, for 同上."""
    limits: dict[int, tuple[Deadline, ...]] = field(default_factory=dict)
    carries: bool = False

    def __post_init__(self) -> None:
        rebuilt = any(row.index is None for row in self.grid.rows)
        self.carries = rebuilt or (not self.grid.merged and self._sparse())

    def _sparse(self) -> bool:
        owners = [place for place, column in enumerate(self.grid.columns) if column.kind == "owner"]
        rows = [row for row in self.grid.rows if len(row.filled()) > 1]
        empty = sum(1 for row in rows if not any(row.cells[place] for place in owners))
        return bool(owners) and empty >= _SPARSE * len(rows) and len(rows) > 2

    def resume(self, before: Beside) -> None:
        """Go on with the table that a page break cut."""
        self.owners, self.told, self.limits = before.owners, before.told, before.limits

    def forget(self) -> None:
        """A new group of the first level: owners above count no further."""
        self.owners = {}

    def read(self, row: Row) -> tuple[tuple[Assignment, ...], tuple[Deadline, ...]]:
        """Owners and limits of a row."""
        owners: dict[int, tuple[Assignment, ...]] = {}
        limits: dict[int, tuple[Deadline, ...]] = {}
        written = False
        for place, column in enumerate(self.grid.columns):
            cell = row.cells[place]
            written = written or (column.kind == "owner" and bool(cell))
            if not cell or NOTHING.match(cell.text):
                continue
            if column.kind in ("owner", "body"):
                owners[place] = self._owners(cell, place) if column.kind == "owner" else self._marked(cell, place)
            elif column.kind in ("deadline", "period"):
                limits[place] = self._limits(cell, place) if column.kind == "deadline" else self._ticked(cell, place)
            elif column.kind == "remark":
                owners[place], limits[place] = owners_of(cell, column), limits_of(cell, column, self.calendar)
        if written:
            self.owners = owners
        elif self.carries:
            owners = self.owners | owners
        self.told |= owners
        self.limits |= limits
        return tuple(one for each in owners.values() for one in each), self._all_limits(limits)

    def _all_limits(self, limits: dict[int, tuple[Deadline, ...]]) -> tuple[Deadline, ...]:
        """The limits of the columns, of ticks the last, and those that the notes give."""
        ticks = [place for place in limits if self.grid.columns[place].kind == "period" and limits[place]]
        own = tuple(one for place, each in limits.items() if place not in ticks[:-1] for one in each)
        return own + self.notes.limits + (() if own else self.notes.rest)

    def _owners(self, cell: Passage, place: int) -> tuple[Assignment, ...]:
        if is_ditto(cell):
            return self.told.get(place, ())
        column, rule = self.grid.columns[place], self.notes.rule
        leads = bool(rule and rule.first_leads) or says_first_leads(column.head)
        owners = read_owners(cell, column.role or "responsible", column.head, leads)
        if leads and len(owners) == 1 and column.head.startswith("牵头") and owners[0].role == "responsible":
            owners = (replace(owners[0], role="lead"),)
        return rule.apply(owners) if rule and rule.assignments and owners else owners

    def _marked(self, cell: Passage, place: int) -> tuple[Assignment, ...]:
        """The body at the head of a column in the role of the sign in the cell."""
        head, role = lowest_head(self.grid.heads, place), role_of(cell.text, self.notes.legend)
        return read_owners(head, role, cell.text) if head and role else ()

    def _limits(self, cell: Passage, place: int) -> tuple[Deadline, ...]:
        if is_ditto(cell):
            return self.limits.get(place, ())
        found = read_deadlines(cell, self.calendar, "column")
        if not _BEGINNING.search(self.grid.columns[place].head):
            return found
        return tuple(replace(limit, type="start_by") if limit.type == "by" else limit for limit in found)

    def _ticked(self, cell: Passage, place: int) -> tuple[Deadline, ...]:
        """The year or quarter at the head of a column as the limit of a row that is ticked there."""
        head = lowest_head(self.grid.heads, place)
        return read_deadlines(head, self.calendar, "column") if head and is_tick(cell.text) else ()
