"""The headings that the rows of a table stand under: rows that are headings, and cells that span several rows."""

from __future__ import annotations

from dataclasses import dataclass, field

from zeren.outline.numbering import forms, read_marker
from zeren.outline.tables.grids import Grid, Row
from zeren.outline.units import Heading, Outline
from zeren.readers import Passage
from zeren.wording.actors import read_body_label
from zeren.wording.calendar import Calendar
from zeren.wording.deadlines import split_heading

_COLUMN = 100
"""Rank of a heading in the first column; rows that are headings rank above unless their number says otherwise."""
_ROW, _SUBROW = 40, 50
"""Ranks of unnumbered heading rows: alone, and under a numbered one."""

Origin = tuple[int, int] | None


@dataclass(slots=True)
class _Open:
    """A heading that is open: the rows that follow stand under it."""

    rank: float
    index: int
    origin: Origin


@dataclass(slots=True)
class TableHeadings:
    """The open headings of one table, outermost first."""

    outline: Outline
    calendar: Calendar
    parent: int | None
    open: list[_Open] = field(default_factory=list)
    forms: dict[str, int] = field(default_factory=dict)
    """The form of number in each heading column, so that a heading over a whole row finds its level."""

    def learn(self, grid: Grid, columns: set[int]) -> None:
        """Learn the forms used in the heading columns."""
        for place in sorted(columns):
            for row in grid.rows:
                if len(row.filled()) > 1 and (marker := read_marker(row.cells[place].text)):
                    self.forms.setdefault(marker.form, place)

    def current(self) -> int | None:
        """The heading that rows stand under now."""
        return self.open[-1].index if self.open else self.parent

    def resume(self, before: TableHeadings) -> None:
        """Take over the headings that were open where a page break cut the table."""
        self.forms |= {form: place for form, place in before.forms.items() if form not in self.forms}
        self.open = before.open
        for item in self.open:
            item.origin = None

    def number(self, number: str | None) -> None:
        """Give the heading opened last a number that stands in a cell of its own."""
        if number and self.open:
            heading = self.outline.headings[self.open[-1].index]
            heading.number = heading.written = heading.number or number

    def enter_part(self, number: str, cell: Passage) -> bool:
        """Open the heading of a row whose number the rows below carry on."""
        marker = read_marker(f"{number}、")
        top = self._enter(cell, forms()[marker.form if marker else "digit"].rank, None)
        self.number(number)
        return top

    def enter_row(self, cell: Passage) -> bool:
        """Open the heading that a row is; whether it begins a group of the first level."""
        return self._enter(cell, self._rank_of(cell), None)

    def enter_cell(self, cell: Passage, row: Row, place: int) -> bool:
        """Open the heading in a cell of a heading column; whether it begins a group of the first level."""
        origin = row.origins[place]
        if any(item.origin == origin and origin[0] != row.index for item in self.open):
            return False
        return self._enter(cell, _COLUMN + place, origin)

    def _rank_of(self, cell: Passage) -> float:
        marker = read_marker(cell.text)
        if marker and marker.form in self.forms:
            return _COLUMN + self.forms[marker.form]
        if marker:
            return forms()[marker.form].rank
        rows = [item for item in self.open if item.rank < _COLUMN]
        if not rows:
            return _ROW
        numbered = rows[-1].rank < _ROW
        return _SUBROW if numbered else rows[-1].rank

    def _enter(self, cell: Passage, rank: float, origin: Origin) -> bool:
        """Open a heading, or go on with the one of the same words (repeated after a page break)."""
        marker = read_marker(cell.text)
        body = cell[marker.length :] if marker else cell
        title, deadlines = split_heading(body.strip("。：: 　"), self.calendar)
        number = marker.number if marker else None
        if self._goes_on(rank, number, title.text, origin):
            return False
        while self.open and self.open[-1].rank >= rank:
            self.open.pop()
        above = self.current()
        depth = self.outline.headings[above].depth + 1 if above is not None else 1
        heading = Heading(number, marker.written if marker else "", title, above, depth, deadlines)
        if label := read_body_label(body):
            heading.bodies, heading.body = label.assignments, label.body
        top = not self.open
        self.outline.headings.append(heading)
        self.open.append(_Open(rank, len(self.outline.headings) - 1, origin))
        return top

    def _goes_on(self, rank: float, number: str | None, title: str, origin: Origin) -> bool:
        for item in self.open:
            known = self.outline.headings[item.index]
            if item.rank == rank and (known.number, known.title.text) == (number, title):
                item.origin = origin
                return True
        return False
