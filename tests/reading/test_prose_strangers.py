"""Plans in prose of invented places are read as a careful reader would read them.

What is missed is listed, so that it neither grows unseen nor is forgotten once it is read.
"""

from __future__ import annotations

import pytest
from tests.reading import strangers
from tests.reading.comparison import misses

from zeren.loading import load_bytes
from zeren.model.interchange import to_json

_MISSED: dict[str, list[str]] = {}


@pytest.mark.parametrize("name", strangers.names())
def test_plan(name: str) -> None:
    data, facts = strangers.read(name)
    read, expected = strangers.settled(to_json(load_bytes(data, strangers.file_name(name))), facts)
    assert misses(read, expected) == _MISSED.get(name, [])


def test_facts_are_where_the_text_has_them() -> None:
    _, facts = strangers.read("02-province-opinions")
    first = facts["tasks"][0]
    assert first["text"].startswith("编制发展规划。") and first["text"].endswith("按职责分工负责）")
    assert [owner["role"] for owner in first["assignments"]] == ["lead", "responsible", "responsible"]
    assert first["produces"] == ["云岭省乡村民宿发展规划（2022—2027年）"]
