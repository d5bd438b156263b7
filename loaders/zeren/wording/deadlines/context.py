"""Whether a time in running text limits the work, and how: by the words before and after it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from zeren.model import DeadlineSource
from zeren.wording.calendar import Calendar
from zeren.wording.deadlines.records import Absolute
from zeren.wording.deadlines.vocabulary import pattern

_BY_THE_HOUR = re.compile(
    r"(?:（[^（）]{1,6}）)?(?:[上下中]午|晚上?)?(?:\d{1,2}(?:[时点]|：\d\d)(?:半|\d\d分)?|下班|主?汛期)?(?:之|以)?前(?!后)"
)
"""After a day: the hour by which the work is due (5月20日（周五）下午5点前)."""
_OPENS = re.compile(r"(?:^|[。；，：、])$")


@dataclass(frozen=True, slots=True)
class Context:
    """A folded text, whose plan it belongs to and where it stood."""

    text: str
    calendar: Calendar
    source: DeadlineSource

    def ahead(self, last: date) -> bool:
        """Whether a day lies after signing, or in the years of the plan; true where neither is known."""
        if self.calendar.issued:
            return last.isoformat() >= self.calendar.issued
        year = self.calendar.title_year or (self.calendar.period or (None,))[0]
        return year is None or last.year >= year


def is_begun(context: Context, start: int) -> bool:
    """Whether a label before a date says that the work begins then (启动时间：)."""
    return bool(_compiled("begun").search(context.text[:start]))


def begins(context: Context, end: int) -> re.Match[str] | None:
    """Words after a date that say the work begins then."""
    return _compiled("start").match(context.text, end)


def limits(context: Context, start: int, end: int, phrase: Absolute, last: date) -> float:
    """How surely the dates at that place limit the work; 0 where they do not."""
    if context.source != "text":
        return 1.0
    before, after = context.text[:start], context.text[end:]
    if re.match("前后|左右", after) or (phrase.stretches[0][1].feast and not phrase.close.endswith("前")):
        return 0.0
    if (begin := phrase.stretches[0][0]) and begin.shift == "即日":
        return 1.0
    if begin or phrase.close == "期间" or phrase.stretches[0][1].five_years:
        return _period_limits(context, before, after, phrase, last)
    if phrase.close.endswith(("前", "止")) or (phrase.stretches[-1][1].day and _BY_THE_HOUR.match(after)):
        past = _compiled("past").match(after) or re.search("[对将把凡]$", before)
        return 0.0 if past and not context.ahead(last) else 1.0
    if re.search(r"[（，、]$", before) and re.match(r"[）、]", after) and not _only_year(phrase):
        return 0.9 if before.endswith("（") or context.ahead(last) else 0.0
    return _date_limits(context, before, after, phrase, last)


def _date_limits(context: Context, before: str, after: str, phrase: Absolute, last: date) -> float:
    """A date without 前."""
    if _compiled("as_of").search(before):
        return 0.9 if context.calendar.issued and last.isoformat() > context.calendar.issued else 0.0
    if phrase.close == "起" or _compiled("not_until").search(before):
        return 0.0
    if _compiled("until").search(before):
        return 0.0 if _only_year(phrase) and _compiled("attribute").match(after) else 1.0
    if not context.ahead(last):
        return 0.0
    if _within_year(context.text, len(before), after) or phrase.close:
        return 0.9
    if _compiled("work").match(after) or _compiled("start").match(after):
        return 0.9
    if _is_within(phrase) and _OPENS.search(before):
        return 0.9
    if _compiled("ahead").search(before) and (not _only_year(phrase) or after.startswith("，")):
        return 0.9
    if not _OPENS.search(before):
        return 0.0
    if before and not after and not _only_year(phrase):
        return 0.7
    return 0.7 if after.startswith("，") else 0.6 if _opens_work(phrase, after) else 0.0


def _opens_work(phrase: Absolute, after: str) -> bool:
    """Whether a year, month or day at the head of a clause dates the work after it (12月对各镇考核, 2022年新增学位)."""
    return bool(_compiled("opened_year" if _only_year(phrase) else "opened").match(after))


def _within_year(text: str, start: int, after: str) -> bool:
    """年内 before any work: the year itself is the limit (省属企业年内盘活…); 3年内 is a term."""
    phrase = text[start : len(text) - len(after)]
    return phrase in ("年内", "今年内", "本年内", "当年内") and after[:1] not in ("", *"的，。；、")


def _period_limits(context: Context, before: str, after: str, phrase: Absolute, last: date) -> float:
    """A period limits the work where it opens or fills a clause and names no other thing."""
    if _compiled("attribute").match(after) or not context.ahead(last) or _compiled("not_until").search(before):
        return 0.0
    if _compiled("named").search(before.removesuffix("（")):
        return 0.0
    if phrase.stretches[0][1].five_years and not before.endswith("（") and not _fills(context, after):
        return 0.0
    opens = re.search(r"(?:^|[。；，：（、]|在|于|自|从|“|每期|到|至|力争|争取|确保)$", before)
    return 0.9 if opens or phrase.close == "期间" or re.match(r"[，。；）]|期间", after) else 0.0


def _fills(context: Context, after: str) -> bool:
    """Whether a five-year plan named before these words stands for its years (“十四五”期间，…), not as an attribute."""
    named = context.text[: len(context.text) - len(after)]
    return named.endswith(("期间", "末", "初", "前", "中期", "末期", "期末")) or bool(re.match(r"[，。；）]|$", after))


def _is_within(phrase: Absolute) -> bool:
    """年内, 月内: the work of the clause is to be done inside, whatever verb follows."""
    return phrase.stretches[0][1].edge == "内"


def _only_year(phrase: Absolute) -> bool:
    point = phrase.stretches[0][1]
    return bool(point.year) and not (point.month or point.quarter or point.half or point.edge)


_AFTER = ("work", "attribute", "opened", "opened_year")
"""Lists of words that stand behind a date; those of the others stand before it."""


@cache
def _compiled(entry: str) -> re.Pattern[str]:
    """A list of words as it stands after a date or before one."""
    words = pattern("dates", entry)
    if entry == "start":
        return re.compile(rf"{pattern('dates', 'degree')}*{words}")
    if entry == "opened":
        return re.compile(rf"{words}|为[^，。；]{{1,10}}(?:阶段|期)")
    if entry == "past":
        return re.compile(rf"{words}[^，。；]{{0,12}}的")
    return re.compile(words if entry in _AFTER else rf"{words}$")
