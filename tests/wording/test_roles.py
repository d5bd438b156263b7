"""The vocabulary of roles."""

from __future__ import annotations

import pytest

from zeren.model import Role
from zeren.wording.roles import RANK, stronger, vocabulary

ORDER = ["accountable", "lead", "responsible", "joint", "support", "supervise"]


def test_the_fixed_order() -> None:
    assert sorted(RANK, key=RANK.__getitem__) == ORDER


@pytest.mark.parametrize(
    ("first", "second", "expected"), [("support", "lead", "lead"), ("responsible", "joint", "responsible")]
)
def test_stronger(first: Role, second: Role, expected: Role) -> None:
    assert stronger(first, second) == stronger(second, first) == expected


def test_every_verb_has_a_role_of_the_scheme_and_none_has_two() -> None:
    known = vocabulary()
    assert set(known.after.values()) <= set(ORDER)
    assert len(known.after) > 150
    assert all(link.left in ORDER and link.right in ORDER for links in known.between.values() for link in links)


@pytest.mark.parametrize(
    ("text", "manner", "verb"),
    [("按职责分工负责", "按职责分工", "负责"), ("按职责分工监督指导", "按职责分工", "监督指导"), ("牵头", "", "牵头")],
)
def test_manner_is_told_from_the_verb(text: str, manner: str, verb: str) -> None:
    match = vocabulary().verb.match(text)
    assert match is not None
    assert (match["manner"], match["verb"]) == (manner, verb)
