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
    membership: re.Pattern[str]
    principle: re.Pattern[str]
    setting_up: re.Pattern[str]


_TIMED = r"(?:[于在]?[每\d一二三四五六七八九十上中下今本当年季度月旬周日底初末、—～至]{2,16}(?:以|之)?前)"
"""A time limit before the verb that opens an order (每周五前报送…)."""


def _words(text: str) -> str:
    return "|".join(sorted(map(re.escape, set(text.split())), key=len, reverse=True))


@cache
def _vocabulary() -> _Vocabulary:
    data = tomllib.loads(files("zeren.outline").joinpath("orders.toml").read_text("utf-8"))
    verbs, adverbs = _words(data["verbs"]), _words(data["adverbs"])
    return _Vocabulary(
        re.compile("|".join(data["modals"])),
        re.compile(
            f"{_TIMED}?(?:{adverbs}|地|、)*(?:(?:{verbs})|{data['prepositions']}[^，。；]{{2,60}}{data['framed']})"
        ),
        re.compile(f"{data['doers']}[）)]?(?:{adverbs}|、)*(?:{verbs})"),
        re.compile("|".join(data["idle"])),
        re.compile(f"(?:{'|'.join(data['descriptive'])})"),
        re.compile("|".join(data["membership"])),
        re.compile(data["principles"]),
        re.compile(data["setting_up"]),
    )


def is_idle(text: str) -> bool:
    """Whether a sentence gives only reasons, effect or the paper's own making (特制定本方案, 现印发给你们)."""
    return bool(_vocabulary().idle.search(text))


_ORDINAL = re.compile("^[一二三四五六七八九十]是")
"""What counts the points of a paragraph (一是加强领导)."""


def orders_work(text: str) -> bool:
    """Whether a sentence orders work: it has a modal word, or a clause of it opens with a verb of work or its doer."""
    words = _vocabulary()
    if words.idle.search(text):
        return False
    if words.modal.search(text):
        return True
    for clause in re.split("[，,；;：:。]", re.sub("“[^”]*”", "〃", text)):
        if words.opening.match(_ORDINAL.sub("", clause.strip())) or words.doing.search(clause):
            return True
        if words.descriptive.match(clause.strip()):
            return False
    return False


def sets_target(text: str) -> bool:
    """Whether a sentence with a date in a preamble sets a target, and does not tell what happened then."""
    words = _vocabulary()
    return text.startswith(("到", "力争", "至")) or (bool(words.modal.search(text)) and not words.idle.search(text))


def is_principle(text: str) -> bool:
    """Whether a numbered part opens as principles do (坚持统筹推进。…)."""
    return bool(_vocabulary().principle.search(text))


def sets_up_group(text: str) -> bool:
    """Whether a sentence sets up a group."""
    return bool(_vocabulary().setting_up.search(text))


def tells_members(text: str) -> bool:
    """Whether a sentence only says who sits in a group or where its office is."""
    return bool(_vocabulary().membership.search(text)) and not re.search("负责|承担", text)
