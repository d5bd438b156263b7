"""Does a sentence order work, or only tell of it?"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class _Vocabulary:
    modal: re.Pattern[str]
    opening: re.Pattern[str]
    doing: re.Pattern[str]
    idle: re.Pattern[str]
    descriptive: re.Pattern[str]


def _words(text: str) -> str:
    return "|".join(sorted(map(re.escape, set(text.split())), key=len, reverse=True))


@cache
def _vocabulary() -> _Vocabulary:
    data = tomllib.loads(files("zeren.outline").joinpath("orders.toml").read_text("utf-8"))
    verbs, adverbs = _words(data["verbs"]), _words(data["adverbs"])
    return _Vocabulary(
        re.compile("|".join(data["modals"])),
        re.compile(f"(?:{adverbs}|地|、)*(?:{verbs})"),
        re.compile(f"{data['doers']}[）)]?(?:{adverbs}|、)*(?:{verbs})"),
        re.compile("|".join(data["idle"])),
        re.compile(f"(?:{'|'.join(data['descriptive'])})"),
    )


def is_idle(text: str) -> bool:
    """Whether a sentence gives only reasons, effect or the paper's own making (特制定本方案, 现印发给你们)."""
    return bool(_vocabulary().idle.search(text))


def orders_work(text: str) -> bool:
    """Whether a sentence orders work: it has a modal word, or a clause of it opens with a verb of work or its doer."""
    words = _vocabulary()
    if words.idle.search(text):
        return False
    clauses = [clause.strip() for clause in re.split("[，,；;：:。]", re.sub("“[^”]*”", "", text)) if clause.strip()]
    if words.modal.search(text):
        return True
    if any(words.descriptive.match(clause) for clause in clauses):
        return False
    return any(words.opening.match(clause) or words.doing.search(clause) for clause in clauses)
