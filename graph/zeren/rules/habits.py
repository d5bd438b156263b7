"""One habit of a plan is one finding: what most of its rows do is said once, with the list of rows."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace

from zeren.model.findings import SEVERITIES
from zeren.rules.gaps import Gap
from zeren.rules.records import Habit


def folded(found: Sequence[Gap], habit: Habit, tasks: Mapping[str, int]) -> list[Gap]:
    """The gaps with those of a habitual plan joined into one; `tasks` gives the number of tasks of each plan.

    A gap marked as standing apart is never joined.
    """
    by_plan: dict[str, list[Gap]] = defaultdict(list)
    kept: list[Gap] = []
    for gap in found:
        (kept if gap.apart else by_plan[gap.plan]).append(gap)
    for plan, gaps in by_plan.items():
        if len(gaps) >= habit.least and len(gaps) >= habit.share * tasks[plan]:
            kept.append(_joined(gaps, habit))
        else:
            kept.extend(gaps)
    return kept


def _joined(gaps: Sequence[Gap], habit: Habit) -> Gap:
    """One gap for the whole plan; its facts say how many it stands for and which bodies recur most."""
    first = gaps[0]
    counted = Counter(body for gap in gaps for body in gap.bodies)
    rows = tuple(dict.fromkeys(place for gap in gaps for place in gap.rows or (gap.locator or "",) if place))
    return replace(
        first,
        subject=first.plan,
        position=-1,
        locator=None,
        severity=min((gap.severity for gap in gaps), key=SEVERITIES.index),
        bodies=tuple(sorted(counted, key=lambda body: (-counted[body], body))[:5]),
        about=tuple(gap.subject for gap in gaps),
        rows=rows,
        facts=(("count", str(len(gaps))),),
        parts=tuple(part for gap in gaps for part in gap.single) if habit.parts else (),
    )
