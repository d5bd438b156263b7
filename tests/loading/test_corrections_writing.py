"""Writing the decisions file: what is written is read back, what stood there stays."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zeren.loading.corrections.forms import CHOICES, forms, label, value_label
from zeren.loading.corrections.records import FIELDS
from zeren.loading.corrections.writing import entry_text, file_text, with_entry, without_entry, write_file
from zeren.model import UsageError

WHO = {"person": "李某", "reason": "核对"}
ONE = {"action": "not-a-task", "quote": "背景", **WHO}


@given(st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip))
def test_any_words_come_back_as_they_were(words: str) -> None:
    values = {"action": "split", "quote": words, "before": [words, "乙"], **WHO}
    (entry,) = tomllib.loads(entry_text(values))["decision"]
    assert entry == values


@given(st.lists(st.text(st.characters(codec="utf-8"), min_size=1).filter(str.strip), min_size=1, max_size=4), st.data())
def test_one_taken_out_leaves_the_others(quotes: list[str], data: st.DataObject) -> None:
    text = "# 说明\n"
    for quote in quotes:
        text, _ = with_entry(text, {**ONE, "quote": quote}, "d.toml")
    number = data.draw(st.integers(1, len(quotes)))
    left = tomllib.loads(without_entry(text, number, "d.toml")).get("decision", [])
    assert [entry["quote"] for entry in left] == [*quotes[: number - 1], *quotes[number:]]


def test_a_comment_that_looks_like_an_entry_is_not_taken_for_one() -> None:
    text = '[[decision]]\naction = "not-a-task"\nquote = """背景\n[[decision]]\n"""\nperson = "李"\nreason = "核对"\n'
    with pytest.raises(UsageError, match="decisions"):
        without_entry(text, 1, "d.toml")


def test_the_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "plan.decisions.toml"
    assert file_text(path) == ""
    write_file(path, entry_text(ONE))
    assert file_text(path) == entry_text(ONE)
    assert [item.name for item in tmp_path.iterdir()] == [path.name]
    with pytest.raises(UsageError) as caught:
        write_file(tmp_path / "none" / "x.toml", "")
    assert caught.value.code == "decisions-write"


def test_every_key_and_value_has_words() -> None:
    keys = {"action", "quote", "person", "reason", "at", "date"}
    keys |= {key for form in forms().values() for key in (*form.needs, *form.may)}
    values = {value for few in (*CHOICES.values(), *FIELDS.values()) for value in few}
    for language in ("zh", "en"):
        assert all(label(key, language) for key in keys)
        assert all(value_label(value, language) for value in values)
        assert all(form.words[language] for form in forms().values())
