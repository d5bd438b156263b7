"""Leading groups, command posts and joint meetings: name, members, office, end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from zeren.model import Group
from zeren.readers.document import Passage
from zeren.wording.groups.patterns import (
    ADJUSTED,
    ALONE,
    FILLER,
    HEADS,
    LABELLED,
    MEMBERS,
    NAMED,
    OFFICE,
    OWN,
    POSTS,
    SUNSET,
    TITLE,
)
from zeren.wording.names import Name, read_names

LONGEST_LINE = 60


def read_group(passage: Passage) -> Group | None:
    """The first group that a paragraph sets up or describes; None when it tells of none.

    Members are those called 成员 or 成员单位, not 组长 and 副组长. Where only the office of a group named before is
    told (领导小组办公室设在…), the group's name is the word used there.
    """
    return next(iter(read_groups(passage)), None)


def read_groups(passage: Passage) -> tuple[Group, ...]:
    """Every group that a paragraph sets up or describes, in order."""
    found = list(NAMED.finditer(passage.text)) or list(ADJUSTED.finditer(passage.text))
    if not found:
        alone = _alone(passage)
        return (alone,) if alone else ()
    ends = [match.start() for match in found[1:]] + [len(passage)]
    groups = []
    for match, end in zip(found, ends, strict=True):
        name = FILLER.sub("", match["name"].strip('“”" '))
        if name:
            part = passage[match.start() : end]
            groups.append(_extend(Group(name, span=passage[match.start("name") : match.end("name")].span()), part))
    return tuple(groups)


def read_group_lines(passages: Sequence[Passage]) -> Group | None:
    """One group over several paragraphs or lines (成立…领导小组 / 组长：… / 成员：… / 办公室设在…)."""
    group: Group | None = None
    listing = False
    for passage in passages:
        if group is None:
            group = read_group(passage)
            continue
        listing = bool(LABELLED.match(passage.text)) or (listing and _goes_on(passage.text))
        group = _extend(group, passage)
        if listing and not OFFICE.search(passage.text) and not LABELLED.match(passage.text):
            group = _with_members(group, read_names(passage.strip("。"), persons=True))
    return group


def merge_groups(groups: Sequence[Group]) -> tuple[Group, ...]:
    """Groups told of in several places as one each: the short name of a later place ends the full one."""
    out: list[Group] = []
    for group in groups:
        place = next((at for at, known in enumerate(out) if _same(known.name, group.name)), None)
        if place is None:
            out.append(group)
            continue
        known = out[place]
        members = tuple(dict.fromkeys((*known.members, *group.members)))
        name = max(known.name, group.name, key=len)
        out[place] = replace(
            known, name=name, members=members, office=known.office or group.office, sunset=known.sunset or group.sunset
        )
    return tuple(out)


def _same(first: str, second: str) -> bool:
    return first.endswith(second) or second.endswith(first)


def read_office(passage: Passage) -> Name | None:
    """The body that hosts a group's office (办公室设在市工信局); None when none is named."""
    match = OFFICE.search(passage.text)
    if match is None:
        return None
    names = read_names(passage[slice(*match.span("office"))].strip())
    return names[0] if len(names) == 1 and names[0].form else None


def _alone(passage: Passage) -> Group | None:
    match = ALONE.search(passage.text)
    office = read_office(passage)
    members = _members(passage)
    if match is None or not (office or members):
        return None
    span = passage[match.start() : match.end()].span()
    return Group(match["name"], tuple(name.text for name in members), office.text if office else None, span=span)


def _goes_on(text: str) -> bool:
    return 0 < len(text.strip()) <= LONGEST_LINE and not re.search(r"[。：:]", text.strip().rstrip("。"))


def _extend(group: Group, passage: Passage) -> Group:
    group = _with_members(group, _members(passage))
    if group.office is None and (office := read_office(passage)):
        group = replace(group, office=office.text)
    if group.sunset is None and (sunset := SUNSET.search(passage.text)):
        group = replace(group, sunset=sunset.group().strip())
    return group


def _with_members(group: Group, names: Sequence[Name]) -> Group:
    return replace(group, members=tuple(dict.fromkeys((*group.members, *(name.text for name in names)))))


def _members(passage: Passage) -> tuple[Name, ...]:
    if match := LABELLED.match(passage.text):
        return read_members(passage[slice(*match.span("list"))].strip("。"))
    for pattern in MEMBERS:
        if match := pattern.search(passage.text):
            start, end = match.span("list")
            start += max((head.end() for head in HEADS.finditer(passage.text[start:end])), default=0)
            if names := read_members(passage[start:end].strip("，,、；; \n")):
                return names
    return ()


def read_members(passage: Passage) -> tuple[Name, ...]:
    """The members of a list; a post that several bodies share is left out, one of a single body is kept."""
    if TITLE.search(passage.text) or OWN.match(passage.text):
        return ()
    post = POSTS.search(passage.text)
    if post and "、" in passage.text:
        passage = passage[: post.start()]
    return read_names(passage, persons=True)
