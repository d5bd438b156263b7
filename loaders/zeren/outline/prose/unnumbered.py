"""Headings without a number in a text whose format marks none: short lines of their own before sentences."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from zeren.outline.headings import is_standing, is_title
from zeren.outline.numbering import forms
from zeren.outline.prose.splitting import Line
from zeren.outline.sentences import CLAUSE
from zeren.readers import Table

_LONGEST = 22
"""Code points of a line that may be a heading only because it stands alone."""
_FEWEST = 2
"""Such lines in a text: a single one may be anything."""


def with_levels(items: Sequence[Line | Table]) -> list[Line | Table]:
    """The items, those that look like headings with a level: 1 for standing ones and those above others, else 2.

    Only where neither the format nor a number of the upper forms tells what is a heading.
    """
    lines = [item for item in items if isinstance(item, Line)]
    upper = forms()["bracketed"].rank
    if any(line.level is not None or (line.marker and forms()[line.marker.form].rank <= upper) for line in lines):
        return list(items)
    alone = [_stands_alone(item) for item in items]
    heads = [place for place in range(len(items)) if alone[place] and _heads(items, alone, place)]
    if sum(1 for place in heads if not alone[place + 1]) < _FEWEST:
        return list(items)
    levels: dict[int, int] = {}
    for place in heads:
        first = _is_first(items[place]) or place + 1 in heads or 1 not in levels.values()
        levels[place] = 1 if first else 2
    return [
        replace(item, level=levels[place]) if isinstance(item, Line) and place in levels else item
        for place, item in enumerate(items)
    ]


def _stands_alone(item: Line | Table) -> bool:
    if isinstance(item, Table) or item.marker:
        return False
    text = item.passage.text
    return 2 < len(text) <= _LONGEST and is_title(text) and text[-1] not in CLAUSE + "：:）)"


def _heads(items: Sequence[Line | Table], alone: Sequence[bool], place: int) -> bool:
    """Whether sentences, a count or a further heading that heads some follow."""
    if place + 1 >= len(items):
        return False
    following = items[place + 1]
    if isinstance(following, Table):
        return _is_first(items[place])
    if following.marker:
        return following.marker.value == 1
    if alone[place + 1]:
        return _is_first(items[place]) and _heads(items, alone, place + 1)
    return following.passage.text[-1] in CLAUSE and len(following.passage) > _LONGEST / 2


def _is_first(item: Line | Table) -> bool:
    return isinstance(item, Line) and is_standing(item.passage.text)
