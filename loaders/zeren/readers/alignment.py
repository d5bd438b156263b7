"""Where the cells of a short row stand in a table whose merged cells were written once only.

Nothing but form is used: what the cells of a column look like in the full rows, and which characters they share.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from zeren.readers.document import Cell
from zeren.readers.grid import filled
from zeren.readers.stacked_heads import stacked_heads

_ALIKE = 0.45
"""Mean likeness from which a short row is taken for one of the rows below the head."""
_STRETCH = 0.2
"""What likeness a row may lose by lacking just one stretch of cells, as it does below merged ones."""
_LATER = 0.04
"""What a stretch loses with every column it begins later: mostly the first columns hold merged cells."""
_ENOUGH = 3
"""Full rows from which a column's look is known."""
_SHAPES = (
    ("number", re.compile(r"[（(]?[0-9０-９]{1,4}[）).．、]?$")),
    ("part", re.compile(r"[（(][一二三四五六七八九十百]+[）)]")),
    ("heading", re.compile(r"[一二三四五六七八九十百]+[）)、.．]")),
    ("date", re.compile(r"[^，。；]{0,6}[0-9０-９]{1,4}\s*[年月/.-].{0,20}$", re.DOTALL)),
)
_HEADINGS = ("part", "heading")
_LONG = 24
_LEADS = 0.4
"""Share of numbers among the cells of the first column from which it numbers the rows."""


def place_rows(rows: Sequence[list[str]]) -> tuple[tuple[Cell, ...], ...]:
    """The grid of rows of cell texts.

    A row of one cell spans the table. A short row that looks like the full ones gets its cells below theirs, with
    empty ones between; one that does not (a head) gets cells that span columns. Empty rows at the end are cut.
    """
    rows = _without_empty_end(rows)
    width = max(map(len, rows), default=0)
    profiles = _profiles(rows, width)
    grid: list[list[Cell | None]] = stacked_heads(rows, width) or []
    for index, row in enumerate(rows[len(grid) :], len(grid)):
        below = rows[index + 1] if index + 1 < len(rows) else []
        starts = _starts(row, below, profiles, width)
        cells: list[Cell | None] = [None] * width
        for (start, stop), text in zip(starts, row, strict=True):
            cells[start:stop] = [Cell(text, (index, start))] * (stop - start)
        grid.append(cells)
    return filled(grid)


def _without_empty_end(rows: Sequence[list[str]]) -> list[list[str]]:
    kept = list(rows)
    while kept and not any(kept[-1]):
        kept.pop()
    return kept


def _starts(row: list[str], below: list[str], profiles: list[_Profile], width: int) -> list[tuple[int, int]]:
    """First column and the one after the last, for every cell of the row."""
    if len(row) == width:
        return [(column, column + 1) for column in range(width)]
    if len(row) == 1:
        return [(0, width)]
    if len(row) == 2 < width - 1 and _counts(row[0]) and len(row[1]) <= _LONG and profiles[0].leads() > _LEADS:
        return [(0, 1), (1, width)]
    if beside := _beside_headings(row, profiles):
        return [(column, column + 1) for column in beside]
    columns, likeness = _best_columns(row, profiles)
    stretches = enumerate(_without_stretch(len(row), width))
    lacking = max(stretches, key=lambda each: _likeness(row, profiles, each[1]) - _LATER * each[0])[1]
    if _likeness(row, profiles, lacking) >= likeness - _STRETCH:
        columns = lacking
    numbered = columns == lacking and columns[0] == 0 and _shape(row[0]) == "number" and profiles[0].leads() > _LEADS
    if (likeness >= _ALIKE or numbered) and profiles[0].count >= _ENOUGH:
        return [(column, column + 1) for column in columns]
    if any(_shape(text) == "number" for text in row) or not all(row):
        return [(column, column + 1) for column in range(len(row))]
    return _best_groups(row, below if len(below) == width and _is_sub_head(below) else [], profiles)


def _beside_headings(row: list[str], profiles: list[_Profile]) -> list[int]:
    """The columns of a row that lacks just the numbered headings (一、…) of the rows above it, which reach down."""
    headed = {place for place, profile in enumerate(profiles) if profile.headed() and len(profile.plain) < 2}
    if not headed or len(row) != len(profiles) - len(headed) or any(_shape(text) in _HEADINGS for text in row):
        return []
    columns = [place for place in range(len(profiles)) if place not in headed]
    numbered = profiles[columns[0]].shapes["number"]
    return columns if not numbered or _shape(row[0]) == "number" else []


def _counts(text: str) -> bool:
    """Whether a cell holds a number only, also a Chinese one."""
    return bool(re.fullmatch(r"[（(]?(?:\d{1,3}|[一二三四五六七八九十]{1,3})[）)]?[、.．]?", text))


def _is_sub_head(row: list[str]) -> bool:
    """Whether a full row names columns below a head: short words, and nothing below the cells that reach down."""
    return not all(row) and all(_shape(text) in ("empty", "short") for text in row)


@dataclass(slots=True)
class _Profile:
    """What the cells of one column look like in the full rows."""

    count: int = 0
    shapes: Counter[str] = field(default_factory=Counter)
    pairs: Counter[str] = field(default_factory=Counter)
    plain: set[str] = field(default_factory=set)
    """Its cells that are no numbered headings: the column's own head, once or on every page."""

    def add(self, text: str) -> None:
        self.count += 1
        self.shapes[_shape(text)] += 1
        if _shape(text) not in _HEADINGS:
            self.plain.add(text)
        self.pairs.update(_pairs(text))

    def likeness(self, text: str) -> float:
        """0 (nothing alike) to 1."""
        if not self.count:
            return 0.0
        shape = self.shapes[_shape(text)] / self.count
        pairs = _pairs(text)
        known = sum(1 for pair in pairs if pair in self.pairs)
        return shape if not pairs else (shape + known / len(pairs)) / 2

    def headed(self) -> int:
        """How many of its cells are numbered headings."""
        return sum(self.shapes[shape] for shape in _HEADINGS)

    def leads(self) -> float:
        """Share of cells that are empty, a number or a heading: columns that stand before the words of a row."""
        return sum(self.shapes[shape] for shape in ("empty", "number", *_HEADINGS)) / self.count if self.count else 0.0


def _profiles(rows: Sequence[list[str]], width: int) -> list[_Profile]:
    profiles = [_Profile() for _ in range(width)]
    for row in rows:
        if len(row) == width:
            for profile, text in zip(profiles, row, strict=True):
                profile.add(text)
    return profiles


def _shape(text: str) -> str:
    if not text:
        return "empty"
    named = next((name for name, pattern in _SHAPES if pattern.match(text)), None)
    return named or ("long" if len(text) > _LONG else "short")


def _pairs(text: str) -> set[str]:
    return {text[place : place + 2] for place in range(len(text) - 1)}


def _best_columns(row: list[str], profiles: list[_Profile]) -> tuple[list[int], float]:
    """Rising columns for the cells with the greatest sum of likeness, and its mean."""
    scores = [[profile.likeness(text) for profile in profiles] for text in row]
    cuts = _best_cuts(len(row), len(profiles), lambda cell, start, stop: max(scores[cell][start:stop]))
    columns = [max(range(start, stop), key=scores[cell].__getitem__) for cell, (start, stop) in enumerate(cuts)]
    return columns, sum(scores[cell][column] for cell, column in enumerate(columns)) / len(row)


def _without_stretch(cells: int, width: int) -> list[list[int]]:
    """The columns without one stretch of neighbours, which cells of the rows above cover."""
    gap = width - cells
    return [[*range(start), *range(start + gap, width)] for start in range(cells + 1)]


def _likeness(row: list[str], profiles: list[_Profile], columns: Sequence[int]) -> float:
    """Mean likeness of the cells to the columns they are given."""
    return sum(profiles[column].likeness(text) for column, text in zip(columns, row, strict=True)) / len(row)


def _best_groups(row: list[str], below: list[str], profiles: list[_Profile]) -> list[tuple[int, int]]:
    """Neighbouring columns for the cells of a head: groups form over leading columns and over sub-heads like them."""

    def score(cell: int, start: int, stop: int) -> float:
        inner = sum(profiles[column].leads() for column in range(start, stop - 1)) if stop - start > 1 else 0.0
        if not below:
            return inner - 0.5 * (stop - start - 1)
        names = below[start:stop]
        if stop - start == 1:
            return 0.0 if names[0] else 2.0
        return sum(len(set(row[cell]) & set(name)) / len(set(name)) if name else -2.0 for name in names)

    return _best_cuts(len(row), len(profiles), score)


def _best_cuts(cells: int, width: int, score: Callable[[int, int, int], float]) -> list[tuple[int, int]]:
    """The columns cut into one stretch a cell so that the sum of the scores is greatest; ties go to the left."""
    best: list[dict[int, tuple[float, int]]] = [{0: (0.0, 0)}]
    for cell in range(cells):
        reached: dict[int, tuple[float, int]] = {}
        for start, (total, _) in best[-1].items():
            for stop in range(start + 1, width - (cells - cell - 1) + 1):
                value = total + score(cell, start, stop)
                if stop not in reached or value > reached[stop][0] + 1e-9:
                    reached[stop] = (value, start)
        best.append(reached)
    cuts: list[tuple[int, int]] = []
    stop = width
    for reached in reversed(best[1:]):
        start = reached[stop][1]
        cuts.append((start, stop))
        stop = start
    return cuts[::-1]
