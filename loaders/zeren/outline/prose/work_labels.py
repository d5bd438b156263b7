"""Lines of a labelled list that say what is to be done, by name or content, or only describe it (整改目标：…)."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files

from zeren.outline.numbering import read_marker
from zeren.outline.prose.splitting import Line
from zeren.outline.sentences import CLAUSE
from zeren.readers import Passage
from zeren.wording.owners.labels import find_labels

_LABEL = re.compile(r"[【〔\[]?(?P<label>[\u4e00-\u9fff]{2,8})[】〕\]]?[：:]\s*")
_OWNED = 2
"""Lines labelled with owners from which a text is taken for a labelled list."""


@cache
def _kinds() -> dict[str, str]:
    data = tomllib.loads(files("zeren.outline").joinpath("work_labels.toml").read_text("utf-8"))
    return {word: kind for kind in ("work", "name", "aside") for word in data[kind]["words"]}


def without_work_labels(lines: Sequence[Line]) -> list[Line]:
    """The lines of a labelled list without the labels of work; those that only describe are marked so.

    Lines are as they were in a text that has no lines labelled with owners: there 主要任务：… opens a sentence.
    """
    if sum(1 for line in lines if _tells_owner(line)) < _OWNED:
        return list(lines)
    return [_unlabelled(line) for line in lines]


def _tells_owner(line: Line) -> bool:
    labels = find_labels(line.whole.text)
    return bool(labels) and labels[0].start == 0 and labels[0].kind == "owner"


def _unlabelled(line: Line) -> Line:
    match = _LABEL.match(line.passage.text)
    kind = _kinds().get(match["label"]) if match else None
    if match is None or kind is None or (line.marker and kind != "name"):
        return line
    value = line.passage[match.end() :]
    if kind == "aside" or not value:
        return replace(line, label="aside")
    if kind == "work" and (marker := read_marker(value.text)):
        return Line(value[marker.length :].strip(), value, marker, line.level)
    return replace(line, passage=_closed(value) if kind == "name" else value, label=kind)


def _closed(name: Passage) -> Passage:
    """A name in front of its content, as a heading that runs in."""
    if name.text[-1] in CLAUSE:
        return name
    return Passage.joined([name, Passage("。", name.block, [name.offsets[-1]], name.row, name.column)])
