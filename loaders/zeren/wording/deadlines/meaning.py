"""What a phrase of time stands for in the calendar of a plan: days, a rule of recurrence, a term after its issue."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from zeren.wording import calendar
from zeren.wording.calendar import Calendar
from zeren.wording.deadlines.records import Duration, Moment, Point, Recurring
from zeren.wording.deadlines.vocabulary import feasts

Period = tuple[date, date]

_SHIFTS = {"今": 0, "本": 0, "当": 0, "同": 0, "明": 1, "次": 1, "翌": 1, "来": 1, "后": 2}
_WEEKDAYS = {"一": "MO", "二": "TU", "三": "WE", "四": "TH", "五": "FR", "六": "SA", "日": "SU", "天": "SU"}
_FREQUENCIES = {
    "年": ("YEARLY", 1),
    "半年": ("MONTHLY", 6),
    "学期": ("MONTHLY", 6),
    "季": ("MONTHLY", 3),
    "双月": ("MONTHLY", 2),
    "月": ("MONTHLY", 1),
    "旬": ("DAILY", 10),
    "双周": ("WEEKLY", 2),
    "半月": ("MONTHLY", 1),
    "周": ("WEEKLY", 1),
    "工作日": ("DAILY", 1),
    "日": ("DAILY", 1),
    "天": ("DAILY", 1),
}
_TEN_DAYS = {"上旬": (1, 10), "中旬": (11, 20), "下旬": (21, 31)}


def settled(point: Point, plan: Calendar) -> Point | None:
    """A point that counts from the day of signing (即日, 本月底) or is named after a feast, as a date; the point itself
    where it is neither, None where the day of signing is needed and unknown.
    """
    signed = date.fromisoformat(plan.issued) if plan.issued else None
    if point.feast:
        return _eve(point, plan, signed)
    if point.shift not in ("即日", "本月"):
        return point
    if signed is None:
        return None
    if point.shift == "即日":
        return Point(signed.year, month=signed.month, day=signed.day)
    return replace(point, shift="", year=signed.year, month=signed.month)


def _eve(point: Point, plan: Calendar, signed: date | None) -> Point | None:
    """The day before a feast: of the year named, else of the next one after signing."""
    month, of_month = map(int, feasts()[point.feast].split("-"))
    year = year_of(replace(point, feast="", month=month), plan, None)[0]
    if year is None:
        return None
    feast = date(year, month, of_month)
    if not (point.year or point.shift) and signed and feast <= signed:
        feast = feast.replace(year=year + 1)
    eve = feast - timedelta(days=1)
    return Point(eve.year, month=eve.month, day=eve.day)


def year_of(point: Point, plan: Calendar, before: int | None) -> tuple[int | None, str | None]:
    """The year a point means and, where it does not say so itself, the evidence. `before`: the last year named."""
    if point.year:
        return point.year, None
    if point.shift:
        ago = point.shift[0] in "今明后来本"
        anchor = (plan.issue_year or plan.year()[0]) if ago or before is None else before
        return (anchor + _SHIFTS[point.shift[0]] if anchor else None), "year relative"
    if before:
        return before, "year carried"
    if point.month or point.quarter or point.half:
        return _year_of_month(point, plan)
    return plan.year_end()


def _year_of_month(point: Point, plan: Calendar) -> tuple[int | None, str | None]:
    """As the plan's calendar says; but the year after signing for a month that lies more than half a year back."""
    year, reason = plan.year()
    month = point.month or (point.quarter or 0) * 3 or (point.half or 0) * 6
    if year and reason == "year of signing" and plan.issued and int(plan.issued[5:7]) - month > 6:
        return year + 1, "year after signing"
    return year, reason


def days(point: Point, year: int) -> Period | None:
    """First and last day of a point in that year; None where the calendar has no such day."""
    if point.five_years:
        return _five_years(point)
    if point.month:
        return _days_of_month(point, year)
    if point.quarter:
        return _edge(calendar.days_of(year, "quarter", point.quarter), point.edge) if point.quarter < 5 else None
    if point.half:
        return _edge(calendar.days_of(year, "half", point.half), point.edge)
    first, last = calendar.days_of(year)
    if point.edge == "中":
        return first, date(year, 6, 30)
    return (first, date(year, 1, 31)) if point.edge == "初" else (first, last)


def _five_years(point: Point) -> Period | None:
    if point.five_years not in calendar.FIVE_YEARS:
        return None
    begin, end = calendar.years(point.five_years)
    last = {"初": begin, "中": begin + 2}.get(point.edge, end)
    return date(begin, 1, 1), date(last, 12, 31)


def _days_of_month(point: Point, year: int) -> Period | None:
    if not 1 <= (point.month or 0) <= 12:
        return None
    month = point.month or 1
    if point.day is not None:
        exact = calendar.day(year, month, point.day)
        return (exact, exact) if exact else None
    first, last = calendar.days_of(year, "month", month)
    if point.ten_days:
        begin, end = _TEN_DAYS[point.ten_days]
        return first.replace(day=begin), min(last, first.replace(day=min(end, last.day)))
    return _edge((first, last), point.edge)


def _edge(period: Period, edge: str) -> Period:
    """The early or middle part of a period, or the whole of it."""
    first, last = period
    if edge == "初":
        return first, first + timedelta(days=9)
    return (first, first + (last - first) // 2) if edge == "中" else period


def complete(first: Point, last: Point) -> tuple[Point, Point]:
    """Both ends of a period with what only the other says: the unit of the first, year and month of the second."""
    if first.bare is not None:
        first = _with_unit(first, first.bare, "day" if last.day is not None else "quarter" if last.quarter else "month")
    if last.bare is not None:
        last = _with_unit(last, last.bare, "day" if first.day is not None else "month")
    if last.day is not None and last.month is None:
        last = replace(last, month=first.month)
    if first.month is None and first.day is not None:
        first = replace(first, month=last.month)
    if first.year and not last.year and not last.shift:
        last = replace(last, year=first.year)
    return first, last


def _with_unit(point: Point, value: int, unit: str) -> Point:
    """The point with its bare number as day, month or quarter."""
    if unit == "day":
        return replace(point, bare=None, day=value)
    return replace(point, bare=None, quarter=value) if unit == "quarter" else replace(point, bare=None, month=value)


def rule(recurring: Recurring) -> str | None:
    """FREQ, INTERVAL and the days, months or weekdays of RFC 5545; None for a unit nobody repeats by."""
    if recurring.unit not in _FREQUENCIES:
        return None
    frequency, factor = _FREQUENCIES[recurring.unit]
    interval = factor * recurring.interval
    parts = [f"FREQ={frequency}"] + ([f"INTERVAL={interval}"] if interval > 1 else [])
    for key in ("BYMONTH", "BYMONTHDAY", "BYDAY"):
        values = [value for moment in recurring.moments if (value := _by(key, moment, recurring.unit))]
        if values:
            parts.append(f"{key}={','.join(dict.fromkeys(values))}")
    return ";".join(parts)


def _by(key: str, moment: Moment, unit: str) -> str:
    """One value of a BY part of the rule, empty where the moment does not fix it."""
    point = moment.point
    if key == "BYDAY":
        return (
            f"{moment.nth if moment.nth and unit != '周' else ''}{_WEEKDAYS[moment.weekday]}" if moment.weekday else ""
        )
    if key == "BYMONTH":
        month = point.month or (point.quarter or 0) * 3 or (point.half or 0) * 6
        return str(month or 12 if point.edge == "底" else month or "") if unit == "年" else ""
    if point.day is not None:
        return str(point.day)
    if point.edge == "底" and not moment.weekday and unit != "周":
        return "-1"
    return {"上旬": "10", "中旬": "20", "下旬": "-1"}.get(point.ten_days, "")


def end_of(term: Duration, issued: str) -> date:
    """The last day of a term that runs from the day of signing."""
    begin = date.fromisoformat(issued)
    if term.unit in ("工作日",):
        return calendar.add_working_days(begin, term.count)
    if term.unit in ("月", "季度", "年"):
        return calendar.add_months(begin, term.count * {"月": 1, "季度": 3, "年": 12}[term.unit])
    return begin + timedelta(days=term.count * {"周": 7, "星期": 7}.get(term.unit, 1))
