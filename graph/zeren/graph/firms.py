"""Classes of enterprises in the words of a task or of a ledger, and instruments as plans cite them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from zeren.graph.identity import folded

_DOCUMENT_NUMBER = re.compile(r"[一-龥]{1,12}[〔\[【(](?:19|20)\d{2}[〕\]】)](?:第)?\d+号")


@dataclass(frozen=True, slots=True)
class FirmClasses:
    """The classes of `classes.toml`: form in a text to class, treatment of a ledger to class, class to wider class."""

    pattern: re.Pattern[str]
    forms: Mapping[str, str]
    treatments: Mapping[str, str]
    wider: Mapping[str, str]


@cache
def firm_classes() -> FirmClasses:
    """The classes as shipped."""
    entries = tomllib.loads(files("zeren.graph").joinpath("classes.toml").read_text("utf-8"))["class"]
    forms = {folded(form): entry["name"] for entry in entries for form in entry["forms"]}
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return FirmClasses(
        re.compile("|".join(map(re.escape, longest_first))),
        forms,
        {word: entry["name"] for entry in entries for word in entry.get("treatments", ())},
        {entry["name"]: entry["part_of"] for entry in entries if "part_of" in entry},
    )


def classes_named(text: str) -> tuple[str, ...]:
    """Classes of enterprises that a text speaks of, in reading order, each once."""
    scheme = firm_classes()
    return tuple(dict.fromkeys(scheme.forms[match[0]] for match in scheme.pattern.finditer(folded(text))))


def class_treated(treatment: str) -> str:
    """Class of the enterprises under a ledger's treatment; the words themselves where no class is known for them."""
    words = folded(treatment).removesuffix("类")
    return firm_classes().treatments.get(words, words)


@dataclass(frozen=True, slots=True)
class Citation:
    """An instrument as written: a title without its marks, a 发文字号 with 〔〕, or both."""

    title: str | None
    document_number: str | None


def citation(written: str) -> Citation:
    """What a plan's words name: 《…》（…号）, a bare title, or a bare 发文字号."""
    words = folded(written)
    found = _DOCUMENT_NUMBER.search(words)
    number = re.sub(r"[\[【(](\d{4})[\]】)]", r"〔\1〕", found[0]) if found else None
    rest = words.replace(found[0], "") if found else words
    title = re.sub(r"^[《(]+|[》()]+$", "", rest).strip("《》()") or None
    return Citation(title, number)
