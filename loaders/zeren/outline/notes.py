"""Where a text says who answers for it: brackets and labels with owners and time limits within running text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zeren.outline.sentences import depths
from zeren.readers import Passage
from zeren.wording.owners import OwnerNote, read_owner_note
from zeren.wording.owners.labels import find_labels
from zeren.wording.owners.parentheses import names_only_owners

_HINT = re.compile("牵头|负责|单位|部门|配合|落实|责任|主办|协办|承办|参与|支撑|督导|实施|时限|完成|主体")
_LABEL = re.compile(
    r"(?:^|(?<=[。；;）)！\s]))[（(【〔［]?(?:牵头|责任|主责|主办|协办|配合|承办|参与|支撑|推进|实施|落实|督导|完成|办理|分工|部门分工|职责分工|时间|进度|主管|分管)[^：:。；;，,（）()]{0,8}[：:]"
)
_SENTENCE = re.compile("负责|要|应|[，。].*[，。]|加强|开展|推进|建立|完成|落实")
_LABELS = 24
"""Code points in which a label at the head of a line ends."""
_BRACKETS = "（(【〔[［", "）)】〕]］"


@dataclass(frozen=True, slots=True)
class Noted:
    """An owner note and its place in the text it stands in."""

    start: int
    end: int
    note: OwnerNote
    labelled: bool
    """A label without brackets: no part of the task's text."""


_VALUE = re.compile(r"^[（(【〔［]?([^：:。；]{2,10})[：:]\s*(.*?)[)）】〕］]?[。；;]?$", re.S)
_LIMIT = re.compile(r"时限|时间|期限|节点|进度")
_PERSON = re.compile(r"领导|责任人|负责人|联系人|联络员|电话")
_CONTACT = re.compile(r"(?:联系人|联络员|联系?电话|电话|联系方式)")
"""Whom to ring up, in a bracket: that answers for nothing and closes no unit."""


def line_note(passage: Passage) -> OwnerNote | None:
    """The note that a whole line consists of (责任单位：…, or a bracket on a line of its own)."""
    text = passage.text
    if (
        _LABEL.match(text)
        or _opens_with_label(text)
        or (text[0] in _BRACKETS[0] and _closes_at_end(text) and _HINT.search(text))
    ):
        return read_owner_note(passage) or _other_note(passage)
    return None


def _opens_with_label(text: str) -> bool:
    labels = find_labels(text[:_LABELS])
    return bool(labels) and labels[0].start == 0


def is_contact(passage: Passage) -> bool:
    """A line that only says whom to call (（联系人：某某，电话：…）): it closes nothing and binds nobody."""
    return bool(_CALL.match(passage.text))


_CALL = re.compile(r"[（(]?(?:联\s*系\s*人|联系电话|联系方式|咨询电话)[^：:，。]{0,10}[：:]")


def _other_note(passage: Passage) -> OwnerNote | None:
    """A label that gives a time limit or a person only: no body answers by it."""
    text = passage.text
    match = _VALUE.match(text)
    if not match or not (_LIMIT.search(match[1]) or _PERSON.search(match[1])):
        return None
    if _PERSON.search(match[1]):
        return None if _CONTACT.match(match[1]) and text[:1] in _BRACKETS[0] else OwnerNote(passage, ())
    return OwnerNote(passage, (), (passage[match.start(2) : match.end(2)],), labels=(match[1],))


def _closes_at_end(text: str) -> bool:
    bare = text.rstrip("。；; ")
    return bare[-1] in _BRACKETS[1] and all(depth > 0 for depth in depths(bare)[1:-1])


def _brackets(text: str) -> Iterator[tuple[int, int]]:
    """The outermost brackets, half-open."""
    open_ = depths(text)
    start = None
    for place, character in enumerate(text):
        if start is None and character in _BRACKETS[0] and open_[place] == 0:
            start = place
        elif start is not None and character in _BRACKETS[1] and open_[place] == 0:
            yield start, place + 1
            start = None


def find_notes(passage: Passage) -> list[Noted]:
    """Every owner note in a running text, in order; a label without brackets takes all that follows it."""
    text = passage.text
    if not _HINT.search(text) and text.rstrip("。；;，, ")[-1:] not in _BRACKETS[1]:
        return []
    open_ = depths(text)
    label = next((m for m in _LABEL.finditer(text) if m.group()[0] not in _BRACKETS[0] and open_[m.start()] == 0), None)
    end = label.start() if label else len(text)
    closing = len(text.rstrip("。；;，, "))
    found = []
    for start, stop in _brackets(text[:end]):
        hinted = _HINT.search(text, start, stop) or stop == closing
        if hinted and (note := read_owner_note(passage[start:stop]) or _other_note(passage[start:stop])):
            while stop < end and text[stop] in "。；;，,":
                stop += 1
            found.append(Noted(start, stop, note, False))
    stop = end + _reach(text[end:])
    if label and (note := read_owner_note(passage[end:stop]) or _other_note(passage[end:stop])):
        found.append(Noted(end, stop, note, True))
    return found


def _reach(text: str) -> int:
    """How far labels without brackets reach: to the first sentence that has no label and names no owners."""
    place = text.find("。") + 1
    while 0 < place < len(text):
        rest = text[place:].lstrip()
        sentence = rest[: rest.find("。") + 1] or rest
        if not rest or not (
            _opens_with_label(sentence) or names_only_owners(sentence) or not _SENTENCE.search(sentence)
        ):
            return place if rest else len(text)
        place = text.find("。", place) + 1
    return len(text)
