"""From the rows of a rule's query to gaps: rows about one thing become one, with its bodies, rows and facts."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any

from zeren.model import Severity
from zeren.rules.catalogue import OPTIONAL, REQUIRED
from zeren.rules.records import Rule
from zeren.store.protocol import Rows, Value


@dataclass(frozen=True, slots=True)
class Gap:
    """A finding before it is put into words."""

    plan: str
    subject: str
    position: int
    locator: str | None
    quote: str
    severity: Severity
    bodies: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    rows: tuple[str, ...] = ()
    section: str | None = None
    apart: bool = False
    facts: tuple[tuple[str, str], ...] = ()
    parts: tuple[Gap, ...] = ()
    """The gaps it was put together from."""

    @property
    def single(self) -> tuple[Gap, ...]:
        """What it was put together from, itself where it was not."""
        return self.parts or (self,)


Row = Mapping[str, Any]


def _each(rows: Iterable[Row], column: str) -> tuple[Any, ...]:
    """The values of a column, each once, in order, without what is missing."""
    values = (row.get(column) for row in rows)
    return tuple(dict.fromkeys(value for value in values if value not in (None, "")))


def shown(value: Value) -> str:
    """A value as a message shows it: whole numbers without a point, days as ISO dates."""
    if isinstance(value, float):
        return f"{value:g}"
    return value.isoformat() if isinstance(value, dt.date) else str(value)


def _facts(rows: Sequence[Row]) -> tuple[tuple[str, str], ...]:
    names = [name for name in rows[0] if name not in REQUIRED and name not in OPTIONAL]
    return tuple((name, "、".join(shown(value) for value in _each(rows, name))) for name in names)


def _gap(rule: Rule, rows: Sequence[Row]) -> Gap:
    first = rows[0]
    places = _each(rows, "locator")
    return Gap(
        plan=first["plan"],
        subject=first["subject"],
        position=first["position"],
        locator=first["locator"] or None,
        quote=first["quote"] or "",
        severity=first.get("severity") or rule.severity,
        bodies=_each(rows, "body"),
        about=_each(rows, "about"),
        rows=_each(rows, "row") or (places if len(places) > 1 else ()),
        section=first.get("section"),
        apart=bool(first.get("apart")),
        facts=_facts(rows),
    )


def _identity(row: Row) -> tuple[str, str, str]:
    return (row["plan"], row["subject"], str(row.get("key") or ""))


def gaps(rule: Rule, answer: Rows) -> list[Gap]:
    """The gaps in the rows of a rule's query, by plan and reading order."""
    rows = [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]
    together = groupby(sorted(rows, key=_identity), key=_identity)
    found = [_gap(rule, list(group)) for _, group in together]
    return sorted(
        found, key=lambda gap: (gap.plan, gap.position, gap.locator or "", gap.quote, gap.bodies, gap.subject)
    )


def merged(found: Sequence[Gap]) -> list[Gap]:
    """Clauses that follow each other in a section with the same bodies as one gap at the first of them."""
    kept: list[Gap] = []
    for gap in found:
        last = kept[-1] if kept else None
        if last is not None and gap.section is not None and _continues(last, gap):
            rows = (*(last.rows or (last.locator or "",)), gap.locator or "")
            kept[-1] = replace(last, rows=rows, about=(*last.about, gap.subject), parts=(*last.single, gap))
        else:
            kept.append(gap)
    return kept


def _continues(last: Gap, gap: Gap) -> bool:
    same = (last.plan, last.section, last.bodies) == (gap.plan, gap.section, gap.bodies)
    return same and "#" in (last.locator or "") and "#" in (gap.locator or "")


def paired(found: Sequence[Gap]) -> list[Gap]:
    """Gaps that are about each other as one at the first place, with the others as its parts."""
    kept: list[Gap] = []
    for gap in found:
        first = next((n for n, other in enumerate(kept) if _of_one_pair(other, gap)), None)
        if first is None:
            kept.append(gap)
        else:
            before = kept[first]
            places = (*(before.rows or (before.locator or "",)), gap.locator or "")
            kept[first] = replace(before, rows=places, parts=(*before.single, gap))
    return kept


def _of_one_pair(one: Gap, other: Gap) -> bool:
    return one.plan == other.plan and other.subject in one.about and one.subject in other.about
