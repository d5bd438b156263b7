"""The papers a task refers to and those it orders to be drawn up."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from zeren.readers.document import Passage
from zeren.wording.numerals import fold


@dataclass(frozen=True, slots=True)
class Instruments:
    """Titles without 《》, or 发文字号 where one is given, in reading order; what is produced is not cited as well."""

    cites: tuple[str, ...] = ()
    produces: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Mention:
    start: int
    end: int
    """Behind the closing mark, or behind the number that follows it."""
    name: str
    titled: bool


_SHORT = 3
"""Words before 的 up to so many signs are the verb's own (制定后的), more are an attribute of the paper."""
_YEAR = r"[〔\[［【（﹝〈]\s*(?:19|20)\d\d\s*年?\s*[〕\]］】）﹞〉]"
NUMBER = re.compile(
    rf"[\u4e00-\u9fff]{{1,20}}\s*{_YEAR}\s*第?\s*\d{{1,5}}\s*号"
    r"|[\u4e00-\u9fff]{1,20}(?:令|公告)\s*[（]?\s*(?:(?:19|20)\d\d年?)?\s*[）]?\s*第\s*[\d一二三四五六七八九十百〇]{1,5}\s*号(?:令)?"
    r"|[\u4e00-\u9fff]{0,20}(?:19|20)\d\d年\s*第\s*\d{1,5}\s*号\s*(?:令|公告)"
    r"|[\u4e00-\u9fff]{2,20}第\s*\d{1,5}\s*号令"
)
"""A document number (发文字号) in a folded text: 某政办发〔2021〕5号, 国务院令第682号, 公告2020年第3号."""


BARE_NUMBER = re.compile(rf"{_YEAR}\s*第?\s*\d{{1,5}}\s*号")
"""A document number whose letters are left out: 〔2021〕5号, of minutes or after another number of the same letters."""


def read_instruments(passage: Passage) -> Instruments:
    """What a passage cites and what it orders to be produced.

    A title followed by its number in parentheses is the number alone; a title with one mark missing still counts; the
    short title that a parenthesis defines (以下简称《…》) is no mention of its own.
    """
    if not re.search("[《》号]", passage.text):
        return Instruments()
    plain = passage.without(r"\s+").text
    cites: dict[str, None] = {}
    produces: dict[str, None] = {}
    for row in _enumerations(plain):
        made = [_is_made(plain, mention) for mention in row]
        for place, mention in enumerate(row):
            carried = mention.titled and not _carried_out(plain, mention)
            produced = made[place] or (carried and (any(made[:place]) or _made_behind(plain, row[-1])))
            (produces if produced else cites)[mention.name] = None
    return Instruments(tuple(name for name in cites if name not in produces), tuple(produces))


def _enumerations(text: str) -> Iterator[list[_Mention]]:
    """The mentions, those of one enumeration (《甲》、《乙》和《丙》) together."""
    row: list[_Mention] = []
    for mention in _mentions(text):
        if row and not _joined().fullmatch(text, row[-1].end, mention.start):
            yield row
            row = []
        row.append(mention)
    if row:
        yield row


def _mentions(text: str) -> Iterator[_Mention]:
    """Titles and free-standing numbers, left to right."""
    folded, place, letters = fold(text), 0, ""
    for start, end in sorted([*_titles(folded), *_numbers(folded)]):
        if start < place:
            continue
        if folded[start] not in "《" and folded[end - 1] != "》":
            name = _with_letters(text[start:end], letters if folded[place:start] in _joints() else "")
            letters = re.split(r"[〔\[［【（﹝〈]", name)[0]
            yield _Mention(start, end, name, False)
        elif not re.search(r"以?下?简?称(?:为)?[:：“]?$", folded[:start]):
            numbers, end = _own_numbers(text, folded, end)
            for name in numbers or [_title(text[start:end])]:
                if name:
                    yield _Mention(start, end, name, True)
        place = end


def _with_letters(number: str, letters: str) -> str:
    """A number without letters (甲政发〔2021〕5号、〔2022〕7号) with those of the one before it in an enumeration."""
    return letters + number if BARE_NUMBER.match(fold(number)) else number


def _title(marked: str) -> str:
    return marked.removeprefix("《").removesuffix("》")


def _titles(text: str) -> Iterator[tuple[int, int]]:
    """Places of titles with their marks; an inner pair of marks belongs to the outer title."""
    opened: list[int] = []
    for match in re.finditer("[《》]", text):
        if match[0] == "《":
            if not opened or not re.search(r"[，。；：]", text[opened[-1] : match.start()]):
                opened.append(match.start())
                continue
            yield from _unclosed(text, opened[0], match.start())
            opened = [match.start()]
        elif opened:
            start = opened.pop()
            if not opened:
                yield start, match.end()
        elif head := _headless(text, match.start()):
            yield head, match.end()
    if opened:
        yield from _unclosed(text, opened[0], len(text))


def _unclosed(text: str, start: int, limit: int) -> Iterator[tuple[int, int]]:
    """A title whose closing mark is missing ends at the next stop."""
    stop = re.compile(r"[，。；（、]|要求|规定|精神").search(text, start + 1, limit)
    end = stop.start() if stop else limit
    if 4 <= end - start <= 60:
        yield start, end


def _headless(text: str, end: int) -> int | None:
    """Where a title begins whose opening mark is missing: behind the last word of drawing up or of reference."""
    clause = re.search(r"[^，。；《》]*$", text[:end])
    found = list(re.finditer(f"{_words('produce')}|{_words('refer')}", clause[0])) if clause else []
    return clause.start() + found[-1].end() if clause and found and found[-1].end() < len(clause[0]) else None


def _numbers(text: str) -> Iterator[tuple[int, int]]:
    end = 0
    for match in NUMBER.finditer(text):
        yield from (bare.span() for bare in BARE_NUMBER.finditer(text, end, match.start()))
        lead = re.match(rf"(?:.*{_words('lead_in')}|[和与及])(?=[\u4e00-\u9fff\d〔\[［【（])", match[0])
        end = match.end()
        yield match.start() + (lead.end() if lead else 0), end
    yield from (bare.span() for bare in BARE_NUMBER.finditer(text, end))


def _own_numbers(text: str, folded: str, end: int) -> tuple[list[str], int]:
    """The numbers in a parenthesis right behind a title, and where it ends; else none, and where the title ends."""
    group = re.compile(r"(?:的[通决公]?[知定告])?（([^（）]*(?:（\d{4}）[^（）]*)?)）").match(folded, end)
    spans = [*_numbers(group[1])] if group else []
    if not group or not spans:
        return [], end
    found: list[str] = []
    for start, stop in spans:
        letters = re.split(r"[〔\[［【（﹝〈]", found[-1])[0] if found else ""
        found.append(_with_letters(text[group.start(1) + start : group.start(1) + stop], letters))
    return found, group.end()


def _is_made(text: str, mention: _Mention) -> bool:
    """Whether the words around order the paper to be drawn up."""
    if not mention.titled or _carried_out(text, mention):
        return False
    before = re.search(
        rf"(?P<told>{_words('told')})?(?P<verb>{_words('produce')})(?P<between>[^，。；《》]{{0,12}})$",
        text[: mention.start],
    )
    if before and not before["told"] and not _refers(before["between"]):
        return True
    return _made_behind(text, mention)


def _made_behind(text: str, mention: _Mention) -> bool:
    """Whether the words behind a title, or behind the last of several, say that the work is their making."""
    after = text[mention.end :]
    making = rf"(?:[于在][^，。；《》]{{2,14}}|[^，。；《》]{{0,4}}?){_words('making')}(?!的|[^，。；]{{0,6}}《)"
    passed_on = r"[，（]?(?:并|经|报)[^。；《》]{0,24}(?:后|并)?(?:印发|发布|出台|公布)"
    return bool(re.match(making, after) or re.match(passed_on, after))


def _refers(between: str) -> bool:
    """Whether the words between a verb of drawing up and a title make it one that is there already (制定的, 完善落实).

    An attribute of the paper itself does not (出台支持民营经济发展的《…》).
    """
    attribute = between[:-1] if between.endswith("的") and len(between) > _SHORT else between
    return bool(re.search(_words("refer"), attribute))


def _carried_out(text: str, mention: _Mention) -> bool:
    return bool(re.compile(_words("carried_out")).match(text, mention.end))


@cache
def _joints() -> frozenset[str]:
    """Words that join the members of an enumeration of numbers."""
    table = tomllib.loads(files("zeren.wording").joinpath("instruments.toml").read_text("utf-8"))
    return frozenset(table["joined"])


@cache
def _joined() -> re.Pattern[str]:
    return re.compile(f"{_words('joined')}*")


@cache
def _words(entry: str) -> str:
    table = tomllib.loads(files("zeren.wording").joinpath("instruments.toml").read_text("utf-8"))
    return "(?:" + "|".join(map(re.escape, sorted(table[entry], key=len, reverse=True))) + ")"
