"""Every message stands in both languages and asks for the same facts."""

from __future__ import annotations

import string
import tomllib
from importlib.resources import files

import pytest

MESSAGES = tomllib.loads(files("zeren.model").joinpath("messages.toml").read_text("utf-8"))


def facts(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_enough_messages() -> None:
    assert len(MESSAGES) > 20


@pytest.mark.parametrize("code", sorted(MESSAGES))
def test_message(code: str) -> None:
    assert set(MESSAGES[code]) == {"zh", "en"}
    assert facts(MESSAGES[code]["zh"]) == facts(MESSAGES[code]["en"])
