"""Full names and identities: what a form of body is called at a place, who took over from it, and its stable id."""

from __future__ import annotations

import hashlib
import re
from itertools import groupby

from zeren.agencies.bodies import Body, BodyKind, Level
from zeren.agencies.entries import Entry, load_entries
from zeren.agencies.prefixes import Place, Prefixes
from zeren.agencies.territories import Territory, rank

_ALIKE: dict[Level, tuple[Level, ...]] = {
    "national": (), "province": ("municipality",), "municipality": ("province", "city"), "city": ("municipality",),
    "municipal-district": ("county",), "county": ("municipal-district",), "township": (),
}  # fmt: skip
"""Levels whose forms may be borrowed where a row does not name the level itself."""


def fits(entry: Entry, level: Level) -> int:
    """0 where the row names the level, 1 where it names one like it, 2 where neither."""
    if level in entry.levels:
        return 0
    return 1 if any(other in entry.levels for other in _ALIKE[level]) else 2


_FALSE_SUFFIXES: tuple[tuple[str, int], ...] = (("厅", 1), ("总局", 0), ("部", 0))
"""A form's last characters and the lowest rank of level that may bear them."""
_PARTY = ("办公厅", "武装部", "组织部", "宣传部", "统战部", "工作部", "指挥部", "俱乐部", "党部", "支部", "项目部")


def impossible_form(name: str, level: Level) -> bool:
    """Whether no body of that level can be called so: 市环保厅, 县水利总局. 办公厅 and departments of the Party may."""
    if name.endswith(_PARTY):
        return False
    return any(name.endswith(suffix) and rank(level) > lowest for suffix, lowest in _FALSE_SUFFIXES)


def body_id(name: str, since: str | None) -> str:
    """ASCII identity of a body between two reforms, from its full name and first day; the same in every run."""
    return "agency-" + hashlib.sha256(f"{name}\x1f{since or ''}".encode()).hexdigest()[:16]


def _city(territory: Territory | None, chain: tuple[Territory, ...]) -> str:
    """The city a branch belongs to: the first above the territory that is one."""
    if territory is None:
        return ""
    above = [place.name for place in chain if rank(place.level) < rank(territory.level)]
    return above[0] if above and territory in chain else territory.parent


def fill(pattern: str, place: Place, chain: tuple[Territory, ...], stem: str | None = None) -> str:
    """The pattern's name at the place. `stem` stands for {pn} where the name itself gave it (临江经开区)."""
    character = (re.search(r"(自治区|自治州|街道|[省市州盟县区旗镇乡])$", place.title) or [place.written])[0]
    values = {"place": place.title, "pn": stem or place.stem, "city": _city(place.territory, chain), "lv": character}
    return re.sub(r"\{(\w+)\}", lambda found: values[found[1]], pattern)


def _parent(pattern: str) -> str | None:
    """The pattern of the body that a branch or team is a unit of."""
    if "{city}" in pattern:
        return pattern.split("{pn}")[0]
    match = re.match(r"(.+?局)(?!$).*(?:支队|大队|总队|管理局)$", pattern)
    return match[1] if match else None


def _takers(entry: Entry, level: Level) -> list[Entry]:
    """The forms that took over at that level. Several of one domain are alternatives, the first that fits counts; of
    several domains the duty was divided."""
    named = [other for form in entry.successors for other in load_entries() if other.form == form and other != entry]
    usual = sorted((other for other in named if fits(other, level) < 2), key=lambda other: named.index(other))
    heads = [next(iter(group)) for _, group in groupby(sorted(usual, key=lambda o: o.domain), lambda o: o.domain)]
    best = [min((o for o in usual if o.domain == head.domain), key=lambda o: fits(o, level)) for head in heads]
    return sorted(best, key=usual.index)


def body_of(entry: Entry, place: Place, chain: tuple[Territory, ...], stem: str | None = None) -> Body:
    """The body of that form at the place."""
    name = fill(entry.pattern, place, chain, stem)
    parent = _parent(entry.pattern)
    return Body(
        id=body_id(name, entry.since),
        name=name,
        level="county" if entry.kind == "zone" and rank(place.level) < rank("county") else place.level,
        kind=entry.kind,
        domain="" if entry.kind == "government" else entry.domain,
        territory=place.title if place.level != "national" else "",
        valid_from=entry.since,
        valid_to=entry.until,
        successors=tuple(fill(taker.pattern, place, chain, stem) for taker in _takers(entry, place.level))
        if entry.until
        else (),
        parent=fill(parent, place, chain, stem) if parent else None,
    )


def successors_of(body: Body, place: Place, chain: tuple[Territory, ...]) -> tuple[Body, ...]:
    """The bodies that took over from this one."""
    forms = [e for e in load_entries() if e.since == body.valid_from and e.domain == body.domain]
    own = next((entry for entry in forms if fill(entry.pattern, place, chain) == body.name), None)
    return tuple(body_of(taker, place, chain) for taker in _takers(own, body.level)) if own else ()


def territorial_government(territory: Territory, chain: tuple[Territory, ...]) -> Body:
    """Who acts for a place: its people's government, a 街道's office, a zone's committee."""
    zone = territory.name.endswith(("开发区", "高新区", "经开区", "园区", "实验区", "合作区", "示范区", "新区"))
    own = zone and not (territory.code or territory.level == "municipal-district")
    form = "管理委员会" if own else "办事处" if territory.name.endswith("街道") else "人民政府"
    kind: BodyKind = "zone" if own else "government"
    place = Place(territory.level, territory)
    name = fill("{place}" + form, place, chain)
    return Body(body_id(name, None), name, territory.level, kind, "", territory.title)


def chain_of(prefixes: Prefixes, place: Place) -> tuple[Territory, ...]:
    """The place with those above it, as far as the plan and the record tell."""
    if place.territory is None or place.territory in prefixes.chain:
        return prefixes.chain
    return prefixes.gazetteer.chain(place.territory)
