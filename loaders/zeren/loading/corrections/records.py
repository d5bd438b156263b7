"""What a person corrected in the reading of one plan, and what became of each correction when the plan was read again.

The corrections of `plan.docx` stand in `plan.decisions.toml` beside it; docs/corrections.md describes the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, get_args

from zeren.model import DeadlineType, Role

Action = Literal[
    "role", "name", "add", "remove", "split", "merge", "not-a-task", "task", "section",
    "deadline", "add-deadline", "remove-deadline", "instrument", "not-an-instrument", "confirm",
    "heading", "heading-title", "not-a-heading", "group", "not-a-group", "member", "not-a-member", "office",
    "enterprise", "not-an-enterprise", "plan",
]  # fmt: skip
"""What a correction does: to one body of a task (role to remove), to a task (split to section), to a limit or an
instrument of it, to all of it (confirm); to a heading, a group, a row of a ledger; to what the plan says of itself."""

ACTIONS: tuple[Action, ...] = get_args(Action)

DECISION = "decision"
"""Code of evidence of whatever a person settled."""

CONFIRMED = "confirmed"
"""Code of evidence of what a person checked and found right."""

Use = Literal["cites", "produces"]
"""What an instrument is to a task."""


@dataclass(frozen=True, slots=True)
class TaskWords:
    """How a correction names a task: by its words first, by its place second."""

    quote: str
    """Words of the task, heading, group or enterprise, whole or a part, as they stood in the text."""
    at: str | None = None
    """Locator of the task when the correction was written."""


@dataclass(frozen=True, slots=True)
class Correction:
    """One entry of the file. What an action needs and may have stands in actions.toml beside this module."""

    number: int
    """Place in the file, from 1."""
    action: Action
    task: TaskWords
    person: str
    reason: str
    date: str | None = None
    """Day of the correction, ISO 8601."""
    body: str | None = None
    """Name as written of the body concerned."""
    role: Role | None = None
    name: str | None = None
    """The name that `body` should have been read as."""
    before: tuple[str, ...] = ()
    """Words before which a task is cut."""
    join: tuple[TaskWords, ...] = ()
    """The tasks that are one with the task named."""
    section: str | None = None
    """Number or title of a section."""
    limit: str | None = None
    """Words of a time limit as read; may be left out where the task has one only."""
    type: DeadlineType | None = None
    day: str | None = None
    """Last day of the limit, ISO 8601."""
    start: str | None = None
    """First day of the limit, ISO 8601."""
    text: str | None = None
    """Words that the limit should have been read as."""
    rrule: str | None = None
    """How the limit recurs, as `Deadline.rrule`."""
    use: Use | None = None
    """What the instrument `name` is to the task."""
    sunset: str | None = None
    """Words that say when a group ends."""
    field: str | None = None
    """Field of the plan or of an enterprise, one of FIELDS."""
    value: str | None = None
    """What the field should have been read as; empty: it is not given."""
    reading: str | None = None
    """Fingerprint of the reading that was confirmed (`zeren.loading.corrections.confirming`)."""


FIELDS: Mapping[str, tuple[str, ...]] = {
    "plan": ("title", "jurisdiction", "document_number", "issued", "status"),
    "enterprise": ("name", "uscc", "jurisdiction", "industry", "treatment", "deadline", "agency", "address"),
}
"""The fields that an action may set."""

Fate = Literal["applied", "healed", "unneeded", "changed", "vanished", "ambiguous", "unfit", "differs"]
"""What became of a correction. healed: applied to words that differ a little; unneeded: the text is read so without it;
changed: what stands there now is too far from the quote; vanished: its words stand nowhere; ambiguous: they stand in
several tasks and the place does not tell; unfit: the task is there, what the correction says about it is not; differs:
what a person confirmed is read in another way now."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one correction."""

    correction: Correction
    fate: Fate
    found: str = ""
    """The words found in place of the quote, or what of the entry was not found."""
    likeness: float | None = None
    """Of quote and found words, 0 to 100, where they differ."""
