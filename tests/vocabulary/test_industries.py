from __future__ import annotations

import re
from collections import Counter

import pytest

from zeren.vocabulary.industries import industries, industry_of

_DIVISIONS = {"A": (1, 5), "B": (6, 12), "C": (13, 43), "D": (44, 46), "E": (47, 50), "F": (51, 52), "G": (53, 60)} | {
    "H": (61, 62), "I": (63, 65), "J": (66, 69), "K": (70, 70), "L": (71, 72), "M": (73, 75), "N": (76, 79)
} | {"O": (80, 82), "P": (83, 83), "Q": (84, 85), "R": (86, 90), "S": (91, 96), "T": (97, 97)}  # fmt: skip
"""Sections with their first and last division, as GB/T 4754-2017 gives them."""


def test_as_many_as_the_standard_has() -> None:
    assert Counter(len(code) for code in industries()) == {1: 20, 3: 97, 4: 473, 5: 1381}


def test_every_code_has_its_wider_one() -> None:
    assert all(re.fullmatch(r"[A-T](?:\d{2,4})?", code) for code in industries())
    assert [one.code for one in industries().values() if one.parent and one.parent not in industries()] == []


def test_every_division_lies_in_its_section() -> None:
    found = {
        section: [int(code[1:]) for code in industries() if len(code) == 3 and code[0] == section]
        for section in _DIVISIONS
    }
    assert found == {section: list(range(first, last + 1)) for section, (first, last) in _DIVISIONS.items()}


def test_names_are_names() -> None:
    assert [one for one in industries().values() if not one.name or re.search(r"[\s,()]|^\d", one.name)] == []


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("C2611", "C2611"),
        ("2611", "C2611"),
        ("Ｃ３０１１", "C3011"),
        ("C2621氮肥制造", "C2621"),
        ("无机酸制造（C2611）", "C2611"),
        ("C26化学原料和化学制品制造业", "C26"),
        ("化学原料及化学制品制造业", "C26"),
        ("水泥制造业", "C3011"),
        ("铁矿采选", "B0810"),
        ("制造业", "C"),
        ("化工", None),
        ("C9999", None),
        ("90吨", None),
        ("", None),
    ],
)
def test_codes_and_names_as_ledgers_write_them(written: str, code: str | None) -> None:
    found = industry_of(written)
    assert (found.code if found else None) == code
