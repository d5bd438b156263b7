"""A plan says the same when its layout is lost: broken by hand, set on one line, with page numbers between its lines.

The own plans in prose of `tests/data/prose` are put through each loss and must give the facts they give as they are.
What is still missed is listed, so that it neither grows unseen nor is forgotten once it is read.
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
MISSED = {
    ("13-one-line-ocr", "broken at 34"): "the number behind the title is broken",
    ("13-one-line-ocr", "broken at 36, indented"): "the number behind the title is broken",
    ("17-first-second-third", "broken at 36, indented"): "三是 opens a line by chance",
    ("35-city-with-lead-persons", "broken at 34"): "a bracket of owners is broken in its label",
    ("35-city-with-lead-persons", "broken at 36, indented"): "a bracket of owners is broken in its label",
    ("45-fresh-province-oneline", "broken at 34"): "the number behind the title is broken",
    ("45-fresh-province-oneline", "broken at 36, indented"): "the number behind the title is broken",
    ("12-joint-notice-orders", "one line"): "the bodies of a joint title stand on lines of their own",
    ("34-ocr-breaks", "one line"): "blanks inside words and blanks for line ends look alike",
    (
        "61-city-notice-with-rule",
        "broken at 34",
    ): "the rule stands in the notice, whose lines the masthead takes singly",
    ("61-city-notice-with-rule", "broken at 36, indented"): "the same",
    ("61-city-notice-with-rule", "one line"): "the same",
    ("63-county-plain-paragraphs", "one line"): "six paragraphs without numbers are too few pieces to tell",
    ("37-province-ten-measures", "one line"): "the annex has the name of the list above it",
}
PLANS = [name for name in strangers.names() if strangers.file_name(name).endswith(".txt")]


def _found(name: str, text: str) -> list[str]:
    _, facts = strangers.read(name)
    read, expected = strangers.settled(to_json(load_bytes(text.encode(), strangers.file_name(name))), facts)
    return misses(read, expected)


@pytest.mark.parametrize("loss", LOSSES)
@pytest.mark.parametrize("name", PLANS)
def test_the_same_facts(name: str, loss: str) -> None:
    text = strangers.read(name)[0].decode()
    lost = _found(name, LOSSES[loss](text))
    if (name, loss) in MISSED:
        assert lost, "read now: take it off the list"
    else:
        assert lost == _found(name, text)


def test_there_are_plans_to_lose() -> None:
    assert len(PLANS) >= 40
