"""Texts, names and signs as a page may hold them."""

from __future__ import annotations

import re

_FORBIDDEN = re.compile("[^\t\n\x20-\x7e\xa0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffd\U00010000-\U0010ffff]")
"""Controls, lone surrogates and what is no character: HTML, "Preprocessing the input stream"."""


def legible(text: str) -> str:
    """The text with each character that no page may hold as U+FFFD: as long as before, so offsets stay."""
    return _FORBIDDEN.sub("\ufffd", text)


def anchor(block: int, row: int | None = None) -> str:
    """Name of a paragraph or row inside the page."""
    return f"b{block}" if row is None else f"b{block}-{row}"


def slug(kind: str) -> str:
    """A kind of coverage as a word that keys and classes may be made of."""
    return kind.replace(" ", "_")
