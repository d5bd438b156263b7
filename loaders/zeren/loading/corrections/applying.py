"""Applying the corrections of a plan, one after the other, and telling what became of each."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace

from zeren.loading.corrections.changes import Changer
from zeren.loading.corrections.desk import Desk
from zeren.loading.corrections.enterprises import ENTERPRISES
from zeren.loading.corrections.facts import UnfitError
from zeren.loading.corrections.groups import GROUPS
from zeren.loading.corrections.headings import HEADINGS
from zeren.loading.corrections.records import Correction, Outcome
from zeren.model import Plan
from zeren.readers import Document
from zeren.readers.notices import notice

_BESIDE_TASKS: Mapping[str, Changer] = {**HEADINGS, **GROUPS, **ENTERPRISES}

SHOWN = 40
"""Code points of a text that a notice shows."""


def digest(corrections: Sequence[Correction]) -> str:
    """Names what the corrections say; empty where there are none. Comments and layout of the file do not count."""
    return hashlib.sha256(repr(tuple(corrections)).encode()).hexdigest() if corrections else ""


def correct(plan: Plan, document: Document, corrections: Sequence[Correction]) -> tuple[Plan, tuple[Outcome, ...]]:
    """The plan as the corrections have it, and what became of each, in their order.

    Each is applied to what those before it left. Whatever was not simply applied stands in `Plan.coverage.notices`.
    """
    if not corrections:
        return plan, ()
    outcomes = []
    for correction in corrections:
        plan, outcome = _apply(plan, document, correction)
        outcomes.append(outcome)
    told = tuple(notice_of(outcome) for outcome in outcomes if outcome.fate != "applied")
    coverage = replace(plan.coverage, notices=(*plan.coverage.notices, *told))
    tasks = tuple(replace(task, position=place) for place, task in enumerate(plan.tasks))
    return replace(plan, tasks=tasks, coverage=coverage, decisions=digest(corrections)), tuple(outcomes)


def _apply(plan: Plan, document: Document, correction: Correction) -> tuple[Plan, Outcome]:
    """The plan after one correction, and what became of that."""
    try:
        if change := _BESIDE_TASKS.get(correction.action):
            return change(plan, document, correction)
        desk = Desk(plan, document)
        outcome = desk.settle(correction)
        return desk.plan, outcome
    except UnfitError as fault:
        return plan, Outcome(correction, "unfit", fault.found)


def notice_of(outcome: Outcome) -> str:
    """What became of a correction as a notice; `zeren.readers.notices.sentence` puts it into words."""
    entry = outcome.correction
    facts: dict[str, object] = {"number": entry.number, "action": entry.action, "person": entry.person}
    facts |= {
        "quote": _short(entry.task.quote or entry.value or entry.field or ""),
        "at": entry.task.at or "—",
        "found": _short(outcome.found),
    }
    if outcome.likeness is not None:
        facts["likeness"] = f"{outcome.likeness:.0f}"
    return notice(f"notice-decision-{outcome.fate}", **facts)


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"
