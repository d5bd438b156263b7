"""What the outline of a document is made of: headings, units of work, and what became of every block."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import ClassVar

from zeren.model import Assignment, Coverage, CoverageEntry, CoverageKind, Deadline, Enterprise, Group
from zeren.outline.headings import Kind
from zeren.readers import Document, Paragraph, Passage, Table

_SHOWN = 80


@dataclass(slots=True)
class Heading:
    """A heading above task level; its place in `Outline.headings` is its name."""

    number: str | None
    written: str
    """The number with its brackets, as locators write it."""
    title: Passage
    parent: int | None
    depth: int
    deadlines: tuple[Deadline, ...] = ()
    kind: Kind = "work"
    bodies: tuple[Assignment, ...] = ()
    """The bodies that the heading names as those whose duties follow."""
    body: str | None = None
    confidence: float = 1.0
    reason: str | None = None


@dataclass(slots=True)
class Unit:
    """One unit of work before its words are read."""

    number: str | None
    written: str
    text: Passage
    heading: int | None
    assignments: tuple[Assignment, ...] = ()
    """Of its columns, its brackets and its labels."""
    deadlines: tuple[Deadline, ...] = ()
    """Of its columns and labels."""
    columns: tuple[str, ...] = ()
    paragraph: int = 0
    """Units of one paragraph share it: a subject is carried from sentence to sentence inside."""
    read: Passage | None = None
    """The words in which bodies are looked for; None: none are (a table says it in its columns)."""
    bodies: tuple[Assignment, ...] = ()
    """The bodies that head its block."""
    body: str | None = None
    """Their names as written."""
    tabular: bool = False
    """A row of a table."""
    confidence: float = 1.0
    reason: str | None = None


@dataclass(slots=True)
class Account:
    """The ledger of blocks while it is being kept: what each paragraph or row was taken for."""

    kinds: dict[tuple[int, int | None], tuple[CoverageKind, str | None]] = field(default_factory=dict)

    _FIRST: ClassVar[tuple[str, ...]] = (
        "task",
        "enterprise",
        "heading",
        "group",
        "owner",
        "deadline",
        "table head",
        "title",
        "background",
        "boilerplate",
    )

    def mark(self, passage: Passage, kind: CoverageKind, reason: str | None = None) -> None:
        """Say what the paragraphs or the row of a passage were taken for; the weightier kind stays."""
        row = passage.row
        for block in set(passage.blocks or [passage.block]):
            self.note(block, kind, row, reason)

    def note(self, block: int, kind: CoverageKind, row: int | None = None, reason: str | None = None) -> None:
        """The same for a block, or a row of it, by number."""
        old = self.kinds.get((block, row))
        if old is None or self._weight(kind) < self._weight(old[0]):
            self.kinds[block, row] = (kind, reason)

    def _weight(self, kind: CoverageKind) -> int:
        return self._FIRST.index(kind) if kind in self._FIRST else len(self._FIRST)

    def _entry(self, block: int, text: str, row: int | None) -> CoverageEntry:
        missing: tuple[CoverageKind, str | None] = ("not understood", "no-pattern") if text.strip() else ("empty", None)
        kind, reason = self.kinds.get((block, row), missing)
        return CoverageEntry(block, kind, " ".join(text.split())[:_SHOWN], row, reason)

    def entries(self, document: Document) -> Coverage:
        """The account of the whole document: one entry a paragraph and one a row of a table."""
        found = []
        for block in document.blocks:
            if isinstance(block, Paragraph):
                found.append(self._entry(block.index, block.text, None))
            else:
                found += [self._entry(block.index, row_text(block, row), row) for row in range(len(block.rows))]
        return Coverage(tuple(found), document.notices)


def row_text(table: Table, row: int) -> str:
    """The words of a row, each merged cell once."""
    seen, words = set(), []
    for cell in table.rows[row]:
        if cell.origin not in seen:
            seen.add(cell.origin)
            words.append(cell.text)
    return " ".join(word for word in words if word.strip())


@dataclass(slots=True)
class Outline:
    """A document taken apart: headings and units in reading order."""

    headings: list[Heading] = field(default_factory=list)
    units: list[Unit] = field(default_factory=list)
    groups: list[Group] = field(default_factory=list)
    enterprises: list[Enterprise] = field(default_factory=list)
    account: Account = field(default_factory=Account)
