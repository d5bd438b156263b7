"""What a reading rests on, or why a block was set aside, in words."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _catalogue() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("zeren.loading").joinpath("reasons.toml").read_text("utf-8"))


def reason_words(code: str | None, language: str) -> str:
    """A code of evidence in `zh` or `en`; the code itself where no words are known; empty for None."""
    return _catalogue().get(code, {}).get(language, code) if code else ""


def known_reasons() -> frozenset[str]:
    """The codes that have words."""
    return frozenset(_catalogue())
