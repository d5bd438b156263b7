"""The hand-written snippets with their facts, each also in the formats it can be drawn in."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from tests.reading import drawing

FOLDER = Path(__file__).parents[1] / "data" / "snippets"


def names() -> list[str]:
    return sorted(path.name for path in FOLDER.iterdir())


def facts(name: str) -> dict[str, Any]:
    """The facts a careful reader takes from the snippet, with one line that says what it shows."""
    read: dict[str, Any] = json.loads((FOLDER / name / "facts.json").read_text("utf-8"))
    return read


def source(name: str) -> Path:
    (path,) = (FOLDER / name).glob("input.*")
    return path


def files(prefixes: Sequence[str] = ()) -> Iterator[tuple[str, bytes, dict[str, Any]]]:
    """File name, bytes and facts of every snippet as it is written; an html one also as docx and as xlsx."""
    for name in names():
        if prefixes and not name.startswith(tuple(prefixes)):
            continue
        path = source(name)
        yield f"{name}{path.suffix}", path.read_bytes(), facts(name)
        if path.suffix == ".html" and "<div" not in path.read_text("utf-8"):
            page = drawing.blocks(path.read_text("utf-8"))
            yield f"{name}.docx", drawing.as_docx(page), facts(name)
            yield f"{name}.xlsx", drawing.as_xlsx(page), facts(name)
