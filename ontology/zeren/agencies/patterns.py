"""Names that have their place inside: 鞍山银监分局, 人行张掖中心支行, 共青团云川市委员会, 市委编办."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from zeren.agencies.entries import Entry, load_entries, spellings
from zeren.agencies.naming import fits
from zeren.agencies.prefixes import Place, Prefixes

_SLOTS = {
    "place": r"(?P<place>.{2,14}?)",
    "pn": r"(?P<pn>[^省市县、]{2,8}?)",
    "city": r"(?P<city>.{2,14}?)",
    "lv": r"(?P<lv>省|自治区|市|州|盟|县|区|旗|镇|乡|街道)",
}
"""What the braces of a pattern may stand for in a name as written."""


@dataclass(frozen=True, slots=True)
class Match:
    """A row and a place for a name."""

    entry: Entry
    place: Place
    confidence: float
    reason: str
    """register: a recorded form; trade: the word of a trade; level: a recorded form at an unusual level; pattern: the
    place stands inside the name; false-form: the form is impossible at the level, its usual one stands in its place."""
    stem: str | None = None
    """What stood for {pn} where it is no known place."""

    @property
    def trade(self) -> bool:
        """Whether the name is the word of a trade (环保部门)."""
        return self.reason == "trade"

    @property
    def level_clash(self) -> bool:
        """Whether the form as written cannot exist at the level."""
        return self.reason == "false-form"


@cache
def _patterns() -> tuple[tuple[re.Pattern[str], Entry], ...]:
    """Every spelling that has its place inside, as an expression, in the order of the register."""
    found = []
    for entry in load_entries():
        for spelling in (entry.pattern, *spellings(entry)):
            if "{" in spelling:
                found.append((re.compile(_expression(spelling)), entry))
    return tuple(dict.fromkeys(found))


def _expression(spelling: str) -> str:
    parts = re.split(r"\{(\w+)\}", spelling)
    return "".join(_SLOTS[part] if place % 2 else re.escape(part) for place, part in enumerate(parts))


def match_pattern(name: str, prefixes: Prefixes) -> Match | None:
    """The best reading of a name that has its place inside; None where no pattern fits."""
    found = []
    for expression, entry in _patterns():
        written = expression.fullmatch(name)
        match = _read(entry, written.groupdict(), prefixes) if written else None
        if match:
            found.append(match)
    date = prefixes.context.date

    def order(match: Match) -> tuple[int, int, float, int]:
        entry = match.entry
        return fits(entry, match.place.level), not entry.in_force(date), -match.confidence, entry.position

    return min(found, key=order, default=None)


def _read(entry: Entry, slots: dict[str, str], prefixes: Prefixes) -> Match | None:
    place = _placed(slots, entry, prefixes)
    if place is None:
        return None
    stem = slots.get("pn")
    if stem and place.territory and stem in (place.stem, place.title, place.territory.name):
        stem = None
    sure = place.territory is not None and place.certain and stem is None
    return Match(entry, place, 0.95 if sure else 0.75, "pattern", stem)


def _placed(slots: dict[str, str], entry: Entry, prefixes: Prefixes) -> Place | None:
    """The place a pattern's slots speak of; a {pn} that is no place leaves the plan's own ground."""
    part = slots.get("lv") or slots.get("place")
    if part:
        return prefixes.locate(part)
    stem = slots["pn"]
    own = prefixes.by_stem(stem)
    if own:
        return Place(own.level, own, written=stem)
    known = tuple(place for place in prefixes.gazetteer.named(stem) if fits(entry, place.level) < 2)
    if known:
        territory = prefixes.gazetteer.nearest(known, prefixes.context)
        return Place(territory.level, territory, written=stem, certain=len(known) == 1)
    named = len(stem) <= 4 and not re.search("新设|有条件|的|各|级", stem)
    return prefixes.home if named and prefixes.context.jurisdiction else None
