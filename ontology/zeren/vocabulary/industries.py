"""Industries of GB/T 4754—2017 (国民经济行业分类, with its amendment of 2019), and which one a ledger's words name.

`industries.csv` holds the codes and names of the 20 sections (C), 97 divisions (C26), 473 groups (C261) and of the
classes (C2611), as three public copies of the standard's table agree on them.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_CODE = re.compile(r"(?<![A-Z0-9])([A-T]?)(\d{2,4})(?!\d)")
_REST = re.compile(r"[\s()\[\]、,，:：—-]+|^(?:代码|行业)")
_SHORTEST = 3
"""Digits from which on a number without its section letter is taken for a code beside words."""


@dataclass(frozen=True, slots=True)
class Industry:
    """A section, division, group or class."""

    code: str
    """Section letter and up to four digits: C, C26, C261, C2611."""
    name: str

    @property
    def parent(self) -> str | None:
        """Code of the next wider one; None for a section."""
        return None if len(self.code) == 1 else self.code[:1] if len(self.code) == 3 else self.code[:-1]


@cache
def industries() -> dict[str, Industry]:
    """All of them by code, in the order of the standard."""
    text = files("zeren.vocabulary").joinpath("industries.csv").read_text("utf-8")
    return {row["code"]: Industry(**row) for row in csv.DictReader(text.splitlines())}


def industry_of(written: str) -> Industry | None:
    """The industry that a ledger names by code (C2611, 2611), by name (无机酸制造) or both; None where it names none.

    Where several levels bear one name the finest is meant. A code that the standard does not know is none, but the
    words beside it may still be.

    >>> industry_of("C2611无机酸制造").code, industry_of("水泥制造业").code, industry_of("化工")
    ('C2611', 'C3011', None)
    """
    text = unicodedata.normalize("NFKC", written).strip().upper()
    return _by_code(text) or _by_name(_CODE.sub("", text)) or _by_name(text)


def _by_code(text: str) -> Industry | None:
    for section, digits in _CODE.findall(text):
        alone = not _REST.sub("", text.replace(digits, "", 1))
        if section or alone or len(digits) >= _SHORTEST:
            found = industries().get(section + digits) if section else _by_digits().get(digits)
            if found:
                return found
    return industries().get(text) if len(text) == 1 else None


def _by_name(text: str) -> Industry | None:
    return _names().get(_bare(text))


def _bare(text: str) -> str:
    """A name without marks and without the 业 that ledgers add or drop at its end; 及 and 和 are one."""
    return re.sub(r"(?:行业|业)$", "", _REST.sub("", text)).replace("及", "和")


@cache
def _by_digits() -> dict[str, Industry]:
    """By the digits of the code alone: each division belongs to one section."""
    return {code[1:]: industry for code, industry in industries().items() if len(code) > 1}


@cache
def _names() -> dict[str, Industry]:
    """By bare name; the finest comes last and stays."""
    ordered = sorted(industries().values(), key=lambda industry: (len(industry.code), industry.code))
    return {_bare(unicodedata.normalize("NFKC", industry.name)): industry for industry in ordered}
