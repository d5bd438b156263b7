"""The grammar's trees as records."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from zeren.wording.deadlines.meaning import complete
from zeren.wording.deadlines.records import Absolute, Duration, Moment, Phrase, Point, Recurring
from zeren.wording.numerals import number

if TYPE_CHECKING:
    from lark import Token, Tree

    Branch = Tree[Token]


_SAME = {"半个月": "半月", "晚": "日", "晚上": "日"}
"""Units by the word the calendar knows them by."""


def phrase_of(tree: Branch) -> Phrase:
    """The record of an `absolute`, `recurring` or `duration`."""
    close = _word(tree, "CLOSE").replace("开始", "起")
    if tree.data == "absolute":
        return Absolute(_halves(tree) or (*_listed(tree), *map(_stretch, _branches(tree, "stretch"))), close)
    if tree.data == "duration":
        return _duration(tree)
    moments = tuple(_moment(part) for part in _branches(tree, "moment"))
    return _recurring(_branches(tree, "every")[0], moments, close)


def _duration(tree: Branch) -> Duration:
    if _word(tree, "HALFYEAR"):
        return Duration(_word(tree, "EVENT"), 6, "月")
    return Duration(_word(tree, "EVENT"), number(_word(tree, "NUMBER")), _word(tree, "SPAN").removeprefix("个"))


def _halves(tree: Branch) -> tuple[tuple[None, Point], ...]:
    """Both halves of a year, where they are named in one word (上、下半年)."""
    if not _word(tree, "HALVES"):
        return ()
    year = _point(tree)
    return (None, replace(year, half=1)), (None, replace(year, half=2))


def _listed(tree: Branch) -> Iterator[tuple[None, Point]]:
    """The points of an enumeration whose unit stands behind its last member (2021、2022年; 6、12月)."""
    last = _stretch(_branches(tree, "stretch")[0])
    for part in _branches(tree, "open"):
        point = _point(part)
        if point.year and point.bare is None and not last[1].month:
            yield None, point
        elif point.bare is not None and last[0] is None and (last[1].month or last[1].quarter) and not last[1].day:
            yield None, complete(point, replace(last[1], year=None))[0]


def _recurring(every: Branch, moments: tuple[Moment, ...], close: str) -> Recurring:
    numbers = [number(str(token)) for part in _branches(every, "interval") for token in part.children]
    weekday = _word(every, "WEEKDAY")
    skipping = _word(every, "SKIPPING")
    word = "周" if weekday else _word(every, "UNIT") or _word(every, "PERIODIC") or skipping
    unit = re.sub("^[个逐按一隔]|[终末底]?度?一?$", "", word).replace("星期", "周")
    unit = _SAME.get(unit, unit)
    if weekday:
        moments = (Moment(weekday=weekday[-1]),)
    unit = unit[0] if unit[:1] == unit[1:] else unit
    return Recurring(unit, numbers[0] if numbers else 2 if skipping else 1, len(numbers) > 1, moments, close)


def _stretch(tree: Branch) -> tuple[Point | None, Point]:
    ends = [_point(part) for part in tree.children if not isinstance(part, str)]
    return (ends[0], ends[1]) if len(ends) == 2 else (None, ends[0])


def _moment(tree: Branch) -> Moment:
    ranks = _branches(tree, "nth")
    nth = None
    if ranks:
        rank = _word(ranks[0], "RANK")
        nth = -1 if rank[:1] in ("最", "末") else 1 if rank else number(_word(ranks[0], "NUMBER"))
    return Moment(_point(tree), nth, _word(tree, "WEEKDAY")[-1:])


def _point(tree: Branch) -> Point:
    if iso := _word(tree, "DATE") or _word(tree, "MONTHDAY"):
        parts = [int(part) for part in re.findall(r"^\d{4}|\d\d?", iso)]
        if parts[0] < 100:
            return Point(month=parts[0], day=parts[1])
        return Point(year=parts[0], month=parts[1], day=parts[2] if len(parts) > 2 else None)
    year = _word(tree, "YEAR") or "".join(_word(part, "YEAR") for part in _branches(tree, "year"))
    shift = (
        "本月"
        if _word(tree, "THISMONTH")
        else _word(tree, "SHIFT") or "".join(_word(part, "SHIFT") for part in _branches(tree, "year"))
    )
    half = _word(tree, "HALF")
    if _word(tree, "NOW"):
        return Point(shift="即日")
    return Point(
        year=number(year) + (2000 if len(year) == 2 else 0) if year else None,
        shift="本月" if _word(tree, "THISMONTH") else shift.removesuffix("度"),
        month=_numeral(tree, "month"),
        day=_numeral(tree, "day"),
        bare=number(_word(tree, "NUMBER")) if _word(tree, "NUMBER") else None,
        ten_days=_word(tree, "TENDAYS")[-2:],
        quarter=_numeral(tree, "quarter"),
        half={"上": 1, "下": 2}.get(half[:1]),
        edge=(_word(tree, "EDGE") or _word(tree, "YEAREDGE") or _word(tree, "WHOLE"))
        .strip("年期")
        .replace("末", "底")
        .replace("终", "底"),
        five_years=re.sub(r"[“”\"‘’']|五[^五]*$", "", _word(tree, "FIVEYEARS")),
        feast=re.sub("[“”\"‘’']", "", _word(tree, "FEAST"))[:2],
    )


def _edge(tree: Branch) -> str:
    word = _word(tree, "EDGE") or _word(tree, "YEAREDGE") or _word(tree, "WHOLE")
    return re.sub("[末终]", "底", word.strip("年期"))


def _numeral(tree: Branch, rule: str) -> int | None:
    """The number in a part of the tree such as month or day; the last quarter for 末季度, None where there is none."""
    for part in _branches(tree, rule):
        rank = _word(part, "RANK")
        return number(_word(part, "NUMBER")) if not rank else 1 if rank[0] in "首第" else 4
    return None


def _branches(tree: Branch, rule: str) -> list[Branch]:
    return [part for part in tree.children if not isinstance(part, str) and part.data == rule]


def _word(tree: Branch, terminal: str) -> str:
    """The word of that terminal directly below, empty where there is none."""
    return next((str(part) for part in tree.children if isinstance(part, str) and part.type == terminal), "")
