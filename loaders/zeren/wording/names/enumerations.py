"""Enumerations of bodies: one entry a body, a shared head given to each (市、县应急管理部门)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from zeren.agencies.forms import Form
from zeren.readers.document import Passage
from zeren.wording.names.lists import list_names
from zeren.wording.names.records import NameAt

NONE_MARKS = re.compile(r"^[\s/／\\—–－\-_*无空暂略×（）()]*$|^(?:待定|待明确|另行明确|不涉及|无需|暂缺|未定)$")
DITTO = re.compile(r"^[\s（(]*(?:同上|同前|上同|〃|″|同上一?[行栏项])[）)\s。]*$")


@dataclass(frozen=True, slots=True)
class Name:
    """One body of an enumeration."""

    text: str
    """As it is to be entered: a shared head added, a trailing 等 left out, no white space."""
    passage: Passage
    """Where its own words stand; a head it shares may stand elsewhere."""
    confidence: float = 1.0
    reason: str | None = None
    """form: built like a body's name; position: only its place in the list says so; ditto: 同上."""
    form: Form | None = None


def read_names(passage: Passage, persons: bool = False) -> tuple[Name, ...]:
    """The bodies an enumeration names, in reading order; () where the cell says there is none (/, —, 无).

    Parted by 、，； line breaks, spaces, 和 及 与 以及, but not inside a name (发展和改革委员会) or parentheses.
    等有关部门 gives 有关部门, 等部门 nothing. Posts and persons are left out unless `persons`.
    同上 gives one name with the reason `ditto`.
    """
    if NONE_MARKS.match(passage.text):
        return ()
    if DITTO.match(passage.text):
        return (Name("同上", passage.strip(), 1.0, "ditto"),)
    return tuple(place(item, passage) for item in list_names(passage.text, persons))


def place(item: NameAt, passage: Passage) -> Name:
    """The name with the words of the passage it was read from."""
    words = passage[item.start : item.end].without(r"\s+")
    reason = "form" if item.form else "position"
    return Name(item.text, words, item.confidence, reason, item.form)


def is_ditto(names: Sequence[Name]) -> bool:
    """Whether the cell only points to the one above (同上)."""
    return len(names) == 1 and names[0].reason == "ditto"
