"""Which column of a table a head belongs to where the format does not say: by what the cells hold, kept in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zeren.outline.heads import Column, ColumnKind
from zeren.outline.numbering import forms, read_marker

if TYPE_CHECKING:
    from zeren.outline.tables.grids import Row

_SAMPLE = 200
_BODY = re.compile(
    r"(?:局|委|部|厅|署|办|政府|部门|单位|县区|区县|镇|乡|街道|街镇|中心|公司|集团|园区|开发区|管委会|院|站|队|行|所|处|室|司|小组|地区|社)(?:[（(][^）)]*[)）])?(?=[、，,；;。\s]|等|会同|按|负责|牵头|配合|$)"
)
TIME = re.compile(
    r"^[^。]{0,4}(?:\d{4}年|\d{1,2}月|“?十[一二三四五]五|持续|长期|常态|全年|每[年月季周]|年底|年内|[上下]半年|第[一二三四]季度)"
)


@dataclass(frozen=True, slots=True)
class Profile:
    """What a column holds, as shares of its filled cells (0 to 1)."""

    filled: float
    numbers: float
    sections: float
    bodies: float
    times: float
    length: float
    """Mean length of the filled cells."""


def profile(rows: Sequence[Row], column: int) -> Profile:
    """What a column holds, from its first rows."""
    sample = [row for row in rows[:_SAMPLE] if len(row.filled()) > 1]
    texts = [row.cells[column].text for row in sample if row.cells[column]]
    count = len(texts) or 1

    def share(test: re.Pattern[str]) -> float:
        return sum(1 for text in texts if test.search(text)) / count

    top = forms()["digit"].rank
    sections = sum(1 for text in texts if (m := read_marker(text)) and forms()[m.form].rank < top and len(text) < 60)
    return Profile(
        len(texts) / (len(sample) or 1),
        sum(1 for text in texts if re.fullmatch(r"\d{1,4}", text)) / count,
        sections / count,
        share(_BODY),
        share(TIME),
        sum(map(len, texts)) / count,
    )


def fitness(kind: ColumnKind, held: Profile) -> float:
    """How well a column of such content stands under a head of a kind, about -1 to 1."""
    if kind == "number":
        return 2 * held.numbers - 1
    if kind == "owner":
        return (
            1.4 * held.bodies
            - held.numbers
            - held.sections
            - held.times
            - (held.length > 120)
            - 0.4 * (not held.filled)
        )
    if kind == "deadline":
        return 2 * held.times - held.numbers - held.bodies - 0.5
    if kind in ("task", "detail"):
        return (
            min(held.length, 40) / 40
            + 0.4 * held.sections
            + 0.3 * held.numbers
            - held.bodies * (held.length < 60)
            - held.times
        )
    if kind == "section":
        return held.sections + (1 - held.filled) - held.numbers - 0.2
    return -0.1 + 0.3 * (held.filled < 0.3)


def place_heads(heads: Sequence[Column], rows: Sequence[Row], width: int) -> tuple[Column, ...]:
    """Every column under one of the heads, in order, each head over one column at least; columns under a task head that
    hold numbers or sections are told apart."""
    held = [profile(rows, column) for column in range(width)]
    if len(heads) > width:
        return tuple(heads[:width])
    best: list[list[tuple[float, int]]] = [[(float("-inf"), -1)] * len(heads) for _ in range(width)]
    for column in range(width):
        for index, head in enumerate(heads[: column + 1]):
            options = (
                [(best[column - 1][before][0], before) for before in (index - 1, index) if before >= 0]
                if column
                else []
            )
            score, before = max(options) if options else ((0.0, -1) if column == index == 0 else (float("-inf"), -1))
            best[column][index] = (score + fitness(head.kind, held[column]), before)
    index, chosen = len(heads) - 1, []
    for column in range(width - 1, -1, -1):
        chosen.append(index)
        index = best[column][index][1]
    spread = list(reversed(chosen))
    return _told_apart([heads[place] for place in spread], spread, held)


def tell_apart(
    columns: Sequence[Column], origins: Sequence[tuple[int, int]], rows: Sequence[Row]
) -> tuple[Column, ...]:
    """Columns under one merged task head told apart: number, sections and the task itself."""
    if len(set(origins)) == len(origins):
        return tuple(columns)
    return _told_apart(columns, [origin[1] for origin in origins], [profile(rows, c) for c in range(len(columns))])


def _told_apart(columns: Sequence[Column], heads: Sequence[int], held: Sequence[Profile]) -> tuple[Column, ...]:
    found = []
    for place, column in enumerate(columns):
        group = [held[other] for other, head in enumerate(heads) if head == heads[place]]
        if (
            len(group) == 1
            or column.kind not in ("task", "detail")
            or held[place] is max(group, key=lambda content: content.length)
        ):
            found.append(column)
        else:
            found.append(Column("number" if held[place].numbers > 0.5 else "section", ""))
    return tuple(found)


def guess_columns(rows: Sequence[Row], width: int) -> tuple[Column, ...] | None:
    """The columns of a table without heads, from their content; None where no task column shows itself."""
    held = [profile(rows, column) for column in range(width)]
    texts = [
        column
        for column in range(width)
        if held[column].length >= 5
        and held[column].filled > 0.5
        and max(held[column].bodies, held[column].times, held[column].numbers) < 0.5
    ]
    owners = [column for column in range(width) if held[column].bodies >= 0.7 and held[column].length < 120]
    if not texts or not owners or len(rows) < 2:
        return None
    task = max(texts, key=lambda column: held[column].length)
    found = []
    for column in range(width):
        if column == task:
            found.append(Column("task", ""))
        elif column in owners and column > task:
            found.append(
                Column("owner", "", "responsible" if column == min(c for c in owners if c > task) else "support")
            )
        elif held[column].numbers > 0.5 and column < task:
            found.append(Column("number", ""))
        elif held[column].times > 0.5:
            found.append(Column("deadline", ""))
        elif column < task:
            found.append(Column("section", ""))
        else:
            found.append(Column("other", ""))
    return tuple(found) if any(column.kind == "owner" for column in found) else None
