"""A name in a text, before it is cut from its passage, and the text with its signs in one width."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zeren.agencies.forms import Form, recognise

FOLD = str.maketrans("(),;:", "（），；：")
_STOP = re.compile(r"(?<=[\u4e00-\u9fff）”》])\.(?=[\u4e00-\u9fff（“《]|\s*$|\d{4}年)")
"""A full stop of half width between words."""


def fold_signs(text: str) -> str:
    """Signs of half width as those of full width, character by character."""
    return _STOP.sub("。", text.translate(FOLD))


POSITION = 0.5
"""Confidence of a name that only its place in a list tells."""


@dataclass(frozen=True, slots=True)
class NameAt:
    """A name with its place in the text it was read from."""

    start: int
    end: int
    text: str
    form: Form | None = None
    confidence: float = POSITION
    tight: bool = True
    """Whether it is joined to the next by 、 or a conjunction, so that a head may be shared."""


def named(start: int, end: int, text: str, tight: bool = True) -> NameAt:
    """A name with what its form says of it."""
    form = recognise(text)
    return NameAt(start, end, text, form, form.confidence if form else POSITION, tight)


def bare(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())
