"""The records that every part of zeren hands to the next: what a plan says, and where it says it."""

from zeren.model.coverage import Coverage, CoverageEntry, CoverageKind
from zeren.model.errors import InputError, UsageError, ZerenError
from zeren.model.findings import Finding, Severity
from zeren.model.plan import (
    Assignment,
    Deadline,
    DeadlineSource,
    DeadlineType,
    Enterprise,
    Group,
    Plan,
    Role,
    Section,
    Status,
    Task,
)
from zeren.model.span import Span

__all__ = [
    "Assignment",
    "Coverage",
    "CoverageEntry",
    "CoverageKind",
    "Deadline",
    "DeadlineSource",
    "DeadlineType",
    "Enterprise",
    "Finding",
    "Group",
    "InputError",
    "Plan",
    "Role",
    "Section",
    "Severity",
    "Span",
    "Status",
    "Task",
    "UsageError",
    "ZerenError",
]
