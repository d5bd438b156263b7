"""The grammar's trees as records."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zeren.wording.deadlines.records import Absolute, Duration, Moment, Phrase, Point, Recurring
from zeren.wording.numerals import number

if TYPE_CHECKING:
    from lark import Token, Tree

    Branch = Tree[Token]


def phrase_of(tree: Branch) -> Phrase:
    """The record of an `absolute`, `recurring` or `duration`."""
    close = _word(tree, "CLOSE")
    if tree.data == "absolute":
        return Absolute(tuple(_stretch(part) for part in _branches(tree, "stretch")), close)
    if tree.data == "duration":
        return Duration(_word(tree, "EVENT"), number(_word(tree, "NUMBER")), _word(tree, "SPAN").removeprefix("个"))
    moments = tuple(_moment(part) for part in _branches(tree, "moment"))
    return _recurring(_branches(tree, "every")[0], moments, close)


def _recurring(every: Branch, moments: tuple[Moment, ...], close: str) -> Recurring:
    numbers = [number(str(token)) for part in _branches(every, "interval") for token in part.children]
    weekday = _word(every, "WEEKDAY")
    word = "周" if weekday else _word(every, "UNIT") or _word(every, "PERIODIC")
    unit = re.sub("^[个逐按一]|[度一]$", "", word).replace("星期", "周")
    if weekday:
        moments = (Moment(weekday=weekday[-1]),)
    unit = unit[0] if unit[:1] == unit[1:] else unit
    return Recurring(unit, numbers[0] if numbers else 1, len(numbers) > 1, moments, close)


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
        parts = [int(part) for part in re.findall(r"\d+", iso)]
        if parts[0] < 100:
            return Point(month=parts[0], day=parts[1])
        return Point(year=parts[0], month=parts[1], day=parts[2] if len(parts) > 2 else None)
    year = _word(tree, "YEAR") or "".join(_word(part, "YEAR") for part in _branches(tree, "year"))
    shift = _word(tree, "SHIFT") or "".join(_word(part, "SHIFT") for part in _branches(tree, "year"))
    half = _word(tree, "HALF")
    return Point(
        year=number(year) if year else None,
        shift=shift.removesuffix("度"),
        month=_numeral(tree, "month"),
        day=_numeral(tree, "day"),
        bare=number(_word(tree, "NUMBER")) if _word(tree, "NUMBER") else None,
        ten_days=_word(tree, "TENDAYS"),
        quarter=_numeral(tree, "quarter"),
        half={"上": 1, "下": 2}.get(half[:1]),
        edge=(_word(tree, "EDGE") or _word(tree, "YEAREDGE")).strip("年期").replace("末", "底").replace("终", "底"),
        five_years=re.sub(r"[“”\"‘’']|五[^五]*$", "", _word(tree, "FIVEYEARS")),
    )


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
