"""Lines and tables into the tree that their numbers and heading levels make."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from zeren.outline.headings import is_title
from zeren.outline.numbering import Marker, forms
from zeren.outline.orders import orders_work
from zeren.outline.prose.ladder import learn_ladder
from zeren.outline.prose.rosters import is_post
from zeren.outline.prose.splitting import Line
from zeren.outline.prose.unnumbered import with_levels
from zeren.outline.sentences import CLAUSE
from zeren.readers import Passage, Table
from zeren.wording.actors import read_body_label
from zeren.wording.names import Name

Item = Line | Table


@dataclass(slots=True)
class Node:
    """A numbered line, or a line that the format marks as heading, with what stands under it."""

    passage: Passage | None
    marker: Marker | None
    rung: float
    items: list[Item] = field(default_factory=list)
    """Lines without number and tables that follow at once."""
    children: list[Node] = field(default_factory=list)
    parted: bool = False
    """Text stands below it as below its fellows, so that it may be a heading though it has a comma."""

    def form(self) -> str:
        """Name of the form that numbers it; empty where none does."""
        return self.marker.form if self.marker else ""


def _is_heading(line: Line) -> bool:
    return line.level is not None and line.marker is None and is_title(line.passage.text)


def _level_rungs(lines: Sequence[Line], ladder: dict[str, int]) -> dict[int, float]:
    """Where headings without a number stand among the numbered forms, by the levels the format gives both."""
    levels: dict[str, int] = {}
    for line in lines:
        if line.marker and line.level is not None:
            levels.setdefault(line.marker.form, line.level)
    order = sorted(ladder, key=ladder.__getitem__)
    found: dict[int, float] = {}
    for level in {line.level for line in lines if _is_heading(line) and line.level is not None}:
        below = next((ladder[form] for form in order if levels.get(form, 99) >= level), len(order))
        found[level] = below - 0.5 + level / 100
    return found


def _is_ordinal_of_unit(marker: Marker, open_: Sequence[Node]) -> bool:
    """Whether 一是, 二是 only order the sentences of a numbered unit."""
    digit = forms()["digit"].rank
    units = (node.marker for node in open_ if node.marker and node.marker.form != "ordinal")
    return marker.form == "ordinal" and any(forms()[above.form].rank >= digit for above in units)


def _is_labelled(line: Line) -> bool:
    """Whether a body and its duties stand in a line without number (县林业局：负责火情监测…)."""
    if line.marker or is_post(line.passage.text) or not _LABELLED.match(line.passage.text):
        return False
    label = read_body_label(line.passage)
    if label is None or not label.rest:
        return False
    if line.passage.text[len(label.label)] == "。":
        return all(name.form and name.form.confidence > 0.9 for name in label.names)
    sure = label.rest.text[-1] in CLAUSE and all(_is_sure(name) for name in label.names)
    return sure or orders_work(label.rest.text)


def _is_sure(name: Name) -> bool:
    """Whether a name is that of one office: of a level, or known as a whole (最高人民法院)."""
    form = name.form
    return bool(form and (form.level or (form.confidence > 0.9 and form.kind in ("organ", "party", "association"))))


def _heads_list(line: Line, following: Sequence[Item]) -> bool:
    """Whether a body stands alone on a line before a list that begins anew: the list holds its duties."""
    if line.marker or len(line.passage) > _LONGEST_BODY or not following or not isinstance(following[0], Line):
        return False
    marker = following[0].marker
    label = read_body_label(line.passage) if marker and marker.value == 1 else None
    return bool(label and not label.rest)


_LONGEST_BODY = 30
_LABELLED = re.compile(r"[^，。；：:（(]{2,40}(?:[（(][^）)]*[）)])?[：:。]")


def _containers(ladder: dict[str, int]) -> set[str]:
    """The forms whose parts may hold blocks that a body heads: those above 1., and 1. where 1.1 stands below it."""
    digit = forms()["digit"].rank
    decimals = {"digit", "decimal2", "decimal3"} if "decimal2" in ladder else set()
    return {form for form in ladder if forms()[form].rank < digit} | decimals


def build_tree(items: Sequence[Item]) -> Node:
    """The tree of one part of a document under a root without text."""
    items = with_levels(items)
    lines = [item for item in items if isinstance(item, Line)]
    ladder = learn_ladder([line.marker for line in lines if line.marker])
    rungs = _level_rungs(lines, ladder)
    above, levels = _containers(ladder), {-1.0, *rungs.values()}
    lowest = ladder.get("digit", len(ladder)) - 0.4 if "digit" not in above else len(ladder)
    root = Node(None, None, -1)
    open_ = [root]
    for place, item in enumerate(items):
        if isinstance(item, Table) or not (
            item.marker or _is_heading(item) or _is_labelled(item) or _heads_list(item, items[place + 1 : place + 2])
        ):
            open_[-1].items.append(item)
            continue
        if item.marker and _is_ordinal_of_unit(item.marker, open_[1:]):
            open_[-1].items.append(Line(item.whole, item.whole))
            continue
        if item.marker:
            rung: float = ladder[item.marker.form]
        elif _is_heading(item):
            rung = rungs[item.level or 0]
        else:
            rung = min(lowest, 0.6 + max(node.rung for node in open_ if node.form() in above or node.rung in levels))
        while open_[-1].rung >= rung:
            open_.pop()
        node = Node(item.passage, item.marker, rung)
        open_[-1].children.append(node)
        open_.append(node)
    return root


ANNEX = re.compile(r"附(?:\s*(?:件|表|图|录)\s*([一二三四五六七八九十\d]{0,3})\s*[：:．.]?|[：:])\s*")
"""The words that open an annex or the list of annexes."""
