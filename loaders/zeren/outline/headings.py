"""What a heading announces, and whether a piece of text is one."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from zeren.outline.sentences import CLAUSE, split_sentences
from zeren.readers import Passage

Kind = Literal["background", "principle", "aim", "scope", "work"]
"""background, principle, aim and scope order nothing, or only what headings.toml says."""

_LONGEST = 26
"""Code points of a heading that runs into its text; longer first sentences are sentences."""
_LONGEST_PARTED = 36
"""The same of one with a comma, which stands on a line of its own (严把源头关，规范运行)."""


@cache
def _kinds() -> dict[Kind, re.Pattern[str]]:
    data = tomllib.loads(files("zeren.outline").joinpath("headings.toml").read_text("utf-8"))
    return {kind: re.compile("|".join(data[kind]["words"])) for kind in get_args(Kind)}


@cache
def _standing() -> re.Pattern[str]:
    data = tomllib.loads(files("zeren.outline").joinpath("headings.toml").read_text("utf-8"))
    return re.compile(f"(?:{'|'.join(data['standing']['words'])})(?!任务|[的和与及、，（(：:。])")


def is_standing(title: str) -> bool:
    """Whether the whole title is one of the standing headings of plans (重点任务, 保障措施)."""
    return bool(_standing().fullmatch(title.strip("：:。 　")))


def kind_of(title: str, above: Kind = "work") -> Kind:
    """What the text below a heading may be; that of the heading above where the title does not say."""
    bare = re.sub(r"[（(][^)）\n]{0,200}[)）]", "", title).strip("：:。 ")
    return next((kind for kind, words in _kinds().items() if words.search(bare)), above)


def _calls(text: str) -> bool:
    """Whether a sentence is two or three short clauses of one length, as headings call (统一思想，提高认识。)."""
    clauses = re.split("[，,、]", text.rstrip("。！."))
    lengths = {len(clause) for clause in clauses}
    return 2 <= len(clauses) <= 3 and len(lengths) == 1 and lengths <= set(range(3, 9))


def is_title(text: str, parted: bool = False) -> bool:
    """Whether the words could be a heading: short, no closing sign inside; of one clause, or with `parted` of two."""
    bare = re.sub(r"[（(][^)）\n]{0,200}[)）]", "", text).rstrip("：:。 ")
    if parted and len(re.findall("[，,]", bare)) == 1:
        return len(bare) <= _LONGEST_PARTED and not re.search(f"[{CLAUSE}：:]", bare)
    return 0 < len(bare) <= _LONGEST and not re.search(f"[{CLAUSE}，,：:]", bare)


def split_run_in(passage: Passage) -> tuple[Passage, Passage] | None:
    """The heading that runs into its text (建立机制。各单位要…) and that text; None where the first words are none."""
    if dated := re.match(r"[（(][^（）()]{2,24}[)）]\s*[：:，,、]\s*", passage.text):
        inner = split_run_in(passage[dated.end() :])
        return (passage[: dated.end() + len(inner[0])], inner[1]) if inner else None
    if spaced := re.match(r"([^\s。；，：、]{4,16})[ 　]{1,4}(?=\S{12})", passage.text):
        return passage[: spaced.end(1)], passage[spaced.end() :]
    if (standing := _standing().match(passage.text)) and len(passage) > standing.end() + 8:
        return passage[: standing.end()], passage[standing.end() :]
    first, *rest = split_sentences(passage) or [passage]
    if rest and (is_title(first.text) or _calls(first.text)):
        return first, passage[len(first) :].strip()
    if (colon := re.match(r"[^：:。；，]{3,20}[：:](?!\d)", passage.text)) and len(passage) > colon.end() + 4:
        return passage[: colon.end()], passage[colon.end() :].strip()
    return None
