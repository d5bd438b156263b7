from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zeren.ledgers.uscc import check, fold, is_register_number
from zeren.model.uscc import ALPHABET, check_character


@pytest.mark.parametrize(
    ("code", "valid"),
    [
        ("91350100M000100Y43", True),
        ("11100000000019502X", True),
        ("９１３５０１００Ｍ０００１００Ｙ４３", True),
        ("91350100m000100y43", True),
        ("91350100M000100Y44", False),
        ("9135O100M000100Y43", False),
        ("91350100M000100Y4", False),
        ("", False),
    ],
)
def test_check_sign(code: str, valid: bool) -> None:
    assert check(code) is valid


@given(
    st.text(ALPHABET, min_size=2, max_size=2),
    st.text("0123456789", min_size=6, max_size=6),
    st.text(ALPHABET, min_size=9, max_size=9),
    st.integers(0, 16),
)
def test_any_code_made_by_rule_is_valid_and_any_other_sign_is_not(kind: str, place: str, rest: str, at: int) -> None:
    head = kind + place + rest
    code = head + (check_character(head) or "")
    assert check(code)
    other = ALPHABET[(ALPHABET.index(code[at]) + 1) % 31]
    assert not check(code[:at] + other + code[at + 1 :])


def test_register_numbers_of_the_time_before() -> None:
    assert is_register_number("350100100012345")
    assert not is_register_number("91350100M000100Y43")
    assert fold(" 9135-0100 m") == "91350100M"


def test_what_a_sheet_adds_is_taken_off_and_the_rest_kept() -> None:
    assert fold("'91350100M000100Y43") == "91350100M000100Y43"
    assert fold("12048211-5") == "12048211-5"
    assert fold("9.13E+17") == "9.13E+17"
