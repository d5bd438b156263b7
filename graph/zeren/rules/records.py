"""What a rule is: a question to the graph whose every answer is a gap in responsibility."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from zeren.model import Severity
from zeren.queries import QueryParameter, QueryTexts, Wording


@dataclass(frozen=True, slots=True)
class Habit:
    """When findings of one rule are the plan's way of writing: they become one finding with a list of rows."""

    share: float
    """Of the plan's tasks, 0 to 1, from which on the findings are a habit."""
    least: int
    """Findings below this number stay apart whatever their share."""
    message: Wording
    parts: bool = True
    """Whether the single findings are told beside; not where what most rows do says nothing of one row."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, as its folder gives it."""

    code: str
    severity: Severity
    name: Wording
    what: Wording
    """What it finds."""
    why: Wording
    """Why it matters."""
    message: Wording
    """Template of a finding's message: {locator}, {bodies} and the columns of the query stand for their values."""
    fix: Wording
    """Template of how to mend it."""
    source: str
    """Where the rule is from."""
    texts: QueryTexts
    habit: Habit | None = None
    merge: bool = False
    """Unnumbered clauses that follow each other in one section with the same bodies are one finding."""
    paired: bool = False
    """Findings that are about each other are one finding at the first of the places."""
    measure: str = ""
    """Name of the measure that picks among the rows (`zeren.rules.measures`); empty: every row is a finding."""
    folder: Path | None = None
    """Its folder, None where it cannot be told."""

    @property
    def options(self) -> tuple[QueryParameter, ...]:
        """What a user may set, with defaults."""
        return self.texts.parameters
