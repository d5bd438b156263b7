"""Load by body, for the page on workload."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from zeren.explorer.matrix import matrix
from zeren.explorer.picture import Picture


@dataclass(frozen=True, slots=True)
class Due:
    """Tasks of a body that fall due in a quarter."""

    name: str
    quarter: str
    count: int


def due_by_quarter(picture: Picture, most: int = 20) -> tuple[Due, ...]:
    """Counts for the bodies with most dated tasks, biggest first; collectives are left out: they are no one body."""
    counts: dict[str, Counter[str]] = {}
    for body in picture.bodies:
        if body.kind != "collective":
            tasks = {duty.task for duty in picture.duties_of_body[body.id]}
            counts[body.id] = Counter(
                quarter
                for task in tasks
                for quarter in {limit.quarter for limit in picture.task[task].deadlines if limit.quarter}
            )
    ranked = sorted(counts.items(), key=lambda item: (-item[1].total(), picture.body[item[0]].name))[:most]
    return tuple(
        Due(picture.body[body].name, quarter, count)
        for body, found in ranked
        for quarter, count in sorted(found.items())
    )


def loads(picture: Picture) -> tuple[tuple[str, str, int, float], ...]:
    """Id, name, number of tasks and load of every body, the heaviest first."""
    return tuple((row.id, row.name, row.total, row.load) for row in matrix(picture).rows)
