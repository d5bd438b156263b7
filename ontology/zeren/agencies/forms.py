"""Whether a text is the name of a public body, told from how the name is built: place or level, field, kind of body.

No list of bodies is needed for this: 青川县水利和林业局 is a body because a place, fields of duty and 局 follow each
other. Posts and persons (市长, 局主要负责人) are none. The vocabulary stands in `forms.toml`.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from zeren.agencies.forms_patterns import Patterns, compile_patterns

STRICT, GROUP, TERRITORY, LOOSE = 0.95, 0.9, 0.85, 0.7


@dataclass(frozen=True, slots=True)
class Form:
    """How a name is built."""

    kind: str
    """organ, branch, institution, association, enterprise, zone, group, government, party, self-governing, trade
    (生态环境部门), collective (有关部门), class (of enterprises) or territory (各县区, 沙田镇)."""
    level: str | None
    """Level word or the last character of the place as written (市, 县区, 国家), None where the name has none."""
    place: str | None
    """Place named in full at the head (张掖市), None where only a level word or nothing stands there."""
    field: str
    """Field of duty as written (发展改革); empty where the name has none."""
    suffix: str
    """What names the kind of body (局, 管委会, 部门); empty for a bare territory."""
    distributive: bool = False
    """Each member on its own ground (各县区)."""
    indefinite: bool = False
    """Nobody in particular (有关部门)."""
    confidence: float = STRICT


@cache
def _vocabulary() -> Patterns:
    return compile_patterns(tomllib.loads(files("zeren.agencies").joinpath("forms.toml").read_text("utf-8")))


def recognise(text: str) -> Form | None:
    """The form of a whole text taken as one name; None when it is not built like a body's name."""
    return _recognise(text)


@lru_cache(maxsize=65536)
def _recognise(text: str) -> Form | None:
    patterns = _vocabulary()
    name = re.sub(r"[\s\u3000]+", "", text).translate(patterns.fold)
    if not 1 < len(name) <= 60 or patterns.person.search(name) or _is_nothing(name):
        return None
    for pattern, confidence in (
        (patterns.strict, STRICT),
        (patterns.group, GROUP),
        (patterns.territory, TERRITORY),
        (patterns.loose, LOOSE),
    ):
        if match := pattern.fullmatch(name):
            return _form(match, confidence, patterns)
    return None


def match_body(text: str, start: int = 0, *, loose: bool = False, persons: bool = False) -> tuple[int, Form] | None:
    """The longest name that begins at `start` in a running text, as its end and form.

    With `loose` a name may also be told by its ending alone, up to the next mark or verb (北岭新能源集团). A name that
    only begins a post (市经信局局长) is none, unless `persons`.
    """
    patterns = _vocabulary()
    best: tuple[int, Form] | None = None
    for pattern, confidence in (
        (patterns.strict, STRICT),
        (patterns.group, GROUP),
        (patterns.territory, TERRITORY),
        (patterns.running, LOOSE),
    ):
        if confidence == LOOSE and (best or not loose):
            break
        match = pattern.match(text, start)
        if (
            match
            and match.end() > start + 1
            and not _is_nothing(match.group())
            and match.end() > (best[0] if best else start)
        ):
            best = match.end(), _form(match, confidence, patterns)
    if best is None or (not persons and person_follows(text, best[0])):
        return None
    return best


def person_follows(text: str, place: int) -> bool:
    """Whether a post or a word for persons follows, so that what stands before is no body of its own (主要领导)."""
    return bool(_vocabulary().person_after.match(text, place))


def may_reach(text: str, place: int, end: int) -> bool:
    """Whether a name told for certain could end behind `place` and before `end`; quicker than to look for the names."""
    patterns = _vocabulary()
    endings = patterns.ending.finditer(text, max(0, place - patterns.longest_ending), end)
    return any(match.end("ending") > place for match in endings)


def is_calm(text: str) -> bool:
    """Whether the text has none of the verbs and small words that never stand inside a name."""
    return _vocabulary().stops.search(text.replace("级以上", "级")) is None


def is_field(text: str) -> bool:
    """Whether the text is one listed field of duty (住房和城乡建设), not two put together."""
    return text in _vocabulary().fields


def is_level(text: str) -> bool:
    """Whether the text is a level word alone (市, 县（市、区）)."""
    return bool(_vocabulary().level.fullmatch(text.translate(_vocabulary().fold)))


def names_person(text: str) -> bool:
    """Whether the text ends in a post or a word for persons (局长, 主要负责人)."""
    return bool(_vocabulary().person.search(text.strip()))


def find_bodies(text: str) -> list[tuple[int, int, Form]]:
    """Every name of a body in a running text as (start, end, form), from left to right, the longest at each place.

    A name that begins with a place's own name is found where the text leaves no doubt where it begins: after a mark or
    after a word that calls for a body (会同, 配合, 由).
    """
    return list(_find_bodies(text))


@lru_cache(maxsize=8192)
def _find_bodies(text: str) -> tuple[tuple[int, int, Form], ...]:
    patterns = _vocabulary()
    found: list[tuple[int, int, Form]] = []
    starts = {0} | {match.end() for match in patterns.boundary.finditer(text)}
    done = 0
    for candidate in sorted(starts | {match.start() for match in patterns.free.finditer(text)}):
        if candidate < done:
            continue
        hit = match_body(text, candidate, loose=candidate in starts)
        if hit and hit[1].kind != "class":
            found.append((candidate, hit[0], hit[1]))
            done = hit[0]
    return tuple(found)


def _is_nothing(name: str) -> bool:
    """布局, 全市, 合办; but 各城区, 各小区 are collectives, and 综合办, 乡村振兴办 are offices with a field of duty."""
    patterns = _vocabulary()
    if name[0] in "各有相" or not patterns.nothing.search(name):
        return False
    office = patterns.strict.fullmatch(name)
    return not (office and office["field"] and office["suffix"] == "办")


def _form(match: re.Match[str], confidence: float, patterns: Patterns) -> Form:
    parts = match.groupdict()
    determiner, head = parts.get("determiner") or "", parts.get("head") or ""
    place = parts.get("place") or ""
    level = parts.get("level") or ""
    if place and head and patterns.level.fullmatch(place + head):
        place, head = place + head, ""
    if place and patterns.level.fullmatch(place):
        place, level = "", place
    suffix = parts.get("suffix") or ""
    field = parts.get("field") or parts.get("field_first") or ""
    if confidence == LOOSE:
        field = patterns.field_at_end(head)
    bare = not (field or head)
    kind = patterns.kind_of(match.group(), suffix, bare and bool(place or level)) if suffix else "territory"
    if parts.get("whole"):
        kind, suffix = patterns.kind_of_whole(parts["whole"]), parts["whole"]
    return Form(
        kind=kind,
        level=level or patterns.level_of(place) or patterns.level_of(head),
        place=place or None,
        field=field.strip("和与及、"),
        suffix=suffix,
        distributive=patterns.distributive(determiner),
        indefinite=patterns.indefinite(determiner),
        confidence=confidence,
    )
