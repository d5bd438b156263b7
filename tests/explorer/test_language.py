from __future__ import annotations

import re
from pathlib import Path

import pytest

import zeren.explorer
from zeren.explorer.language import Speaker, catalogue
from zeren.explorer.shell import PAGES
from zeren.model.plan import ROLES

SOURCE = Path(zeren.explorer.__file__).parent
_KEY = re.compile(r"""(?:language|say|Speaker\([^)]*\))\(\s*"([a-z]+\.[a-z_-]+)\"""")


def test_every_sentence_is_in_both_languages_with_the_same_facts() -> None:
    assert len(catalogue()) > 150
    for key, said in catalogue().items():
        assert set(said) == {"zh", "en"}, key
        assert all(said.values()), key
        facts = [set(re.findall(r"{(\w+)}", sentence)) for sentence in said.values()]
        assert facts[0] == facts[1], key


def test_chinese_sentences_are_chinese_and_english_ones_are_not() -> None:
    for key, said in catalogue().items():
        assert not re.search(r"[\u4e00-\u9fff]", said["en"]), key
        assert re.search(r"[\u4e00-\u9fff]", said["zh"]) or key == "drafts.failed", key


def test_every_key_in_the_code_is_in_the_catalogue() -> None:
    used = {key for file in SOURCE.rglob("*.py") for key in _KEY.findall(file.read_text("utf-8"))}
    assert len(used) > 80
    assert used <= catalogue().keys(), sorted(used - catalogue().keys())


def test_every_code_has_its_word() -> None:
    codes = [f"terms.role_{role}" for role in ROLES] + [f"terms.letter_{role}" for role in ROLES]
    codes += [f"shell.{page}" for page in PAGES] + [f"{page}.title" for page in PAGES]
    assert set(codes) <= catalogue().keys()


def test_a_speaker_fills_in_the_facts() -> None:
    assert Speaker("en")("gaps.count", count=3) == "3 found"
    assert Speaker("zh").known("terms.type_by", "?") == "截止"
    assert Speaker("zh").known("terms.type_new", "new") == "new"
    with pytest.raises(KeyError):
        Speaker("zh")("gaps.missing")
