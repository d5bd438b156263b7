"""A document taken apart: body and annexes, prose and tables, each read into one outline."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from zeren.ledgers import bare, field_of, read_ledger
from zeren.model import CoverageKind
from zeren.outline.annexes import PartSplitter, bare_title
from zeren.outline.entries import Place
from zeren.outline.firms import without_firms
from zeren.outline.heads import read_head
from zeren.outline.prose.broken import Bounds
from zeren.outline.prose.lines import read_lines
from zeren.outline.prose.numbered import ProseReader
from zeren.outline.prose.splitting import Line
from zeren.outline.prose.tree import Item, Node, build_tree
from zeren.outline.prose.work_labels import without_work_labels
from zeren.outline.tables.cards import read_cards
from zeren.outline.tables.columns import guess_columns
from zeren.outline.tables.flattened import flattened_grid
from zeren.outline.tables.grids import Grid, Row, aims_as_tasks, read_grid, rows_of
from zeren.outline.tables.heading_columns import with_bodies_as_headings
from zeren.outline.tables.notes import TableNotes, is_beside, notes_around
from zeren.outline.tables.rows import TableReader
from zeren.outline.units import Heading, Outline
from zeren.readers import Document, Paragraph, Passage, Table
from zeren.wording.calendar import Calendar

_CELL = re.compile(r"\d+$|[/／—–－\-]+$|\d{4}年\d{1,2}月\d{1,2}日$")
"""Looks like a page number, a line, a day of signing; below the heads of a table it is a cell."""
_HEADS = 3
"""Heads of columns in a row from which the lines below are cells."""


class DocumentReader:
    """Reads one document. `consumed`: blocks that the masthead explains, `bounds`: those it explains in
    part; `title`: the plan's own."""

    def __init__(
        self,
        document: Document,
        calendar: Calendar,
        title: str,
        consumed: Mapping[int, CoverageKind],
        bounds: Bounds | None = None,
    ) -> None:
        self.document = document
        self.calendar = calendar
        self.title = bare_title(title)
        self.consumed = consumed
        self.bounds = bounds
        self.outline = Outline()
        self.before: tuple[TableReader, int | None, tuple[int, int]] | None = None
        self.prose = ProseReader(self.outline, calendar, self.read_table)

    def read(self) -> Outline:
        """The whole outline."""
        for index, kind in self.consumed.items():
            self.outline.account.note(index, kind)
        self.read_rules()
        parts = PartSplitter(self.document, self.outline.account, self.title).split(self.items())
        for heading, items in parts:
            place = Place(self.annex(heading)) if heading else Place()
            self.read_part(items, place)
        return self.outline

    def read_rules(self) -> None:
        """The rules that the words around the plan give for all of it."""
        ends = dict.fromkeys(self.consumed) | {index: start for index, (start, _) in (self.bounds or {}).items()}
        for index, end in sorted(ends.items()):
            if isinstance(block := self.document.blocks[index], Paragraph):
                self.prose.entries.note_rule(Passage.of(block.text, index)[:end])

    def items(self) -> list[Item]:
        """Lines and tables in reading order, without what the masthead explains.

        A number alone looks like a page number; after a run of column heads it numbers a row, as a day among the cells
        is no day of signing.
        """
        found: list[Item] = []
        run: list[Paragraph] = []
        heads = 0
        last = max((block.index for block in self.document.blocks if block.index not in self.consumed), default=0)
        for block in self.document.blocks:
            if is_beside(self.document.blocks, block):
                self.outline.account.note(block.index, "background", None, "note")
            elif isinstance(block, Table) and block.index in self.consumed:
                self.note_card(block)
            elif isinstance(block, Table):
                found += without_work_labels(read_lines(run, self.bounds))
                run = []
                found.append(block)
            elif self.consumed.get(block.index) is None or (
                heads >= _HEADS and block.index < last and _CELL.match(block.text.strip())
            ):
                run.append(block)
                known = read_head(block.text) or field_of(bare(block.text))
                heads = heads + 1 if known else (heads if heads >= _HEADS else 0)
        return [*found, *without_work_labels(read_lines(run, self.bounds))]

    def note_card(self, table: Table) -> None:
        """A table that the masthead explains: every row is accounted for."""
        for row in range(len(table.rows)):
            self.outline.account.note(table.index, self.consumed[table.index], row)

    # Annexes

    def annex(self, lines: Sequence[Line]) -> int | None:
        """Enter an annex as a heading; none where its title is that of the plan itself."""
        title = Passage.joined([line.whole for line in lines])
        self.outline.account.mark(title, "heading")
        if bare_title(title.text) == self.title:
            return None
        self.outline.headings.append(Heading("附件", "附件", title, None, 1))
        return len(self.outline.headings) - 1

    # Text and tables

    def read_part(self, items: Sequence[Item], place: Place) -> None:
        """The body or one annex: tables that lost their form are found among its lines first."""
        rest: list[Item] = []
        for piece in flattened_grid([*without_firms(items, self.title, self.outline)]):
            if isinstance(piece, Grid):
                self.read_text(rest, place)
                rest = []
                self.read_grid(piece, place)
            else:
                rest.append(piece)
        self.read_text(rest, place)

    def read_text(self, items: Sequence[Item], place: Place) -> None:
        """Lines and tables as a tree."""
        tree: Node = build_tree(items)
        self.prose.text.alone = not tree.children and place.heading is None
        self.prose.read(tree, place)
        self.prose.entries.settle()

    def read_table(self, table: Table, place: Place) -> None:
        """One table: an enterprise ledger, a task table, or neither."""
        if ledger := read_ledger(table):
            self.outline.enterprises += ledger.enterprises
            for entry in ledger.coverage:
                self.outline.account.note(entry.block, entry.kind, entry.row, entry.reason)
            return
        rows = rows_of(table)
        grid = read_cards(rows) or read_grid(rows) or self.continued(rows)
        if grid is None and (columns := guess_columns(rows, len(rows[0].cells) if rows else 0)):
            grid = Grid(columns, tuple(rows), (), (), True, True)
        grid = aims_as_tasks(grid) if grid else None
        if grid is None or not any(column.kind in ("task", "detail") for column in grid.columns):
            for row in rows:
                self.outline.account.note(
                    row.block, "not understood" if row.filled() else "empty", row.index, "no-task-table"
                )
            return
        self.read_grid(grid, place)

    def read_grid(self, grid: Grid, place: Place) -> None:
        """A task table whose columns are understood."""
        grid = with_bodies_as_headings(grid)
        reader = TableReader(grid, self.outline, self.calendar, place.heading, self.notes_of(grid))
        if self.before and self.goes_on(grid, place):
            reader.resume(self.before[0])
        reader.read()
        self.before = (reader, place.heading, self.reached())

    def notes_of(self, grid: Grid) -> TableNotes:
        """What the notes beside a table or in its own rows say of them; the plan's own rule where they give none."""
        rows = [*grid.above, *grid.heads, *grid.rows]
        first, last = (rows[0].block, max(row.block for row in rows)) if rows else (0, 0)
        notes = notes_around(self.document.blocks, first, last, self.calendar)
        if notes.rule:
            self.outline.account.mark(notes.rule.passage, "owner", "standing-rule")
        return notes if notes.rule else replace(notes, rule=self.prose.entries.rule)

    def reached(self) -> tuple[int, int]:
        """How far the outline has come: its headings and units."""
        return len(self.outline.headings), len(self.outline.units)

    def goes_on(self, grid: Grid, place: Place) -> bool:
        """Whether a table goes on the one before: the same columns, nothing but a page's end between."""
        if not self.before or self.before[1:] != (place.heading, self.reached()):
            return False
        known = self.before[0].grid.columns
        return [column.head for column in grid.columns] == [column.head for column in known]

    def continued(self, rows: Sequence[Row]) -> Grid | None:
        """Rows without heads under the columns of the table before, where nothing stands between; else None."""
        if not self.before or self.before[2] != self.reached() or not rows:
            return None
        known = self.before[0].grid
        return (
            Grid(known.columns, tuple(rows), (), (), known.merged) if len(known.columns) == len(rows[0].cells) else None
        )
