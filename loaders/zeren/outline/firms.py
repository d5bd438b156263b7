"""Enterprises among the lines of a part: lists and captions of ledgers are taken out before the text is read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from zeren.ledgers import announces_firms, read_ledger, read_list, read_sentence
from zeren.outline.prose.splitting import Line
from zeren.outline.prose.tree import Item
from zeren.outline.tables.cards import read_cards
from zeren.outline.tables.grids import read_grid, rows_of
from zeren.outline.units import Outline
from zeren.readers import Table

_BEFORE = 3
"""Lines above a list among which it is announced."""
_SEEN = 12
"""Rows of a table that show what it is."""
_CAPTION = re.compile(r"[^。；，：]{2,50}(?:表|台账|清单|名单|名录|目录|汇总|统计)(?:[（(][^（）()]{1,20}[)）])?")


def without_firms(items: Sequence[Item], title: str, outline: Outline) -> Iterator[Item]:
    """The items without lists of enterprises and captions of tables that hold no tasks; these are entered."""
    place = 0
    while place < len(items):
        item = items[place]
        if isinstance(item, Line) and (count := _take(items, place, title, outline)):
            place += count
            continue
        if isinstance(item, Line) and _is_caption(items, place):
            outline.account.mark(item.whole, "table head", "caption")
        else:
            yield item
        place += 1


def _take(items: Sequence[Item], place: int, title: str, outline: Outline) -> int:
    """Enter the list that begins at an item; how many items it takes."""
    above = [item.whole.text for item in items[max(0, place - _BEFORE) : place] if isinstance(item, Line)]
    line = items[place]
    assert isinstance(line, Line)
    outline.enterprises += read_sentence(line.whole)
    if not any(announces_firms(text) for text in (title, *above)):
        return 0
    stop = next((at for at in range(place, len(items)) if not isinstance(items[at], Line)), len(items))
    lines = [item.whole for item in items[place:stop] if isinstance(item, Line)]
    found = read_list(lines)
    if found is None:
        return 0
    outline.enterprises += found.enterprises
    for passage in lines[: found.lines]:
        outline.account.mark(passage, "enterprise")
    return found.lines


def _is_caption(items: Sequence[Item], place: int) -> bool:
    """Whether a line is the title of the table below it, an enterprise ledger or one of figures."""
    line, below = items[place], items[place + 1] if place + 1 < len(items) else None
    if not isinstance(line, Line) or not isinstance(below, Table) or not _CAPTION.fullmatch(line.whole.text.strip()):
        return False
    below = replace(below, rows=below.rows[:_SEEN])
    rows = rows_of(below)
    return read_ledger(below) is not None or (read_grid(rows) is None and read_cards(rows) is None)
