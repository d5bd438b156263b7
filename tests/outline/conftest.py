"""Ways to read a snippet: a text, a table, as a whole plan."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from zeren.loading import load_bytes, understand
from zeren.model import Plan
from zeren.readers import Cell, Document, Paragraph, Table

ReadText = Callable[[str], Plan]
ReadTable = Callable[..., Plan]

ABOVE, LEFT = "^", "<"
"""Marks of a cell that is merged with the one above or to the left."""


def grid(rows: Sequence[Sequence[str]]) -> tuple[tuple[Cell, ...], ...]:
    """A full grid of rows in which merged cells are marked."""
    cells: list[tuple[Cell, ...]] = []
    for row, texts in enumerate(rows):
        line: list[Cell] = []
        for column, text in enumerate(texts):
            merged = cells[row - 1][column] if text == ABOVE else line[column - 1] if text == LEFT else None
            line.append(merged or Cell(text, (row, column)))
        cells.append(tuple(line))
    return tuple(cells)


@pytest.fixture
def read_text() -> ReadText:
    """A plain text as a plan."""
    return lambda text: load_bytes(text.encode(), "plan.txt")


@pytest.fixture
def read_table() -> ReadTable:
    """The rows of one table under a title as a plan."""

    def read(*rows: Sequence[str], title: str = "云溪市重点工作任务分工表") -> Plan:
        blocks = (Paragraph(0, title), Table(1, grid(rows)))
        return understand(Document("plan.docx", "docx", "0", blocks))

    return read


@pytest.fixture
def told() -> Callable[[Plan], list[tuple[str, str | None, str]]]:
    """The tasks of a plan as (title of section, number, text)."""

    def tell(plan: Plan) -> list[tuple[str, str | None, str]]:
        titles = {section.id: section.title for section in plan.sections}
        return [(titles.get(task.section or "", ""), task.number, task.text) for task in plan.tasks]

    return tell
