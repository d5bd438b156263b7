"""What the page says, in one language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from zeren.loading.reasons import reason_words


@cache
def _catalogue() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("zeren.review").joinpath("words.toml").read_text("utf-8"))


@dataclass(frozen=True, slots=True)
class Words:
    """Speaks one language, `zh` or `en`; called with a key of `words.toml` and the facts to fill in."""

    language: str

    def __call__(self, key: str, **facts: object) -> str:
        """The words. Raises KeyError for a key that is not there: our own defect, found by a test."""
        words = _catalogue()[key][self.language]
        return words.format(**facts) if facts else words

    def reason(self, code: str | None) -> str:
        """A code of evidence in words; the code itself where no words are known; empty for None."""
        return reason_words(code, self.language)
