"""Two rows of heads, one above the other, in a table whose merged cells were written once only."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from zeren.readers.document import Cell

_LONGEST = 16
"""Code points of a head."""
_KIN = (
    ("责任", "分工", "单位", "部门", "科室", "领导", "人"),
    ("时间", "时限", "进度", "年", "月", "季", "安排", "计划", "启动", "开始", "完成", "起", "止"),
    ("目标", "指标", "年", "季", "月", "成效"),
)
"""Words by which a head and the finer heads below it belong together."""


def stacked_heads(rows: Sequence[Sequence[str]], width: int) -> list[list[Cell | None]] | None:
    """The grid of the first two rows where the second fills just what the first leaves open; else None."""
    if len(rows) < 3 or not _are_heads(rows[0], rows[1], width):
        return None
    first, second = rows[0], rows[1]
    sizes = max(_sizes(len(first), len(second), width), key=lambda each: _kinship(first, second, each), default=None)
    if sizes is None:
        return None
    upper: list[Cell | None] = []
    lower: list[Cell | None] = []
    below = iter(second)
    for text, size in zip(first, sizes, strict=True):
        cell = Cell(text, (0, len(upper)))
        if size == 1:
            lower.append(cell)
        else:
            lower += [Cell(next(below), (1, len(upper) + place)) for place in range(size)]
        upper += [cell] * size
    return [upper, lower]


def _are_heads(first: Sequence[str], second: Sequence[str], width: int) -> bool:
    texts = [*first, *second]
    short = all(text and len(text) <= _LONGEST and not re.search(r"[。；，]|^\d+$", text) for text in texts)
    return short and 1 < len(first) < width and 1 < len(second) < width and len(first) + len(second) > width


def _sizes(first: int, second: int, width: int) -> Iterator[list[int]]:
    """Every way to give the cells of the first row their columns: one each, or those of several cells below."""
    groups = first + second - width
    yield from _filled(first, second, groups)


def _filled(cells: int, below: int, groups: int) -> Iterator[list[int]]:
    if cells == 0:
        if below == 0 and groups == 0:
            yield []
        return
    for rest in _filled(cells - 1, below, groups):
        yield [1, *rest]
    if groups:
        for size in range(2, below + 1):
            for rest in _filled(cells - 1, below - size, groups - 1):
                yield [size, *rest]


def _kinship(first: Sequence[str], second: Sequence[str], sizes: Sequence[int]) -> float:
    """How well the heads below go with those above them."""
    place, total = 0, 0.0
    for text, size in zip(first, sizes, strict=True):
        if size > 1:
            total += sum(_alike(text, name) for name in second[place : place + size]) / size
            place += size
        elif re.search("责任分工|目标$|^时间$|分解|计划|安排", text):
            total -= 0.3
    return total


def _alike(head: str, name: str) -> float:
    shared = len(set(head) & set(name)) / len(set(name))
    kin = any(any(word in head for word in words) and any(word in name for word in words) for words in _KIN)
    return shared + kin
