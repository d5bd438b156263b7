"""The vocabulary of roles: which words make a body lead, help, answer or watch. Data in `roles.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, get_args

from zeren.model import Role

_APART = "(?![步时意样])"
RANK: dict[str, int] = {role: place for place, role in enumerate(get_args(Role))}


@dataclass(frozen=True, slots=True)
class Link:
    """What a verb between names makes of the names on both sides."""

    left: Role
    right: Role
    bodies_only: bool = False


@dataclass(frozen=True, slots=True)
class Roles:
    """The compiled vocabulary."""

    after: dict[str, Role]
    between: dict[str, tuple[Link, ...]]
    manner: re.Pattern[str]
    verb: re.Pattern[str]
    """A verb with the words of manner before it; group `verb` is the verb itself."""
    link: re.Pattern[str]
    sign: re.Pattern[str]
    """Where one of the three may stand."""
    together: re.Pattern[str]
    """与 before a partner, the verb of common work ahead in group `verb`."""
    heads: tuple[tuple[Role | None, frozenset[str], re.Pattern[str] | None], ...]
    head_noun: re.Pattern[str]
    deadline_label: re.Pattern[str]
    person_label: re.Pattern[str]


def stronger(first: Role, second: Role) -> Role:
    """The one of two roles that counts: the earlier in the fixed order."""
    return first if RANK[first] <= RANK[second] else second


def words_pattern(words: Iterable[str]) -> str:
    """An alternation that prefers the longest word; 会同 is none before 步, as in 村委会同步完成."""
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(re.escape(word) + _APART * word.endswith("会同") for word in ordered) + ")"


@cache
def vocabulary() -> Roles:
    """The roles' vocabulary, read once."""
    data: dict[str, Any] = tomllib.loads(files("zeren.wording").joinpath("roles.toml").read_text("utf-8"))
    after = {word: entry["role"] for entry in data["after"] for word in entry["words"]}
    between: dict[str, tuple[Link, ...]] = {}
    for entry in data["between"]:
        for word in entry["words"]:
            link = Link(entry["left"], entry["right"], entry.get("bodies_only", False))
            between[word] = (*between.get(word, ()), link)
    manner = words_pattern(data["manner"]["words"])
    verb = rf"(?P<manner>{manner}*)(?P<verb>{words_pattern(after)})"
    linking = words_pattern(between)
    together = (
        rf"[{''.join(data['with']['before'])}](?=[^，；。]{{2,60}}?(?P<verb>{words_pattern(data['with']['after'])}))"
    )
    return Roles(
        after=after,
        between=between,
        manner=re.compile(manner),
        verb=re.compile(verb),
        link=re.compile(linking),
        together=re.compile(together),
        sign=re.compile("|".join(re.sub(r"\?P<\w+>", "?:", part) for part in (verb, linking, together))),
        heads=tuple(_head(entry) for entry in data["heads"]),
        head_noun=re.compile(words_pattern(data["head_nouns"]["words"])),
        deadline_label=re.compile(words_pattern(data["deadline_labels"]["words"])),
        person_label=re.compile(words_pattern(data["person_labels"]["words"])),
    )


def _head(entry: dict[str, Any]) -> tuple[Role | None, frozenset[str], re.Pattern[str] | None]:
    role: Role | None = None if entry["role"] == "none" else entry["role"]
    words = entry.get("words")
    return role, frozenset(entry.get("exact", ())), re.compile(words_pattern(words)) if words else None


_MIXED = re.compile(r"(?:牵头|责任|主责|负责|主办)(?:单位|部门|处室)?[（(]?[及和与、/／+]+(?:配合|协办|参与|协同|支持)")
"""A head over several roles at once: the cells say who leads and who helps."""


@lru_cache(maxsize=4096)
def head_role(head: str) -> Role | None:
    """The role a column head or label gives (牵头单位, 配合部门); None for persons and for anything else."""
    bare = re.sub(r"[\s\u3000:：]+|^\d+[.、]?", "", head)
    short = re.sub(r"[（(].*?[）)]$", "", bare) or bare
    short = re.sub(r"(?<=单位|部门|处室|科室)[及和、/与]\S*(?:人|领导|电话)$", "", short)
    if not bare or len(bare) > 24:
        return None
    known = vocabulary()
    persons = known.heads[-1][2]
    if any(bare in exact for _, exact, _ in known.heads):
        return next(role for role, exact, _ in known.heads if bare in exact)
    noun = known.head_noun.search(short)
    if persons and persons.search(short) and not (noun and noun.end() == len(short)):
        return None
    if _MIXED.search(short) and noun:
        return "responsible"
    for role, _, pattern in known.heads[:-1]:
        if pattern and (match := pattern.search(short)) and (noun or match.group() == short):
            return role
    return None
