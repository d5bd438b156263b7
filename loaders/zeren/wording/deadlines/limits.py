"""A time limit as found in a text, before it becomes a record of the plan."""

from __future__ import annotations

from dataclasses import dataclass

from zeren.model import DeadlineType


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit and where it stands in the folded text."""

    start: int
    end: int
    type: DeadlineType
    date: str | None = None
    begin: str | None = None
    rrule: str | None = None
    count: int | None = None
    confidence: float = 1.0
    reason: str | None = None
