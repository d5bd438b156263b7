"""Who a written name is: the body, collective, group or kind of firm that a plan of that place and day means by it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from pathlib import Path

from zeren.agencies import collectives
from zeren.agencies.bodies import Body, Context, Level, Resolution
from zeren.agencies.contexts import gather_context
from zeren.agencies.decisions import Decision, read_decisions
from zeren.agencies.gazetteer import Gazetteer, load_gazetteer
from zeren.agencies.matching import best_match, unknown_form
from zeren.agencies.naming import body_id, body_of, chain_of, impossible_form, successors_of, territorial_government
from zeren.agencies.patterns import Match
from zeren.agencies.prefixes import Place, Prefixes
from zeren.agencies.territories import Territory, rank

_TAIL = re.compile(r"(?<=.)等$")
_ODD = re.compile("新设|新建|拟建|已建|在建|符合|具备|范围内")
"""Words that are no part of a place's name."""
_NOTE = re.compile(r"[(（][^()（）]*[)）]$")


class Register:
    """The register of bodies. It proposes with a confidence and a reason; a decisions file overrides it."""

    def __init__(self, gazetteer: Gazetteer, decisions: tuple[Decision, ...] = ()) -> None:
        self.gazetteer = gazetteer
        self._decisions = decisions
        self._answers: dict[tuple[str, Context], Resolution] = {}
        self._prefixes: dict[Context, Prefixes] = {}

    def decisions(self, path: Path) -> Register:
        """This register with the decisions of the file on top. Raises InputError file-missing, decisions-invalid."""
        return Register(self.gazetteer, (*read_decisions(path), *self._decisions))

    def level_of(self, place: str) -> Level | None:
        """The level of a place, by record or by the form of its name; None where neither speaks."""
        return self.gazetteer.level_of(place)

    def territory(self, name: str, context: Context | None = None) -> Territory | None:
        """The place of a written name; what holds it is `gazetteer.chain`."""
        return self.gazetteer.find(name, context)

    def body(self, full_name: str, date: str | None = None) -> Body | None:
        """The body of that full name (张掖市应急管理局) as of the day; None where the form is not on record."""
        answer = self.resolve(full_name, Context("", date))
        return answer.body if answer.kind == "agency" and answer.name == full_name else None

    def context(
        self, jurisdiction: str | None, date: str | None = None, names: Iterable[str] = (), texts: Iterable[str] = ()
    ) -> Context:
        """The context of a plan, with the places and levels it names itself; see `gather_context`."""
        return gather_context(self.gazetteer, jurisdiction, date, names, texts)

    def successors(self, body: Body) -> tuple[Body, ...]:
        """The bodies that took over, so that both sides of a reform can stand in the graph."""
        territory = self.gazetteer.find(body.territory) if body.territory else None
        place = Place(body.level, territory, written=body.territory)
        return successors_of(body, place, self.gazetteer.chain(territory) if territory else ())

    def resolve(self, name: str, context: Context) -> Resolution:
        """Who the name, as written in a plan of that context, is taken to be. The last answer is `unknown`."""
        key = (name, context)
        if key not in self._answers:
            self._answers[key] = self._decided(name, context) or self._told(name, context)
        return self._answers[key]

    def _decided(self, name: str, context: Context) -> Resolution | None:
        decision = next((d for d in self._decisions if d.applies(name, context)), None)
        if decision is None:
            return None
        found = self._told(decision.target, context)
        if decision.kind and decision.kind != found.kind:
            found = Resolution(decision.target, decision.kind, decision.target)
        return replace(found, written=name, confidence=1.0, reason="decision", issues=())

    def _told(self, written: str, context: Context) -> Resolution:
        name = _TAIL.sub("", re.sub(r"\s+", "", written))
        prefixes = self._prefixes.setdefault(context, Prefixes(self.gazetteer, context))
        for attempt in (self._by_marks, self._by_register, self._by_place, self._by_ending, self._by_form):
            answer = attempt(name, prefixes)
            if answer is not None:
                return replace(answer, written=written)
        return Resolution(written, "unknown", name or written, confidence=0.2, reason="nothing")

    def _by_marks(self, name: str, prefixes: Prefixes) -> Resolution | None:
        told = collectives.told_by_marks(name)
        if told is None and not best_match(name, prefixes):
            told = collectives.told_by_places(name, rank(prefixes.home.level) < rank("township"))
        return (
            None
            if told is None
            else Resolution(name, told.kind, name, None, told.distributive, told.indefinite, 0.95, "collective")
        )

    def _by_register(self, name: str, prefixes: Prefixes) -> Resolution | None:
        bare = _NOTE.sub("", name)
        if any(place.name == bare for place in self.gazetteer.named(bare)):
            return None
        match = best_match(name, prefixes) or (best_match(bare, prefixes) if bare != name else None)
        if match is None:
            return None
        if match.place.plural:
            return Resolution(name, "collective", name, None, True, False, 0.85, "lower-level")
        if match.entry.kind == "government" and match.place.written.endswith("区"):
            match = best_match(match.place.written, prefixes) or match
        body = body_of(match.entry, match.place, chain_of(prefixes, match.place), match.stem)
        return Resolution(
            name,
            "agency",
            body.name,
            body,
            confidence=match.confidence,
            reason=match.reason,
            issues=_issues(match, prefixes),
        )

    def _by_place(self, name: str, prefixes: Prefixes) -> Resolution | None:
        place = prefixes.locate(_NOTE.sub("", name)) if name else None
        if place is None:
            return None
        odd = place.territory is not None and not place.territory.known and _ODD.search(name)
        if place.plural or place.territory is None or odd:
            return Resolution(name, "collective", name, None, True, False, 0.7, "territory")
        body = territorial_government(place.territory, chain_of(prefixes, place))
        return Resolution(name, "agency", body.name, body, confidence=0.85, reason="territory")

    def _by_ending(self, name: str, prefixes: Prefixes) -> Resolution | None:
        if collectives.is_firm(name):
            body = Body(body_id(name, None), name, prefixes.home.level, "enterprise", "", prefixes.home.title)
            return Resolution(name, "agency", name, body, confidence=0.8, reason="firm")
        told = collectives.told_by_ending(name)
        return (
            None
            if told is None
            else Resolution(name, told.kind, name, None, told.distributive, told.indefinite, 0.8, "ending")
        )

    def _by_form(self, name: str, prefixes: Prefixes) -> Resolution | None:
        found = unknown_form(_NOTE.sub("", name), prefixes)
        if found is None:
            return None
        full, place = found
        if place.plural:
            return Resolution(name, "collective", name, None, True, False, 0.6, "form")
        issues = ("level-suffix",) if impossible_form(name, place.level) else ()
        return Resolution(name, "agency", full, None, confidence=0.6, reason="form", issues=issues)


def _issues(match: Match, prefixes: Prefixes) -> tuple[str, ...]:
    """What is wrong with the name, in the order of the catalogue."""
    date = prefixes.context.date
    found = {
        "level-suffix": match.level_clash,
        "obsolete": date is not None and match.entry.until is not None and match.entry.until < date,
        "not-yet": date is not None and match.entry.since is not None and date < match.entry.since,
        "level-ambiguous": match.trade and not match.place.written and len(set(prefixes.context.levels)) > 1,
        "namesake": not match.place.certain and match.place.territory is not None,
    }
    return tuple(issue for issue, holds in found.items() if holds)


@cache
def load_register() -> Register:
    """The register shipped with the package, read once."""
    return Register(load_gazetteer())
