"""Rows of a task table into headings and units."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zeren.model import Assignment, CoverageKind, Deadline
from zeren.outline.headings import is_title
from zeren.outline.numbering import read_marker
from zeren.outline.sentences import CLAUSE, split_sentences
from zeren.outline.tables.beside import NOTHING, Beside
from zeren.outline.tables.grids import Grid, Row, is_repeated_head, number_of
from zeren.outline.tables.heading_columns import heading_columns, numbers_bodies
from zeren.outline.tables.heading_rows import is_sum, part_rows
from zeren.outline.tables.headings import TableHeadings
from zeren.outline.tables.notes import TableNotes
from zeren.outline.units import Outline, Unit
from zeren.readers import Passage
from zeren.wording.calendar import Calendar

_NOTE = re.compile(r"^[（(]?(?:注|备注|说明|填表|填报|合计|总计|小计|制表|审核|单位[：:])")
_PAGE = re.compile(r"[—–\-－·\s]*\d{1,3}[—–\-－·\s]*|第\s*\d{1,3}\s*页.{0,8}")
_LONGEST_HEADING = 90
_BREAK = r"\s*\n\s*"


class TableReader:
    """Reads one grid into an outline, under the heading it stands at."""

    def __init__(self, grid: Grid, outline: Outline, calendar: Calendar, parent: int | None, notes: TableNotes) -> None:
        self.grid = grid
        self.outline = outline
        self.beside = Beside(grid, calendar, notes)
        self.heading_columns = heading_columns(grid)
        self.headings = TableHeadings(outline, calendar, parent)
        self.headings.learn(grid, self.heading_columns)
        self.numbers_bodies = numbers_bodies(grid, self.heading_columns)
        self.parts = part_rows(grid)
        self.numbered = any(column.kind == "number" for column in grid.columns)
        self.last: tuple[Unit, Row] | None = None

    def resume(self, before: TableReader) -> None:
        """Go on with the table that a page break cut: open headings, cells that reach down, the sentence begun."""
        self.heading_columns |= before.heading_columns
        self.headings.resume(before.headings)
        self.beside.resume(before.beside)
        self.last = before.last

    def read(self) -> None:
        """All rows, in order."""
        for row in self.grid.above:
            self._note(row, "background")
        for row in self.grid.heads:
            self._note(row, "table head")
        for index, row in enumerate(self.grid.rows):
            filled = row.filled()
            if not filled:
                self._note(row, "empty")
            elif is_repeated_head(row, self.grid):
                self._note(row, "table head")
            elif is_sum(row):
                self._note(row, "background", "sum")
            elif index in self.parts:
                self._open(row, self.headings.enter_part(*self.parts[index]))
            elif len(filled) == 1 and self._stands_alone(row, filled[0]):
                self._read_single(row, row.cells[filled[0]].without(_BREAK))
            else:
                self._read_row(row)

    def _note(self, row: Row, kind: CoverageKind, reason: str | None = None) -> None:
        """Account for a row, or for the paragraphs of one that was rebuilt from paragraphs."""
        self.outline.account.note(row.block, kind, row.index, reason)
        for cell in row.cells if row.index is None else ():
            if cell:
                self.outline.account.mark(cell, kind, reason)

    def _stands_alone(self, row: Row, place: int) -> bool:
        """Whether the only cell of a row is a heading or note over the table, not a task that nobody owns."""
        kind = self.grid.columns[place].kind
        if row.origins.count(row.origins[place]) > 1:
            return True
        if kind in ("task", "detail") and any(column.kind == "number" for column in self.grid.columns[:place]):
            return False
        if kind in ("owner", "deadline", "remark", "target", "period", "body"):
            return False
        return kind != "number" or number_of(row.cells[place].text) is None

    def _read_single(self, row: Row, cell: Passage) -> None:
        if _PAGE.fullmatch(cell.text):
            self._note(row, "boilerplate", "page-number")
        elif _NOTE.match(cell.text):
            self._note(row, "background", "note")
        elif len(cell) > _LONGEST_HEADING or not (read_marker(cell.text) or is_title(cell.text)):
            self._note(row, "background", "text-row")
        else:
            self._open(row, self.headings.enter_row(cell))

    def _open(self, row: Row, top: bool) -> None:
        self._note(row, "heading")
        self.last = None
        if top:
            self.beside.forget()

    def _read_row(self, row: Row) -> None:
        number: str | None = None
        texts: list[Passage] = []
        for place, column in enumerate(self.grid.columns):
            cell = row.cells[place].without(_BREAK)
            if not cell or row.origins.index(row.origins[place]) != place:
                continue
            number = (number_of(cell.text) or number) if column.kind == "number" else number
            if place in self.heading_columns or (column.kind == "number" and not number and len(cell) > 1):
                if not NOTHING.match(cell.text):
                    known = self.headings.current()
                    top = self.headings.enter_cell(cell, row, place)
                    if self.headings.current() != known:
                        self._open(row, top)
                        self.headings.number(number if self.numbers_bodies else None)
            elif column.kind in ("task", "detail"):
                texts.append(cell)
        self._enter(row, None if self.numbers_bodies else number, texts)

    def _enter(self, row: Row, number: str | None, texts: list[Passage]) -> None:
        owners, limits = self.beside.read(row)
        cut = self._continues(number, texts) if texts and (self.numbered or not owners) else False
        if not texts or self._same_task(row) or cut:
            self._go_on(row, texts, owners, limits)
            return
        text = texts[-1] if self._is_scored(number, owners) else _named(texts)
        marker = read_marker(text.text)
        if number is None and marker and marker.length < len(text):
            number, text = marker.number, text[marker.length :]
        if number is None and self.last and any(column.kind == "number" for column in self.grid.columns):
            number = self.last[0].number
        self._add(row, number, text, owners, limits)

    def _add(
        self,
        row: Row,
        number: str | None,
        text: Passage,
        owners: tuple[Assignment, ...],
        limits: tuple[Deadline, ...],
    ) -> None:
        """Enter a row as one unit; under a body that heads its duties each clause is one."""
        place = self.headings.current()
        above = self.outline.headings[place] if place is not None else None
        heads = tuple(
            column.head for column in self.grid.columns if column.kind in ("owner", "deadline") and column.head
        )
        scored = self._is_scored(number, owners)
        for duty in split_sentences(text, CLAUSE) if scored else [text]:
            unit = Unit(number, number or "", duty, place, owners, limits, heads, tabular=True)
            if above:
                unit.bodies, unit.body = above.bodies, above.body
            unit.read = None if owners else duty
            if self.grid.guessed:
                unit.confidence, unit.reason = 0.6, "columns-guessed"
            self.outline.units.append(unit)
            self.last = (unit, row)
        self._note(row, "task")

    def _is_scored(self, number: str | None, owners: tuple[Assignment, ...]) -> bool:
        """Whether a row stands under a body that heads its duties, so that each clause is one."""
        place = self.headings.current()
        return place is not None and bool(self.outline.headings[place].bodies) and not owners and number is None

    def _same_task(self, row: Row) -> bool:
        """Whether the text is the merged cell of the row above: one task with more owners."""
        if not self.last or not self.grid.merged or self.last[1].block != row.block:
            return False
        before = self.last[1]
        kinds = enumerate(self.grid.columns)
        told = [p for p, column in kinds if column.kind in ("task", "detail") and p not in self.heading_columns]
        return bool(told) and all(row.origins[place] == before.origins[place] for place in told)

    def _continues(self, number: str | None, texts: Sequence[Passage]) -> bool:
        """Whether a row only goes on with a sentence that a page break cut."""
        if not self.last or number is not None or self.grid.merged or read_marker(texts[0].text):
            return False
        before = self.last[0].text.text
        return before[-1] not in CLAUSE + "）)" and (before[-1] in "，、" or len(before) > 20)

    def _go_on(
        self, row: Row, texts: list[Passage], owners: tuple[Assignment, ...], limits: tuple[Deadline, ...]
    ) -> None:
        """A row that continues the task above."""
        if self.last is None:
            if (row.block, row.index) not in self.outline.account.kinds:
                self._note(row, "not understood", "no-task-cell")
            return
        unit = self.last[0]
        if texts and texts[0].text != unit.text.text and not self._same_task(row):
            unit.text = Passage.joined([unit.text, *texts])
        unit.assignments += owners
        unit.deadlines += limits
        unit.read = None if unit.assignments else unit.read
        self._note(row, "task", "continues")


def _named(texts: Sequence[Passage]) -> Passage:
    """A task whose name and content stand in two cells: the name in front as a heading that runs in."""
    kept = [text for text in texts[:-1] if text.text not in texts[-1].text]
    pieces: list[Passage] = []
    for text in kept:
        pieces.append(text)
        if text.text[-1] not in CLAUSE + "：:":
            pieces.append(Passage("。", text.block, [text.offsets[-1]], text.row, text.column))
    return Passage.joined([*pieces, texts[-1]])
