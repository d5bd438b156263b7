"""Owner and time columns of a table: what stands beside a task, or above it where the table spares repeating."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from zeren.model import Assignment, Deadline
from zeren.outline.tables.grids import Grid, Row
from zeren.readers import Passage
from zeren.wording.calendar import Calendar
from zeren.wording.deadlines import read_deadlines
from zeren.wording.owners import StandingRule, is_ditto, read_owners, says_first_leads

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
    rule: StandingRule | None
    owners: dict[int, tuple[Assignment, ...]] = field(default_factory=dict)
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
            if column.kind == "owner":
                owners[place] = self._owners(cell, place)
            elif column.kind == "deadline":
                limits[place] = self._limits(cell, place)
        if written:
            self.owners = owners
        elif self.carries:
            owners = self.owners
        self.limits |= limits
        return tuple(one for each in owners.values() for one in each), tuple(
            one for each in limits.values() for one in each
        )

    def _owners(self, cell: Passage, place: int) -> tuple[Assignment, ...]:
        if is_ditto(cell):
            return self.owners.get(place, ())
        column = self.grid.columns[place]
        leads = bool(self.rule and self.rule.first_leads) or says_first_leads(column.head)
        owners = read_owners(cell, column.role or "responsible", column.head, leads)
        if leads and len(owners) == 1 and column.head.startswith("牵头") and owners[0].role == "responsible":
            owners = (replace(owners[0], role="lead"),)
        return self.rule.apply(owners) if self.rule and self.rule.assignments and owners else owners

    def _limits(self, cell: Passage, place: int) -> tuple[Deadline, ...]:
        if is_ditto(cell):
            return self.limits.get(place, ())
        found = read_deadlines(cell, self.calendar, "column")
        if not _BEGINNING.search(self.grid.columns[place].head):
            return found
        return tuple(replace(limit, type="start_by") if limit.type == "by" else limit for limit in found)
