"""Where an enumeration is parted by signs: 、，； line breaks and spaces, but not inside parentheses or a torn name."""

from __future__ import annotations

import re

from zeren.agencies.forms import Form, recognise
from zeren.wording.names.records import bare

NUMBER = re.compile(r"^(?:[（(]?\d{1,2}[)）.．、]\s*)(?=\D)")
SIGN = re.compile(r"[、，；。/／|（）\s]")
"""What may part two names, and the parentheses inside which nothing does."""


def pieces(text: str) -> list[tuple[int, int, bool]]:
    """Stretches between separators outside parentheses, with whether 、 follows."""
    pieces: list[tuple[int, int, bool]] = []
    depth, start = 0, 0
    balanced = text.count("（") == text.count("）")
    for match in SIGN.finditer(text):
        index, character = match.start(), match.group()
        if character in "（）":
            depth += (1 if character == "（" else -1) * balanced
        elif depth <= 0 and _separates(text, start, index):
            pieces.append((start, index, character == "、"))
            start = index + 1
    pieces.append((start, len(text), False))
    return pieces


def _is_torn(follow: Form | None, listed: bool) -> bool:
    """Whether a line break tore one name: what follows is none, or names no place where 、 parts the names."""
    return follow is None or (listed and not (follow.level or follow.place or follow.distributive or follow.indefinite))


_UNTIL = re.compile(r"(?:（[^（）]*）|[^、，；。\s])*")
"""A name up to the next separator outside parentheses."""


def _separates(text: str, start: int, index: int) -> bool:
    character = text[index]
    if character in "、，；。/／|":
        return True
    if not character.isspace():
        return False
    left = bare(text[start:index])
    right = _UNTIL.match(text[index:].lstrip())[0]  # type: ignore[index]
    right = NUMBER.sub("", right)
    if not left or not right:
        return False
    form, follow, both = recognise(left.strip("由")), recognise(right), recognise(left + right)
    if both and both.field and (form is None or form.kind == "territory"):
        return False
    if character == "\n" and both and form and _is_torn(follow, "、" in text):
        return False
    if form and len(left) > 1 and (follow or character == "\n"):
        return True
    return bool(follow and (follow.level or follow.distributive or follow.indefinite) and len(left) > 3)
