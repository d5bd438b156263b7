"""Limits that name a time: dates, periods, recurrences, terms after an event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache

from zeren.wording.deadlines import context as contexts
from zeren.wording.deadlines.context import Context
from zeren.wording.deadlines.limits import Limit
from zeren.wording.deadlines.meaning import complete, days, end_of, rule, settled, year_of
from zeren.wording.deadlines.phrases import find_phrases
from zeren.wording.deadlines.records import Absolute, Duration, Point, Recurring
from zeren.wording.deadlines.vocabulary import pattern
from zeren.wording.numerals import number


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
    if each := _each(context, start, end, phrase):
        return [each], year
    for begins, ends in phrase.stretches[_numbering(context, start, phrase) :]:
        settled_end = settled(ends, context.calendar)
        if settled_end is None:
            continue
        first, last = settled(begins, context.calendar) if begins else None, settled_end
        first, last = complete(first, last) if first else (None, last)
        begin_year, reason = year_of(first or last, context.calendar, year)
        last_year, reason = (
            year_of(last, context.calendar, begin_year if first else year) if first else (begin_year, reason)
        )
        limit = _limit(context, start, end, phrase, (first, begin_year), (last, last_year), reason)
        found += [limit] if limit else []
        year = last_year if last.year or last.shift else year
    return found, year


def _numbering(context: Context, start: int, phrase: Absolute) -> int:
    """How many of the points at the head of a clause are its number (the 1 of 1、6月底前); a task has lost its own."""
    clause = r"[。；：]$" if context.source == "text" else r"(?:^|[。；：])$"
    heads = re.search(clause, context.text[max(0, start - 2) : start]) and re.match(r"\d{1,2}、", context.text[start:])
    return 1 if heads and len(phrase.stretches) > 1 and not phrase.stretches[0][1].year else 0


def _each(context: Context, start: int, end: int, phrase: Absolute) -> Limit | None:
    """Parts of a year that each see the work done: 上、下半年各一次, 一季度至少一次."""
    parts = [point for first, point in phrase.stretches if not first and not point.year]
    halves = [point.half for point in parts] == [1, 2]
    each = re.compile(r"[各每][^，。；]{0,14}?[次轮场]" if halves else r"(?:至少|不少于|最少)[^，。；]{0,8}?[一1两2]次")
    times = each.match(context.text, end)
    if not times or not (halves or context.text[start:end] == "一季度"):
        return None
    return Limit(start, times.end(), "recurring", rrule=f"FREQ=MONTHLY;INTERVAL={6 if halves else 3}")


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
        (phrase.stretches[0][0] and not (phrase.stretches[0][0].shift == "即日" and not context.calendar.issued))
        or phrase.stretches[0][1].edge == "全"
        or phrase.close == "期间"
        or (phrase.stretches[0][1].five_years and not phrase.stretches[0][1].edge and not phrase.close)
    ):
        return replace(limit, type="between", begin=begin.isoformat() if known else None)
    if phrase.close == "起":
        return replace(limit, type="ongoing", date=None, begin=begin.isoformat() if known else None)
    if starts := contexts.begins(context, limit.end):
        return replace(limit, type="start_by", end=starts.end())
    if contexts.is_begun(context, limit.start):
        return replace(limit, type="start_by")
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
    count = number(times[1]) if times else 1
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
    elif re.search(r"[的后]，(?:[^，。；]{0,20}[应须要][于在当]?)?$", before):
        yield Limit(start, end, "conditional", confidence=0.6, reason="event without date")
    elif re.search(r"[在于须应，。；]$|^$", before) and _work().match(after):
        yield from _term(replace(context, source="column"), start, end, term)


@cache
def _work() -> re.Pattern[str]:
    return re.compile(pattern("dates", "work"))
