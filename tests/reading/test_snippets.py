"""Hand-written snippets of layouts and wordings are read as a careful reader would, in every format."""

from __future__ import annotations

import pytest
from tests.reading import snippets
from tests.reading.comparison import misses

from zeren.loading import load_bytes
from zeren.model.interchange import to_json

_FILES = list(snippets.files())


@pytest.mark.parametrize(("name", "data", "expected"), _FILES, ids=[name for name, _, _ in _FILES])
def test_snippet(name: str, data: bytes, expected: dict[str, object]) -> None:
    assert misses(to_json(load_bytes(data, name)), expected) == []
