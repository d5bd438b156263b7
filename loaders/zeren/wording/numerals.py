"""Numbers as plans write them: Arabic, full-width and Chinese numerals."""

from __future__ import annotations

from functools import cache

_DIGITS = {
    sign: value
    for value, signs in enumerate(
        ("〇零○ＯOo", "一壹", "二两贰", "三叁", "四肆", "五伍", "六陆", "七柒", "八捌", "九玖")
    )
    for sign in signs
}
_UNITS = {"十": 10, "拾": 10, "百": 100, "千": 1000, "廿": 20, "卅": 30}

CHINESE = "〇零○一二两三四五六七八九十"
"""The signs dates are written with, for use inside a character class."""


@cache
def _width() -> dict[int, str]:
    """Full-width ASCII to ASCII, every dash and wave to one sign each, half-width brackets to full-width ones."""
    table = {code: chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)}
    table |= {ord(dash): "—" for dash in "-–—―－─﹣−‐‑"} | {ord(wave): "～" for wave in "~～〜∼"}
    return table | str.maketrans(
        {
            "(": "（",
            ")": "）",
            "（": "（",
            "）": "）",
            "〇": "〇",
            "○": "〇",
            ",": "，",
            ";": "；",
            ":": "：",
            "，": "，",
            "；": "；",
            "：": "：",
        }
    )


def fold(text: str) -> str:
    """The text in one width, sign by sign: positions stay what they were."""
    return text.translate(_width())


def number(text: str) -> int:
    """The value of a whole number in any of the three ways of writing; 二〇二一 is read digit by digit.

    Raises ValueError for anything else.
    """
    folded = fold(text)
    if folded.isdecimal():
        return int(folded)
    if not any(sign in _UNITS for sign in folded):
        return int("".join(str(_digit(sign)) for sign in folded))
    total, pending = 0, 0
    for sign in folded:
        if sign in _UNITS:
            unit = _UNITS[sign]
            total += unit if unit in (20, 30) else (pending or 1) * unit
            pending = 0
        else:
            pending = _digit(sign)
    return total + pending


def _digit(sign: str) -> int:
    if sign.isdecimal():
        return int(sign)
    if sign not in _DIGITS:
        raise ValueError(f"not a numeral: {sign}")
    return _DIGITS[sign]
