"""Labels that head an agency and its duties: 8.生态环境部门。 · 3、市生态环境局： · (三)区环保局"""

from __future__ import annotations

import re
from dataclasses import dataclass

from zeren.agencies.forms import is_calm, names_person
from zeren.model import Assignment
from zeren.readers.document import Passage
from zeren.wording.actors.words import words
from zeren.wording.names import Name, NameAt, list_names, place

NUMBER = re.compile(
    r"^[\s\u3000]*(?:第?[一二三四五六七八九十百]+[、.．，]|[（(][一二三四五六七八九十百\d]{1,4}[）)][、.．]?|\d{1,3}[、.．)）]|[①-⑳]|[-•●◆■])?[\s\u3000]*"
)
ENDS = re.compile(r"[。：:；;\n]|\s{1,4}(?=负责|承担|牵头|配合)|$")
DUTY = re.compile(r"^(?:的?(?:主要)?(?:工作)?(?:职责|责任|任务|分工)(?:是|为)?)$")
HEAD = re.compile(r"(?:牵头|责任|配合|主办|协办|承办|主责|参与|支撑|落实|推进|实施|监督|督导)(?:单位|部门|主体|处室)$")
"""A label of owners, not of a body."""
LONGEST = 90


@dataclass(frozen=True, slots=True)
class BodyLabel:
    """Bodies that head what follows."""

    names: tuple[Name, ...]
    passage: Passage
    """The label without its number and closing mark."""
    rest: Passage
    """What follows the label in the same paragraph; empty where it stands alone."""

    @property
    def label(self) -> Passage:
        """The label as a section is titled with it."""
        return self.passage

    @property
    def body(self) -> str:
        """The names as `read_actors` takes them."""
        return "、".join(name.text for name in self.names)

    @property
    def assignments(self) -> tuple[Assignment, ...]:
        """The bodies as responsible for what follows."""
        return tuple(
            Assignment(name.text, "responsible", place, None, None, name.confidence, "heading", name.passage.span())
            for place, name in enumerate(self.names, 1)
        )


def read_body_label(passage: Passage) -> BodyLabel | None:
    """The bodies that a paragraph or heading begins with as its label; None when it begins otherwise.

    With or without its number. Every name must be built like a body's name; a post or person is none.
    """
    number = NUMBER.match(passage.text)
    body = passage[number.end() if number else 0 :]
    mark = ENDS.search(body.text)
    end = mark.start() if mark else len(body)
    if not 0 < end <= LONGEST:
        return None
    label, rest = body[:end].strip(), body[mark.end() if mark else end :].strip()
    closed = bool(mark and mark.group())
    if closed and (told := re.search("(?<!牵头)负责$", label.text)):
        label = label[: told.start()]
    names = _names(label, closed or not rest)
    return BodyLabel(names, label, rest) if names else None


def _names(label: Passage, clear: bool) -> tuple[Name, ...]:
    text = re.sub(r"(?:的)?(?:主要)?(?:工作)?(?:职责|责任|任务)(?:分工)?$", "", label.text) or label.text
    if (
        not clear
        or text in words().not_labels
        or HEAD.match(text)
        or names_person(text)
        or re.search(r"[，,“《]", text)
    ):
        return ()
    items = list_names(text)
    if not items or any(not _is_head(item) for item in items):
        return ()
    return tuple(place(item, label) for item in items)


def _is_head(item: NameAt) -> bool:
    """Whether the name can head a duty list; one told by its ending alone must not begin like an order."""
    if item.form is None or item.form.kind == "class":
        return False
    return item.form.confidence > 0.8 or (is_calm(item.text) and not words().predicate.match(item.text))
