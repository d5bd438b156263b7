"""A gap in responsibility, as a rule reports it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "info"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "info")
"""Block, ask, note: the E, W and I of the catalogue, and `sh:Violation`, `sh:Warning`, `sh:Info`."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One gap at one place of one plan."""

    rule: str
    severity: Severity
    locator: str | None
    """As `Task.locator`; None for the plan as a whole."""
    quote: str
    """The words of the plan it rests on."""
    bodies: tuple[str, ...]
    message: str
    fix: str
    plan: str = ""
    """Id of the plan's node."""
    about: tuple[str, ...] = ()
    """Ids of the nodes concerned (tasks, bodies, deadlines)."""
    rows: tuple[str, ...] = ()
    """Locators of all places where a habit recurs, when one finding stands for many."""
    parts: tuple[Finding, ...] = ()
    """The single gaps that it stands for, each with its own place, words and bodies; empty where it stands alone."""

    @property
    def fingerprint(self) -> str:
        """16 hex digits that stay the same while rule, place, words and bodies do; suppressions are keyed by it."""
        parts = (self.rule, self.locator or "", self.quote, *self.bodies)
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:16]
