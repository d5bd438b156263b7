"""What kind of work the words of a task order, and whether its row asked for supporting bodies."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

_SUPPORT_HEAD = re.compile(r"配合|协办|协助|参与|参加|协同|支持|会办|协作")


@dataclass(frozen=True, slots=True)
class VerbScheme:
    """The verbs of `verbs.toml`: one pattern over all of them, verb to class, class to kind of work."""

    pattern: re.Pattern[str]
    """Group `noun`: words that only look like work."""
    verbs: str
    """The verbs alone, as alternatives of a pattern."""
    classes: Mapping[str, str]
    kinds: Mapping[str, str]


def _any(words: Iterable[str]) -> str:
    """The words as alternatives of a pattern, the longest first."""
    return "|".join(map(re.escape, sorted(words, key=lambda word: (-len(word), word))))


def _compound(entry: Mapping[str, Any]) -> str:
    """Verb and head as one thing; `inside`: only behind other words of the clause."""
    chain = f"(?:{_any(entry['verbs'])})+(?:{_any(entry['heads'])})"
    return rf"(?<=[^\s,，。;；:：])(?:{chain})" if entry.get("inside") else chain


def _condition(entry: Mapping[str, Any]) -> str:
    """A verb at the head of a clause that goes on to say what must be kept to."""
    return rf"(?:^|(?<=[\s,，。;；:：]))(?:{_any(entry['verbs'])})(?=[^,，。;；]{{2,14}}(?:{_any(entry['then'])}))"


@cache
def verb_scheme() -> VerbScheme:
    """The scheme as shipped."""
    data = tomllib.loads(files("zeren.graph").joinpath("verbs.toml").read_text("utf-8"))
    compounds = [_compound(entry) for entry in data.pop("compound")]
    conditions = [_condition(entry) for entry in data.pop("condition")]
    nouns = "|".join((*conditions, *compounds, _any(data.pop("noun")["verbs"])))
    classes = {verb: name for name, entry in data.items() for verb in entry["verbs"]}
    pattern = re.compile(f"(?P<noun>{nouns})|{_any(classes)}")
    return VerbScheme(pattern, _any(classes), classes, {name: entry["kind"] for name, entry in data.items()})


def verb_classes(text: str) -> tuple[str, ...]:
    """Classes of the verbs of a text in reading order, each once. Words between 《》 are titles, no work."""
    scheme = verb_scheme()
    found = scheme.pattern.finditer(re.sub(r"《[^》]*》", "《》", text))
    return tuple(dict.fromkeys(scheme.classes[word[0]] for word in found if not word["noun"]))


def without_verbs(text: str) -> str:
    """What is left of a text without the verbs of work: what it is about."""
    return verb_scheme().pattern.sub(lambda found: found["noun"] or "", text)


def work_kind(classes: Iterable[str]) -> str:
    """product, routine or statement: product where any verb makes something that is finished one day."""
    kinds = {verb_scheme().kinds[name] for name in classes}
    return "product" if "product" in kinds else "routine" if kinds else "statement"


def has_support_column(columns: Iterable[str]) -> bool:
    """Whether one of the heads over a task's row asks for bodies that support."""
    return any(_SUPPORT_HEAD.search(head) for head in columns)
