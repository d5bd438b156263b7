"""Corrections of groups that a plan sets up: that they are, what they are called, who sits in them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from zeren.loading.corrections.changes import Change, Changer, found_in, told, unmatched
from zeren.loading.corrections.matching import Match, find_text, plain
from zeren.loading.corrections.records import Correction
from zeren.model import Group, Plan
from zeren.readers import Document


def _find(plan: Plan, correction: Correction) -> Match:
    names = [group.name for group in plan.groups]
    if (
        correction.name
        and (place := next((at for at, n in enumerate(names) if plain(n) == plain(correction.name)), -1)) >= 0
    ):
        return Match(place)
    return find_text(correction.task, names, [False] * len(names))


def _put(plan: Plan, place: int, *groups: Group) -> Plan:
    return replace(plan, groups=(*plan.groups[:place], *groups, *plan.groups[place + 1 :]))


def settle_group(plan: Plan, document: Document, correction: Correction) -> Change:
    """A group has another name or end; one that was not read is added."""
    match = _find(plan, correction)
    given: dict[str, Any] = {key: value for key in ("name", "sunset") if (value := getattr(correction, key))}
    if match:
        return told(plan, _put(plan, match.place, replace(plan.groups[match.place], **given)), correction, match)
    match, span = found_in(document, correction)
    if span is None:
        return unmatched(plan, document, correction, match)
    group = replace(Group(span.text, span=span), **given)
    return told(plan, replace(plan, groups=(*plan.groups, group)), correction, match)


def drop_group(plan: Plan, document: Document, correction: Correction) -> Change:
    """Words name no group."""
    match = _find(plan, correction)
    if not match:
        return unmatched(plan, document, correction, match, wished=True)
    return told(plan, _put(plan, match.place), correction, match)


def _inside(change: Callable[[Group, str], Group]) -> Changer:
    """A change of one group by the body named."""

    def changer(plan: Plan, document: Document, correction: Correction) -> Change:
        match = _find(plan, correction)
        if not match:
            return unmatched(plan, document, correction, match)
        group = change(plan.groups[match.place], correction.body or "")
        return told(plan, _put(plan, match.place, group), correction, match)

    return changer


def _has(members: Iterable[str], body: str) -> bool:
    return any(plain(member) == plain(body) for member in members)


def _add_member(group: Group, body: str) -> Group:
    return group if _has(group.members, body) else replace(group, members=(*group.members, body))


def _drop_member(group: Group, body: str) -> Group:
    return replace(group, members=tuple(member for member in group.members if plain(member) != plain(body)))


GROUPS: dict[str, Changer] = {
    "group": settle_group,
    "not-a-group": drop_group,
    "member": _inside(_add_member),
    "not-a-member": _inside(_drop_member),
    "office": _inside(lambda group, body: replace(group, office=body)),
}
