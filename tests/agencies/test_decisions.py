"""Errors of the decisions file name the file and the place."""

from __future__ import annotations

from pathlib import Path

import pytest

from zeren.agencies import load_register
from zeren.model import InputError


@pytest.mark.parametrize(
    ("text", "detail"),
    [
        ("[[name]]\nwritten = 'a'\n", "1"),
        ("name = 'a'\n", "name"),
        ("[[name]]\nwritten = 'a'\nis = 'b'\nkind = 'office'\n", "office"),
        ("[[name]]\nwritten = 1\nis = 'b'\n", "1"),
        ("[[name]]\nwritten = 'a'\nis = 'b'\nwas = 'c'\n", "1"),
        ("[[name]\n", "line 1"),
    ],
)
def test_faulty_file(tmp_path: Path, text: str, detail: str) -> None:
    path = tmp_path / "names.toml"
    path.write_text(text, "utf-8")
    with pytest.raises(InputError) as caught:
        load_register().decisions(path)
    assert caught.value.code == "decisions-invalid"
    assert "names.toml" in caught.value.message("zh")
    assert detail in caught.value.message("en")


def test_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        load_register().decisions(tmp_path / "none.toml")
    assert caught.value.code == "file-missing"
