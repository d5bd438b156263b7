from __future__ import annotations

from datetime import date

import pytest

from zeren.wording.calendar import Calendar, add_months, add_working_days, day, days_of, last_day, years


@pytest.mark.parametrize(
    ("title", "year", "period"),
    [
        ("云川市水环境整治三年行动方案（2021—2023年）", None, (2021, 2023)),
        ("云川市水环境整治三年行动方案(2021-2023)", None, (2021, 2023)),
        ("青禾县２０２２年至２０２４年绿化计划", None, (2022, 2024)),
        ("青禾县2025年度重点工作清单", 2025, None),
        ("2024年云川市民生实事任务分解表", 2024, None),
        ("云川市“十四五”消防规划", None, (2021, 2025)),
        ("云川市十五五时期应急体系规划", None, (2026, 2030)),
        ("云川市搬迁改造方案", None, None),
    ],
)
def test_title_tells_year_or_period(title: str, year: int | None, period: tuple[int, int] | None) -> None:
    calendar = Calendar.of_title(title, "2021-03-01")
    assert (calendar.title_year, calendar.period) == (year, period)


def test_month_takes_the_year_of_the_title_and_year_end_that_of_signing() -> None:
    calendar = Calendar(issued="2021-12-20", title_year=2022)
    assert calendar.year() == (2022, "year from title")
    assert calendar.year_end() == (2021, "year of signing")
    assert Calendar().year() == (None, "year unknown")
    assert Calendar(period=(2021, 2023)).year()[0] == 2021


def test_ends_of_months_and_parts_of_years() -> None:
    assert last_day(2024, 2) == date(2024, 2, 29)
    assert last_day(2023, 12) == date(2023, 12, 31)
    assert days_of(2023, "quarter", 2) == (date(2023, 4, 1), date(2023, 6, 30))
    assert days_of(2023, "half", 2) == (date(2023, 7, 1), date(2023, 12, 31))
    assert days_of(2023) == (date(2023, 1, 1), date(2023, 12, 31))


def test_a_day_the_calendar_has_not_is_none() -> None:
    assert day(2023, 2, 29) is None
    assert day(2024, 2, 29) == date(2024, 2, 29)
    assert day(2024, 6, 0) is None


def test_terms() -> None:
    assert add_months(date(2022, 11, 30), 3) == date(2023, 2, 28)
    assert add_working_days(date(2022, 3, 18), 1) == date(2022, 3, 21)
    assert add_working_days(date(2022, 3, 18), 5) == date(2022, 3, 25)


def test_five_year_plans() -> None:
    assert years("十四") == (2021, 2025)
    assert years("十二") == (2011, 2015)
    with pytest.raises(KeyError):
        years("九十")
