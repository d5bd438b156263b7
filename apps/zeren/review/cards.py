"""What a mark shows when it is picked: readings and tasks as plain values for the page's script."""

from __future__ import annotations

from typing import Any

from zeren.loading.corrections import CONFIRMED, DECISION
from zeren.loading.corrections.confirming import fingerprint
from zeren.model import Assignment, Plan, Task
from zeren.review.readings import Reading
from zeren.review.words import Words

PEN = "✎"
SEAL = "✓"
QUOTE = 40
"""Code points of a task's text that name it in a correction."""


def sort_name(reading: Reading, words: Words) -> str:
    """Name of a role, of a kind of limit, of what an instrument is to the task."""
    if not reading.sort:
        return ""
    return words(("role_" if reading.kind == "body" else "sort_") + reading.sort)


def letter(reading: Reading, words: Words, plan: Plan) -> str:
    """The sign before a mark: letter of a role, number of a task, a pen where a person settled it."""
    pen = PEN if reading.reason == DECISION else SEAL if reading.reason == CONFIRMED else ""
    if reading.kind == "body":
        return words(f"letter_{reading.sort}") + pen
    return (plan.tasks[reading.tasks[0]].locator if reading.kind == "task" else "") + pen


def summary(reading: Reading, words: Words) -> str:
    """One line on a reading: kind, sort, name, confidence and reason."""
    head = " ".join(filter(None, (words(f"kind_{reading.kind}"), sort_name(reading, words))))
    name = reading.name if len(reading.name) <= QUOTE else reading.name[:QUOTE] + "…"
    evidence = " ".join(filter(None, (f"{reading.confidence:.0%}", words.reason(reading.reason))))
    return f"{head} · {name} · {evidence}"


def card(reading: Reading, words: Words) -> dict[str, Any]:
    """A reading for the script: k kind (h in words), s sort, n name, c per cent, e reason, t tasks, g facts
    (f in words)."""
    return {
        "k": reading.kind,
        "h": words(f"kind_{reading.kind}"),
        "s": reading.sort,
        "z": sort_name(reading, words),
        "n": reading.name,
        "c": round(reading.confidence * 100),
        "e": words.reason(reading.reason),
        "f": [[words(f"fact_{key}"), value] for key, value in reading.facts],
        "t": list(reading.tasks),
        "g": dict(reading.facts),
    }


def _owner(assignment: Assignment, words: Words) -> dict[str, Any]:
    return {
        "s": assignment.role,
        "z": words(f"role_{assignment.role}"),
        "n": assignment.agency,
        "c": round(assignment.confidence * 100),
        "e": words.reason(assignment.reason),
        "x": assignment.span is None,
    }


def task_card(task: Task, words: Words) -> dict[str, Any]:
    """A task for the script: p place, n words, o owners, d limits, r fingerprint, v whether a person confirmed it."""
    limits = [f"{limit.text}（{limit.date}）" if limit.date else limit.text for limit in task.deadlines]
    return {
        "p": task.locator,
        "n": task.text,
        "o": [_owner(assignment, words) for assignment in task.assignments],
        "d": limits,
        "r": fingerprint(task),
        "v": task.reason == CONFIRMED,
    }
