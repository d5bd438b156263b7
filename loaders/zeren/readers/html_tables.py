"""Tables of a web page: full grids, and the layout tables that are none."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from zeren.readers.document import Cell
from zeren.readers.grid import Grid

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_COLUMNS_LIMIT = 1_000
"""As browsers clamp colspan (HTML Standard, 4.9.12)."""


def rows_of(table: HtmlElement) -> Iterator[HtmlElement]:
    """The table's own rows, not those of inner tables."""
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (row for row in child if row.tag == "tr")


def cells_of(row: HtmlElement) -> list[HtmlElement]:
    """The cells of a row."""
    return [child for child in row if child.tag in ("td", "th")]


def is_layout(table: HtmlElement) -> bool:
    """Whether a table only places things: one column, or most of its words stand in tables inside it."""
    if table.get("role", "") in ("presentation", "none"):
        return True
    rows = [cells_of(row) for row in rows_of(table)]
    if all(len(row) <= 1 for row in rows):
        return True
    inner = sum(len(_words(each)) for each in table.iterdescendants("table") if _owner(each) is table)
    return inner > len(_words(table)) / 2


def grid_of(
    table: HtmlElement, text: Callable[[HtmlElement], str], file: str
) -> tuple[tuple[tuple[Cell, ...], ...], int]:
    """The grid and the number of head rows (thead, or th throughout)."""
    grid = Grid(file)
    rows = list(rows_of(table))
    heads = 0
    for index, row in enumerate(rows):
        cells = cells_of(row)
        if heads == index and cells and (_in_head(row) or all(cell.tag == "th" for cell in cells)):
            heads += 1
        grid.start_row()
        for cell in cells:
            reach = _number(cell.get("rowspan"))
            below = len(rows) - index
            grid.add(text(cell), max(1, _number(cell.get("colspan"))), below if reach == 0 else min(reach, below))
    return grid.finish(), heads


def _in_head(row: HtmlElement) -> bool:
    parent = row.getparent()
    return parent is not None and parent.tag == "thead"


def _number(text: str | None) -> int:
    """A span; 1 where it is missing or no number, 0 where it says so (down to the end)."""
    try:
        return min(max(int((text or "1").strip()), 0), 65_534 if text is None else _COLUMNS_LIMIT)
    except ValueError:
        return 1


def _owner(table: HtmlElement) -> HtmlElement | None:
    return next(table.iterancestors("table"), None)


def _words(element: HtmlElement) -> str:
    return "".join(element.text_content().split())
