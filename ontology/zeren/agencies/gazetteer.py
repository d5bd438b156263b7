"""Finds places by name: on record, or told from the form of the name and put where the plan's other places allow."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from functools import cache

from zeren.agencies.bodies import Context, Level
from zeren.agencies.territories import NATION, Territory, below, provinces, rank, suffix_level


@dataclass(frozen=True)
class Gazetteer:
    """All places on record, found by full and by short name."""

    places: tuple[Territory, ...]
    _names: dict[str, list[Territory]] = field(default_factory=lambda: defaultdict(list), repr=False)

    def __post_init__(self) -> None:
        for place in self.places:
            self._names[place.name].append(place)
            if place.stem != place.name and len(place.stem) > 1:
                self._names[place.stem].append(place)

    def named(self, name: str) -> tuple[Territory, ...]:
        """All places of that full or short name; full names first, living before abolished, higher before lower."""
        found = self._names.get(name, ())
        return tuple(sorted(found, key=lambda p: (p.name != name, p.until != "", rank(p.level), p.code or "9")))

    def parent(self, place: Territory) -> Territory | None:
        """The place above; None for a province and where unknown."""
        *_, above, name = ["", *self.steps(place.parent)]
        found = [one for one in self.named(name) if one.name == name and (not above or one.parent == above)]
        return min(found, key=lambda one: rank(one.level), default=None)

    def chain(self, place: Territory) -> tuple[Territory, ...]:
        """The place, the one above it, and so on up to the province."""
        chain = [place]
        while (above := self.parent(chain[-1])) is not None and above not in chain:
            chain.append(above)
        return tuple(chain)

    def find(self, name: str, context: Context | None = None) -> Territory | None:
        """The place of a written name: 甘肃省张掖市, 张掖市, 张掖. Namesakes are parted by the context's other places.

        A name that is not on record is told from its form (云川市 is a city, 青禾县 a county) and put under the
        context's jurisdiction or its known places. None where not even the form speaks.
        """
        steps = self.steps(name)
        candidates = self.named(steps[-1])
        if len(steps) > 1:
            within = [place for place in candidates if steps[-2] in {above.name for above in self.chain(place)}]
            return within[0] if within else self._unknown(steps[-1], context, steps[-2])
        if not candidates:
            return self._unknown(name, context)
        return self.nearest(candidates, context)

    def steps(self, name: str) -> list[str]:
        """甘肃省张掖市甘州区 as its three names; a name that holds no other place is one step."""
        for end in range(len(name) - 1, 1, -1):
            head = name[:end]
            if any(place.name == head for place in self._names.get(head, ())) and suffix_level(name[end:]):
                return [head, *self.steps(name[end:])]
        return [name]

    def nearest(self, candidates: tuple[Territory, ...], context: Context | None) -> Territory:
        """The candidate that lies in, or holds, most of the places the context names."""
        if context is None or len(candidates) == 1:
            return candidates[0]
        around = {*self.steps(context.jurisdiction), *context.known, context.province or ""}
        scores = [sum(above.name in around for above in self.chain(place)[1:]) for place in candidates]
        best = max(scores)
        return candidates[scores.index(best)] if scores.count(best) == 1 or best == 0 else candidates[0]

    def certain(self, name: str, context: Context | None = None) -> bool:
        """Whether the name is one place only, or the context parts its namesakes."""
        steps = self.steps(name)
        candidates = [place for place in self.named(steps[-1]) if place.name == steps[-1]]
        if len(steps) > 1 or len(candidates) < 2 or context is None:
            return len(steps) > 1 or len(candidates) == 1
        around = {*context.known, context.province or ""}
        return sum(any(above.name in around for above in self.chain(place)[1:]) for place in candidates) == 1

    def _unknown(self, name: str, context: Context | None, parent: str = "") -> Territory | None:
        level = suffix_level(name)
        if level is None or level == "national":
            return None
        above = parent or self._holder(name, level, context)
        holder = self.find(above, context) if above else None
        if level == "county" and name.endswith("区") and holder and holder.level == "municipality":
            level = "municipal-district"
        return Territory(name, level, holder.title if holder else above, known=False)

    def _holder(self, name: str, level: Level, context: Context | None) -> str:
        """The context's place that can hold a place of that level: its own, else the lowest of the others."""
        around = [context.jurisdiction, *context.known, context.province or ""] if context else []
        above = [(place, found) for place in around if place and place != name and (found := self.level_of(place))]
        fit = [(place, found) for place, found in above if rank(found) < rank(level) and found != "national"]
        if not fit or context is None:
            return ""
        return fit[0][0] if fit[0][0] == context.jurisdiction else max(fit, key=lambda pair: rank(pair[1]))[0]

    def level_of(self, name: str) -> Level | None:
        """The level of a place by record, else by the form of its name; None where neither speaks."""
        if name == NATION:
            return "national"
        last = self.steps(name)[-1]
        on_record = self.named(last)[:1]
        if any(place.name == last for place in on_record):
            return on_record[0].level
        return suffix_level(last) or next((place.level for place in on_record), None)


@cache
def load_gazetteer() -> Gazetteer:
    """All places, read once."""
    highest = {place.name: place for place in provinces()}
    return Gazetteer((*highest.values(), *below(highest)))
