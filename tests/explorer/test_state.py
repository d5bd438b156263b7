from __future__ import annotations

from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zeren.explorer.state import LONGEST, State, from_query, to_query

_ids = st.from_regex(r"\A[a-z]{1,8}-[0-9a-f]{16}\Z")


@given(
    st.builds(
        State, lang=st.sampled_from(("zh", "en")), plan=_ids, task=_ids, section=_ids,
        roles=st.lists(st.sampled_from(("lead", "joint", "support")), unique=True).map(tuple),
        shown=st.lists(_ids, max_size=20, unique=True).map(tuple), layout=st.sampled_from(("packed", "lanes", "radial")),
    )
)  # fmt: skip
def test_a_state_survives_the_address(state: State) -> None:
    assert from_query(to_query(state)) == state


def test_the_address_holds_only_what_differs() -> None:
    assert to_query(State()) == {}
    assert to_query(State(lang="en", severity=("error", "info"))) == {"lang": "en", "severity": "error,info"}


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({"lang": "xx"}, State()),
        ({"roles": "lead,牵头,<b>"}, State(roles=("lead",))),
        ({"plan": "<script>alert(1)</script>"}, State()),
        ({"plan": "x" * 500}, State()),
        ({"unknown": "1", "layout": "lanes"}, State(layout="lanes")),
    ],
)
def test_what_is_malformed_in_an_address_is_ignored(query: dict[str, str], expected: State) -> None:
    assert from_query(query) == expected


def test_an_address_stays_short() -> None:
    state = State(shown=tuple(f"task-{number:016x}" for number in range(500)), plan="plan-0123456789abcdef")
    query = to_query(state)
    assert sum(map(len, query.values())) <= LONGEST
    assert query["plan"] == state.plan


def test_every_field_is_text_or_texts() -> None:
    assert all(isinstance(field.default, str | tuple) for field in fields(State))
