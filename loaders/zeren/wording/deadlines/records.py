"""What words for time say, before any calendar is asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A stretch named by one date of any granularity; what is not said is None or empty."""

    year: int | None = None
    shift: str = ""
    """今年, 次年, 当年: the year as seen from another; 本月, 即日: as seen from the day of signing."""
    month: int | None = None
    day: int | None = None
    ten_days: str = ""
    quarter: int | None = None
    half: int | None = None
    edge: str = ""
    """初, 中, 底 or 内 of the smallest unit named, 全 for the whole of it."""
    bare: int | None = None
    """A number whose unit stands at the other end of the period: the 3 of 3—5月."""
    five_years: str = ""
    """Numeral of a five-year plan: 十四 for “十四五”."""
    feast: str = ""
    """A feast of the solar calendar; with 前 the day before it."""


@dataclass(frozen=True, slots=True)
class Absolute:
    """Dates or periods joined by 、; a period has a first point, a date has none."""

    stretches: tuple[tuple[Point | None, Point], ...]
    close: str = ""
    """What closes them: 前, 内, 起, 期间, 止, or nothing."""


@dataclass(frozen=True, slots=True)
class Moment:
    """When inside a period a recurring duty falls."""

    point: Point = Point()
    nth: int | None = None
    """Number of the month of a quarter, or of the week; -1 for the last."""
    weekday: str = ""


@dataclass(frozen=True, slots=True)
class Recurring:
    """At intervals of `interval` times `unit`."""

    unit: str
    interval: int = 1
    ranged: bool = False
    """每3～5年: only the shorter interval is kept."""
    moments: tuple[Moment, ...] = ()
    close: str = ""


@dataclass(frozen=True, slots=True)
class Duration:
    """So long after an event; the event's word where it is the issue of the paper itself."""

    event: str
    count: int
    unit: str


Phrase = Absolute | Recurring | Duration
