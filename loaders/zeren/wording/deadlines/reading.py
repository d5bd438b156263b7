"""Time limits in a passage of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import lru_cache

from zeren.model import Deadline, DeadlineSource
from zeren.readers.document import Passage
from zeren.wording.calendar import Calendar
from zeren.wording.deadlines import finders, standing
from zeren.wording.deadlines.context import Context
from zeren.wording.deadlines.limits import Limit
from zeren.wording.deadlines.vocabulary import pattern
from zeren.wording.numerals import fold

_TITLES = re.compile(r"《[^《》]*(?:《[^《》]*》[^《》]*)*》|[〔\[【（](?:19|20)\d\d[〕\]】）](?=第?\d+号)")
_HINT = re.compile(r"[年月日季度周旬天前后内时期止底末初每逐按常长持号/.]")
_HALF_STOP = re.compile(r"(?<=[\u4e00-\u9fff）”》])\.(?=(?:19|20)\d\d年|[\u4e00-\u9fff])")
"""A full stop of half width before the next sentence."""
_TRAILING = re.compile(r"（([^（）]*)）[。：:]?$")


def read_deadlines(passage: Passage, calendar: Calendar, source: DeadlineSource = "text") -> tuple[Deadline, ...]:
    """The limits a passage puts on its task, in reading order, one of each type and date.

    In a `column` or `heading` every date is a limit; in `text` only those that the words around make one, so that dates
    of cited papers, of history and of statistics are left out. Titles in 《》 and document numbers are never read.
    """
    plain = passage.without(r"\s+")
    if not _HINT.search(plain.text) and source == "text":
        return ()
    limits = _limits(plain.text, calendar, source)
    return merge_deadlines([_deadline(plain, limit, source) for limit in limits])


@lru_cache(maxsize=4096)
def _limits(text: str, calendar: Calendar, source: DeadlineSource) -> tuple[Limit, ...]:
    """The limits of a text without white space; remembered, because a time column says the same few things."""
    context = Context(_masked(_HALF_STOP.sub("。", fold(text))), calendar, source)
    seasons = [*standing.find_seasons(context)]
    plain = _without_years(context, seasons)
    found = _apart(
        [*finders.find_phrased(plain), *standing.find_standing(context), *standing.find_events(context), *seasons]
    )
    whole = standing.whole_cell(context) if source == "column" and not found else None
    return (whole,) if whole else tuple(found)


def split_heading(passage: Passage, calendar: Calendar) -> tuple[Passage, tuple[Deadline, ...]]:
    """A heading without a trailing time limit in parentheses, and the limits it states, there or in its words."""
    heading = passage.strip()
    match = _TRAILING.search(fold(heading.text))
    if match and not _names(heading.text[: match.start()]):
        inside = read_deadlines(heading[match.start(1) : match.end(1)], calendar, "heading")
        if inside and _filled(match[1], inside):
            return heading[: match.start()].strip(), inside
    return heading, _in_words(heading, calendar)


def _in_words(heading: Passage, calendar: Calendar) -> tuple[Deadline, ...]:
    """Limits inside a heading: in a parenthesis of it (第一阶段（3月—5月）：动员), or as in running text."""
    found = [*read_deadlines(heading, calendar, "text")]
    for match in re.finditer(r"（([^（）]*)）", fold(heading.text)):
        inside = (
            ()
            if _names(heading.text[: match.start()])
            else read_deadlines(heading[match.start(1) : match.end(1)], calendar, "heading")
        )
        found += inside if _filled(match[1], inside) else ()
    return merge_deadlines(found)


def _names(words: str) -> bool:
    """Whether words end in the name of a plan, so that the years in parentheses behind them are its own."""
    return re.search(rf"{pattern('dates', 'named')}$", words.rstrip()) is not None


def _filled(text: str, deadlines: Iterable[Deadline]) -> bool:
    """Whether a parenthesis holds limits and little else."""
    rest = re.sub(r"\s", "", text)
    for deadline in deadlines:
        rest = rest.replace(fold(deadline.text), "")
    return len(re.sub(r"[，、；：]|完成|时限|时间|并|前|启动|实施", "", rest)) <= 2


def merge_deadlines(*groups: Iterable[Deadline]) -> tuple[Deadline, ...]:
    """One entry per type and date, with its first wording: what a task says twice, in column and text, is one limit."""
    seen: dict[tuple[str | None, ...], Deadline] = {}
    for deadline in (one for group in groups for one in group):
        seen.setdefault((deadline.type, deadline.start, deadline.date, deadline.rrule), deadline)
    rules = {deadline.rrule for deadline in seen.values() if deadline.rrule}
    return tuple(one for one in seen.values() if not any(_says_more(rule, one.rrule) for rule in rules))


def _says_more(rule: str, other: str | None) -> bool:
    """Whether a rule is the other one with its days told (每月10日前 beside 月通报)."""
    return bool(other) and rule != other and rule.startswith(f"{other};BY")


def _masked(text: str) -> str:
    """The text with titles and document numbers blanked out, so that no date of theirs is read; positions are kept."""
    return _TITLES.sub(lambda match: "□" * len(match[0]), text)


def _without_years(context: Context, seasons: Iterable[Limit]) -> Context:
    """The text with the year of a season (2022年汛期前) blanked out: the year alone is no limit."""
    text = context.text
    for season in seasons:
        year = re.compile(r"\D{0,2}(?:\d{4}|[当今明次])年").match(text, season.start, season.end)
        text = text[: year.start()] + "□" * len(year[0]) + text[year.end() :] if year else text
    return replace(context, text=text)


def _apart(limits: list[Limit]) -> list[Limit]:
    """In reading order, without those that lie inside another."""
    kept: list[Limit] = []
    for limit in sorted(limits, key=lambda one: (one.start, -one.end)):
        if limit.type != "conditional" or not any(one.start < limit.end and limit.start < one.end for one in kept):
            kept.append(limit)
    return [
        one
        for one in kept
        if one.type != "conditional"
        or not any(
            other is not one and other.start < one.end and one.start < other.end and other.type != "conditional"
            for other in kept
        )
    ]


def _deadline(passage: Passage, limit: Limit, source: DeadlineSource) -> Deadline:
    words = passage[limit.start : limit.end]
    return Deadline(
        limit.type,
        words.text,
        limit.date,
        limit.begin,
        limit.rrule,
        limit.count,
        source,
        round(limit.confidence, 2),
        limit.reason,
        words.span(),
    )
