"""The kinds of time limit, each found in a folded text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from zeren.model import DeadlineType
from zeren.wording.deadlines import context as contexts
from zeren.wording.deadlines.context import Context
from zeren.wording.deadlines.meaning import complete, days, end_of, rule, year_of
from zeren.wording.deadlines.phrases import Absolute, Duration, Point, Recurring, find_phrases
from zeren.wording.deadlines.vocabulary import pattern, words


@dataclass(frozen=True, slots=True)
class Limit:
    """A time limit and where it stands in the folded text."""

    start: int
    end: int
    type: DeadlineType
    date: str | None = None
    begin: str | None = None
    rrule: str | None = None
    count: int | None = None
    confidence: float = 1.0
    reason: str | None = None


def find_phrased(context: Context) -> Iterator[Limit]:
    """Dates, periods, recurrences and terms."""
    year: int | None = None
    for start, end, phrase in find_phrases(context.text):
        if isinstance(phrase, Recurring):
            yield from _recurring(context, start, end, phrase)
        elif isinstance(phrase, Duration):
            yield from _term(context, start, end, phrase)
        else:
            found, year = _dated(context, start, end, phrase, year)
            yield from found


def _dated(
    context: Context, start: int, end: int, phrase: Absolute, year: int | None
) -> tuple[list[Limit], int | None]:
    """The limits of one phrase of dates, and the last year it named for those that follow."""
    found = []
    for first, last in phrase.stretches:
        first, last = complete(first, last) if first else (None, last)
        begin_year, reason = year_of(first or last, context.calendar, year)
        last_year, reason = (
            year_of(last, context.calendar, begin_year if first else year) if first else (begin_year, reason)
        )
        limit = _limit(context, start, end, phrase, (first, begin_year), (last, last_year), reason)
        found += [limit] if limit else []
        year = last_year if last.year or last.shift else year
    return found, year


def _limit(
    context: Context,
    start: int,
    end: int,
    phrase: Absolute,
    first: tuple[Point | None, int | None],
    last: tuple[Point, int | None],
    reason: str | None,
) -> Limit | None:
    point, year = last
    stretch = days(point, year or 2000)
    if stretch is None:
        return None
    known = year is not None or bool(point.five_years)
    sure = contexts.limits(context, start, end, phrase, stretch[1] if known else date.max)
    if not sure:
        return None
    begin = days(first[0], first[1] or 2000) if first[0] else None
    return _typed(
        context,
        Limit(
            start,
            end,
            "by",
            stretch[1].isoformat() if known else None,
            confidence=sure * (0.9 if reason else 1.0),
            reason=reason,
        ),
        phrase,
        begin[0] if begin else stretch[0],
        known,
    )


def _typed(context: Context, limit: Limit, phrase: Absolute, begin: date, known: bool) -> Limit:
    """The limit as a period, a start, or a finish."""
    if (
        phrase.stretches[0][0]
        or phrase.close == "期间"
        or (phrase.stretches[0][1].five_years and not phrase.stretches[0][1].edge and not phrase.close)
    ):
        return replace(limit, type="between", begin=begin.isoformat() if known else None)
    if phrase.close == "起":
        return replace(limit, type="ongoing", date=None, begin=begin.isoformat() if known else None)
    if starts := contexts.begins(context, limit.end):
        return replace(limit, type="start_by", end=starts.end())
    return limit


def _recurring(context: Context, start: int, end: int, phrase: Recurring) -> Iterator[Limit]:
    rrule = rule(phrase)
    after = context.text[end:]
    if (
        rrule is None
        or re.search(r"每[人户亩吨家个]$|[元/]$", context.text[:start])
        or re.match(r"[^，。；]{0,6}?\d+(?:\.\d+)?[万亿]?元", after)
    ):
        return
    times = re.match(r"[^，。；、\d]{0,6}?([\d一二两三四五六七八九十]{1,3})[次轮回]", after)
    count = contexts_number(times[1]) if times else 1
    end += times.end() if times else 0
    yield Limit(
        start,
        end,
        "recurring",
        rrule=rrule,
        count=count if count > 1 else None,
        confidence=0.7 if phrase.ranged else 1.0,
        reason="range of intervals" if phrase.ranged else None,
    )


def contexts_number(text: str) -> int:
    from zeren.wording.numerals import number

    return number(text)


def _term(context: Context, start: int, end: int, term: Duration) -> Iterator[Limit]:
    """A term after the issue of the paper; after any other event it is conditional."""
    before, after = context.text[:start], context.text[end:]
    event = re.search(r"[^，。；：、（）]{2,16}(?:之日起|之?后|起)的?$", before)
    if term.event or (context.source == "column" and not event):
        if context.calendar.issued:
            yield Limit(
                start,
                end,
                "by",
                end_of(term, context.calendar.issued).isoformat(),
                confidence=0.9,
                reason="from the day of signing",
            )
        else:
            yield Limit(start, end, "conditional", confidence=0.6, reason="day of signing unknown")
    elif event:
        yield Limit(event.start(), end, "conditional", confidence=0.7, reason="event without date")
    elif re.search(r"[在于须应，。；]$|^$", before) and _work().match(after):
        yield from _term(replace(context, source="column"), start, end, term)


@cache
def _work() -> re.Pattern[str]:
    return re.compile(pattern("dates", "work"))


def find_standing(context: Context) -> Iterator[Limit]:
    """Limits without end: 持续推进 in a column, 常态化 as the way the work is done."""
    if context.source != "text":
        for match in re.finditer(r"(?<!年)" + pattern("standing", "limits"), context.text):
            yield Limit(match.start(), match.end(), "ongoing")
        return
    for match in _closing().finditer(context.text):
        yield Limit(match.start(1), match.end(1), "ongoing", confidence=0.8, reason="at the end of a clause")
    for match in _habit().finditer(context.text):
        yield Limit(match.start(), match.start() + 3, "ongoing", confidence=0.8, reason="way of working")


@cache
def _closing() -> re.Pattern[str]:
    limits, closing = pattern("standing", "limits"), pattern("standing", "closing")
    return re.compile(rf"(?:[（：](?={limits}[）。；])|[并，；])({closing}|(?<=[（：]){limits})(?=[）。；]|$)")


@cache
def _habit() -> re.Pattern[str]:
    attributes = pattern("standing", "attributes")
    return re.compile(
        rf"常态化(?!.{{0,8}}{attributes})[^，。；、]{{0,6}}?{pattern('standing', 'activities')}(?!.{{0,6}}{attributes})"
    )


def find_events(context: Context) -> Iterator[Limit]:
    """Limits bound to an event without a date."""
    if context.source == "column":
        return
    for match in _event().finditer(context.text):
        yield Limit(match.start(1), match.end(1), "conditional", confidence=0.6, reason="event without date")


@cache
def _event() -> re.Pattern[str]:
    happens, no = pattern("events", "happens"), pattern("events", "not_events")
    clause = r"[^，。；：、（）《》]"
    return re.compile(
        rf"(?:^|(?<=[，。；：、]))((?!{no})(?:{clause}{{1,24}}?{happens}(?:以|之)?[后前](?![期沿台端续果的])|当{clause}{{2,20}}时(?=，)|待{clause}{{2,20}}后|{pattern('events', 'circumstances')}))"
    )


def whole_cell(context: Context) -> Limit | None:
    """A time cell that holds none of the known limits: a condition, unless it says nothing or only 尽快, 适时."""
    text = context.text.strip("。；，")
    if not text or text in words("events", "none") or re.match(pattern("events", "vague"), text):
        return None
    return Limit(0, len(context.text), "conditional", confidence=0.5, reason="no date in the column")
