"""Pages drawn as plain texts: tables with tabs, bars, boxes and spaces, and the csv files of other programs."""

from __future__ import annotations

import csv
import io
import unicodedata
from collections.abc import Callable

from tests.reading.drawing import Grid, Page, lines_of


def _text(page: Page, draw: Callable[[Grid], str]) -> bytes:
    return "\n".join(block if isinstance(block, str) else draw(block) for block in page).encode()


def _cells(grid: Grid) -> list[list[str]]:
    """Rows of texts without line breaks; of a heading over the whole width nothing but its words."""
    wide = {area.row for area in grid.areas if area.columns == grid.width}
    rows = [[" ".join(text.split("\n")) for text in row] for row in lines_of(grid)]
    return [row[:1] if place in wide else row for place, row in enumerate(rows)]


def as_tabs(page: Page) -> bytes:
    """A row a line, its cells parted by tabs."""
    return _text(page, lambda grid: "\n".join("\t".join(row) for row in _cells(grid)))


def as_bars(page: Page) -> bytes:
    """A row a line, its cells between bars."""
    return _text(page, lambda grid: "\n".join(f"|{'|'.join(row)}|" for row in _cells(grid)))


def _columns(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


def _widths(rows: list[list[str]]) -> list[int]:
    full = [row for row in rows if len(row) > 1]
    return [max(2, *(_columns(row[place]) for row in full)) for place in range(len(full[0]))]


def _padded(text: str, width: int) -> str:
    return text + " " * (width - _columns(text))


def as_spaces(page: Page) -> bytes:
    """A row a line, its cells lined up with spaces."""

    def draw(grid: Grid) -> str:
        rows = _cells(grid)
        widths = _widths(rows)
        return "\n".join("  ".join(map(_padded, row, widths)).rstrip() for row in rows)

    return _text(page, draw)


def as_box(page: Page) -> bytes:
    """Cells in boxes of rules, long ones broken to a width."""

    def draw(grid: Grid) -> str:
        rows = _cells(grid)
        widths = [min(20, width + width % 2) for width in _widths(rows)]
        rules = ["".join((a, m.join("─" * (width // 2) for width in widths), z)) for a, m, z in ("┌┬┐", "├┼┤", "└┴┘")]
        parts = ["\n".join(_boxed(row, widths)) for row in rows]
        return "\n".join((rules[0], f"\n{rules[1]}\n".join(parts), rules[2]))

    return _text(page, draw)


def _boxed(row: list[str], widths: list[int]) -> list[str]:
    if len(row) == 1:
        return [f"│{_padded(row[0], sum(widths) + 2 * len(widths) - 2)}│"]
    cells = [_broken(text, width) for text, width in zip(row, widths, strict=True)]
    height = max(map(len, cells))
    filled = [cell + [""] * (height - len(cell)) for cell in cells]
    return [f"│{'│'.join(map(_padded, line, widths))}│" for line in zip(*filled, strict=True)]


def _broken(text: str, width: int) -> list[str]:
    lines = [""]
    for character in text:
        if _columns(lines[-1] + character) > width:
            lines.append("")
        lines[-1] += character
    return lines


def _csv(page: Page, separator: str) -> str:
    width = max([block.width for block in page if isinstance(block, Grid)], default=1)
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=separator)
    for block in page:
        writer.writerows([[block, *[""] * (width - 1)]] if isinstance(block, str) else lines_of(block))
    return stream.getvalue()


def as_gbk_csv(page: Page) -> bytes:
    return _csv(page, ",").encode("gb18030")


def as_marked_csv(page: Page) -> bytes:
    """With the mark of byte order that spreadsheets set."""
    return _csv(page, ",").encode("utf-8-sig")


def as_semicolons(page: Page) -> bytes:
    return _csv(page, ";").encode()
