"""The responsibility matrix in the page."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from zeren.explorer.components.mounting import mount
from zeren.explorer.elements import task_label
from zeren.explorer.matrix import Cell, Matrix
from zeren.explorer.picture import Picture

WORDS = ("matrix", "section", "body", "total")


@dataclass(frozen=True, slots=True)
class Place:
    """What was picked: a body, a task, or both for a cell; empty where nothing was."""

    body: str = ""
    task: str = ""


def grid(
    key: str,
    content: Matrix,
    picture: Picture,
    letter: Callable[[str], str],
    role: Callable[[str], str],
    words: Mapping[str, str],
    legend: Sequence[Mapping[str, str]],
    *,
    selected: Place,
    height: int = 640,
) -> Place:
    """Draw the matrix; `letter` and `role` give the sign and the name of a role."""
    data = {
        "rows": [
            {"id": row.id, "label": row.label, "kind": row.kind, "total": row.total, "words": row.name}
            for row in content.rows
        ],
        "columns": columns(content, picture),
        "cells": [_cell(cell, letter, role) for cell in content.cells],
        "words": dict(words),
        "legend": list(legend),
        "height": height,
        "selected": {"row": selected.body or None, "column": selected.task or None},
    }
    answer = mount("matrix", key, data, "picked").picked or {}
    return Place(str(answer.get("row") or ""), str(answer.get("column") or ""))


def columns(content: Matrix, picture: Picture) -> list[dict[str, Any]]:
    """The heads: the section of the first level a task stands under, and its number with the first words."""
    heads = []
    for task in content.columns:
        path = picture.path(task.section)
        heads.append(
            {
                "id": task.id,
                "label": task_label(task, 12),
                "words": task.text,
                "gap": task.id in picture.unowned,
                "section": path[0].id if path else "",
                "section_label": path[0].label if path else "",
            }
        )
    return heads


def _cell(cell: Cell, letter: Callable[[str], str], role: Callable[[str], str]) -> dict[str, str]:
    words = "\n".join(f"{role(duty.role)}：{duty.written} {duty.verb}".rstrip() for duty in cell.duties)
    return {"row": cell.row, "column": cell.column, "role": cell.role, "letter": letter(cell.role), "words": words}
