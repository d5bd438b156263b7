"""Both languages say the same things, and the language is found where a user sets it."""

from __future__ import annotations

import string
from typing import Any

import pytest

from zeren.cli.language import Speaker, _catalogue, choose


def _flat(node: dict[str, Any], prefix: str = "") -> dict[str, str]:
    out: dict[str, str] = {}
    for key, value in node.items():
        out |= _flat(value, f"{prefix}{key}.") if isinstance(value, dict) else {f"{prefix}{key}": value}
    return out


def _fields(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name}


def test_both_catalogues_hold_the_same_keys_with_the_same_facts() -> None:
    zh, en = _flat(_catalogue("zh")), _flat(_catalogue("en"))
    assert len(en) > 60
    assert zh.keys() == en.keys()
    assert {key: _fields(zh[key]) for key in zh} == {key: _fields(en[key]) for key in en}


@pytest.mark.parametrize(
    ("arguments", "environment", "language"),
    [
        (["check", "--lang", "zh"], {}, "zh"),
        (["--lang=en", "check"], {"LANG": "zh_CN.UTF-8"}, "en"),
        ([], {"LANG": "zh_CN.UTF-8"}, "zh"),
        ([], {"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ([], {"ZEREN_LANG": "zh", "LC_ALL": "C"}, "zh"),
        ([], {}, "en"),
    ],
)
def test_choose(arguments: list[str], environment: dict[str, str], language: str) -> None:
    assert choose(arguments, environment) == language


def test_an_unknown_key_is_our_defect() -> None:
    with pytest.raises(KeyError):
        Speaker("en")("no.such.key")
