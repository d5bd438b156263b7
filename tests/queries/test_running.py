from __future__ import annotations

import datetime as dt

import pytest

from zeren.model import UsageError
from zeren.queries import QueryParameter, QueryTexts, Wording
from zeren.queries.running import ask, checked_parameters, ordered
from zeren.store import Rows

ABOUT = Wording("", "")
TEXTS = QueryTexts(
    "example",
    "",
    "",
    (
        QueryParameter("name", "text", ABOUT),
        QueryParameter("words", "texts", ABOUT, ("甲", "乙")),
        QueryParameter("least", "integer", ABOUT, 2),
        QueryParameter("share", "number", ABOUT, 0.5),
        QueryParameter("since", "date", ABOUT, "2026-01-31"),
        QueryParameter("grace", "days", ABOUT, 30),
        QueryParameter("all", "flag", ABOUT, False),
    ),
    (("name", "text"), ("share", "number"), ("tasks", "integer")),
    ("-share",),
)


def test_defaults_and_texts_become_what_the_query_takes() -> None:
    assert checked_parameters(TEXTS, {"name": "市财政局", "least": "3", "all": "true", "words": "丙, 丁"}) == {
        "name": "市财政局",
        "words": ["丙", "丁"],
        "least": 3,
        "share": 0.5,
        "since": dt.date(2026, 1, 31),
        "grace": dt.timedelta(30),
        "all": True,
    }


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({}, "query-parameter-missing"),
        ({"name": "x", "nmae": "y"}, "query-parameter-unknown"),
        ({"name": "x", "least": "many"}, "query-parameter-value"),
        ({"name": "x", "since": "2026-13-01"}, "query-parameter-value"),
        ({"name": "x", "all": "perhaps"}, "query-parameter-value"),
    ],
)
def test_a_wrong_parameter_is_told(given: dict[str, str], code: str) -> None:
    with pytest.raises(UsageError) as caught:
        checked_parameters(TEXTS, given)
    assert caught.value.code == code
    assert code not in caught.value.message("zh")


class Answering:
    """A store that knows one answer."""

    def cypher(self, text: str, parameters: object, timeout: float) -> Rows:
        return Rows(("tasks", "name", "share"), ((1.0, "b", 0.1 + 0.2), (2, None, 1), (3, "a", 0.30000000000000004)))


def test_answers_are_typed_rounded_and_sorted() -> None:
    answer = ask(TEXTS, Answering(), "cypher", {})
    assert answer == Rows(("name", "share", "tasks"), ((None, 1.0, 2), ("a", 0.3, 3), ("b", 0.3, 1)))
    assert [type(value) for value in answer.rows[0]] == [type(None), float, int]


def test_rows_are_ordered_by_name_then_by_the_rest() -> None:
    rows = Rows(("a", "b"), ((1, "y"), (2, "x"), (1, "x"), (None, "z")))
    assert ordered(rows, ("-a",)).rows == ((2, "x"), (1, "x"), (1, "y"), (None, "z"))
