"""Tables that lost their form: one cell a paragraph, empty and merged cells missing.

Rows are rebuilt from the numbering, cells are given to columns by their order and by what they hold.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zeren.outline.headings import is_title
from zeren.outline.heads import Column, ColumnKind, read_head
from zeren.outline.numbering import forms, read_marker
from zeren.outline.prose.splitting import Line
from zeren.outline.prose.tree import Item
from zeren.outline.tables.beside import NOTHING
from zeren.outline.tables.columns import TIME
from zeren.outline.tables.grids import Grid, Row
from zeren.readers import Passage
from zeren.wording.owners import read_owners
from zeren.wording.owners.labels import find_labels

_CONTINUES = 0.6
"""What it costs to give a column one paragraph more: a cell of several paragraphs is rarer than a missing cell."""
_MOSTLY = 0.5
"""Share of names in a paragraph from which it is taken for a list of bodies."""
_SKIPPED: dict[ColumnKind, float] = {"task": 1.0, "detail": 1.0, "section": 0.0, "number": 0.0}
"""What it costs to leave a column of a kind empty; 0.2 for the rest."""


def _heads(items: Sequence[Item], start: int) -> list[Column]:
    """The run of known column heads that begins at an item."""
    found: list[Column] = []
    for item in items[start:]:
        if (
            not isinstance(item, Line)
            or item.marker
            or len(item.whole) > 10
            or not (head := read_head(item.whole.text))
        ):
            break
        found.append(head)
    kinds = {head.kind for head in found}
    return found if len(found) >= 3 and kinds & {"task", "detail"} and kinds & {"number", "owner"} else []


def flattened_grid(items: Sequence[Item]) -> Iterator[Item | Grid]:
    """The items, with each run that once was a table as a grid."""
    place = 0
    while place < len(items):
        heads = _heads(items, place)
        if not heads:
            yield items[place]
            place += 1
            continue
        stop = next((i for i in range(place + len(heads), len(items)) if not isinstance(items[i], Line)), len(items))
        lines = [item for item in items[place:stop] if isinstance(item, Line)]
        yield _rebuild(heads, lines[: len(heads)], lines[len(heads) :])
        place = stop


def _row(cells: Sequence[Passage | None], number: int, block: int) -> Row:
    empty = Passage.of("", block)
    return Row(tuple(cell or empty for cell in cells), tuple((number, c) for c in range(len(cells))), block, None)


def _rebuild(heads: Sequence[Column], head_lines: Sequence[Line], lines: Sequence[Line]) -> Grid:
    tops, lines = _without_repeated([line.whole.text for line in head_lines], [head_lines], lines)
    place = next((place for place, column in enumerate(heads) if column.kind == "number"), None)
    order = list(range(len(heads))) if place is None else [*range(place + 1, len(heads)), *range(place)]
    sought = [_sought(heads, column) for column in order]
    rows: list[Row] = []
    for opening, group in _groups(lines, place is not None, "section" not in sought):
        if opening is None and len(group) == 1 and _is_group(group[0]):
            rows.append(_wide(group[0], len(rows) + 1, len(heads)))
            continue
        cells: list[Passage | None] = [None] * len(heads)
        later: list[Passage] = []
        if opening is not None and place is not None:
            cells[place] = opening
        for line, to in zip(group, _share(group, sought, opening is not None), strict=True):
            column = order[to]
            if heads[column].kind == "section" and place is not None and column < place:
                later.append(line)
            else:
                known = cells[column]
                cells[column] = _below(known, line, heads[column].kind) if known else line
        if any(cells):
            rows.append(_row(cells, len(rows) + 1, next(cell for cell in cells if cell).block))
        rows += [_wide(line, len(rows) + after, len(heads)) for after, line in enumerate(later, 1)]
    return Grid(
        tuple(heads), tuple(rows), tuple(_row([line.whole for line in top], 0, top[0].whole.block) for top in tops)
    )


def _without_repeated(
    heads: Sequence[str], tops: Sequence[Sequence[Line]], lines: Sequence[Line]
) -> tuple[list[Sequence[Line]], list[Line]]:
    """The runs of heads, that of each page, and the lines without them."""
    found, rest = list(tops), list[Line]()
    place = 0
    while place < len(lines):
        run = lines[place : place + len(heads)]
        if [line.whole.text for line in run] == heads:
            found.append(run)
            place += len(heads)
        else:
            rest.append(lines[place])
            place += 1
    return found, rest


def _wide(line: Passage, number: int, width: int) -> Row:
    """A heading over the whole width."""
    return Row((line,) * width, ((number, 0),) * width, line.block, None)


def _is_group(line: Passage) -> bool:
    """Whether a paragraph is the numbered heading of a group of rows."""
    marker = read_marker(line.text)
    return bool(marker and forms()[marker.form].rank < forms()["digit"].rank and is_title(line.text[marker.length :]))


def _sought(heads: Sequence[Column], place: int) -> ColumnKind:
    """The kind whose words a column is looked through for: the coarser of two task columns may hold groups."""
    kind = heads[place].kind
    coarse = kind == "task" and any(column.kind == "detail" for column in heads[place + 1 :])
    return "section" if coarse else kind


def _below(known: Passage, line: Passage, kind: ColumnKind) -> Passage:
    """A cell of several paragraphs; names of bodies stand on lines of their own."""
    if kind != "owner":
        return Passage.joined([known, line])
    return Passage.joined([known, Passage("\n", line.block, [line.offsets[0]]), line])


def _groups(lines: Sequence[Line], numbered: bool, parted: bool) -> list[tuple[Passage | None, list[Passage]]]:
    """The paragraphs of each row, with the number that opens it; those before the first number have none.

    `parted`: no column holds headings, so that a numbered one stands between the rows.
    """
    groups: list[tuple[Passage | None, list[Passage]]] = [(None, [])]
    count = 0
    parted = parted or (numbered and _heads_numbers(lines))
    for line in lines:
        text = line.whole.text.strip("．.、 ")
        if numbered and re.fullmatch(r"\d{1,4}", text) and (int(text) in (count + 1, 1) or not count):
            count = int(text)
            groups.append((line.whole, []))
        elif parted and _is_group(line.whole):
            groups += [(None, [line.whole]), (None, [])]
        else:
            groups[-1][1].append(line.whole)
    return [(opening, group) for opening, group in groups if opening is not None or group]


def _heads_numbers(lines: Sequence[Line]) -> bool:
    """Whether numbered headings stand right before the numbers of rows, so that no column holds them."""
    heads = [place for place, line in enumerate(lines[:-1]) if _is_group(line.whole)]
    return bool(heads) and all(re.fullmatch(r"\d{1,4}[．.、 ]?", lines[place + 1].whole.text) for place in heads)


def _fits(kind: ColumnKind, text: str, passage: Passage) -> float:
    """How well a paragraph stands in a column of a kind."""
    if NOTHING.match(text):
        return {"owner": 1.5, "deadline": 1.5, "remark": 0.5}.get(kind, -1.5)
    if (labels := find_labels(text)) and labels[0].start == 0:
        return 3.0 if kind == labels[0].kind else -1.5
    marker = read_marker(text)
    headed = bool(marker and forms()[marker.form].rank < forms()["digit"].rank)
    bodies = (
        len(text) < 150
        and "。" not in text[:-1]
        and bool(_BODIES.search(text))
        and _share_of_bodies(passage) >= _MOSTLY
    )
    if kind == "owner":
        return 1.5 if bodies and not headed else -1.5
    if kind == "deadline":
        return 1.5 if len(text) < 40 and TIME.search(text) else -1.5
    if kind == "section":
        return 2.0 if headed else 0.4 - (len(text) > 40) - (text[-1] in "。；") - bodies
    if kind in ("task", "detail"):
        return 0.5 + 0.5 * (text[-1] in "。；" or len(text) > 40) - 2 * headed - bodies
    return -0.2


_BODIES = re.compile(
    r"(?:局|委|部|厅|署|办|政府|部门|单位|机关|机构|县区|区县|镇|乡|街道|街镇|中心|室|处|所|司|行|社|联|会|馆|校|公司|集团|园区|开发区|管委会|院|站|队|专班|小组)(?:$|[、，,（(;；\s])"
)


def _share_of_bodies(passage: Passage) -> float:
    """Share of the words that are names built like bodies' names."""
    owners = read_owners(passage, "responsible", None)
    return sum(len(owner.agency) for owner in owners if owner.reason != "position") / len(passage)


def _share(group: Sequence[Passage], kinds: Sequence[ColumnKind], opened: bool) -> list[int]:
    """For each paragraph of a row the column it is given, in order and as well as may be."""
    first = 0 if opened else next((i for i, kind in enumerate(kinds) if kind == "section"), 0)
    states: dict[int, tuple[float, list[int]]] = {first - 1: (0.0, [])}
    for passage in group:
        reached: dict[int, tuple[float, list[int]]] = {}
        fits = [_fits(kind, passage.text, passage) for kind in kinds]
        for at, (score, path) in states.items():
            for to in range(max(at, first), len(kinds)):
                again = _CONTINUES if to == at and kinds[to] != "section" else 0.0
                skipped = sum(_SKIPPED.get(kind, 0.2) for kind in kinds[at + 1 : to])
                total = score + fits[to] - again - skipped
                if to not in reached or total > reached[to][0]:
                    reached[to] = (total, [*path, to])
        states = reached
    return max(states.values(), key=lambda state: state[0])[1]
