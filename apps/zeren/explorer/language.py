"""What the explorer says, in Chinese and English: the catalogue is `words/*.toml`, one file a page."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@cache
def catalogue() -> dict[str, dict[str, str]]:
    """Dotted key (file name and key) to the sentence in each language."""
    entries: dict[str, dict[str, str]] = {}
    for file in sorted(files("zeren.explorer").joinpath("words").iterdir(), key=lambda entry: entry.name):
        if file.name.endswith(".toml"):
            page = file.name.removesuffix(".toml")
            entries |= {f"{page}.{key}": said for key, said in tomllib.loads(file.read_text("utf-8")).items()}
    return entries


@dataclass(frozen=True, slots=True)
class Speaker:
    """Says things in one language."""

    language: str

    def __call__(self, key: str, **facts: object) -> str:
        """The sentence. Raises KeyError for a key that the catalogue lacks: our own defect, found by a test."""
        sentence = catalogue()[key][self.language]
        return sentence.format(**facts) if facts else sentence

    def known(self, key: str, otherwise: str) -> str:
        """The sentence where there is one, else the words given: for codes that a rule or file of others may add."""
        return catalogue()[key][self.language] if key in catalogue() else otherwise

    def words(self, page: str, *keys: str) -> dict[str, str]:
        """Several sentences of one page, for a component in the browser."""
        return {key: self(f"{page}.{key}") for key in keys}
