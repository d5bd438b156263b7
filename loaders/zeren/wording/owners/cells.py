"""Owner cells: what the head of a column says, and whom a cell below it names."""

from __future__ import annotations

import re
from functools import cache

from zeren.agencies.forms import recognise
from zeren.model import Assignment, Role
from zeren.readers.document import Passage
from zeren.wording.names import DITTO, NONE_MARKS
from zeren.wording.owners.assignments import merge_assignments, read_list
from zeren.wording.owners.labels import find_labels
from zeren.wording.owners.notes import read_owner_note
from zeren.wording.owners.standing import FIRST_LEADS
from zeren.wording.roles import head_role

_SIGNS = re.compile("[、，；;,]")


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
    passage = _without_torn(passage)
    if noted := read_labelled(passage, role, head, first_leads):
        return noted
    return read_list(passage, role, head, first_leads)


def _without_torn(passage: Passage) -> Passage:
    """The cell without line breaks inside a name, where signs part the names: 市医疗⏎保障局、市残联."""
    if "\n" not in passage.text or not _SIGNS.search(passage.text):
        return passage
    lines = passage.split(r"\s*\n\s*")
    joined = [lines[0]]
    for line in lines[1:]:
        left, right = _SIGNS.split(joined[-1].text)[-1].strip(), _SIGNS.split(line.text)[0].strip()
        follow = recognise(right)
        torn = bool(left and right and recognise(left + right)) and not (
            follow and (follow.level or follow.distributive)
        )
        joined[-1:] = [Passage.joined([joined[-1], line])] if torn else [joined[-1], line]
    if len(joined) == len(lines):
        return passage
    pieces = [joined[0]]
    for line in joined[1:]:
        pieces += [Passage("\n", line.block, line.offsets[:1], line.row, line.column), line]
    return Passage.joined([piece for piece in pieces if piece])


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
