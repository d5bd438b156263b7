"""Headings that lost the line end behind them: where the heading ends and its text begins, told from the words.

A page saved as running text loses its line ends (（一）加强组织领导各街道要…). A heading is a phrase that ends like
one, its text opens with a word that begins sentences. One piece alone may deceive: fellows under one heading decide.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from zeren.agencies.forms import match_body
from zeren.outline.headings import is_standing, is_title
from zeren.outline.prose.splitting import Line
from zeren.outline.sentences import CLAUSE, depths

_LEVELS = "国省自市州盟区县旗镇乡街"
_FORMS = ("hundred", "bracketed")
"""Forms whose parts have a title of their own."""
_SHORTEST, _LONGEST = 4, 30
"""Code points of a heading."""
_ENOUGH = 3
"""One of so many fellows must surely have a heading."""
_DISPOSING = re.compile("[把将使让]")
"""A clause that opens so is not over before its verb."""
_FEWEST = 4
"""Pieces with such numbers in one line that make it a text without line ends."""


@dataclass(frozen=True, slots=True)
class _Joint:
    """Where a heading ends, and whether the word behind it hardly stands elsewhere than at the head of a sentence."""

    place: int
    sure: bool


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str]]:
    data = tomllib.loads(files("zeren.outline.prose").joinpath("glued.toml").read_text("utf-8"))
    return (
        re.compile(f"(?:{'|'.join(data['endings'])})$"),
        re.compile("|".join(data["openers"])),
        re.compile("|".join(data["verbs"])),
    )


def part_titles(lines: Sequence[Line]) -> Iterator[Line]:
    """The pieces of one line, those that open with a heading parted behind it."""
    if sum(1 for line in lines if _is_part(line)) < _FEWEST:
        yield from lines
        return
    joints = _agreed(lines)
    for place, line in enumerate(lines):
        if joint := joints.get(place):
            cut = len(line.whole) - len(line.passage) + joint
            yield Line(line.passage[:joint].strip(), line.whole[:cut].strip(), line.marker, line.level)
            rest = line.passage[joint:].strip()
            yield Line(rest, rest)
        else:
            yield line


def _is_part(line: Line) -> bool:
    return line.marker is not None and line.marker.form in _FORMS


def _agreed(lines: Sequence[Line]) -> dict[int, int]:
    """Place of each piece with a heading, and where it ends, where enough of its fellows surely have one."""
    found: dict[int, int] = {}
    for run in _runs(lines):
        joints = {place: joint for place in run if (joint := _joint(lines[place].passage.text))}
        if _ENOUGH * sum(joint.sure for joint in joints.values()) >= len(run):
            found |= {place: joint.place for place, joint in joints.items()}
    return found


def _runs(lines: Sequence[Line]) -> list[list[int]]:
    """Pieces of one form that count on under one heading."""
    runs: list[list[int]] = []
    open_: dict[str, list[int]] = {}
    for place, line in enumerate(lines):
        if line.marker is None or line.marker.form not in _FORMS:
            continue
        if line.marker.form == "hundred":
            open_.pop("bracketed", None)
        if line.marker.form not in open_:
            open_[line.marker.form] = []
            runs.append(open_[line.marker.form])
        if not is_title(line.passage.text):
            open_[line.marker.form].append(place)
    return [run for run in runs if run]


def _joint(text: str) -> _Joint | None:
    """Where the heading at the head of a text ends; None where a sign ends it or nothing tells."""
    endings, openers, verbs = _patterns()
    head = re.match(f"[^{CLAUSE}：:]*", text)
    first = head.end() if head else 0
    if first == len(text) or _DISPOSING.match(text) or (first <= _LONGEST and is_title(text[:first])):
        return None
    if (spaced := re.match(r"\S[^\s。；：]{2,34}(?=\s)", text)) and is_title(spaced[0], parted=True):
        return _Joint(spaced.end(), True)
    open_ = depths(text[: 2 * _LONGEST])
    weak: _Joint | None = None
    for place in range(_SHORTEST, min(first, _LONGEST) + 1):
        title = text[:place]
        if (open_[place - 1] and title[-1] not in "”）)》") or not (endings.search(title) or is_standing(title)):
            continue
        if openers.match(text, place) or _opens_with_body(text, place):
            return _Joint(place, True)
        if weak is None and verbs.match(text, place):
            weak = _Joint(place, False)
    return weak


def _opens_with_body(text: str, place: int) -> bool:
    """Whether a body of a level stands at a place (…保障措施区发展改革委牵头…)."""
    found = match_body(text[place : place + _LONGEST]) if text[place : place + 1] in _LEVELS else None
    return bool(found and found[1].level and found[1].confidence > 0.9)
