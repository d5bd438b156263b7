"""Tables of a pdf without upright rules: columns by the gaps between words, rows by what stands at one height."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from itertools import pairwise

from zeren.readers.document import Cell
from zeren.readers.pdf_cells import cell_texts
from zeren.readers.pdf_columns import Columns, Region, continued, crossed, regions, stretches
from zeren.readers.pdf_lines import Glyph, Line
from zeren.readers.pdf_tables import PageTable

_APART = 1.12
"""How much more than the distance of two lines of one cell lies between two cells."""
_NEAR = 0.45
"""Sizes of type by which the heights of the cells of one row differ at most."""
_COARSE = 0.6
"""Share of the rows up to which cells before the tasks are taken for cells over several rows."""
_LEADING = 1.75
"""Sizes of type that lie at most between the lines of a cell."""
_BETWEEN = 0.25
"""Share of the steps between cells, from which steps of one length are those inside the cells."""

_MOST_ROWS = 0.7
"""Share of the numbered rows above which there is more room than within a cell."""

Piece = list[Line]
"""The lines of one cell."""


def unruled_tables(glyphs: Iterable[Glyph], page: int, above: Sequence[float] = ()) -> list[PageTable]:
    """The tables among the characters outside the ruled ones.

    `above`: left edges of the columns of a table with which the page before ended; the words at the top of this one
    that stand in them go on that table.
    """
    rows = stretches(glyphs, page)
    rest = continued(rows, above)
    found = [rest] if rest else []
    return [_table(region, page) for region in [*found, *regions(rows[len(rest.rows) if rest else 0 :])]]


def _table(region: Region, page: int) -> PageTable:
    columns = region.columns
    wide = [row[0] for row in region.rows if _is_wide(row, columns)]
    held: list[Piece] = [[] for _ in columns]
    for line in (line for row in region.rows for line in row if line not in wide):
        held[max(crossed(line, columns), key=lambda place: _overlap(line, columns[place]), default=0)].append(line)
    one_row = region.goes_on and not held[0]
    leading = float("inf") if one_row else _leading(held, columns)
    pieces = [_pieces(lines, leading) for lines in held]
    rows = _rows([piece for column in pieces for piece in column], wide)
    grid = _grid(rows, pieces, columns, wide)
    lines = [line for row in region.rows for line in row]
    size = lines[0].size
    box = (
        min(line.left for line in lines) - 1, lines[0].middle - size, max(line.right for line in lines) + 1,
        lines[-1].middle + size,
    )  # fmt: skip
    return PageTable(page, box, tuple(left for left, _ in columns), grid, False)


def _is_wide(row: Sequence[Line], columns: Columns) -> bool:
    """Whether the only words of a line stand in several columns or none, or reach far beyond the first."""
    line, first = row[0], columns[0]
    beyond = line.left < first[1] and line.right - first[1] > 2 * line.size
    return len(row) == 1 and (beyond or len(crossed(line, columns)) != 1)


def _overlap(line: Line, column: tuple[float, float]) -> float:
    return min(line.right, column[1]) - max(line.left, column[0])


def _leading(held: Sequence[Piece], columns: Columns) -> float:
    """Up to which distance two lines are of one cell; 0 where no cell has two.

    Only a line that fills its column goes on below; other lines show how far apart cells stand.
    """
    full: list[float] = []
    short: list[float] = []
    for lines, column in zip(held, columns, strict=True):
        for before, line in pairwise(sorted(lines, key=lambda each: each.middle)):
            room = column[1] - column[0] - (before.right - before.left)
            (full if room < 1.2 * before.size else short).append(line.middle - before.middle)
    least = min(full, default=0.0)
    near = least * _APART
    if full and _counts_rows(held, near):
        return near
    if least > _LEADING * max((line.size for lines in held for line in lines), default=1.0):
        return 0.0
    if least < 0.95 * min(short, default=1e9):
        return min(near, 0.98 * min(short, default=1e9))
    mostly = sum(step <= near for step in full) > sum(step <= near for step in short)
    larger = sum(step > near for step in [*full, *short]) / len([*full, *short])
    return near if mostly and larger > _BETWEEN else 0.0


def _counts_rows(held: Sequence[Piece], near: float) -> bool:
    """Whether the first column numbers the rows, and more room than within a cell lies above most of its numbers."""
    numbers = [line for line in held[0] if line.text.isdecimal()]
    if not numbers or len(numbers) < len(held[0]) - 1:
        return False
    heights = sorted(line.middle for lines in held for line in lines)
    above = [bisect_left(heights, line.middle - line.size / 2) for line in numbers]
    rooms = [line.middle - heights[place - 1] for line, place in zip(numbers, above, strict=True) if place]
    return sum(room > near for room in rooms) >= _MOST_ROWS * len(rooms)


def _pieces(lines: Piece, leading: float) -> list[Piece]:
    found: list[Piece] = []
    for line in sorted(lines, key=lambda each: each.middle):
        if found and line.middle - found[-1][-1].middle <= leading:
            found[-1].append(line)
        else:
            found.append([line])
    return found


def _center(piece: Piece) -> float:
    return (piece[0].middle + piece[-1].middle) / 2


def _top(piece: Piece) -> float:
    return piece[0].middle


def _rows(pieces: Sequence[Piece], wide: Sequence[Line]) -> list[list[Piece]]:
    """The cells that stand at one height: by their middles or by their tops, whichever leaves fewer rows."""
    all_ = [*pieces, *([line] for line in wide)]
    ways = []
    for height in (_center, _top):
        rows: list[list[Piece]] = []
        for piece in sorted(all_, key=height):
            if rows and height(piece) - height(rows[-1][0]) <= _NEAR * piece[0].size:
                rows[-1].append(piece)
            else:
                rows.append([piece])
        ways.append(rows)
    return min(ways, key=len)


def _grid(
    rows: Sequence[list[Piece]], pieces: Sequence[list[Piece]], columns: Columns, wide: Sequence[Line]
) -> tuple[tuple[Cell, ...], ...]:
    texts = [
        cell_texts([(left, 0.0, right, 0.0)] * len(own), own)
        for own, (left, right) in zip(pieces, columns, strict=True)
    ]
    places = {id(piece): place for place, row in enumerate(rows) for piece in row}
    few = max(1, len(columns) // 4)
    floating = [len(row) <= few and row[0][0] not in wide and _is_close(rows, place) for place, row in enumerate(rows)]
    tasks = max(range(len(pieces)), key=lambda place: _size(pieces[place]))
    numbered = any(line.text.isdecimal() for piece in rows[0] for line in piece)
    held = [
        {at for at, own in enumerate(pieces) for piece in own if places[id(piece)] == row} for row in range(len(rows))
    ]
    body = 0 if numbered else _first_body_row(held)
    grid = [[Cell("", (r, c)) for c in range(len(columns))] for r in range(len(rows))]
    for column, (own, words) in enumerate(zip(pieces, texts, strict=True)):
        spans = _spans(rows, own, [places[id(piece)] for piece in own], floating, body, column < tasks)
        for (first, last), text in zip(spans, words, strict=True):
            cell = Cell(text, (first, column))
            for place in range(first, last + 1):
                grid[place][column] = cell
    for place, row in enumerate(rows):
        if row[0][0] in wide:
            grid[place] = [Cell(row[0][0].text, (place, 0))] * len(columns)
    floating[1:2] = [floating[1] or _stack_heads(grid, rows, columns)] if len(rows) > 1 else []
    return _without_floating(grid, rows, floating)


def _stack_heads(grid: list[list[Cell]], rows: Sequence[list[Piece]], columns: Columns) -> bool:
    """Spread heads over the finer ones below them where the other heads stand between the two rows.

    Whether they did: then the row between says nothing more.
    """
    if len(rows) < 4:
        return False
    upper, middle, lower = ({place for place, cell in enumerate(row) if cell.text} for row in grid[:3])
    if middle & lower or len(middle | lower) < len(columns) or not upper <= lower or not lower:
        return False
    centers = {(piece[0].left + piece[0].right) / 2: piece[0].text for piece in rows[0]}
    spread = {column: centers[min(centers, key=lambda at: abs(at - sum(columns[column]) / 2))] for column in lower}
    firsts = {text: min(column for column in lower if spread[column] == text) for text in spread.values()}
    for column in range(len(columns)):
        text = spread.get(column, grid[1][column].text)
        top = Cell(text, (0, firsts.get(text, column) if column in lower else column))
        grid[0][column] = grid[1][column] = top
        if column in middle:
            grid[2][column] = top
    return True


def _is_close(rows: Sequence[list[Piece]], place: int) -> bool:
    """Whether the words of a row stand between the lines of its neighbours, nearer than rows follow each other."""
    own = [line for piece in rows[place] for line in piece]
    others = [
        line
        for row in (*rows[max(0, place - 1) : place], *rows[place + 1 : place + 2])
        for piece in row
        for line in piece
    ]
    return any(abs(line.middle - other.middle) < 1.25 * line.size for line in own for other in others)


def _size(column: Sequence[Piece]) -> int:
    """Code points of the words in a column."""
    return sum(len(line.text) for piece in column for line in piece)


def _first_body_row(held: Sequence[set[int]]) -> int:
    """The first row below the heads; `held` are the columns that each row fills.

    The heads are the row in which the first column begins; finer heads below them fill none of their columns.
    """
    heads = next((place for place, columns in enumerate(held) if 0 in columns), 0)
    return next((place for place in range(heads + 1, len(held)) if held[place] & held[heads]), heads)


def _spans(
    rows: Sequence[list[Piece]],
    own: Sequence[Piece],
    places: Sequence[int],
    floating: Sequence[bool],
    body: int,
    coarse: bool,
) -> list[tuple[int, int]]:
    """First and last row of each cell of a column.

    Cells between rows cover those around their middle. In a `coarse` column, before the tasks and with fewer cells than
    there are rows, all cells do where their middles tell so.
    """
    plain = [(place, place) for place in places]
    solid = [place for place in range(body, len(rows)) if not floating[place]]
    begun = [place for place in places if place >= body]
    if not own or not solid:
        return plain
    if coarse and len(begun) <= _COARSE * len(solid):
        spread, off = _spread(rows, own, places, solid, body)
        return spread if off < _NEAR * own[0][0].size or any(floating[place] for place in begun) else plain
    return [
        _around(rows, piece, solid) if floating[place] and place >= body else span
        for piece, place, span in zip(own, places, plain, strict=True)
    ]


def _spread(
    rows: Sequence[list[Piece]], own: Sequence[Piece], places: Sequence[int], solid: Sequence[int], body: int
) -> tuple[list[tuple[int, int]], float]:
    """The cells of a column one below the other without a gap, and how far the middle of one lies off at most."""
    found, left, off = [], list(solid), 0.0
    for piece, place in zip(own, places, strict=True):
        if place < body or not left:
            found.append((place, place))
            continue
        error, end = min((abs(_middle(rows, left[0], at) - _center(piece)), at) for at in left)
        found.append((left[0], end))
        left = [at for at in left if at > end]
        off = max(off, error)
    return found, off


def _around(rows: Sequence[list[Piece]], piece: Piece, solid: Sequence[int]) -> tuple[int, int]:
    """The two neighbouring rows between which a cell stands."""
    pairs = [*pairwise(solid)] or [(solid[0], solid[0])]
    return min(pairs, key=lambda pair: abs(_middle(rows, *pair) - _center(piece)))


def _middle(rows: Sequence[list[Piece]], first: int, last: int) -> float:
    return (_edge(rows[first], 0) + _edge(rows[last], -1)) / 2


def _edge(row: Sequence[Piece], side: int) -> float:
    """Height of the first or last line of a row."""
    lines = [piece[side].middle for piece in row]
    return max(lines) if side else min(lines)


def _without_floating(
    grid: list[list[Cell]], rows: Sequence[list[Piece]], floating: Sequence[bool]
) -> tuple[tuple[Cell, ...], ...]:
    """The grid without the rows that only held the words of cells over several rows."""
    kept = [
        place
        for place in range(len(rows))
        if not floating[place] or any(cell.text and cell.origin[0] == place for cell in grid[place])
    ]
    moved = {place: index for index, place in enumerate(kept)}
    return tuple(
        tuple(Cell(cell.text, (moved.get(cell.origin[0], moved[place]), cell.origin[1])) for cell in grid[place])
        for place in kept
    )
