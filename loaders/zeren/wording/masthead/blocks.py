"""Which lines and blocks are only title or boilerplate."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from zeren.model import CoverageKind
from zeren.wording.masthead import lines as lines_of
from zeren.wording.masthead.lines import HeadLine, any_of
from zeren.wording.masthead.titles import Title


def kinds_of(
    lines: Sequence[HeadLine], head: Sequence[HeadLine], title: Title, tables: set[int]
) -> dict[int, CoverageKind]:
    """Kind of the lines, by place, that are title or boilerplate; `tables`: the blocks that are tables."""
    kinds: dict[int, CoverageKind] = {}
    own = {id(line) for line in (*title.lines, *title.carrier_lines)}
    front = {id(line) for line in head}
    for place, line in enumerate(lines):
        if id(line) in own:
            kinds[place] = "title"
        elif lines_of.is_annex_list(line):
            if line.block + 1 not in tables:
                kinds[place] = "boilerplate"
        elif _is_boilerplate(line) or (id(line) in front and _opens(line)):
            kinds[place] = "boilerplate"
    _mark_signatures(lines, kinds)
    _mark_annexes(lines, kinds, title)
    return kinds


def _is_boilerplate(line: HeadLine) -> bool:
    """Wherever it stands."""
    told = lines_of.is_frame(line) or lines_of.is_number(line) or lines_of.is_day(line)
    return told or bool(re.match(r"特此(?:通知|公告|通告|函)", line.text))


def _opens(line: HeadLine) -> bool:
    """Before the plan's text only."""
    return lines_of.is_addressee(line) or lines_of.is_issue(line) or _is_status(line) or _is_moment(line)


def _is_moment(line: HeadLine) -> bool:
    """A month or day in parentheses below the title: when the paper was made."""
    return bool(re.fullmatch(r"（(?:19|20)\d\d年\d{1,2}月(?:\d{1,2}日)?[^—～至（）]{0,8}）", line.text))


def _is_status(line: HeadLine) -> bool:
    return bool(re.fullmatch(rf"（(?:{any_of('consultation')}|{any_of('draft')}|试行|暂行)）", line.text))


def _mark_signatures(lines: Sequence[HeadLine], kinds: dict[int, CoverageKind]) -> None:
    """Names of bodies right above the day of signing, and a heading of the issuer (…文件) at the top."""
    for place in [place for place, kind in kinds.items() if kind == "boilerplate" and lines_of.is_day(lines[place])]:
        above = place - 1
        while above >= 0 and above not in kinds and lines_of.is_body_name(lines[above]):
            kinds[above] = "boilerplate"
            above -= 1
    top = 0
    while top < min(8, len(lines)) and (top in kinds or lines_of.is_body_name(lines[top])):
        kinds.setdefault(top, "boilerplate")
        top += 1


def _mark_annexes(lines: Sequence[HeadLine], kinds: dict[int, CoverageKind], title: Title) -> None:
    """The list of annexes goes on in numbered lines; 附件 right above the plan's own title is its label."""
    for place, line in enumerate(lines):
        listed = lines_of.is_annex_list(line) or (lines_of.is_annex(line) and line.text.endswith("："))
        if listed and place + 1 < len(lines):
            below = place + 1
            while (
                below < len(lines)
                and re.match(r"\d{1,2}[.．、]\S", lines[below].text)
                and len(lines[below].text) < 60
                and "。" not in lines[below].text
            ):
                kinds[below] = "boilerplate"
                below += 1
            if below > place + 1:
                kinds[place] = "boilerplate"
        below = next((at for at in range(place + 1, len(lines)) if not lines_of.is_frame(lines[at])), place)
        if lines_of.is_annex(line) and kinds.get(below) == "title":
            kinds[place] = "boilerplate"


def blocks_of(
    lines: Sequence[HeadLine], kinds: dict[int, CoverageKind]
) -> tuple[dict[int, CoverageKind], dict[int, tuple[int, int | None]]]:
    """Blocks that hold nothing else, and where the others' own words begin and end (None: with the block)."""
    places: dict[int, list[int]] = defaultdict(list)
    for place, line in enumerate(lines):
        places[line.block].append(place)
    blocks: dict[int, CoverageKind] = {}
    bounds: dict[int, tuple[int, int | None]] = {}
    for block, members in places.items():
        known = [kinds.get(place) for place in members]
        if all(known):
            blocks[block] = "title" if "title" in known else "boilerplate"
        elif known[0] or known[-1]:
            own = [place for place in members if place not in kinds]
            after = [place for place in members if place > own[-1]]
            start = lines[own[0]].start if known[0] else 0
            bounds[block] = (start, lines[after[0]].start if after else None)
    return blocks, bounds
