"""A person's word that a task was read rightly, which holds as long as it is read so."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TypeVar

from zeren.loading.corrections.matching import plain
from zeren.loading.corrections.records import CONFIRMED, DECISION, Correction
from zeren.model import Assignment, Deadline, Task

_Fact = TypeVar("_Fact", Assignment, Deadline)

LENGTH = 12
"""Hexadecimal digits of a fingerprint: enough to tell two readings of one task apart."""


def fingerprint(task: Task) -> str:
    """Names what was read of a task: its words, who acts in what role, until when. How surely does not count."""
    bodies = [(item.role, plain(item.agency)) for item in task.assignments]
    limits = [(limit.type, plain(limit.text), limit.date, limit.start) for limit in task.deadlines]
    said = repr((plain(task.text), bodies, limits, task.cites, task.produces))
    return hashlib.sha256(said.encode()).hexdigest()[:LENGTH]


def is_other(task: Task, correction: Correction) -> bool:
    """Whether a task is read in another way than the one that was confirmed."""
    return correction.reading is not None and correction.reading != fingerprint(task)


def confirm(task: Task) -> Task:
    """The task with all that was read of it sure."""
    return replace(
        task,
        confidence=1.0,
        reason=task.reason if task.reason == DECISION else CONFIRMED,
        assignments=tuple(map(_sure, task.assignments)),
        deadlines=tuple(map(_sure, task.deadlines)),
    )


def _sure(fact: _Fact) -> _Fact:
    return fact if fact.reason == DECISION else replace(fact, confidence=1.0, reason=CONFIRMED)
