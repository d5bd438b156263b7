"""Automatic numbers of a docx as a person sees them: 一、, （一）, 1., 1.2 (ECMA-376 part 1, section 17.9)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zeren.readers.docx_names import W, is_on, number_of, value_of
from zeren.readers.numerals import written

if TYPE_CHECKING:
    from lxml.etree import _Element

_PLACE = re.compile(r"%([1-9])")
_LEVELS = 9


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list."""

    start: int = 1
    kind: str = "decimal"
    text: str = ""
    """With %1 to %9 for the counters of the levels."""
    legal: bool = False
    """Whether all counters are written in Arabic digits (isLgl)."""
    restart: int | None = None
    """The level, from 1, after which it begins anew; 0 never; None: after any higher level."""
    suffix: str = "tab"
    style: str | None = None


@dataclass(slots=True)
class _List:
    """A list instance: its levels, and the abstract list whose counters it shares."""

    abstract: str
    levels: list[Level]
    restarts: dict[int, int]
    """Level and value for the levels that this instance begins anew (startOverride)."""


class Numbering:
    """Counts the paragraphs of all lists of one document, in document order."""

    def __init__(self, root: _Element | None) -> None:
        self._lists: dict[int, _List] = {}
        self._counters: dict[str, list[int | None]] = {}
        self._begun: set[tuple[int, int]] = set()
        self._by_style: dict[str, tuple[int, int]] = {}
        if root is not None:
            self._load(root)

    def level_of_style(self, list_id: int, style_id: str) -> int | None:
        """The level that a list binds to a paragraph style (lvl/pStyle)."""
        found = self._by_style.get(style_id)
        return found[1] if found and found[0] == list_id else self._scan(list_id, style_id)

    def label(self, list_id: int, level: int) -> str:
        """The number of the next paragraph at that level with what follows it; "" for bullets and unknown lists."""
        known = self._lists.get(list_id)
        if known is None or not 0 <= level < _LEVELS:
            return ""
        form = known.levels[level]
        counters = self._count(list_id, known, level)
        if form.kind == "bullet":
            return ""
        text = _PLACE.sub(lambda match: self._part(known, counters, int(match[1]) - 1, form.legal), form.text)
        return text + _gap(text, form.suffix)

    def _count(self, list_id: int, known: _List, level: int) -> list[int | None]:
        counters = self._counters.setdefault(known.abstract, [None] * _LEVELS)
        override = known.restarts.get(level)
        if override is not None and (list_id, level) not in self._begun:
            counters[level] = override
        else:
            current = counters[level]
            counters[level] = known.levels[level].start if current is None else current + 1
        self._begun.add((list_id, level))
        for upper in range(level):
            if counters[upper] is None:
                counters[upper] = known.levels[upper].start
        for lower in range(level + 1, _LEVELS):
            restart = known.levels[lower].restart
            if restart is None or (restart and level < restart):
                counters[lower] = None
        return counters

    def _part(self, known: _List, counters: list[int | None], level: int, legal: bool) -> str:
        form = known.levels[level]
        value = counters[level]
        return written(form.start if value is None else value, "decimal" if legal else form.kind)

    def _scan(self, list_id: int, style_id: str) -> int | None:
        known = self._lists.get(list_id)
        for place, form in enumerate(known.levels if known else ()):
            if form.style == style_id:
                self._by_style[style_id] = (list_id, place)
                return place
        return None

    def _load(self, root: _Element) -> None:
        abstracts = {item.get(W + "abstractNumId", ""): item for item in root.iter(W + "abstractNum")}
        by_link = {value_of(item, "styleLink"): item for item in abstracts.values()}
        for item in root.iter(W + "num"):
            abstract = value_of(item, "abstractNumId") or ""
            definition = abstracts.get(abstract)
            link = value_of(definition, "numStyleLink")
            if link and link in by_link:
                definition = by_link[link]
                abstract = definition.get(W + "abstractNumId", "")
            list_id = number_of(item.get(W + "numId"))
            if definition is not None and list_id is not None:
                self._lists[list_id] = _list_of(abstract, definition, item)


def _list_of(abstract: str, definition: _Element, item: _Element) -> _List:
    levels = [Level() for _ in range(_LEVELS)]
    _set_levels(levels, definition)
    restarts: dict[int, int] = {}
    for override in item.iter(W + "lvlOverride"):
        place = number_of(override.get(W + "ilvl"))
        if place is None or not 0 <= place < _LEVELS:
            continue
        _set_levels(levels, override)
        start = number_of(value_of(override, "startOverride"))
        if start is not None:
            restarts[place] = start
            levels[place] = replace(levels[place], start=start)
    return _List(abstract, levels, restarts)


def _set_levels(levels: list[Level], parent: _Element) -> None:
    for element in parent.findall(W + "lvl"):
        place = number_of(element.get(W + "ilvl"))
        if place is not None and 0 <= place < _LEVELS:
            levels[place] = _level_of(element)


def _level_of(element: _Element) -> Level:
    start = number_of(value_of(element, "start"))
    kind = value_of(element, "numFmt") or "decimal"
    custom = element.find(f".//{W}numFmt")
    if kind == "custom" and custom is not None:
        kind = "decimalZero" if custom.get(W + "format", "").startswith("0") else "decimal"
    return Level(
        start=0 if start is None else start,
        kind=kind,
        text=value_of(element, "lvlText") or "",
        legal=is_on(element.find(W + "isLgl")),
        restart=number_of(value_of(element, "lvlRestart")),
        suffix=value_of(element, "suff") or "tab",
        style=value_of(element, "pStyle"),
    )


def _gap(text: str, suffix: str) -> str:
    """What parts the number from the words: nothing after full-width punctuation, which is wide enough."""
    if not text or suffix == "nothing" or text[-1] in "、．。）】〕，：；":
        return ""
    return " "
