import pytest

from zeren.model.uscc import ALPHABET, check_character, is_valid


@pytest.mark.parametrize(("head", "check"), [("91350100M000100Y4", "3"), ("11100000000019502", "X")])
def test_check_character_of_the_standard(head: str, check: str) -> None:
    assert check_character(head) == check
    assert is_valid(head + check)


def test_every_other_check_character_is_refused() -> None:
    head = "91350100M000100Y4"
    assert [c for c in ALPHABET if is_valid(head + c)] == ["3"]


def test_a_sum_divisible_by_31_gives_zero() -> None:
    heads = (f"9135010{n:010d}" for n in range(200))
    assert "0" in {check_character(head) for head in heads}


@pytest.mark.parametrize(
    "code",
    [
        "",
        "9",
        "91350100M000100Y4",
        "91350100M000100Y43 ",
        "91350100I000100Y43",
        "91350100m000100y43",
        "9135010ＯM000100Y43",
    ],
)
def test_what_has_not_the_form_is_invalid(code: str) -> None:
    assert not is_valid(code)
