"""A column of remarks that tells a time limit or who helps, where the table has no column for it."""

from __future__ import annotations

import re

from zeren.model import Assignment, Deadline
from zeren.outline.heads import Column
from zeren.outline.tables.columns import TIME
from zeren.readers import Passage
from zeren.wording.calendar import Calendar
from zeren.wording.deadlines import read_deadlines
from zeren.wording.owners import read_owners

_REMARK = re.compile(r"备\s*注|^说明$")
_LONGEST = 40
"""Code points of a remark that is looked at; longer ones explain."""
_DUTY = re.compile(
    r"(?:牵头|负责|落实|配合|协助|协办|参与|指导|督导|监督)[。；]?$|^(?:牵头|责任|配合|协办|督导)(?:单位|部门)[：:]"
)


def owners_of(cell: Passage, column: Column) -> tuple[Assignment, ...]:
    """The bodies of a remark that says who helps or leads (县农商行配合); () where it says something else."""
    if not _is_short(cell, column) or not _DUTY.search(cell.text):
        return ()
    found = read_owners(cell, None, column.head)
    sure = all(owner.reason != "position" and owner.verb for owner in found)
    return found if sure or re.search("[：:]", cell.text) else ()


def limits_of(cell: Passage, column: Column, calendar: Calendar) -> tuple[Deadline, ...]:
    """The limits that a remark states; of one that is nothing but a time that time."""
    if not _is_short(cell, column):
        return ()
    bare = TIME.match(cell.text) and not re.search("[，。；、]", cell.text.rstrip("。；"))
    found = read_deadlines(cell, calendar) or (read_deadlines(cell, calendar, "column") if bare else ())
    return tuple(limit for limit in found if limit.type != "conditional")


def _is_short(cell: Passage, column: Column) -> bool:
    return bool(_REMARK.search(column.head)) and len(cell) <= _LONGEST
