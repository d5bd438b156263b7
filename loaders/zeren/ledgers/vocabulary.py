"""The words of `ledger.toml`: heads of columns, rows that are no enterprises, the form of a firm's name."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files


@cache
def vocabulary() -> dict[str, dict[str, list[str]]]:
    """The tables of `ledger.toml`."""
    return tomllib.loads(files("zeren.ledgers").joinpath("ledger.toml").read_text("utf-8"))


@cache
def pattern(table: str, entry: str) -> re.Pattern[str]:
    """One of the patterns of a list."""
    return re.compile("|".join(vocabulary()[table][entry]))


@cache
def _firm_name() -> re.Pattern[str]:
    endings = "|".join(vocabulary()["firm"]["endings"])
    branch = rf"[（(][^（）()]{{1,30}}[）)]|[\u4e00-\u9fff]{{2,16}}(?:{endings})"
    return re.compile(rf"[^，。；：、,;:]{{2,50}}?(?:{endings})(?:{branch})?")


def is_firm_name(text: str) -> bool:
    """Whether a text has the form of an enterprise's full name, with its branch or trade in parentheses."""
    return bool(_firm_name().fullmatch(text.strip()))
