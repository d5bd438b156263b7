"""How parts of a plan are numbered: the marker at the head of a line, its form and its value."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_CHINESE = "[一二三四五六七八九十百零〇]{1,6}"
_DIGITS = "[0-9０-９]{1,3}"
_UNSURE = "0123456789０１２３４５６７８９,，"
_UNITS = {character: value for value, character in enumerate("零一二三四五六七八九")} | {"〇": 0}


@dataclass(frozen=True, slots=True)
class Marker:
    """The number that heads a piece of text."""

    form: str
    """Name of the form in numbering.toml."""
    number: str
    """The bare numeral as written (一, 十三, 1, 2.1)."""
    value: int
    """What it counts, from 1; of 2.1 the last part."""
    written: str
    """The marker with its brackets, without the stop that parts it from the text: （一）, 1, 行动一."""
    length: int
    """Code points it takes, with the stop and the white space behind it."""
    weak: bool = False
    """Only white space, or nothing, parts it from the text: counts as a marker only within a series."""


@dataclass(frozen=True, slots=True)
class Form:
    """One way of numbering."""

    name: str
    rank: int
    pattern: re.Pattern[str]
    after: re.Pattern[str] | None
    inline: bool


def _compile(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern.replace("{C}", _CHINESE).replace("{D}", _DIGITS))


@cache
def forms() -> dict[str, Form]:
    """The forms by name, from the highest to the lowest."""
    data = tomllib.loads(files("zeren.outline").joinpath("numbering.toml").read_text("utf-8"))
    return {
        item["name"]: Form(
            item["name"],
            rank,
            _compile(item["pattern"]),
            re.compile(item["after"]) if "after" in item else None,
            item.get("inline", False),
        )
        for rank, item in enumerate(data["form"])
    }


def count(numeral: str) -> int:
    """The value of a numeral as plans write it: 十三, 12, １２, ③, 2.4 (its last part), B (2); 0 where it is none."""
    last = unicodedata.normalize("NFKC", numeral).strip("().").split(".")[-1]
    if last.isdecimal():
        return int(last)
    if len(last) == 1 and last.isascii() and last.isalpha():
        return ord(last.lower()) - ord("a") + 1
    total, unit = 0, 0
    for character in last:
        if character in "十百":
            total, unit = total + (unit or 1) * (10 if character == "十" else 100), 0
        elif character in _UNITS:
            unit = _UNITS[character]
        else:
            return 0
    return total + unit


def _read(form: Form, text: str, position: int) -> Marker | None:
    match = form.pattern.match(text, position)
    if not match or (form.after and form.after.match(text, match.end())):
        return None
    number = next(group for group in match.groups() if group)
    value = count(number)
    if not value:
        return None
    end = match.end()
    while end < len(text) and text[end].isspace():
        end += 1
    written = re.sub(r"[\s　：:，,、.．丶—]+$", "", match.group())
    return Marker(
        form.name,
        unicodedata.normalize("NFKC", number).strip("()."),
        value,
        written,
        end - position,
        match.group()[-1].isspace() or (form.name == "digit" and match.group()[-1] in _UNSURE),
    )


@cache
def _heads() -> re.Pattern[str]:
    return re.compile(r"[\s　]*(?=[第行任工措专举抓目领阶板问事附（(0-9０-９A-Za-z①-⑳⑴-⒇⒈-⒛一二三四五六七八九十百])")


def read_marker(text: str, position: int = 0, inline: bool = False) -> Marker | None:
    """The marker that stands at `position`, None where there is none. `inline`: only forms that part a running text."""
    head = _heads().match(text, position)
    if not head:
        return None
    for form in forms().values():
        if (form.inline or not inline) and (marker := _read(form, text, head.end())):
            length = marker.length + head.end() - position
            return Marker(marker.form, marker.number, marker.value, marker.written, length, marker.weak)
    return None
