"""Time limits read by the grammar file against nested regular expressions, in one run on the same plans.

Prints a line for each: microseconds a text, and the ratio to the regular expressions. The texts are generated: dates of
every granularity inside sentences, and sentences without any. `cold` empties the grammar's memory of runs first, `warm`
is the second pass over the same texts, as in a table whose time column says the same few things again and again.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from time import perf_counter

from zeren.wording.deadlines import phrases

_COUNT = 20_000

# The rejected form: every part of a date is a group, and a period needs all of them twice under other names.
_N = r"\d{1,2}|[一二三四五六七八九十]{1,3}"
_YEAR = r"(?:(?P<year@>(?:19|20)\d\d|[一二][〇零一二三四五六七八九]{3})年度?|(?P<shift@>[今本当同明次翌来后]年度?))"
_DAY = rf"(?:(?P<day@>{_N})[日号]|(?P<ten@>[上中下]旬)|(?P<edge@>期?[初底末终]|中|内))"
_POINT = (
    rf"(?:{_YEAR}?(?:(?P<month@>{_N})月份?{_DAY}?|第?(?P<quarter@>{_N}|首|末)个?季度?(?P<qedge@>[初底末])?"
    rf"|(?P<half@>[上下])半年|年(?P<yedge@>[初底末中内终]))|{_YEAR.replace('@', 'w@')}(?P<wedge@>[初底末中内])?"
    r"|(?P<plan@>[“\"]?十[一二三四五六]?五[”\"]?(?:时期|期间|末|初))"
    r"|(?P<iso@>(?:19|20)\d\d[./—]\d{1,2}(?:[./—]\d{1,2})?))"
)
_OPEN = r"(?:(?P<oyear>(?:19|20)\d\d)年?)?(?:(?P<omonth>\d{1,2})月)?(?P<onumber>\d{1,2})?"
_CLOSE = r"(?P<close@>(?:以|之)?前|(?:以|之)内|止|起|期间)?"
_PERIOD = rf"(?:{_POINT.replace('@', 'a')}|{_OPEN})(?:—+|～|至|到)(?:{_POINT.replace('@', 'b')}|(?P<last>{_N})[日号])"
_EVERY = (
    rf"(?:每隔?个?(?:(?P<interval>{_N})(?:[—～至到](?:{_N}))?)?"
    r"(?P<unit>个?半年|年度?|个?季度?|双月|个?月度?|双周|个?周|旬|工作日|日|天)|[逐按](?P<adverb>年|季度?|月|周|日))"
    rf"(?:{_POINT.replace('@', 'e')}|末月?|首月?|(?P<mday>{_N})[日号])?"
    rf"(?:、(?:{_POINT.replace('@', 'f')}|(?P<nday>{_N})[日号]))*"
)
_TERM = rf"(?:(?:印发|下发|发布|实施)(?:之日起|后)?)?(?P<count>{_N})个?(?P<span>工作日|月|周|日|天|年)(?:以|之)?内"
NESTED = re.compile(
    rf"{_EVERY}{_CLOSE.replace('@', 'x')}|{_TERM}|{_PERIOD}"
    rf"|{_POINT.replace('@', 'p')}(?:、{_POINT.replace('@', 'q')})*{_CLOSE.replace('@', 'y')}"
)


def texts(count: int) -> Iterable[str]:
    """So many texts of a plan, one in two without a date; every number the same texts."""
    dates = (
        "{y}年{m}月底前完成排查，", "{y}年{m}月—{y}年12月，集中整治，", "每年{m}月底前报送总结，",
        "每季度末月25日前报告进展，", "自印发之日起{m}个月内，", "到{y}年，全面建成，", "{m}月{d}日前上报，",
        "{y}年第三季度开工，", "每{m}个月开展一次评估，", "“十四五”末达到目标，",
    )  # fmt: skip
    plain = "加强组织领导，明确责任分工，建立健全工作机制，推动各项任务落实到位，确保取得实效。"
    for place in range(count):
        date = dates[place // 2 % len(dates)].format(y=2020 + place % 11, m=place % 12 + 1, d=place % 28 + 1)
        yield plain + (date if place % 2 else "") + plain


def clock(read: Callable[[str], object], sample: list[str]) -> float:
    """Microseconds a text."""
    start = perf_counter()
    for text in sample:
        read(text)
    return (perf_counter() - start) / len(sample) * 1e6


def nested_at_starts(text: str) -> list[str]:
    """The regular expressions tried only where a phrase of time can begin, as the grammar is."""
    found, place = [], 0
    while start := phrases.START.search(text, place):
        match = NESTED.match(text, start.start())
        found += [match[0]] if match else []
        place = max(match.end() if match else 0, start.start() + 1)
    return found


def main() -> int:
    """Print the table."""
    sample = list(texts(_COUNT))
    nested = clock(lambda text: list(NESTED.finditer(text)), sample)
    guided = clock(nested_at_starts, sample)
    list(phrases.find_phrases("2021年"))
    phrases.read_run.cache_clear()
    cold = clock(lambda text: list(phrases.find_phrases(text)), sample)
    warm = clock(lambda text: list(phrases.find_phrases(text)), sample)
    runs = [f"{year}年{month}月底前" for year in range(2000, 2040) for month in range(1, 13)]
    bare = clock(lambda text: phrases.read_run.__wrapped__(text), runs)
    print(f"{'reader':<36}{'us/text':>10}{'ratio':>8}")
    for name, value in (
        ("nested regular expressions", nested),
        ("the same, only where one can begin", guided),
        ("grammar, cold", cold),
        ("grammar, warm", warm),
    ):
        print(f"{name:<36}{value:>10.1f}{value / nested:>8.2f}")
    print(f"{'grammar, one run never seen':<36}{bare:>10.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
