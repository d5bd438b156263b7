"""The ledger that accounts for every block of a document."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

CoverageKind = Literal[
    "title",
    "heading",
    "table head",
    "task",
    "owner",
    "deadline",
    "group",
    "enterprise",
    "background",
    "boilerplate",
    "empty",
    "not understood",
]
"""What a block, or a row of a table, was taken for. `background` orders nothing (aims, definitions, principles);
`boilerplate` is masthead, signature, page number, navigation; `owner` and `deadline` are lines that only give these."""


@dataclass(frozen=True, slots=True)
class CoverageEntry:
    """One paragraph, or one row of a table, and what became of it."""

    block: int
    kind: CoverageKind
    text: str
    """The first words, for a person who looks it up; at most 80 code points."""
    row: int | None = None
    reason: str | None = None
    """Why it was set aside or not understood; None where something was read from it."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """All entries in reading order."""

    entries: tuple[CoverageEntry, ...] = ()
    notices: tuple[str, ...] = ()
    """What the reader of the format could not take over (a picture, a damaged part), in words."""

    def not_understood(self) -> tuple[CoverageEntry, ...]:
        """The entries that a person ought to look at."""
        return tuple(entry for entry in self.entries if entry.kind == "not understood")

    def share(self) -> float:
        """Share of the entries that were understood, 0 to 1; 1.0 for an empty document."""
        return 1.0 - len(self.not_understood()) / len(self.entries) if self.entries else 1.0
