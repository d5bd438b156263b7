"""Who answers for a task where the plan says so in a place of its own: owner cells, parentheses, labelled lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, lru_cache

from zeren.agencies.forms import Form
from zeren.model import Assignment, Role
from zeren.readers.document import Passage
from zeren.wording.clauses import Claim, read_clauses
from zeren.wording.names import DITTO, NONE_MARKS
from zeren.wording.owners_labels import find_labels
from zeren.wording.owners_notes import (
    FIRST_LEADS,
    OwnerNote,
    StandingRule,
    find_owner_notes,
    read_owner_note,
    read_standing_rule,
)
from zeren.wording.roles import RANK, head_role

__all__ = [
    "OwnerNote",
    "StandingRule",
    "column_role",
    "find_owner_notes",
    "is_ditto",
    "merge_assignments",
    "read_owner_note",
    "read_owners",
    "read_standing_rule",
    "says_first_leads",
]


def column_role(head: str) -> Role | None:
    """The role that a column head or label gives the bodies under it; None when it heads no bodies.

    牵头单位 lead, 责任单位 responsible, 配合单位 support, 督导单位 supervise; 责任人 and 完成时限 None.
    """
    return head_role(head)


@cache
def says_first_leads(head: str) -> bool:
    """Whether a head says that the first body of each cell leads: 责任单位（列首位的为牵头单位）, 牵头及配合单位."""
    return bool(FIRST_LEADS.search(head) or re.search("牵头.{0,4}[及和与、/／].{0,4}(?:配合|责任|协办|参与)", head))


def read_owners(
    passage: Passage, role: Role | None, head: str | None, first_leads: bool = False
) -> tuple[Assignment, ...]:
    """The assignments of an owner cell, of the inside of an owner parenthesis or of a label's value.

    `role` is what the head gives, None where nothing but the words themselves say it (responsible then). Under a head
    of `support` or `supervise` every name has that role, whatever verb the cell goes on to use; the verb is kept, of
    会同 with the bodies before it (who gather), not with those after it.
    `first_leads`: the plan says that the first name leads; it does where several stand and none is told to lead.
    () for /, —, 无 and for 同上 (see `is_ditto`).
    """
    if NONE_MARKS.match(passage.text) or is_ditto(passage):
        return ()
    if noted := read_labelled(passage, role, head, first_leads):
        return noted
    claims = _claims(passage.text, role, first_leads)
    return tuple(assign(claim, passage, head, place) for place, claim in enumerate(claims, 1))


@lru_cache(maxsize=16384)
def _claims(text: str, role: Role | None, first_leads: bool) -> tuple[Claim, ...]:
    """The claims of a text; remembered, because an owner column says the same few things again and again."""
    claims = read_clauses(text, role or "responsible")
    if role in ("support", "supervise"):
        claims = tuple(_under_head(claim, role) for claim in claims)
    if first_leads and len(claims) > 1 and all(claim.role == "responsible" for claim in claims):
        claims = (replace(claims[0], role="lead", confidence=claims[0].confidence * 0.95), *claims[1:])
    return claims


def _under_head(claim: Claim, role: Role) -> Claim:
    verb = None if claim.role == "joint" else claim.verb
    return claim if (claim.role, claim.verb) == (role, verb) else replace(claim, role=role, verb=verb)


def read_labelled(passage: Passage, role: Role | None, head: str | None, first_leads: bool) -> tuple[Assignment, ...]:
    """A cell with labels of its own (牵头单位：… 配合单位：…); () where it has none."""
    labels = [label for label in find_labels(passage.text) if label.kind == "owner"]
    if not labels:
        return ()
    note = read_owner_note(passage[labels[0].start :], first_leads)
    before = passage[: labels[0].start].strip(" \u3000\n，,；;、")
    own = read_owners(before, role, head, first_leads) if before else ()
    return merge_assignments(own, note.assignments if note else ())


def is_ditto(passage: Passage) -> bool:
    """Whether the cell only points to the one above (同上)."""
    return bool(DITTO.match(passage.text))


def assign(claim: Claim, passage: Passage, head: str | None, position: int) -> Assignment:
    """A claim as a record with the words of the passage it was read from."""
    words = passage[claim.start : claim.end].without(r"\s+")
    return Assignment(
        agency=claim.name,
        role=claim.role,
        position=position,
        verb=claim.verb,
        header=head,
        confidence=round(min(1.0, claim.confidence + (0.05 if head else 0.0)), 3),
        reason=evidence(claim.form, head),
        span=words.span(),
    )


def evidence(form: Form | None, head: str | None) -> str:
    """Code of what a reading rests on."""
    if form is None:
        return "position"
    return "form+column" if head else "form"


def merge_assignments(*lists: Sequence[Assignment]) -> tuple[Assignment, ...]:
    """Several readings of one task as one list: each body once, in its strongest role, positions counted anew."""
    best: dict[str, Assignment] = {}
    for assignment in (item for items in lists for item in items):
        known = best.get(assignment.agency)
        if known is None or RANK[assignment.role] < RANK[known.role]:
            best[assignment.agency] = assignment
    return tuple(
        item if item.position == place else replace(item, position=place) for place, item in enumerate(best.values(), 1)
    )
