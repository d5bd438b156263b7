"""The patterns of names, compiled from `forms.toml`. Only `forms.py` uses them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

HAN = r"[\u4e00-\u9fff]"
GATHERED = frozenset({"trade", "collective", "class"})
LONGEST_LEVEL = 14
FOLD = str.maketrans("(),;:[]", "（），；：［］")
AFTER_WORDS = "(?:会同|联合|协同|配合|协助|由|与|和|及|商|请)"


def trie(words: Iterable[str], guards: Mapping[str, str] | None = None) -> str:
    """One expression for many words that tries the longest first; `guards` says what may not follow an ending."""
    root: dict[str, Any] = {}
    listed = list(words)
    for word in listed:
        node = root
        for character in word:
            node = node.setdefault(character, {})
        node[""] = True
    return _render(root) + _guard(listed, guards or {})


def _guard(words: Sequence[str], guards: Mapping[str, str]) -> str:
    """What may not follow, said once behind all words: at every ending it would be hundreds of sets to compile."""
    known = {end: after for end, after in guards.items() if after and any(word.endswith(end) for word in words)}
    if not known:
        return ""
    first = "".join(sorted({piece[0] for after in known.values() for piece in _pieces(after)}))
    each = "|".join(f"(?<={re.escape(end)}){_either(after)}" for end, after in known.items())
    return f"(?!(?=[{re.escape(first)}])(?:{each}))"


def _pieces(after: str) -> list[str]:
    """The characters of a guard and the longer words behind its |."""
    characters, *words = after.split("|")
    return [*characters, *words]


def _either(after: str) -> str:
    characters, *words = after.split("|")
    return f"(?:{'|'.join((f'[{re.escape(characters)}]', *words))})" if words else f"[{re.escape(characters)}]"


def _render(node: dict[str, Any]) -> str:
    branches = [re.escape(character) + _render(child) for character, child in sorted(node.items()) if character]
    if "" in node:
        branches.append("")
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


@dataclass(frozen=True, slots=True)
class Patterns:
    """The compiled vocabulary."""

    fold: dict[int, int]
    strict: re.Pattern[str]
    territory: re.Pattern[str]
    loose: re.Pattern[str]
    group: re.Pattern[str]
    running: re.Pattern[str]
    free: re.Pattern[str]
    boundary: re.Pattern[str]
    ending: re.Pattern[str]
    """With what a name told by place, field and kind of body can end, looked at from every place."""
    longest_ending: int
    nothing: re.Pattern[str]
    """Endings and whole words that are no name."""
    stops: re.Pattern[str]
    person: re.Pattern[str]
    person_after: re.Pattern[str]
    kinds: Mapping[str, str]
    """Ending to kind."""
    wholes: Mapping[str, str]
    levels: frozenset[str]
    """Level words and endings of places."""
    fields: frozenset[str]
    level: re.Pattern[str]
    each: re.Pattern[str]
    some: re.Pattern[str]

    def kind_of(self, name: str, suffix: str, bare: bool) -> str:
        """Kind by the longest ending; `bare`: only a place stands before 委, so that 市委 is a party body."""
        if suffix == "委" and bare:
            return "party"
        return next((self.kinds[name[at:]] for at in range(len(name)) if name[at:] in self.kinds), self.kinds[suffix])

    def kind_of_whole(self, name: str) -> str:
        """Kind of a name that stands in the list of whole names."""
        return next((self.kinds[name[at:]] for at in range(len(name)) if name[at:] in self.kinds), self.wholes[name])

    def field_at_end(self, head: str) -> str:
        """The field of duty with which the head of a name ends (青湖公安 has 公安)."""
        return next((head[at:] for at in range(1, len(head)) if head[at:] in self.fields), "")

    def level_of(self, place: str) -> str | None:
        """Level word with which the name of a place ends."""
        ends = (place[at:] for at in range(max(0, len(place) - LONGEST_LEVEL), len(place)))
        return next((end for end in ends if end in self.levels), None)

    def distributive(self, determiner: str) -> bool:
        """Whether each member is meant."""
        return bool(self.each.search(determiner))

    def indefinite(self, determiner: str) -> bool:
        """Whether nobody in particular is named."""
        return bool(self.some.search(determiner))


def compile_patterns(data: Mapping[str, Any]) -> Patterns:
    """All patterns from the data of `forms.toml`."""
    parts = _Parts(data)
    strict = rf"{parts.determiner}{parts.strict_core}(?!{parts.persons})"
    territory = rf"{parts.determiner}{parts.territory_core}"
    inside = r"(?:[\u4e00-\u9fff\w]|“[^“”]{1,12}”|（[^（）]{1,16}）|《[^《》]{1,30}》|[·—－-])"
    calm = rf"(?:(?!{parts.stops}){inside})"
    group_calm = rf"(?:(?!{trie(data['running']['strong'])}){inside})"
    groups = trie([s for s in _suffixes(data, "group".__eq__) if len(s) > 2])
    safe = trie(
        [s for s in _suffixes(data, lambda kind: True) if len(s) > 1 or s in "局委办厅部队司股科"], data["not_before"]
    )
    endings = [*_suffixes(data, lambda kind: True), *(name for names in data["whole"].values() for name in names)]
    return Patterns(
        fold=FOLD,
        strict=re.compile(strict),
        territory=re.compile(territory),
        loose=re.compile(rf"{parts.determiner}(?P<head>{inside}{{1,40}}?)(?P<suffix>{safe}){parts.aside}"),
        group=re.compile(
            rf"{parts.determiner}(?P<head>{group_calm}{{1,36}}?)(?P<suffix>{groups})(?:办公室)?(?:各?(?:有关|相关)?成员单位|各?成员)?"
        ),
        running=re.compile(
            rf"{parts.determiner}(?P<head>{calm}{{1,24}}?)(?P<suffix>{safe}){parts.aside}(?!{inside}{{0,6}}{safe})"
        ),
        free=re.compile(rf"{parts.determiner_once}?(?:{parts.level}|{parts.field}|{parts.whole})"),
        boundary=re.compile(rf"[，。；：、（“\s]|{AFTER_WORDS}"),
        ending=re.compile(rf"(?=(?P<ending>{trie(endings, data['not_before'])}|）))"),
        longest_ending=max(map(len, endings)),
        nothing=re.compile(rf"{trie(data['not_names']['words'])}{_but(data['not_names']['unless'])}$"),
        stops=re.compile(parts.stops),
        person=re.compile(rf"{parts.persons}(?:（[^（）]*）)?$"),
        person_after=re.compile(rf"(?:有关|相关|各|的)?(?:主要|分管|负责|班子)?{parts.persons}"),
        kinds={suffix: entry["kind"] for entry in reversed(data["kinds"]) for suffix in entry["suffixes"]},
        wholes={name: kind for kind, names in data["whole"].items() for name in names},
        levels=frozenset((*data["levels"]["combined"], *data["levels"]["words"], *data["places"]["suffixes"])),
        fields=frozenset(data["fields"]["words"]),
        level=re.compile(rf"(?:{parts.level})级?"),
        each=re.compile(trie(data["determiners"]["distributive"])),
        some=re.compile(trie(data["determiners"]["indefinite"])),
    )


def _but(words: Iterable[str]) -> str:
    """What must not stand right before: one look back a word, since each has its own length."""
    return "".join(f"(?<!{re.escape(word)})" for word in words)


def _suffixes(data: Mapping[str, Any], wanted: Callable[[str], bool]) -> list[str]:
    return [suffix for entry in data["kinds"] if wanted(entry["kind"]) for suffix in entry["suffixes"]]


class _Parts:
    """The pieces of the patterns as text."""

    def __init__(self, data: Mapping[str, Any]) -> None:
        guards = data["not_before"]
        words = data["determiners"]
        self.determiner_once = trie([*words["distributive"], *words["indefinite"], *words["local"]])
        self.determiner = rf"(?P<determiner>{self.determiner_once}{{0,3}})"
        levels = [*data["levels"]["combined"], *data["levels"]["words"]]
        self.level, self.last_level = trie(levels), trie(levels, guards)
        links = data["links"]
        letter = rf"(?:(?!{trie(links['words'])}){HAN})"
        self.place = rf"(?:{letter}{{1,8}}?{trie(data['places']['suffixes'])}|{trie(data['places']['short'])})"
        last_place = rf"{letter}{{1,8}}?{trie(data['places']['suffixes'], guards)}"
        self.joint = rf"(?![{links['first']}])"
        self.field = trie(data["fields"]["words"])
        self.suffix = trie(_suffixes(data, lambda kind: True), guards)
        self.whole = trie([name for names in data["whole"].values() for name in names], guards)
        self.persons = trie(data["persons"]["words"])
        self.stops = trie(data["running"]["stops"])
        self.aside = rf"(?:（[^（）]{{1,16}}{trie(data['running']['aside'])}）)?"
        fields = rf"(?:(?:{self.field})[和与及、]?){{1,6}}"
        placing = rf"(?:(?P<place>{self.place})|(?P<level>{self.level}))?"
        some = "(?:各有关|各相关|有关|相关|各)"
        offices = trie(_suffixes(data, lambda kind: kind not in GATHERED), guards)
        gathered = trie(_suffixes(data, GATHERED.__contains__), guards)
        long_offices = trie([s for s in _suffixes(data, lambda kind: kind not in GATHERED) if len(s) > 1], guards)
        branches = trie(data["branches"]["words"])
        placed = rf"(?:{self.place}|{self.level})?(?:党?委|政府)?"
        unit = rf"(?:{placed}(?:{fields}{offices}|{long_offices})|{some}(?:{fields})?{gathered}|{branches})"
        self.strict_core = (
            rf"(?:(?P<whole>{self.whole})(?:{self.joint}{unit})?|"
            rf"(?:{placing}(?P<head>(?:{self.level})?(?:党?委|人民政府|政府)?){some}?(?P<field>(?:{fields})?)|"
            rf"(?P<field_first>{fields}){some})(?P<suffix>{self.suffix})(?:(?:各|所属|下属|直属|内设)?{self.joint}{unit}){{0,2}})"
            rf"{self.aside}"
        )
        self.territory_core = (
            rf"(?:(?P<place>{self.place}{{0,2}}{last_place})|(?P<level>{self.last_level})){self.aside}"
        )
