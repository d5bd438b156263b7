"""The rows of the register: which forms of body a field of duty has had, at which levels, and from when to when.

`register/bodies.csv` holds one form a row, `register/domains.csv` the words by which a trade is called (环保部门),
`register/sources.toml` what the sources are. A form is written without its place; where the place stands inside, the
row says so: {place} full name, {pn} name without level character, {city} the city above, {lv} level character.
"""

from __future__ import annotations

import csv
import re
from calendar import monthrange
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from zeren.agencies.bodies import BodyKind, Level


@dataclass(frozen=True, slots=True)
class Entry:
    """One form of body."""

    domain: str
    form: str
    levels: tuple[Level, ...]
    short: tuple[str, ...]
    """Short forms, written after the level character or the place; with braces where the place stands elsewhere."""
    since: str | None
    """First day of the earliest month in which the form may have been in force, ISO; None: not known."""
    until: str | None
    """Last day of the latest month; None: still is."""
    successors: tuple[str, ...]
    """Forms that took over; the one that fits the level counts."""
    kind: BodyKind
    source: str
    position: int
    """Row in the file: the usual form of a field stands before the rarer ones."""

    @property
    def pattern(self) -> str:
        """The full name with braces, also where the row leaves the place out."""
        return self.form if "{" in self.form or self.levels == ("national",) else "{place}" + self.form

    @property
    def unit(self) -> bool:
        """A team, post, centre or branch: never what a trade's name (公安部门) stands for."""
        return self.kind == "institution" or bool(re.search(r"局.*队$|局交通管理局$|(?:所|中心|站|馆|台)$", self.form))

    def in_force(self, date: str | None) -> bool:
        """Whether the form may have been in use on the day; without a day, whether it still is."""
        if date is None:
            return self.until is None
        return (self.since or "") <= date and (self.until is None or date <= self.until)


def first_day(month: str) -> str | None:
    """2018-10 or 2009 as the first day named; None for an empty cell."""
    parts = [int(part) for part in month.split("-") if part]
    return f"{parts[0]:04}-{[*parts, 1][1]:02}-01" if parts else None


def last_day(month: str) -> str | None:
    """2019-03 or 2015 as the last day named; None for an empty cell."""
    parts = [int(part) for part in month.split("-") if part]
    if not parts:
        return None
    year, number = parts[0], [*parts, 12][1]
    return f"{year:04}-{number:02}-{monthrange(year, number)[1]:02}"


def _words(cell: str) -> tuple[str, ...]:
    return tuple(word for word in cell.split("|") if word)


def _table(name: str) -> list[dict[str, str]]:
    text = files("zeren.agencies").joinpath("register", name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


@cache
def load_entries() -> tuple[Entry, ...]:
    """All forms, in the order of the file."""
    return tuple(
        Entry(
            domain=row["domain"],
            form=row["form"],
            levels=_words(row["levels"]),  # type: ignore[arg-type]
            short=_words(row["short"]),
            since=first_day(row["since"]),
            until=last_day(row["until"]),
            successors=_words(row["successors"]),
            kind=row["kind"],  # type: ignore[arg-type]
            source=row["source"],
            position=position,
        )
        for position, row in enumerate(_table("bodies.csv"))
    )


@dataclass(frozen=True, slots=True)
class Domain:
    """A field of duty."""

    name: str
    english: str
    trade: tuple[str, ...]
    """Words that stand before 部门 for whoever has this duty."""


@cache
def load_domains() -> tuple[Domain, ...]:
    """All fields of duty, in the order of the file."""
    return tuple(Domain(row["domain"], row["english"], _words(row["trade"])) for row in _table("domains.csv"))


def spellings(entry: Entry) -> tuple[str, ...]:
    """Every way the form is written after a level character or place: in full, shortened by custom, and as recorded.

    Custom drops 和, and writes 委 for 委员会 and 办 for 办公室.
    """
    plain = [entry.form, *entry.short]
    custom = [form.replace("委员会", "委").replace("办公室", "办") for form in plain[:1]]
    made = [*plain, *custom, *(form.replace("和", "") for form in (*plain[:1], *custom))]
    return tuple(dict.fromkeys(made))


@cache
def index_forms() -> dict[str, tuple[Entry, ...]]:
    """Plain spelling to the forms it may stand for."""
    index: dict[str, list[Entry]] = defaultdict(list)
    for entry in load_entries():
        for spelling in spellings(entry):
            if "{" not in spelling:
                index[spelling].append(entry)
    return {spelling: tuple(entries) for spelling, entries in index.items()}


@cache
def index_trades() -> dict[str, str]:
    """Word of a trade to its domain."""
    return {word: domain.name for domain in load_domains() for word in domain.trade}


@cache
def entries_of(domain: str) -> tuple[Entry, ...]:
    """The forms of a field of duty, in the order of the file."""
    return tuple(entry for entry in load_entries() if entry.domain == domain)
