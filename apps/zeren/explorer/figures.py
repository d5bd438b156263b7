"""Counts over one plan: who carries how many tasks, when they fall due, which gaps there are."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from zeren.explorer.picture import Picture
from zeren.model import Finding
from zeren.model.plan import ROLES

SEVERITIES = ("error", "warning", "info")


@dataclass(frozen=True, slots=True)
class Share:
    """How many of one name are of one kind; `order` sorts the names, biggest first."""

    name: str
    kind: str
    count: int
    order: int


def load(picture: Picture, most: int = 15) -> tuple[Share, ...]:
    """Tasks by body and strongest role, for the bodies with most tasks; without collectives, which are no one body."""
    strongest: dict[str, dict[str, str]] = {}
    for duty in picture.duties:
        if picture.body[duty.body].kind != "collective":
            roles = strongest.setdefault(duty.body, {})
            roles[duty.task] = min(roles.get(duty.task, duty.role), duty.role, key=ROLES.index)
    ranked = sorted(strongest.items(), key=lambda item: (-len(item[1]), picture.body[item[0]].name))[:most]
    shares = []
    for order, (body, roles) in enumerate(ranked):
        counts = Counter(roles.values())
        shares += [Share(picture.body[body].label, role, counts[role], order) for role in ROLES if role in counts]
    return tuple(shares)


def quarters(picture: Picture) -> tuple[tuple[str, int], ...]:
    """Quarter (2021Q3) to the number of tasks with a limit that ends in it, without holes between first and last."""
    counts = Counter(
        quarter for task in picture.tasks for quarter in {limit.quarter for limit in task.deadlines if limit.quarter}
    )
    if not counts:
        return ()
    return tuple((quarter, counts[quarter]) for quarter in _between(min(counts), max(counts)))


def _between(first: str, last: str) -> Iterable[str]:
    year, part = int(first[:4]), int(first[5])
    for _ in range(200):
        quarter = f"{year:04d}Q{part}"
        yield quarter
        if quarter == last:
            return
        year, part = (year, part + 1) if part < 4 else (year + 1, 1)


def by_rule(findings: Iterable[Finding]) -> tuple[Share, ...]:
    """Findings by rule and severity, the most frequent first."""
    counts = Counter((finding.rule, finding.severity) for finding in findings)
    ranked = sorted(counts.items(), key=lambda item: (SEVERITIES.index(item[0][1]), -item[1], item[0][0]))
    return tuple(Share(rule, severity, count, order) for order, ((rule, severity), count) in enumerate(ranked))


def dated(picture: Picture) -> int:
    """Number of tasks with a limit that has a date."""
    return sum(any(limit.date or limit.start for limit in task.deadlines) for task in picture.tasks)
