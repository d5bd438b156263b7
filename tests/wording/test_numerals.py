from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zeren.wording.numerals import fold, number


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12", 12),
        ("１２", 12),
        ("十二", 12),
        ("二十", 20),
        ("三十一", 31),
        ("两", 2),
        ("廿五", 25),
        ("二〇二一", 2021),
        ("二○二一", 2021),
        ("一百二十", 120),
        ("零", 0),
    ],
)
def test_numbers(written: str, value: int) -> None:
    assert number(written) == value


def test_what_is_no_number_raises() -> None:
    with pytest.raises(ValueError, match="numeral"):
        number("甲")


@given(st.text(max_size=60))
def test_folding_keeps_every_position(text: str) -> None:
    assert len(fold(text)) == len(text)
    assert fold(fold(text)) == fold(text)


def test_folding_unites_widths_dashes_and_brackets() -> None:
    assert fold("２０２１-２０２３（1）(2)～~－") == "2021—2023（1）（2）～～—"
