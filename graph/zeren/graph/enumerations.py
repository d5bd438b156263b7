"""Which bodies of a task are named together (甲局、乙局负责) and which have sentences of their own."""

from __future__ import annotations

from collections.abc import Sequence

from zeren.model import Assignment

_BETWEEN = 4
"""Code points that may stand between two names of one enumeration: 、, 以及, the end of a bracket."""


def enumerations(assignments: Sequence[Assignment]) -> list[int]:
    """The number of its enumeration for each assignment, from 1. Cells and names without a place are all one."""
    found, current = [], 1
    for before, this in zip([None, *assignments], assignments, strict=False):
        if before is not None and _apart(before, this):
            current += 1
        found.append(current)
    return found


def _apart(before: Assignment, this: Assignment) -> bool:
    if before.header or this.header or before.span is None or this.span is None:
        return False
    return before.span.block != this.span.block or this.span.start - before.span.end > _BETWEEN
