"""Where a conjunction parts two names (和 及 与 以及 暨) and where it belongs to one (发展和改革委员会)."""

from __future__ import annotations

import re

from zeren.agencies.forms import Form, is_field, recognise
from zeren.wording.names.records import NameAt, bare, named
from zeren.wording.names.separators import NUMBER

CONJUNCTION = re.compile(r"以及|[和与及暨](?!其)")
EACH = re.compile(
    r"各(?:地区?|省区市|省（区、市）|市州|市县|[县区市旗]{1,3}|乡镇|镇街|街道|部门|单位|有关部门|有关单位)(?=各(?!类|级|自|项|种))"
)
"""各地区各部门: two names that no sign parts."""
OPENING = re.compile(r"(?:[\s由请、，；。：”]|以及)+")
CLOSING = re.compile(r"[\s、，；。：“]+$")


def joined(text: str, start: int, end: int, tight: bool) -> list[NameAt]:
    """Names parted by conjunctions; one that belongs to a name parts nothing."""
    start, end = _trim(text, start, end)
    if start >= end:
        return []
    whole = bare(text[start:end])
    form = recognise(whole)
    for match in CONJUNCTION.finditer(text, start, end):
        depth = text.count("（", start, match.start()) - text.count("）", start, match.start())
        apart = _parts(text, start, match, end, form) or (tight and _opens_list(text, start, match, end))
        if depth == 0 and not _inside_field(text, match) and apart:
            left = named(start, match.start(), bare(text[start : match.start()]))
            return [left, *joined(text, match.end(), end, tight)]
    if each := EACH.match(text, start, end):
        return [named(start, each.end(), each[0]), *joined(text, each.end(), end, tight)]
    return [named(start, end, whole, tight)]


def _inside_field(text: str, match: re.Match[str]) -> bool:
    """Whether the conjunction belongs to one listed field (人力资源和社会保障)."""
    starts = range(max(0, match.start() - 8), match.start())
    ends = range(match.end() + 1, min(len(text), match.end() + 8) + 1)
    return any(is_field(text[a:b]) for a in starts for b in ends)


def _parts(text: str, start: int, match: re.Match[str], end: int, form: Form | None) -> bool:
    left = bare(text[start : match.start()])
    right = bare(text[match.end() : end])
    if not left or not right or _doubled(text, start, match, end):
        return False
    if is_field(left) and form and form.kind == "trade" and not is_field(form.field):
        return True
    return bool(recognise(left)) and (bool(recognise(right)) or right[0] in "各有相" or bool(CONJUNCTION.search(right)))


def _doubled(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """相关部门和单位: two words for one collective."""
    general = ("部门", "单位", "机构")
    following = CONJUNCTION.split(text[match.end() : end], maxsplit=1)[0].strip()
    return following in general and text[start : match.start()].strip().endswith(general)


def _opens_list(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """…成员单位和滨海湾、虎门镇各有关部门: a place without its level word opens a list with a shared head."""
    left = recognise(bare(text[start : match.start()]))
    if _doubled(text, start, match, end):
        return False
    return bool(left and left.confidence >= 0.9) and len(text[match.end() : end].strip()) <= 6


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    if match := OPENING.match(text, start, end):
        start = match.end()
    if match := NUMBER.match(text[start:end]):
        start += match.end()
    if match := CLOSING.search(text, start, end):
        end = match.start()
    if text[start:end].isdigit():
        start = end
    return start, end
