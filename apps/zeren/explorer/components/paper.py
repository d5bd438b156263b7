"""The document with its readings marked, in the page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from zeren.explorer.components.mounting import mount
from zeren.explorer.marks import Mark, MarkKind
from zeren.explorer.paper import Paper, ShownBlock


def sheet(
    key: str,
    content: Paper,
    label: str,
    title: Callable[[Mark], str],
    legend: Sequence[tuple[MarkKind, str]] = (),
    *,
    focus: str = "",
    height: int = 700,
) -> str:
    """Draw it; returns the id of a mark clicked just now, else an empty text. A mark in `focus` is scrolled to."""
    data = {
        "blocks": [_block(block) for block in content.blocks],
        "marks": [_mark(mark, title(mark)) for mark in content.marks],
        "legend": [{"kind": kind, "label": name} for kind, name in legend],
        "words": {"document": label},
        "focus": focus,
        "height": height,
    }
    return str(mount("paper", key, data, "picked").picked or "")


def _block(block: ShownBlock) -> dict[str, Any]:
    if not block.rows:
        return {"index": block.index, "text": block.text, "level": block.level, "skipped": block.skipped}
    rows = [
        {
            "index": row.index,
            "head": row.head,
            "cells": [{"column": c.column, "text": c.text, "across": c.across, "down": c.down} for c in row.cells],
        }
        for row in block.rows
    ]
    return {"index": block.index, "rows": rows}


def _mark(mark: Mark, title: str) -> dict[str, Any]:
    place = {"block": mark.block, "row": mark.row, "column": mark.column, "start": mark.start, "end": mark.end}
    return {"id": mark.id, "kind": mark.kind, "title": title} | place
