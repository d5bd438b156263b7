"""Paragraphs into the lines a plan is made of: broken sentences joined, text set on one line parted at its numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zeren.outline.prose.broken import Bounds, join_broken, physical
from zeren.outline.prose.glued import part_titles
from zeren.outline.prose.splitting import Line, Splitter
from zeren.readers import Paragraph

_SECOND = re.compile("(?<=[。；;])(?:[二三四五六七八九十][是要]|第[二三四五六]，)")
"""The second of several points that one paragraph counts (一是…。二是…)."""
_AHEAD = 12
"""Passages that are looked at for the next number of a count that begins inside a text."""


def _confirmed(lines: Sequence[Line]) -> Iterator[Line]:
    """Markers parted from the text by white space alone count only where the series has a neighbour on another line;
    一是, 一要 only where 二是, 二要 does not follow in the same."""
    known = {(line.marker.form, line.marker.value) for line in lines if line.marker}
    for line in lines:
        marker = line.marker
        lone = marker and not {(marker.form, marker.value - 1), (marker.form, marker.value + 1)} & known
        if marker and ((marker.weak and lone) or (marker.form == "ordinal" and _SECOND.search(line.passage.text))):
            yield Line(line.whole, line.whole, None, line.level)
        else:
            yield line


def read_lines(paragraphs: Sequence[Paragraph], bounds: Bounds | None = None) -> list[Line]:
    """The lines of a run of paragraphs in reading order; of those in `bounds` only what lies inside."""
    splitter = Splitter()
    whole = list(join_broken(list(physical(paragraphs, bounds))))
    passages = [passage for passage, _ in whole]
    lines: list[Line] = []
    for place, (passage, level) in enumerate(whole, 1):
        lines += part_titles(splitter.split(passage, level, passages[place : place + _AHEAD]))
    return list(_confirmed([line for line in lines if line.whole]))
