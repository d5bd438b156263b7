"""The place a number says: 四 and 4 are the fourth."""

from __future__ import annotations

import re
import unicodedata

_DIGITS = "〇一二三四五六七八九"
_CHINESE = re.compile(f"([{_DIGITS[1:]}]?)(十?)([{_DIGITS[1:]}]?)")


def ordinal(number: str | None) -> int | None:
    """Number of a heading or task as an integer; None where it is none or has several parts (1.2).

    >>> [ordinal(number) for number in ("四", "（十二）", "二十", "7.", "1.2", "附件", None)]
    [4, 12, 20, 7, None, None, None]
    """
    plain = re.sub(r"[\s()、.第]+$|^[\s()第]+", "", unicodedata.normalize("NFKC", number or ""))
    if plain.isdecimal():
        return int(plain)
    found = _CHINESE.fullmatch(plain)
    if not plain or found is None or (not found[2] and found[1] and found[3]):
        return None
    tens = (_DIGITS.index(found[1]) if found[1] else 1) if found[2] else 0
    ones = found[3] or ("" if found[2] else found[1])
    return 10 * tens + (_DIGITS.index(ones) if ones else 0)


def series(number: str | None) -> str | None:
    """How it counts: chinese (一) or arabic (1); None where `ordinal` has no answer. One list keeps to one of them."""
    if ordinal(number) is None:
        return None
    return "arabic" if re.search(r"\d", unicodedata.normalize("NFKC", number or "")) else "chinese"
