"""A plan says the same when its layout is lost: broken by hand, set on one line, with page numbers between its lines.

The own plans in prose of `tests/data/prose` are put through each loss and must give the facts they give as they are.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.reading import strangers
from tests.reading.comparison import misses

from zeren.loading import load_bytes
from zeren.model.interchange import to_json


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]


def _broken(text: str, width: int, indent: str) -> str:
    """Every line broken after so many characters, the first of each paragraph indented."""
    whole = [indent + line for line in _lines(text)]
    return "\n".join(line[place : place + width] for line in whole for place in range(0, len(line), width))


def _with_pages(text: str) -> str:
    """A page number after every ninth line."""
    lines = _lines(text)
    pages = [lines[place : place + 9] for place in range(0, len(lines), 9)]
    return "\n".join("\n".join([*page, f"— {number} —"]) for number, page in enumerate(pages, 1))


LOSSES: dict[str, Callable[[str], str]] = {
    "empty lines": lambda text: "\n\n".join(_lines(text)),
    "page numbers": _with_pages,
    "broken at 34": lambda text: _broken(text, 34, ""),
    "broken at 36, indented": lambda text: _broken(text, 36, "　　"),
    "one line": lambda text: " ".join(_lines(text)),
}
ALLOWED = {
    "empty lines": 0.0,
    "page numbers": 0.0,
    "broken at 34": 0.15,
    "broken at 36, indented": 0.15,
    "one line": 0.1,
}
"""Share of the plans that may read otherwise."""
PLANS = [name for name in strangers.names() if strangers.file_name(name).endswith(".txt")]


def _text(name: str) -> str:
    return strangers.read(name)[0].decode()


def _found(name: str, text: str) -> list[str]:
    _, facts = strangers.read(name)
    read, expected = strangers.settled(to_json(load_bytes(text.encode(), strangers.file_name(name))), facts)
    return misses(read, expected)


@pytest.mark.parametrize("loss", LOSSES)
def test_the_same_facts(loss: str) -> None:
    """What still differs: a title's number broken in two, a notice whose sentence with a rule is broken, 三是 that opens
    a line by chance, blanks inside words beside blanks for line ends.
    """
    differing = [name for name in PLANS if _found(name, LOSSES[loss](_text(name))) != _found(name, _text(name))]
    assert len(differing) <= ALLOWED[loss] * len(PLANS), differing


def test_there_are_plans_to_lose() -> None:
    assert len(PLANS) >= 40
