from __future__ import annotations

import datetime as dt
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zeren.model import UsageError
from zeren.store.parameters import substituted

XSD = "http://www.w3.org/2001/XMLSchema#"


@pytest.mark.parametrize(
    ("text", "value", "expected"),
    [
        ("?a = $x", 3, "?a = 3"),
        ("?a = $x", 0.5, f'?a = "0.5"^^<{XSD}double>'),
        ("?a = $x", True, "?a = true"),
        ("?a > $x", dt.date(2021, 1, 2), f'?a > "2021-01-02"^^<{XSD}date>'),
        ("?a - $x", dt.timedelta(days=30), f'?a - "P30D"^^<{XSD}duration>'),
        ("?a = $x", "市财政局", '?a = "市财政局"'),
        ("$x ?b ?c", "task-0123456789abcdef", "<https://w3id.org/zeren/id/task-0123456789abcdef> ?b ?c"),
        ("VALUES ?a { $x }", ["a", "b"], 'VALUES ?a { "a" "b" }'),
        ("?a IN ($x)", ["a", "b"], '?a IN ("a", "b")'),
        ("?a IN ($x)", [], "?a IN ()"),
        (
            "VALUES (?r ?w) { $x }",
            [{"r": "lead", "w": 3}, {"r": "joint", "w": None}],
            'VALUES (?r ?w) { ("lead" 3) ("joint" UNDEF) }',
        ),
        ("LIMIT $x", 5, "LIMIT 5"),
        ('?a = "$x" # $x', 3, '?a = "$x" # $x'),
        ("?a = '''$x''' . <urn:$x> ?b $x", 3, "?a = '''$x''' . <urn:$x> ?b 3"),
    ],
)
def test_substituted(text: str, value: Any, expected: str) -> None:
    assert substituted(text, {"x": value}) == expected


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"], exclude_characters="\x00")))
def test_no_text_leaves_its_quotes(text: str) -> None:
    import pyoxigraph

    query = substituted("SELECT ?x { VALUES ?x { $x } }", {"x": text})
    found = [solution["x"].value for solution in pyoxigraph.Store().query(query)]
    assert found == [text]


@pytest.mark.parametrize(
    ("parameters", "code"),
    [({}, "query-parameter-missing"), ({"x": object()}, "query-parameter-type"), ({"x": None}, "query-parameter-type")],
)
def test_what_cannot_be_put_in_is_said(parameters: dict[str, Any], code: str) -> None:
    with pytest.raises(UsageError) as caught:
        substituted("?a = $x", parameters)
    assert caught.value.code == code
    assert "x" in caught.value.message("zh")
