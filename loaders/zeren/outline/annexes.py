"""A document's lines parted into its body and its annexes, and where the plan begins below a notice."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zeren.outline.numbering import read_marker
from zeren.outline.prose.splitting import Line
from zeren.outline.prose.tree import ANNEX, Item
from zeren.outline.units import Account
from zeren.readers import Document, Paragraph, Table

_LONGEST_TITLE = 60
_TITLE_LINES = 4
"""Lines a title may run over."""


def bare_title(text: str) -> str:
    """A title without white space and marks, to be held against another."""
    return re.sub(r"[\s　：:。《》]", "", text)


class PartSplitter:
    """Parts the items of a document. `title`: the plan's own, bare."""

    def __init__(self, document: Document, account: Account, title: str) -> None:
        self.document = document
        self.account = account
        self.title = title

    def split(self, items: Sequence[Item]) -> list[tuple[list[Line], list[Item]]]:
        """The body, then each annex with the lines that give its title."""
        found: list[tuple[list[Line], list[Item]]] = [([], [])]
        listed = self.listed_annexes()
        place = 0
        while place < len(items):
            item = items[place]
            if isinstance(item, Line) and bare_title(item.whole.text) in listed:
                found.append(([item], []))
                place += 1
                continue
            if count := self.own_title(items, place) if found[-1][1] else 0:
                found.append(([], []))
                place += count
                continue
            match = ANNEX.match(item.whole.text) if isinstance(item, Line) else None
            if not match or not isinstance(item, Line):
                found[-1][1].append(item)
                place += 1
                continue
            rest = item.whole.text[match.end() :].strip()
            stop = self.list_end(items, place, bool(rest))
            if stop is not None:
                for line in items[place:stop]:
                    if isinstance(line, Line):
                        self.account.mark(line.whole, "boilerplate", "list-of-annexes")
                place = stop
                continue
            lines = self.title_lines(items, place, match.end())
            found.append((lines, []))
            place += max(1, len(lines) if not rest else 1)
            if not rest:
                self.account.mark(item.whole, "heading")
                place += 1 if lines else 0
        return found

    def listed_annexes(self) -> set[str]:
        """The titles in the list of annexes below a text (附件：1. … 2. …); one that stands again opens its annex."""
        found: set[str] = set()
        listing = False
        for block in self.document.blocks:
            for line in block.text.splitlines() if isinstance(block, Paragraph) else ():
                opened = ANNEX.match(line.strip())
                rest = line.strip()[opened.end() if opened else 0 :]
                marker = read_marker(rest)
                listing = bool(rest.strip()) and (bool(opened) or (listing and bool(marker)))
                if listing and len(rest) < _LONGEST_TITLE:
                    found.add(bare_title(rest[marker.length if marker else 0 :]))
        return found - {self.title}

    def own_title(self, items: Sequence[Item], place: int) -> int:
        """How many lines give the plan's own title there: it begins anew below a notice with orders of its own."""
        title = ""
        for count, item in enumerate(items[place : place + _TITLE_LINES], 1):
            if not isinstance(item, Line) or item.marker:
                return 0
            title += bare_title(item.whole.text)
            if title == self.title:
                for line in items[place : place + count]:
                    if isinstance(line, Line):
                        self.account.mark(line.whole, "title")
                return count
            if not self.title.startswith(title):
                return 0
        return 0

    def list_end(self, items: Sequence[Item], place: int, titled: bool) -> int | None:
        """Where the list of annexes that begins at a line ends; None where an annex itself begins."""
        following = items[place + 1 :]
        numbered = 0
        for item in following:
            if isinstance(item, Line) and item.marker and item.marker.value == numbered + 1 and len(item.passage) < 60:
                numbered += 1
            else:
                break
        after = following[numbered : numbered + 1]
        first = read_marker(items[place].whole.text[ANNEX.match(items[place].whole.text).end() :]) if titled else None  # type: ignore[union-attr]
        if first or (numbered and not titled):
            return place + 1 + numbered
        if not titled:
            return None if following else place + 1
        title = bare_title(items[place].whole.text[ANNEX.match(items[place].whole.text).end() :])  # type: ignore[union-attr]
        later = any(isinstance(item, Line) and bare_title(item.whole.text) == title for item in following)
        begins = after and (isinstance(after[0], Table) or len(after[0].whole) > 30 or bool(after[0].marker))
        return place + 1 if later or not begins or (numbered == 0 and not begins) else None

    def title_lines(self, items: Sequence[Item], place: int, after: int) -> list[Line]:
        """The lines that give an annex its title: the rest of its own line, or the next one or two short ones."""
        own = items[place]
        assert isinstance(own, Line)
        if rest := own.whole[after:].strip():
            return [Line(rest, rest)]
        found: list[Line] = []
        for item in items[place + 1 : place + 3]:
            short = (
                isinstance(item, Line)
                and not item.marker
                and len(item.whole) <= 60
                and item.whole.text[-1] not in "。；：:"
            )
            if not short or not isinstance(item, Line) or (found and not re.match("[（(]", item.whole.text)):
                break
            found.append(item)
        return found
