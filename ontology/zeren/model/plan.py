"""A plan of a public body as records: sections, tasks, who answers for them, until when, and who is concerned.

The vocabulary is that of the annotation guideline, which is also the interchange format (`zeren.model.interchange`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from zeren.model.coverage import Coverage
from zeren.model.span import Span

Role = Literal["accountable", "lead", "responsible", "joint", "support", "supervise"]
"""What a body does for a task, strongest first: where two wordings compete, the earlier one counts."""

ROLES: tuple[Role, ...] = ("accountable", "lead", "responsible", "joint", "support", "supervise")
"""The roles in that order."""

DeadlineType = Literal["by", "start_by", "between", "recurring", "ongoing", "conditional"]

DeadlineSource = Literal["text", "column", "heading"]
"""Whether the limit stands in the task's words, in a column or label of its own, or in a heading above."""

Status = Literal["consultation", "draft", "issued"]


@dataclass(frozen=True, slots=True)
class Assignment:
    """One body on one task in one role."""

    agency: str
    """The name as written; an enumeration is expanded and a shared head distributed."""
    role: Role
    position: int = 1
    """Place among the task's assignments in reading order, from 1: practice takes the first-listed body as leading."""
    verb: str | None = None
    """The wording that gave the role (会同, 按职责分工负责), None where only a column head did."""
    header: str | None = None
    """Column head or label the name stood under, None in running text."""
    confidence: float = 1.0
    """0 to 1; what lowers it stands in `reason`."""
    reason: str | None = None
    """Code of the evidence the reading rests on: register, form, position, carried, …"""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Deadline:
    """One time limit. Dates are ISO 8601 days; `date` is the last day of what was named."""

    type: DeadlineType
    text: str
    date: str | None = None
    start: str | None = None
    rrule: str | None = None
    """FREQ, INTERVAL and a day of RFC 5545, for `recurring` only."""
    count_per_period: int | None = None
    """How often within one period, where the plan says so (每月二次: 2)."""
    source: DeadlineSource = "text"
    confidence: float = 1.0
    reason: str | None = None
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A heading above task level."""

    id: str
    number: str | None
    """The bare numeral as written (一, 十三, 1, 附件); None where the heading has none."""
    title: str
    parent: str | None = None
    position: int = 0
    """Place among the plan's sections in reading order, from 0."""
    depth: int = 1
    """1 for a heading of the first level."""
    deadlines: tuple[Deadline, ...] = ()
    """Limits that stand in the heading itself; they bind every task below and are repeated there."""
    span: Span | None = None
    confidence: float = 1.0
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Task:
    """One unit of work that somebody is, or ought to be, made responsible for."""

    id: str
    number: str | None
    section: str | None
    text: str
    assignments: tuple[Assignment, ...] = ()
    deadlines: tuple[Deadline, ...] = ()
    cites: tuple[str, ...] = ()
    produces: tuple[str, ...] = ()
    position: int = 0
    """Place among the plan's tasks in reading order, from 0."""
    locator: str = ""
    """How a person finds it: the row number in a table; in prose the numbers on its way, #n for a clause (四.10#5)."""
    columns: tuple[str, ...] = ()
    """Heads of the owner and deadline columns the row had, filled or not: an empty cell is evidence."""
    span: Span | None = None
    confidence: float = 1.0
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    """A leading group, joint meeting or command post that the plan sets up or names."""

    name: str
    members: tuple[str, ...] = ()
    office: str | None = None
    """The body that hosts its office."""
    sunset: str | None = None
    """The words that say when it ends."""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Enterprise:
    """One row of an enterprise ledger (台账)."""

    name: str
    uscc: str | None = None
    """统一社会信用代码 as written, width folded and upper case; not repaired."""
    jurisdiction: str | None = None
    industry: str | None = None
    treatment: str | None = None
    deadline: str | None = None
    agency: str | None = None
    """The body answerable for it, as written."""
    address: str | None = None
    remarks: tuple[tuple[str, str], ...] = ()
    """Every further cell as (column head, text): nothing of the row is lost."""
    locator: str = ""
    """How a person finds it: its number in the ledger, or #n for the n-th row, behind the name of a sheet (名单 3)."""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """Everything read from one document."""

    title: str
    jurisdiction: str | None = None
    document_number: str | None = None
    issued: str | None = None
    status: Status = "issued"
    sections: tuple[Section, ...] = ()
    tasks: tuple[Task, ...] = ()
    groups: tuple[Group, ...] = ()
    enterprises: tuple[Enterprise, ...] = ()
    source: str = ""
    """File name without folders."""
    sha256: str = ""
    """Of the file's bytes; the plan's identity."""
    coverage: Coverage = field(default_factory=Coverage)
    decisions: str = ""
    """SHA-256 of what a person corrected in this reading; empty where nobody did."""
