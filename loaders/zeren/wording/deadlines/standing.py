"""Limits without a date: work that goes on without end, and work bound to an event."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from zeren.wording.deadlines.context import Context
from zeren.wording.deadlines.limits import Limit
from zeren.wording.deadlines.vocabulary import pattern, words


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
    return re.compile(rf"(?:[（：](?={limits}[）。；])|[并，；。]|^)({closing}|(?<=[（：]){limits})(?=[）。；，]|$)")


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
    event = rf"(?!{no}){clause}{{1,24}}?{happens}(?:以|之)?[后前](?![期沿台端续果的])"
    other = rf"当{clause}{{2,20}}时(?=，)|待{clause}{{2,20}}后|{pattern('events', 'circumstances')}"
    return re.compile(rf"(?:^|(?<=[，。；：、]))({event}|{other})")


def find_seasons(context: Context) -> Iterator[Limit]:
    """Limits bound to a time of the year without a date, also one of a year named (2022年汛期前)."""
    for match in _season().finditer(context.text):
        yield Limit(match.start(1), match.end(1), "conditional", confidence=0.6, reason="season without date")


@cache
def _season() -> re.Pattern[str]:
    year = r"(?:在|于|赶在|力争|确保|争取)?(?:\d{4}年|当年|今年|明年|次年)?(?:全国|全省|全市)?"
    season = rf"[“\"]?{pattern('events', 'seasons')}[”\"]?(?:来临|到来|开始|结束|召开)?(?:之|以)?[前后](?!后)"
    return re.compile(rf"(?:^|(?<=[，。；：、（]))({year}{season})")


def whole_cell(context: Context) -> Limit | None:
    """A time cell that holds none of the known limits: a condition, unless it is empty, a number or says only 尽快."""
    text = context.text.strip("。；，")
    if not text or text.isdecimal() or text in words("events", "none") or re.match(pattern("events", "vague"), text):
        return None
    return Limit(0, len(context.text), "conditional", confidence=0.5, reason="no date in the column")
