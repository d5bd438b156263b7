"""Which columns of a table hold headings: groups of tasks, fields and the bodies whose duties the rows are."""

from __future__ import annotations

import re
from dataclasses import replace

from zeren.outline.heads import Column
from zeren.outline.tables.grids import Grid
from zeren.outline.tables.heading_rows import is_sum, part_rows
from zeren.wording.actors import read_body_label

_DUTIES = re.compile(r"职责|职能|考核|评分")
_OWN = re.compile(r"^(?:责任|成员|有关|相关|市级|县级|区级|省级)?(?:单位|部门|机构)(?:名称)?$")
_MOST = 0.7
"""Share of the rows up to which filled cells of a column without merges are taken for group cells."""


def with_bodies_as_headings(grid: Grid) -> Grid:
    """The grid with a column of bodies before their duties (单位 | 工作职责) as a column of headings."""
    columns = list(grid.columns)
    owners = [place for place, column in enumerate(columns) if column.kind == "owner"]
    works = [place for place, column in enumerate(columns) if column.kind in ("task", "detail")]
    if len(owners) != 1 or not works or owners[0] > works[0] or not _OWN.match(columns[owners[0]].head):
        return grid
    if not any(_DUTIES.search(columns[place].head) for place in works):
        return grid
    columns[owners[0]] = Column("section", columns[owners[0]].head)
    return replace(grid, columns=tuple(columns))


def heading_columns(grid: Grid) -> set[int]:
    """Columns whose cells are headings: those so headed, and coarser ones before the task with cells over rows."""
    kinds = [column.kind for column in grid.columns]
    fine = [place for place, kind in enumerate(kinds) if kind == "detail"]
    fine = fine or [place for place, kind in enumerate(kinds) if kind == "task"][-1:]
    found = {place for place, kind in enumerate(kinds) if kind == "section" and place < max(fine, default=len(kinds))}
    for place, kind in enumerate(kinds):
        coarse = kind == "task" and place not in fine
        unknown = kind == "other" and place < min(fine, default=0) and bool(grid.columns[place].head)
        if fine and ((coarse and _spans(grid, place, 1.0)) or (unknown and _spans(grid, place, _MOST))):
            found.add(place)
    return found


def _spans(grid: Grid, place: int, most: float) -> bool:
    """Whether cells of a column span rows, or stand in the first of several rows where the format tells no merges."""
    heads = part_rows(grid)
    rows = [row for index, row in enumerate(grid.rows) if len(row.filled()) > 1 and index not in heads]
    rows = [row for row in rows if not is_sum(row)]
    cells = [row.origins[place] for row in rows if row.cells[place]]
    return len(set(cells)) < len(cells) or (not grid.merged and 0 < len(cells) < most * len(rows))


def numbers_bodies(grid: Grid, headings: set[int]) -> bool:
    """Whether the numbers of the table count the bodies in a heading column, not its rows."""
    number = next((place for place, column in enumerate(grid.columns) if column.kind == "number"), None)
    rows = [row for row in grid.rows if len(row.filled()) > 1]
    if number is None or not headings or not rows:
        return False
    body = max(headings)
    same = all((row.origins[number][0] == row.origins[body][0]) and row.cells[body] for row in rows)
    return same and all(read_body_label(row.cells[body]) for row in rows)
