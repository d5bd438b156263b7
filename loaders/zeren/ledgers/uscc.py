"""统一社会信用代码 as ledgers write them."""

from __future__ import annotations

import re

from zeren.model import uscc
from zeren.wording.numerals import fold as fold_width

_ORGANISATION = re.compile(r"[0-9A-Z]{8}—[0-9X]")
"""组织机构代码 of GB 11714, written with its dash."""
_BEHIND = re.compile(
    r"(.{2,}?)[\s（(，,、：:。；;]*(?:(?:统一)?(?:社会)?信用代码|(?:组织)?机构代码|注册号|税号)?[为是]?[：:]?\s*"
    r"([0-9A-HJ-NPQRTUWXY]{18}|\d{15})\s*[)）]?",
    re.DOTALL,
)
"""A name with its code behind it."""
_REGISTER_NUMBER = re.compile(r"\d{15}|\d{13}")
"""工商注册号 of firms registered before October 2015."""


def fold(written: str) -> str:
    """The code in half-width capitals without spaces; nothing else is changed, an O stays an O.

    The apostrophe that keeps a sheet from taking it for a figure is no part of it; a figure (9.13E+17) stays one.
    """
    code = re.sub(r"\s|^['‘’`′]|['’]$", "", fold_width(written)).upper()
    return code.replace("—", "-" if _ORGANISATION.fullmatch(code) else "")


def check(code: str) -> bool:
    """Whether a code is one of GB 32100-2015 with the right check character, in any width and case."""
    return uscc.is_valid(fold(code))


def is_register_number(code: str) -> bool:
    """Whether it is a register number of the time before the codes: 15 digits (13 before 2007)."""
    return bool(_REGISTER_NUMBER.fullmatch(fold(code)))


def is_written(text: str) -> bool:
    """Whether a cell holds a code at all, right or wrong, and not a remark (正在办理)."""
    return bool(re.search("[0-9]", fold_width(text)))


def part_from(name: str) -> tuple[str, str | None]:
    """A name and the code written behind it, in parentheses or not; the name alone where it has none."""
    match = _BEHIND.fullmatch(name)
    return (match[1].strip(), match[2]) if match else (name, None)
