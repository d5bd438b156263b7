"""Counters written the ways word processors and browsers write list numbers."""

from __future__ import annotations

from collections.abc import Callable

_DIGITS = "〇一二三四五六七八九"
_LEGAL = "零壹贰叁肆伍陆柒捌玖"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def written(value: int, kind: str) -> str:
    """`value` in the manner `kind`: an ST_NumberFormat name of ECMA-376 part 1, section 17.18.59.

    A kind that is not known is written in Arabic digits, `none` and `bullet` as nothing.
    """
    return _WRITERS.get(kind, str)(value)


def chinese(value: int) -> str:
    """一, 十, 十一, 二十, 一百零一 … up to 9,999; Arabic digits beyond."""
    return _grouped(value, "零" + _DIGITS[1:], "十百千", short_ten=True)


def _grouped(value: int, digits: str, units: str, short_ten: bool) -> str:
    if not 0 < value < 10_000:
        return digits[0] if value == 0 else str(value)
    text, gap = "", False
    for power in (3, 2, 1, 0):
        digit = value // 10**power % 10
        if digit:
            text += (digits[0] if gap and text else "") + digits[digit] + (units[power - 1] if power else "")
        gap = not digit
    return text[1:] if short_ten and text.startswith(digits[1] + units[0]) else text


def _legal(value: int) -> str:
    return _grouped(value, _LEGAL, "拾佰仟", short_ten=False)


def _digit_by_digit(value: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(value))


def _roman(value: int) -> str:
    if not 0 < value < 4_000:
        return str(value)
    text = ""
    for size, letters in _ROMAN:
        count, value = divmod(value, size)
        text += letters * count
    return text


def _letter(value: int) -> str:
    """A … Z, AA, BB: Word repeats the letter."""
    return chr(ord("A") + (value - 1) % 26) * min((value - 1) // 26 + 1, 30) if value > 0 else str(value)


def _row_of(first: str, last: int) -> Callable[[int], str]:
    return lambda value: chr(ord(first) + value - 1) if 1 <= value <= last else str(value)


def _cycle_of(characters: str) -> Callable[[int], str]:
    return lambda value: characters[(value - 1) % len(characters)] if value > 0 else str(value)


def _circled(value: int) -> str:
    if 21 <= value <= 35:
        return chr(ord("㉑") + value - 21)
    if 36 <= value <= 50:
        return chr(ord("㊱") + value - 36)
    return _row_of("①", 20)(value)


def _nothing(value: int) -> str:
    return ""


def _full_width(value: int) -> str:
    return "".join(chr(ord(digit) + 0xFEE0) for digit in str(value))


_WRITERS: dict[str, Callable[[int], str]] = {
    "none": _nothing,
    "bullet": _nothing,
    "decimalZero": lambda value: f"{value:02d}",
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "japaneseCounting": chinese,
    "koreanCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "taiwaneseDigital": _digit_by_digit,
    "ideographDigital": _digit_by_digit,
    "japaneseDigitalTenThousand": _digit_by_digit,
    "chineseLegalSimplified": _legal,
    "ideographLegalTraditional": _legal,
    "ideographTraditional": _cycle_of(_STEMS),
    "ideographZodiac": _cycle_of(_BRANCHES),
    "ideographEnclosedCircle": _row_of("㊀", 10),
    "decimalEnclosedCircle": _circled,
    "decimalEnclosedCircleChinese": _circled,
    "decimalEnclosedFullstop": _row_of("⒈", 20),
    "decimalEnclosedParen": _row_of("⑴", 20),
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "upperLetter": _letter,
    "lowerLetter": lambda value: _letter(value).lower(),
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
}
