"""Words for time, read by the grammar in `time.lark` into records that know no calendar yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from zeren.wording.numerals import number

if TYPE_CHECKING:
    from lark import Lark, Token, Tree

    Branch = Tree[Token]


@dataclass(frozen=True, slots=True)
class Point:
    """A stretch named by one date of any granularity; what is not said is None or empty."""

    year: int | None = None
    shift: str = ""
    """今年, 次年, 当年: the year as seen from another."""
    month: int | None = None
    day: int | None = None
    ten_days: str = ""
    quarter: int | None = None
    half: int | None = None
    edge: str = ""
    """初, 中, 底 or 内 of the smallest unit named."""
    bare: int | None = None
    """A number whose unit stands at the other end of the period: the 3 of 3—5月."""
    five_years: str = ""
    """Numeral of a five-year plan: 十四 for “十四五”."""


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

_NUMERAL = "[0-9〇零一二两三四五六七八九十]"
_START = re.compile(
    rf"(?<![\d.])(?:(?:19|20)\d\d(?=[年./—～至到])|\d{{1,3}}(?=个?[年月日号周天季星工自小]|[—～至到./、])"
    rf"|(?<!{_NUMERAL}){_NUMERAL}+(?=个?[年月日号周天季星工自小]|[—～至到、一]))"
    r"|每|逐(?=[年季月周日旬])|按(?=[年季月周日旬半])|月月|季季|年年|[今本当同明次翌来后]年|年[底末初内中终]|[上下]半年|[首末]个?季|第(?=[一二三四1-4])"
    r"|[“\"‘']?十?[一二三四五六七八九]五(?=[”\"’'时期规计末初中])|(?:正式)?(?:印发|下发|发布|公布|施行|实施|发文|签发)(?=之|后|日?起|[0-9一二两三四五六七八九十])"
    r"|(?<![0-9一-十本当上下几个每今明次同])(?:半年|双月|[月季周旬日])(?=调度|通报|报告|报送|例会|会商|巡查|督查|检查|研判|小结|总结)"
)
_RUN = re.compile(
    r"[0-9〇零一二两三四五六七八九十年月份日号季度半周星期旬天上中下初底末终内以之前起后止为截期间至到—～、和及与第每逐按隔个双今本当同明次翌来首最工作自然小时"
    r"印发下布公施行实文签正式“”\"‘’'./规划计]+"
)


def find_phrases(text: str) -> Iterator[tuple[int, int, Phrase]]:
    """Every phrase of time in a folded text as (start, end, phrase), left to right, none overlapping."""
    place = 0
    while match := _START.search(text, place):
        run = _RUN.match(text, match.start())
        found = _read(run[0][:48]) if run else None
        if found is None:
            place = match.start() + 1
            continue
        length, phrase = found
        yield match.start(), match.start() + length, phrase
        place = match.start() + max(1, length)


@lru_cache(maxsize=20_000)
def _read(run: str) -> tuple[int, Phrase] | None:
    """The longest phrase at the head of a run of time words, and its length in code points."""
    from lark.exceptions import UnexpectedInput

    state = _grammar().parse_interactive(run)
    tree: Branch | None = None
    end = 0
    try:
        for token in state.lexer_thread.lex(state.parser_state):
            state.feed_token(token)
            with suppress(UnexpectedInput):
                tree, end = state.copy().feed_eof(token), token.end_pos
    except UnexpectedInput:
        pass
    return (end, _phrase(tree.children[0])) if tree else None


@cache
def _grammar() -> Lark:
    from lark import Lark

    return Lark(files("zeren.wording.deadlines").joinpath("time.lark").read_text("utf-8"), parser="lalr")


def _phrase(tree: Branch) -> Phrase:
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
    return Recurring(unit if unit[:1] != unit[1:] else unit[0], *(numbers[:1] or [1]), len(numbers) > 1, moments, close)


def _stretch(tree: Branch) -> tuple[Point | None, Point]:
    ends = [_point(part) for part in tree.children]
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
        year, month, day = ([None, *parts] if len(parts[:1]) and parts[0] < 100 else [*parts, None])[:3]
        return Point(year=year, month=month, day=day)
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
