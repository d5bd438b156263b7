"""The vocabulary of running prose: what opens a clause or a predicate, what binds partners. Data in `words.toml`."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from zeren.wording.roles import words_pattern


@dataclass(frozen=True, slots=True)
class Words:
    """Compiled patterns of `words.toml`."""

    opener: re.Pattern[str]
    modal: re.Pattern[str]
    predicate: re.Pattern[str]
    """Where a predicate may begin: a modal, an adverb, a verb."""
    lead: re.Pattern[str]
    """牵头 as the subject's own verb."""
    partner: re.Pattern[str]
    kinds: dict[str, str]
    """Partner verb to lead, joint or support."""
    helping: re.Pattern[str]
    """Head of a clause that only helps."""
    accountable: re.Pattern[str]
    others: re.Pattern[str]
    raising: re.Pattern[str]
    """Words without one of which no sentence makes a body accountable or leading."""
    supervising: re.Pattern[str]
    sanction: re.Pattern[str]
    no_carry: re.Pattern[str]
    preposition: re.Pattern[str]
    not_labels: frozenset[str]
    """Headings that speak of bodies in general."""


_MANNER = r"逐[\u4e00-\u9fff]|\d{1,3}个?(?:工作日|小时|分钟|日|天)[之以]?内"
"""One by one (逐车告知), within a term (20个工作日内反馈)."""
_CONSULT = "商(?![务业贸会事户场圈城品标量洽讨定议住家超铺店学船])"
"""商 as a verb: to settle with another body."""


@cache
def words() -> Words:
    """The vocabulary, read once."""
    data: dict[str, Any] = tomllib.loads(files("zeren.wording.actors").joinpath("words.toml").read_text("utf-8"))
    manner = words_pattern(data["manner"]["words"])
    modal = words_pattern(data["modals"]["words"])
    partners = {word: kind for kind in ("lead", "joint", "support") for word in data["partners"][kind]}
    helping = words_pattern(data["partners"]["help"])
    consult = rf"(?:(?<![\u4e00-\u9fff])|(?<=[局委办厅部院署处应要])){_CONSULT}"
    partner = rf"{words_pattern(word for word in partners if len(word) > 1)}|{consult}"
    accountable = words_pattern(data["accountable"]["words"])
    openings = [*data["modals"]["words"], *data["adverbs"]["words"], *data["verbs"]["words"]]
    return Words(
        opener=re.compile(rf"{words_pattern(data['openers']['words'])}*"),
        modal=re.compile(rf"[，,]?\s*{modal}"),
        predicate=re.compile(rf"[，,]?\s*(?:{words_pattern(openings)}|{_CONSULT}|{_MANNER})"),
        lead=re.compile(
            rf"(?:^|[，；、。：]|(?<=[，；、。：]){manner}*|^{manner}*)(?:总|主要)?牵头(?!单位|部门|的|人)"
        ),
        partner=re.compile(partner),
        kinds=partners,
        helping=re.compile(rf"(?:{manner})*?{helping}"),
        accountable=re.compile(accountable),
        raising=re.compile(f"{accountable}|牵头|{partner}"),
        others=re.compile(words_pattern(data["accountable"]["others"])),
        supervising=re.compile(rf"(?:{manner})*{words_pattern(data['supervise']['words'])}"),
        not_labels=frozenset(data["not_labels"]["words"]),
        sanction=re.compile(words_pattern(data["sanctions"]["words"])),
        no_carry=re.compile(words_pattern(data["no_carry"]["words"])),
        preposition=re.compile(
            r"(?:对于?|按照?|根据|依据|依照|针对|结合|围绕|在(?!线)|依托|通过|为了?|以(?!及)|从|自|经|参照|对照|鉴于|因|如|凡|聚焦|紧扣|立足|坚持|积极依托)"
        ),
    )
