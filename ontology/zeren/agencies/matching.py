"""Finds the row of the register, and the place, that a written name fits best."""

from __future__ import annotations

import re
from dataclasses import replace

from zeren.agencies.entries import Entry, entries_of, index_forms, index_trades, spellings
from zeren.agencies.naming import fits, impossible_form
from zeren.agencies.patterns import Match, match_pattern
from zeren.agencies.prefixes import Place, Prefixes, splits
from zeren.agencies.territories import rank

_TRADES = tuple(
    re.compile(ending + "$")
    for ending in (
        r"(?:部门|机关|系统)",
        r"(?:主管|职能|监管|管理|行政|执法)(?:部门|机关)",
        r"(?:行政|监督)(?:主管|管理|执法|监管)(?:部门|机关)",
    )
)
"""What follows the word of a trade, the shortest first: 市场监督管理 is a word of its own, 水利行政主管 is not."""
_SHAPE = re.compile(
    r"(?:局|委|办|厅|部|署|中心|站|所|队|会|院|社|台|馆|校|办公室|公司|集团|分行|支行|处|科|室|区|公署|法庭|警)$"
)


def best_match(name: str, prefixes: Prefixes) -> Match | None:
    """The best reading of the name as a body of the register; None where the register does not know it."""
    found: list[tuple[int, Match]] = []
    for part, rest in splits(name):
        place = prefixes.locate(part)
        match = _read(rest, place, bool(part), prefixes) if place else None
        if match:
            found.append((len(found), match))
    if not found:
        return match_pattern(name, prefixes)
    return min(found, key=lambda pair: (pair[1].confidence < 0.75, pair[0]))[1]


def _read(rest: str, place: Place, named: bool, prefixes: Prefixes) -> Match | None:
    entries = index_forms().get(rest)
    if entries:
        return _choose(entries, rest, place, named, prefixes)
    for ending in _TRADES:
        word = ending.sub("", rest)
        domain = index_trades().get(word) if word != rest else None
        if domain:
            return _trade(domain, word, place, prefixes) or (None if named else _trade_above(domain, word, prefixes))
    return None


def _trade_above(domain: str, word: str, prefixes: Prefixes) -> Match | None:
    """A trade that the plan's own level does not have: the nearest level above that does."""
    for territory in prefixes.chain[1:]:
        found = _trade(domain, word, Place(territory.level, territory), prefixes)
        if found:
            return replace(found, confidence=0.6)
    return None


def _choose(entries: tuple[Entry, ...], rest: str, place: Place, named: bool, prefixes: Prefixes) -> Match | None:
    """Among forms of one spelling: the level first, then the day, then what is usual."""
    if impossible_form(rest, place.level) and all(fits(entry, place.level) == 2 for entry in entries):
        if named:
            return _corrected(entries[0], place, prefixes)
    elif not named and all(fits(entry, place.level) == 2 for entry in entries):
        return _elsewhere(entries, prefixes)
    date = prefixes.context.date
    best = min(entries, key=lambda e: (fits(e, place.level), not e.in_force(date), _branch(e, place), e.position))
    if fits(best, place.level) == 2:
        return _elsewhere(entries, prefixes) if not named else Match(best, place, 0.7, "level")
    certainty = (1.0 if rest == best.form else 0.95) - 0.05 * fits(best, place.level)
    return Match(best, place, _lowered(certainty, place), "register")


def _lowered(confidence: float, place: Place) -> float:
    return round(confidence if place.certain else confidence - 0.2, 2)


def _branch(entry: Entry, place: Place) -> int:
    """A city's own district is served by branches of the city's body where the register knows both."""
    district = place.level == "county" and place.title.endswith("区")
    return int(("{city}" in entry.form) != district) if district else 0


def _elsewhere(entries: tuple[Entry, ...], prefixes: Prefixes) -> Match | None:
    """A bare name whose form does not exist at the plan's level: the state's body, one above, or those below."""
    date = prefixes.context.date
    for entry in sorted(entries, key=lambda e: (not e.in_force(date), e.position)):
        if entry.levels == ("national",):
            return Match(entry, Place("national", None), 0.95, "register")
        above = next((place for place in prefixes.chain if place.level in entry.levels), None)
        if above:
            return Match(entry, Place(above.level, above), 0.85, "register")
        lower = [level for level in entry.levels if rank(level) > rank(prefixes.home.level)]
        if lower:
            return Match(entry, Place(lower[0], None, plural=True), 0.8, "register")
    return None


def _corrected(entry: Entry, place: Place, prefixes: Prefixes) -> Match | None:
    """For a form impossible at the level: the same form as the level may have it (环保厅: 环境保护局), else the body of
    the same field that the place had on the day."""
    stem = re.sub(r"(?:厅|总局|部)$", "", entry.form)
    same = [other for other in entries_of(entry.domain) if other.form[:-1] == stem and fits(other, place.level) < 2]
    if same:
        return Match(min(same, key=lambda other: fits(other, place.level)), place, 0.7, "false-form")
    found = _trade(entry.domain, stem, place, prefixes)
    return found and replace(found, confidence=0.7, reason="false-form")


def _trade(domain: str, word: str, place: Place, prefixes: Prefixes) -> Match | None:
    """Whoever had the duty at the place on the day; without a day, whoever is called like the trade."""
    date = prefixes.context.date

    def order(entry: Entry) -> tuple[int, ...]:
        spelled = any(spelling.startswith(word) for spelling in spellings(entry))
        day = (not entry.in_force(date), not spelled) if date else (not spelled, not entry.in_force(date))
        return entry.unit, *day, fits(entry, place.level), _branch(entry, place)

    fit = sorted((entry for entry in entries_of(domain) if fits(entry, place.level) < 2), key=order)
    if not fit:
        return None
    alone = len(fit) == 1 or order(fit[0]) != order(fit[1])
    return Match(fit[0], place, _lowered(0.8 if alone else 0.7, place), "trade")


def unknown_form(name: str, prefixes: Prefixes) -> tuple[str, Place] | None:
    """A name shaped like a body that the register does not know: its full name and its place. None for other shapes."""
    if not _SHAPE.search(name) or len(name) < 3:
        return None
    cuts = [(place, rest) for part, rest in splits(name) if part and len(rest) > 1 and (place := prefixes.locate(part))]
    place, rest = cuts[0] if cuts else (prefixes.home, name)
    party = "中共" if rest.startswith("委") and len(rest) > 2 else ""
    return f"{party}{place.title}{rest}", place
