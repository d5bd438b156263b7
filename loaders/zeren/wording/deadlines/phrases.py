"""Words for time, read by the grammar in `time.lark` into records that know no calendar yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING

from zeren.wording.deadlines.records import Phrase
from zeren.wording.deadlines.trees import phrase_of
from zeren.wording.deadlines.vocabulary import pattern

if TYPE_CHECKING:
    from lark import Lark

_NUMERAL = "[0-9〇零一二两三四五六七八九十]"
_RUN = re.compile(
    r"(?:[0-9〇零一二两三四五六七八九十年月份日号季度半周星期旬天上中下初底末终内以之前起后止为截期间至到—～、和及与第每逐按隔个双今本当同明次翌来首最工作自然小时晚"
    r"印发下布公施行实文签正式全即现在元旦国庆节劳动假黄金长学“”\"‘’'./规划计]|开始|，(?=[至到])){1,48}"
)
"""As long as a phrase can be; the run of a text of nothing but dates would go on to its end from each of them."""

_FIGURE = re.compile(r"\d{1,2}[./]\d{1,2}(?!以?前|之前|日)[^\d\s、，；。）：./—～至到]")
"""A decimal figure with its unit (3.2万, 12.5%), no month and day."""


@cache
def starts() -> re.Pattern[str]:
    """Where a phrase of time can begin; the grammar is tried only there."""
    routines = f"(?={pattern('recurring', 'routines')})"
    return re.compile(
        rf"(?<![\d.])(?:(?:19|20)\d\d(?=[年./—～至到、])|20\d{{6}}(?!\d)|\d{{1,3}}(?=个?[年月日号周天季星工自小]|[—～至到./、])"
        rf"|(?<!{_NUMERAL}){_NUMERAL}+(?=个?[年月日号周天季星工自小]|[—～至到、一]))"
        r"|每|逐(?=[年季月周日旬])|按(?=[年季月周日旬半])|隔(?=[年月周日天])|月月|季季|年年|[今本当同明次翌来后]年"
        r"|年[底末初内中终]|[上下]半年|上、下半年|[首末]个?季|第(?=[一二三四1-4])"
        r"|[“\"‘']?十?[一二三四五六七八九]五(?=[”\"’'时期规计末初中])"
        r"|(?:正式)?(?:印发|下发|发布|公布|施行|实施|发文|签发)(?=之|后|日?起|[0-9一二两三四五六七八九十])"
        r"|即日|(?:现在|今日)(?=起?[至到])|[本当]月(?=[底末内中上下0-9])|(?<![0-9一-十季个每末首双半])月(?=[底末])"
        r"|(?:元旦|国庆|劳动节|[“\"‘']?(?:五一|[七八]一)[”\"’']?|[“\"‘']十一[”\"’'])(?=[节假长黄金小国际劳动建党军]{0,7}(?:之|以)?前)"
        r"|半年(?=(?:以|之)?内)"
        r"|(?<![0-9一二两三四五六七八九十本当上下几个每今明次同按逐])半年(?=一|(?:至少)?(?:开展|组织|召开|进行|报送|通报|调度)[^，。；]{0,4}一次)"
        rf"|(?<![0-9一-十本当上下几个每今明次同])(?:半年|双月|[月季周旬日]){routines}|(?<=[、，])年{routines}"
        r"|(?<![0-9一-四当本上下每春夏秋冬])季(?=末月?[0-9])"
    )


def find_phrases(text: str) -> Iterator[tuple[int, int, Phrase]]:
    """Every phrase of time in a folded text as (start, end, phrase), left to right, none overlapping."""
    place = 0
    while match := starts().search(text, place):
        run = _RUN.match(text, match.start())
        found = read_run(run[0][:48]) if run and not _FIGURE.match(text, match.start()) else None
        if found is None:
            place = match.start() + 1
            continue
        length, phrase = found
        yield match.start(), match.start() + length, phrase
        place = match.start() + max(1, length)


@lru_cache(maxsize=20_000)
def read_run(run: str) -> tuple[int, Phrase] | None:
    """The longest phrase at the head of a run of time words, and its length in code points."""
    from lark.exceptions import UnexpectedInput

    state = _grammar().parse_interactive(run)
    tree, end = None, 0
    with suppress(UnexpectedInput):
        for token in state.lexer_thread.lex(state.parser_state):  # type: ignore[no-untyped-call]
            state.feed_token(token)
            with suppress(UnexpectedInput):
                tree, end = state.copy().feed_eof(token), token.end_pos  # type: ignore[no-untyped-call]
    return (end, phrase_of(tree.children[0])) if tree else None


@cache
def _grammar() -> Lark:
    from lark import Lark

    return Lark(files("zeren.wording.deadlines").joinpath("time.lark").read_text("utf-8"), parser="lalr")
