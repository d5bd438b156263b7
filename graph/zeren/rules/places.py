"""Places of a plan as an analyst says them: 第8项 or task 8 for 8, 第三部分（一）第2句 for 三（一）#2."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

_LOCATOR = re.compile(
    r"(?P<part>[一二三四五六七八九十百]+)?(?P<inner>(?:[（(][^（）()]{1,4}[）)])*)\.?"
    r"(?:(?P<number>\d+(?:[（(][^（）()]{1,4}[）)])*)|(?P<article>第[一二三四五六七八九十百\d]+[条款项章节])|(?P<title>[^#]*[^\W\d][^#]*))?"
    r"(?:#(?P<sentence>\d+))?"
)
"""The parts of a locator as `zeren.model.locators` makes them."""


_ROW = re.compile(r"(?P<ledger>.+) #?(?P<row>\d+)")
"""A row of a ledger: its name and the number."""


@cache
def _words() -> Mapping[str, Mapping[str, str]]:
    data: dict[str, dict[str, str]] = tomllib.loads(files("zeren.rules").joinpath("places.toml").read_text("utf-8"))
    return data


def said(locator: str | None, language: str) -> str:
    """A locator in words. None or empty is the plan as a whole; a heading's title is quoted.

    >>> said("四（二）6", "zh"), said("8", "en"), said("三（一）#2", "en")
    ('第四部分（二）第6项', 'task 8', 'sentence 2 of part 三（一）')
    """
    words = _words()["en" if language == "en" else "zh"]
    if not locator:
        return words["plan"]
    if row := _ROW.fullmatch(locator):
        return words["row"].format(**row.groupdict())
    found = _LOCATOR.fullmatch(locator)
    if found is None:
        return words["title"].format(above="", title=locator, raw=locator)
    above = ""
    for piece in ("part", "inner", "number", "article", "title", "sentence"):
        if found[piece]:
            form = "first_sentence" if piece == "sentence" and not above else piece
            above = words[form].format(above=above, raw=locator[: found.end(piece)], **found.groupdict())
    return above


def all_said(locators: str, language: str) -> str:
    """Several locators joined by 、, each in words."""
    comma = _words()["en" if language == "en" else "zh"]["comma"]
    return comma.join(said(place, language) for place in locators.split("、"))
