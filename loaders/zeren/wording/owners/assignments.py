"""The bodies of a list with their roles as records: what cells, parentheses and labelled lines share."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from zeren.agencies.forms import Form
from zeren.model import Assignment, Role
from zeren.readers.document import Passage
from zeren.wording.names import DITTO, NONE_MARKS
from zeren.wording.owners.clauses import Claim, read_clauses
from zeren.wording.roles import RANK


def read_list(
    passage: Passage, role: Role | None, head: str | None, first_leads: bool = False
) -> tuple[Assignment, ...]:
    """The assignments of a list of bodies with their verbs; () for /, —, 无 and for 同上.

    Arguments as of `zeren.wording.owners.read_owners`.
    """
    if NONE_MARKS.match(passage.text) or DITTO.match(passage.text):
        return ()
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
