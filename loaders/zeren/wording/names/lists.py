"""How an enumeration falls into names, on plain text: separators, 等, conjunctions, shared heads."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import lru_cache

from zeren.agencies.forms import names_person
from zeren.wording.names.conjunctions import joined
from zeren.wording.names.heads import distribute
from zeren.wording.names.records import NameAt, bare, named, widened
from zeren.wording.names.separators import pieces

ET_CETERA = re.compile(r"(?<![高平同中优上一二三初])等(?!级|待|于|候|次)")
ALIAS = re.compile(r"（(?:以下)?(?:统称|简称|下称)[^（）]*）$")
INLINE_NUMBER = re.compile(r"（[一二三四五六七八九十\d]{1,2}）|[①-⑳]")
GENERIC = re.compile(
    r"^(?:[\d一二三四五六七八九十两多几]+个?家?)?(?:部门|单位|部门单位|单位部门|部门和单位|地|地区|镇|乡镇|街道|县区|职能部门|机构|企业|市|县|区|方面|"
    r"市直部门单位)?$"
)


@lru_cache(maxsize=65536)
def list_names(text: str, persons: bool = False) -> tuple[NameAt, ...]:
    """The names of an enumeration, heads distributed, without repeats."""
    folded = INLINE_NUMBER.sub(lambda match: "、" * len(match.group()), widened(text))
    items: list[NameAt] = []
    head = ""
    for start, end, tight in pieces(folded):
        found, generic = _piece(folded, start, end, tight)
        items += found
        head = generic or head
    shared = [_without_alias(item) for item in distribute(items, head)]
    kept = [item for item in shared if item.text and (persons or not names_person(item.text))]
    unique = {item.text: item for item in reversed(kept)}
    return tuple(_as_written(item, text) for item in kept if unique.get(item.text) is item)


def _without_alias(item: NameAt) -> NameAt:
    """区城管委办公室（以下简称区城管委办）: what a body is called from then on is no part of its name."""
    alias = ALIAS.search(item.text)
    if not alias:
        return item
    length = len(item.text) - alias.start()
    return named(item.start, item.end - length, item.text[: alias.start()], item.tight)


def _as_written(item: NameAt, text: str) -> NameAt:
    """The characters of the source where no head was added."""
    raw = bare(text[item.start : item.end])
    return replace(item, text=raw) if raw != item.text and widened(raw) == item.text else item


def _piece(text: str, start: int, end: int, tight: bool) -> tuple[list[NameAt], str]:
    """Names of one stretch, and the generic word after 等 that bare fields before it share."""
    cut = ET_CETERA.search(text, start, end)
    if cut is None:
        return joined(text, start, end, tight), ""
    before = joined(text, start, cut.start(), tight)
    tail = text[cut.end() : end].strip()
    if GENERIC.match(tail):
        return before, re.sub(r"^[\d一二三四五六七八九十两多几]+个?家?", "", tail)
    after = joined(text, cut.end(), end, tight)
    head = "部门" if after and after[0].text.endswith("部门") else ""
    if after and GENERIC.match(after[0].text):
        return [*before, *after[1:]], after[0].text
    return [*before, *(replace(item, tight=False) for item in after)], head
