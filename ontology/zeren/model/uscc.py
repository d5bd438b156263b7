"""统一社会信用代码: the number of a legal person by GB 32100-2015, and its check character."""

from __future__ import annotations

ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY"
"""The 31 characters of GB 32100 in the order of their values: no I, O, S, V, Z."""

_LENGTH = 18


def check_character(head: str) -> str | None:
    """The 18th character for the first 17; None where these are not 17 characters of the alphabet.

    Weights are the powers of 3 modulo 31. The outer modulo matters: a sum divisible by 31 has the check value 0.

    >>> check_character("91350100M000100Y4"), check_character("11100000000019502")
    ('3', 'X')
    """
    if len(head) != _LENGTH - 1 or any(character not in ALPHABET for character in head):
        return None
    total = sum(ALPHABET.index(character) * pow(3, place, 31) for place, character in enumerate(head))
    return ALPHABET[-total % 31]


def is_valid(code: str) -> bool:
    """Whether the code has the form of GB 32100 and its check character is right. Nothing is folded or repaired.

    The third to eighth characters are the six digits of the registering territory.
    """
    return code[2:8].isdecimal() and code.isascii() and check_character(code[:-1]) == code[-1:]
