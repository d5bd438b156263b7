"""The responsibility matrix: bodies by tasks, one role a cell."""

from __future__ import annotations

from dataclasses import dataclass

from zeren.explorer.picture import Duty, Picture, TaskNode
from zeren.model import Role
from zeren.model.plan import ROLES

MOST_CELLS = 40_000
"""Above this a browser takes seconds: ask to narrow by section."""

WEIGHTS: dict[Role, float] = {
    "accountable": 1.0,
    "lead": 1.0,
    "responsible": 0.7,
    "joint": 0.5,
    "supervise": 0.3,
    "support": 0.3,
}
"""Load of a role, a proposal to be set by the house (no official table is known); used here only to sort."""


@dataclass(frozen=True, slots=True)
class Row:
    """A body with the number of its tasks among the columns."""

    id: str
    name: str
    kind: str
    total: int
    load: float
    label: str = ""
    """The name as a head shows it."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What a body does for a task: its strongest role and all its duties there."""

    row: str
    column: str
    role: Role
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """Rows sorted, columns in reading order, only the filled cells."""

    rows: tuple[Row, ...]
    columns: tuple[TaskNode, ...]
    cells: tuple[Cell, ...]

    @property
    def size(self) -> int:
        """Number of places, filled or not."""
        return len(self.rows) * len(self.columns)


def matrix(picture: Picture, section: str = "", roles: tuple[str, ...] = ROLES, order: str = "load") -> Matrix:
    """The matrix of a branch of the plan (empty: all), sorted by `load`, `name` or `appearance`."""
    branch = picture.branch(section) if section else None
    columns = tuple(task for task in picture.tasks if branch is None or task.section in branch)
    wanted = {task.id for task in columns}
    groups: dict[tuple[str, str], list[Duty]] = {}
    for duty in picture.duties:
        if duty.task in wanted and duty.role in roles:
            groups.setdefault((duty.body, duty.task), []).append(duty)
    cells = tuple(Cell(body, task, _strongest(duties), tuple(duties)) for (body, task), duties in groups.items())
    return Matrix(_rows(picture, cells, order), columns, cells)


def _strongest(duties: list[Duty]) -> Role:
    return min((duty.role for duty in duties), key=ROLES.index)


def _rows(picture: Picture, cells: tuple[Cell, ...], order: str) -> tuple[Row, ...]:
    work: dict[str, list[Cell]] = {}
    for cell in cells:
        work.setdefault(cell.row, []).append(cell)
    rows = [_row(picture, body.id, work[body.id]) for body in picture.bodies if body.id in work]
    if order == "name":
        rows.sort(key=lambda row: (row.name, row.id))
    elif order == "load":
        rows.sort(key=lambda row: (-row.total, -row.load, row.name))
    return tuple(rows)


def _row(picture: Picture, id: str, cells: list[Cell]) -> Row:
    body = picture.body[id]
    return Row(id, body.name, body.kind, len(cells), round(sum(WEIGHTS[cell.role] for cell in cells), 2), body.label)
