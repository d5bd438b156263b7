"""The document as it is shown: its blocks with marks over the words, and beside each what became of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from lxml.html import HtmlElement
from lxml.html.builder import E

from zeren.loading.corrections import DECISION
from zeren.model import CoverageEntry, Plan
from zeren.readers.document import Document, Paragraph, Table
from zeren.review.cards import PEN, letter, summary
from zeren.review.places import Place
from zeren.review.readings import Reading
from zeren.review.strips import Stretch, Strip, cut, stretches
from zeren.review.text import anchor, legible, slug
from zeren.review.words import Words

Entries = Mapping[tuple[int, int | None], CoverageEntry]


LOOSE = 12
"""Letters and signs of words that unmarked text in a task's paragraph must have to be shown as such."""


def is_loose(text: str) -> bool:
    """Whether words without a mark say enough that a person should see them."""
    return sum(map(str.isalnum, text)) >= LOOSE


@dataclass(frozen=True, slots=True)
class Paper:
    """Draws one document. `found[i]` has the number i on the page."""

    document: Document
    plan: Plan
    found: Sequence[Reading]
    words: Words

    def draw(self) -> HtmlElement:
        """The document as one element."""
        over = stretches([(reading.span, *reading.more) for reading in self.found], self.document)
        entries = {(entry.block, entry.row): entry for entry in self.plan.coverage.entries}
        blocks = (
            self._table(block, over, entries) if isinstance(block, Table) else self._paragraph(block, over, entries)
            for block in self.document.blocks
        )
        return E.main({"id": "paper", "tabindex": "-1"}, *blocks)

    def _paragraph(self, block: Paragraph, over: Mapping[Place, list[Stretch]], entries: Entries) -> HtmlElement:
        entry = entries.get((block.index, None))
        kind = slug(entry.kind) if entry else "empty"
        level = f" level-{min(block.level, 6)}" if block.level else ""
        strips = self._strips(block.text, over.get((block.index, -1, -1), []), loose=kind == "task")
        text = E.p({"class": "text"}, *strips)
        return E.div({"class": f"block is-{kind}{level}", "id": anchor(block.index)}, self._gutter(entry), text)

    def _gutter(self, entry: CoverageEntry | None, tag: str = "div") -> HtmlElement:
        if entry is None or entry.kind == "empty":
            return E(tag, {"class": "gutter"})
        reason = legible(self.words.reason(entry.reason))
        return E(tag, {"class": "gutter", "title": reason}, self.words(f"ledger_{slug(entry.kind)}"))

    def _table(self, table: Table, over: Mapping[Place, list[Stretch]], entries: Entries) -> HtmlElement:
        rows = []
        depth = _depths(table)
        for index in range(len(table.rows)):
            entry = entries.get((table.index, index))
            kind = slug(entry.kind) if entry else "empty"
            cells = self._cells(table, index, depth, over)
            attributes = {"class": f"row is-{kind}", "id": anchor(table.index, index)}
            rows.append(E.tr(attributes, self._gutter(entry, "th"), *cells))
        caption = [E.caption(legible(table.name))] if table.name else []
        body = E.table(*caption, E.tbody(*rows))
        return E.div({"class": "block wide", "id": anchor(table.index)}, body)

    def _cells(
        self,
        table: Table,
        row: int,
        depth: Mapping[tuple[int, int], tuple[int, int]],
        over: Mapping[Place, list[Stretch]],
    ) -> Iterator[HtmlElement]:
        for column, cell in table.own_cells(row):
            down, across = depth[cell.origin]
            attributes = {"rowspan": str(down)} if down > 1 else {}
            if across > 1:
                attributes["colspan"] = str(across)
            yield E.td(attributes, *self._strips(cell.text, over.get((table.index, row, column), [])))

    def _strips(self, text: str, over: Sequence[Stretch], loose: bool = False) -> Iterator[HtmlElement | str]:
        """The text with its marks; `loose`: words beside them that are more than a number or a joint are shown too."""
        for strip in cut(legible(text), over):
            if strip.marks:
                yield self._mark(strip)
            else:
                yield E.span({"class": "loose"}, strip.text) if loose and is_loose(strip.text) else strip.text

    def _mark(self, strip: Strip) -> HtmlElement:
        over = [self.found[mark] for mark in strip.marks]
        kinds = {f"k-{reading.kind}" for reading in over}
        body = next((reading for reading in over if reading.kind == "body"), None)
        task = next((reading for reading in over if reading.kind == "task"), None)
        if body:
            kinds.add(f"r-{body.sort}")
        if task and task.tasks[0] % 2:
            kinds.add("odd")
        attributes = {"class": " ".join(["m", *sorted(kinds)]), "data-r": " ".join(map(str, strip.marks))}
        attributes["title"] = legible("\n".join(summary(reading, self.words) for reading in over[:8]))
        if strip.begins:
            attributes |= {"tabindex": "0", "role": "button"}
        return E.span(attributes, *self._tags(strip), strip.text)

    def _tags(self, strip: Strip) -> Iterator[HtmlElement]:
        """Signs before a mark, drawn by the style sheet: the text itself stays as it is."""
        for mark in reversed(strip.begins):
            reading = self.found[mark]
            if sign := letter(reading, self.words, self.plan):
                yield _tag(f"r-{reading.sort}" if reading.kind == "body" else "t", sign)
            if reading.kind == "task":
                yield from self._unwritten(reading.tasks[0])

    def _unwritten(self, task: int) -> Iterator[HtmlElement]:
        """The owners that no words of the text name, and a sign where there are none at all."""
        owners = self.plan.tasks[task].assignments
        for owner in owners:
            if owner.span is None:
                pen = PEN if owner.reason == DECISION else ""
                yield _tag(f"ghost r-{owner.role}", f"{self.words(f'letter_{owner.role}')}{pen} {owner.agency}")
        if not owners:
            yield _tag("nobody", self.words("nobody"))


def _tag(kind: str, sign: str) -> HtmlElement:
    return E.b({"class": f"tag {kind}", "data-t": legible(sign), "aria-hidden": "true"})


def _depths(table: Table) -> dict[tuple[int, int], tuple[int, int]]:
    """For every origin how many rows down and columns across its cell reaches."""
    last: dict[tuple[int, int], tuple[int, int]] = {}
    for row, cells in enumerate(table.rows):
        for column, cell in enumerate(cells):
            last[cell.origin] = (row, column)
    return {(row, column): (down - row + 1, across - column + 1) for (row, column), (down, across) in last.items()}
