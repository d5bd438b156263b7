"""Rows of a task table into headings and units."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from zeren.model import Assignment, CoverageKind, Deadline
from zeren.outline.grids import Grid, Row, is_repeated_head, number_of
from zeren.outline.headings import is_title
from zeren.outline.numbering import forms, read_marker
from zeren.outline.sentences import CLAUSE, split_sentences
from zeren.outline.units import Heading, Outline, Unit
from zeren.readers import Passage
from zeren.wording.calendar import Calendar
from zeren.wording.deadlines import read_deadlines, split_heading
from zeren.wording.labels import read_body_label
from zeren.wording.owners import StandingRule, is_ditto, read_owners

_NOTE = re.compile(r"^[（(]?(?:注|备注|说明|填表说明|填报说明|填表|填报|合计|总计|小计|制表|审核|单位[：:])")
_NOTHING = re.compile(r"^[\s/／\\—–\-－无.·]*$")
_SPARSE = 0.34
"""Share of rows without any owner from which an empty cell means the owner above, where the format tells no merges."""


@dataclass(slots=True)
class _Open:
    """A heading that rows stand under."""

    rank: float
    index: int
    origin: tuple[int, int] | None


@dataclass(slots=True)
class TableReader:
    """Reads one grid into an outline, under the heading it stands at."""

    outline: Outline
    calendar: Calendar
    parent: int | None
    rule: StandingRule | None = None
    open: list[_Open] = field(default_factory=list)
    owners: dict[int, tuple[Assignment, ...]] = field(default_factory=dict)
    limits: dict[int, tuple[Deadline, ...]] = field(default_factory=dict)
    last: tuple[Unit, Row] | None = None
    was_section: bool = False
    carries: bool = False
    coarse: set[int] = field(default_factory=set)
    forms: dict[str, int] = field(default_factory=dict)

    def note(self, row: Row, kind: CoverageKind, reason: str | None = None) -> None:
        """Account for a row, or for the paragraphs of one that was rebuilt from paragraphs."""
        self.outline.account.note(row.block, kind, row.index, reason)
        if row.index is None:
            for cell in row.cells:
                if cell:
                    self.outline.account.mark(cell, kind, reason)

    def read(self, grid: Grid) -> None:
        """All rows, in order."""
        for row in grid.above:
            self.note(row, "background")
        for row in grid.heads:
            self.note(row, "table head")
        self.carries = not grid.merged and self._sparse(grid)
        self.coarse = self._coarse_sections(grid)
        self.forms = self._section_forms(grid)
        for row in grid.rows:
            filled = row.filled()
            if not filled:
                self.note(row, "empty")
            elif is_repeated_head(row, grid):
                self.note(row, "table head")
            elif len(filled) == 1 and self._spans(row, filled[0], grid):
                self._read_single(row, row.cells[filled[0]])
            else:
                self._read_row(row, grid)

    # What the table as a whole shows

    def _sparse(self, grid: Grid) -> bool:
        owners = [place for place, column in enumerate(grid.columns) if column.kind == "owner"]
        rows = [row for row in grid.rows if len(row.filled()) > 1]
        empty = sum(1 for row in rows if not any(row.cells[place] for place in owners))
        return bool(owners) and empty >= _SPARSE * len(rows) and len(rows) > 2

    def _coarse_sections(self, grid: Grid) -> set[int]:
        """Task columns that hold headings: coarser than another and with a cell over several rows."""
        kinds = [column.kind for column in grid.columns]
        fine = [place for place, kind in enumerate(kinds) if kind == "detail"] or self._last_task(kinds)
        found = set()
        for place, kind in enumerate(kinds):
            if kind == "task" and place not in fine and fine:
                cells = [row.origins[place] for row in grid.rows if len(row.filled()) > 1 and row.cells[place]]
                holes = sum(1 for row in grid.rows if len(row.filled()) > 1 and not row.cells[place])
                if len(set(cells)) < len(cells) or (not grid.merged and holes):
                    found.add(place)
        return found

    def _section_forms(self, grid: Grid) -> dict[str, int]:
        """The form of number used in each section column, so that a heading over the whole row finds its level."""
        found: dict[str, int] = {}
        for place, column in enumerate(grid.columns):
            if column.kind == "section" or place in self.coarse:
                for row in grid.rows:
                    if len(row.filled()) > 1 and (marker := read_marker(row.cells[place].text)):
                        found.setdefault(marker.form, place)
        return found

    @staticmethod
    def _last_task(kinds: Sequence[str]) -> list[int]:
        tasks = [place for place, kind in enumerate(kinds) if kind == "task"]
        return tasks[-1:]

    def _spans(self, row: Row, place: int, grid: Grid) -> bool:
        """Whether the only cell of a row is a heading or note over the table, not a task that nobody owns."""
        kind = grid.columns[place].kind
        covers = row.origins.count(row.origins[place]) > 1
        if kind in ("task", "detail") and not covers and any(column.kind == "number" for column in grid.columns[:place]):
            return False
        if kind in ("owner", "deadline", "remark", "target") and not covers:
            return False
        return kind != "number" or number_of(row.cells[place].text) is None

    # Headings

    def _read_single(self, row: Row, cell: Passage) -> None:
        cell = cell.without(r"\s*\n\s*")
        marker = read_marker(cell.text)
        if _NOTE.match(cell.text):
            self.note(row, "background", "note")
        elif len(cell) > 90 or (not marker and cell.text[-1] in CLAUSE and not is_title(cell.text)):
            self.note(row, "background", "text-row")
        else:
            self._enter(cell, row, self._rank_of(cell), None)
        self.was_section = True

    def _rank_of(self, cell: Passage) -> float:
        marker = read_marker(cell.text)
        if marker and marker.form in self.forms:
            return 100 + self.forms[marker.form]
        if marker:
            return forms()[marker.form].rank
        spanning = [item for item in self.open if item.rank < 100]
        if spanning and self.was_section and spanning[-1].rank < 50:
            return 50
        return spanning[-1].rank if spanning and spanning[-1].rank >= 40 else (50 if spanning else 40)

    def _enter(self, cell: Passage, row: Row, rank: float, origin: tuple[int, int] | None) -> None:
        """Open a heading, or go on with the one of the same words."""
        marker = read_marker(cell.text)
        body = cell[marker.length :] if marker else cell
        title, deadlines = split_heading(body.strip("。：: 　"), self.calendar)
        number = marker.number if marker else None
        self.note(row, "heading")
        for place, item in enumerate(self.open):
            known = self.outline.headings[item.index]
            if item.rank == rank and (known.number, known.title.text) == (number, title.text):
                item.origin = origin
                if origin is None or place == len(self.open) - 1:
                    del self.open[place + 1 :]
                return
        while self.open and self.open[-1].rank >= rank:
            self.open.pop()
        if not self.open:
            self.owners = {}
        parent = self.open[-1].index if self.open else self.parent
        depth = self.outline.headings[parent].depth + 1 if parent is not None else 1
        heading = Heading(number, marker.written if marker else "", title, parent, depth, deadlines)
        if label := read_body_label(body):
            heading.bodies, heading.body = label.assignments, label.body
        self.outline.headings.append(heading)
        self.open.append(_Open(rank, len(self.outline.headings) - 1, origin))
        self.last = None

    # Rows

    def _read_row(self, row: Row, grid: Grid) -> None:
        number, texts = None, []
        for place, column in enumerate(grid.columns):
            cell = row.cells[place].without(r"\s*\n\s*")
            if not cell or row.origins.index(row.origins[place]) != place:
                continue
            if column.kind == "number":
                number = number_of(cell.text)
                if number is None and len(cell) > 1:
                    self._enter_cell(cell, row, place)
            elif column.kind == "section" or place in self.coarse:
                self._enter_cell(cell, row, place)
            elif column.kind in ("task", "detail"):
                texts.append(cell)
        self.was_section = False
        self._enter_unit(row, grid, number, texts)

    def _enter_cell(self, cell: Passage, row: Row, place: int) -> None:
        origin = row.origins[place]
        if _NOTHING.match(cell.text) or any(item.origin == origin and origin[0] != row.index for item in self.open):
            return
        self._enter(cell, row, 100 + place, origin)

    def _enter_unit(self, row: Row, grid: Grid, number: str | None, texts: list[Passage]) -> None:
        owners, limits = self._beside(row, grid)
        if not texts or self._same_task(row, grid, number):
            self._go_on(row, texts, owners, limits)
            return
        if self.last and number is None and not grid.merged and self._is_broken(texts[0]):
            self._go_on(row, texts, owners, limits)
            return
        text = Passage.joined(texts) if len(texts) == 1 else _named(texts)
        marker = read_marker(text.text)
        if number is None and marker and marker.length < len(text):
            number, text = marker.number, text[marker.length :]
        if number is None and self.last and any(column.kind == "number" for column in grid.columns):
            number = self.last[0].number
        heads = tuple(column.head for column in grid.columns if column.kind in ("owner", "deadline") and column.head)
        heading = self.open[-1].index if self.open else self.parent
        above = self.outline.headings[heading] if heading is not None else None
        duties = split_sentences(text, CLAUSE) if above and above.bodies and not owners and number is None else [text]
        for duty in duties:
            unit = Unit(number, number or "", duty, heading, owners, limits, heads, tabular=True)
            if above:
                unit.bodies, unit.body = above.bodies, above.body
            if not owners:
                unit.read = duty
            if grid.guessed:
                unit.confidence, unit.reason = 0.6, "columns-guessed"
            self.outline.units.append(unit)
            self.last = (unit, row)
        self.note(row, "task")

    def _same_task(self, row: Row, grid: Grid, number: str | None) -> bool:
        """Whether number and text are the merged cells of the row above: one task with more owners."""
        if not self.last or not grid.merged:
            return False
        before = self.last[1]
        told = [place for place, column in enumerate(grid.columns) if column.kind in ("task", "detail") and place not in self.coarse]
        return bool(told) and all(row.origins[place] == before.origins[place] for place in told)

    def _is_broken(self, text: Passage) -> bool:
        assert self.last is not None
        before = self.last[0].text.text
        return before[-1] not in CLAUSE + "）)" and (before[-1] in "，、" or len(before) > 20) and read_marker(text.text) is None

    def _go_on(
        self, row: Row, texts: list[Passage], owners: tuple[Assignment, ...], limits: tuple[Deadline, ...]
    ) -> None:
        """A row that continues the task above."""
        if self.last is None:
            if row.index is not None and (row.block, row.index) not in self.outline.account.kinds:
                self.note(row, "not understood", "no-task-cell")
            return
        unit = self.last[0]
        if texts and texts[0].text != unit.text.text:
            unit.text = Passage.joined([unit.text, *texts])
        unit.assignments += owners
        unit.deadlines += limits
        self.note(row, "task", "continues")

    def _beside(self, row: Row, grid: Grid) -> tuple[tuple[Assignment, ...], tuple[Deadline, ...]]:
        """Owners and limits of a row's columns; the owners above where the row has none and the table spares repeating."""
        owners: dict[int, tuple[Assignment, ...]] = {}
        limits: dict[int, tuple[Deadline, ...]] = {}
        for place, column in enumerate(grid.columns):
            cell = row.cells[place]
            if column.kind == "owner" and cell and not _NOTHING.match(cell.text):
                first = bool(self.rule and self.rule.first_leads)
                ditto = self.owners.get(place, ()) if is_ditto(cell) else None
                owners[place] = ditto if ditto is not None else read_owners(cell, column.role or "responsible", column.head, first)
            elif column.kind == "deadline" and cell and not _NOTHING.match(cell.text):
                ditto_limits = self.limits.get(place, ()) if is_ditto(cell) else None
                limits[place] = ditto_limits if ditto_limits is not None else read_deadlines(cell, self.calendar, "column")
        written = any(column.kind == "owner" and row.cells[place] for place, column in enumerate(grid.columns))
        if written:
            self.owners = owners
        elif self.carries:
            owners = self.owners
        self.limits |= limits
        return tuple(item for each in owners.values() for item in each), tuple(item for each in limits.values() for item in each)


def _named(texts: Sequence[Passage]) -> Passage:
    """A task whose name and content stand in two cells: the name in front as a heading that runs in."""
    kept = [texts[0]] if texts[0].text not in texts[1].text else []
    pieces: list[Passage] = []
    for text in [*kept, *texts[1:]]:
        pieces.append(text)
        if text.text[-1] not in CLAUSE + "：:" and text is not texts[-1]:
            place = text.offsets[-1]
            pieces.append(Passage("。", text.block, [place], text.row, text.column))
    return Passage.joined(pieces)
