"""Corrections of the rows of an enterprise ledger, and of what a plan says of itself."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from zeren.loading.corrections.changes import Change, Changer, told, unmatched
from zeren.loading.corrections.matching import Match, find_text, plain
from zeren.loading.corrections.records import Correction, Outcome
from zeren.model import Enterprise, Plan
from zeren.readers import Document


def _find(plan: Plan, correction: Correction) -> Match:
    """The enterprise of that name or code, by the name it was given before too."""
    quote = plain(correction.task.quote)
    coded = [at for at, enterprise in enumerate(plan.enterprises) if plain(enterprise.uscc or "") == quote]
    if len(coded) == 1:
        return Match(coded[0])
    places = [str(at) == correction.task.at for at in range(1, len(plan.enterprises) + 1)]
    return find_text(correction.task, [enterprise.name for enterprise in plan.enterprises], places)


def _put(plan: Plan, place: int, *enterprises: Enterprise) -> Plan:
    rows = plan.enterprises
    return replace(plan, enterprises=(*rows[:place], *enterprises, *rows[place + 1 :]))


def settle_enterprise(plan: Plan, document: Document, correction: Correction) -> Change:
    """A field of an enterprise has another value; an empty one: it is not given."""
    field, value = correction.field or "", correction.value
    names = [plain(enterprise.name) for enterprise in plan.enterprises]
    if field == "name" and plain(value or "") in names and plain(correction.task.quote) not in names:
        return told(plan, plan, correction, Match())
    match = _find(plan, correction)
    if not match:
        return unmatched(plan, document, correction, match)
    changed: dict[str, Any] = {field: value or None}
    new = replace(plan.enterprises[match.place], **changed)
    return told(plan, _put(plan, match.place, new), correction, match)


def drop_enterprise(plan: Plan, document: Document, correction: Correction) -> Change:
    """A row is no enterprise."""
    match = _find(plan, correction)
    if not match:
        return unmatched(plan, document, correction, match, wished=True)
    return told(plan, _put(plan, match.place), correction, match)


def settle_plan(plan: Plan, _: Document, correction: Correction) -> Change:
    """The plan's title, place, number, day or standing is another than was read.

    A quote is what was read when the correction was written: where another value is read now, the person looks again.
    """
    field, value = correction.field or "", correction.value or None
    now, quote = getattr(plan, field), correction.task.quote
    if now != value and quote and plain(quote) != plain(now or ""):
        return plan, Outcome(correction, "changed", now or "—")
    changed: dict[str, Any] = {field: value}
    return told(plan, replace(plan, **changed), correction, Match())


ENTERPRISES: dict[str, Changer] = {
    "enterprise": settle_enterprise,
    "not-an-enterprise": drop_enterprise,
    "plan": settle_plan,
}
