"""The days that a plan's words for time stand for, and the year where it names none."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from datetime import date, timedelta

from zeren.wording.numerals import fold

FIVE_YEARS = {
    "一": 1953,
    "二": 1958,
    "三": 1966,
    "四": 1971,
    "五": 1976,
    "六": 1981,
    "七": 1986,
    "八": 1991,
    "九": 1996,
    "十": 2001,
    "十一": 2006,
    "十二": 2011,
    "十三": 2016,
    "十四": 2021,
    "十五": 2026,
    "十六": 2031,
}
"""First year of each five-year plan by its numeral (二 ended 1962, three years before the next began)."""

_PAPERS = re.compile(r"《[^《》]*》|\s")
QUARTERS = {"一": 1, "二": 2, "三": 3, "四": 4, "1": 1, "2": 2, "3": 3, "4": 4, "首": 1, "末": 4}


@dataclass(frozen=True, slots=True)
class Calendar:
    """What a plan's masthead says about time: it fills in what the words of a limit leave out."""

    issued: str | None = None
    """ISO day of signing, else of publication; None: unknown."""
    title_year: int | None = None
    """The year named in the title (2025年度实施计划: 2025), None where it names none or a period."""
    period: tuple[int, int] | None = None
    """First and last year of the plan (2021—2023), from its title."""

    number_year: int | None = None
    """The year of the document number (某政办〔2022〕5号: 2022)."""
    text_year: int | None = None
    """The year that the text names most often with a month."""

    @property
    def issue_year(self) -> int | None:
        """Year of signing."""
        return int(self.issued[:4]) if self.issued else None

    def year(self) -> tuple[int | None, str]:
        """The year meant where a month stands without one, and the evidence: title, issue, period or nothing."""
        if self.title_year:
            return self.title_year, "year from title"
        if self.issue_year:
            return self.issue_year, "year of signing"
        if self.number_year:
            return self.number_year, "year of the document number"
        if self.period:
            return self.period[0], "first year of the plan"
        if self.text_year:
            return self.text_year, "year named in the text"
        return None, "year unknown"

    def year_end(self) -> tuple[int | None, str]:
        """The year meant by 年底 or 年内 alone: that of signing goes before that of the title."""
        if self.issue_year:
            return self.issue_year, "year of signing"
        if self.number_year:
            return self.number_year, "year of the document number"
        return self.year()

    def beside(self, number: str | None, text: str) -> Calendar:
        """With the years that the document number and the text name, for a paper that has no day of signing."""
        found = re.search(r"[〔\[（【](20\d\d)", number or "")
        dated = Counter(re.findall(r"(?<!\d)(20\d\d)年\d{1,2}月", _PAPERS.sub("", fold(text))))
        most = max(dated, key=lambda year: (dated[year], year), default=None)
        return replace(self, number_year=int(found[1]) if found else None, text_year=int(most) if most else None)

    @classmethod
    def of_title(cls, title: str, issued: str | None = None) -> Calendar:
        """What title and signing tell: `…三年行动方案（2021—2023年）`, `…2025年度实施计划`, `…“十四五”…`."""
        text = re.sub(r"\s", "", fold(title))
        if match := re.search(r"(?<!\d)(20\d\d)年?[—～至到](20)?(\d\d)(?!\d)年?", text):
            return cls(issued, None, (int(match[1]), int("20" + match[3])))
        if match := re.search(r"(?<!\d)(20\d\d)(?=年|度)", text):
            return cls(issued, int(match[1]), None)
        if match := re.search(r"[“\"‘]?(十[一二三四五六]?)五[”\"’]?(?=时期|期间|规划|发展|[”\"’])", text):
            first = FIVE_YEARS[match[1]]
            return cls(issued, None, (first, first + 4))
        return cls(issued)


def last_day(year: int, month: int) -> date:
    """The last day of a month."""
    following = date(year + month // 12, month % 12 + 1, 1)
    return following - timedelta(days=1)


def add_months(day: date, months: int) -> date:
    """The same day so many months later, or the last one of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, last_day(year, month + 1).day))


def add_working_days(day: date, count: int) -> date:
    """So many days later without Saturdays and Sundays; public holidays are not known here."""
    while count:
        day += timedelta(days=1)
        count -= day.weekday() < 5
    return day


def days_of(year: int, part: str = "", of: int = 0) -> tuple[date, date]:
    """First and last day of a year, or of its `quarter`, `half` or `month` number `of`."""
    length = {"quarter": 3, "half": 6, "month": 1}.get(part, 12)
    first = date(year, length * (of - 1) + 1 if of else 1, 1)
    return first, last_day(year, first.month + length - 1)


def years(numeral: str) -> tuple[int, int]:
    """First and last year of a five-year plan by the numeral before 五 (十四 for “十四五”). Raises KeyError."""
    first = FIVE_YEARS[numeral]
    return first, first + 4


def day(year: int, month: int, of_month: int) -> date | None:
    """That day, or None where the calendar has none (2月30日)."""
    return date(year, month, of_month) if 1 <= of_month <= last_day(year, month).day else None
