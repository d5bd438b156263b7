"""Which fields of duty the words of a task call for, and which other fields may stand in."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from zeren.agencies.entries import load_domains

_BODY = "(?:部门|主管|机关|机构|系统|局|委|办|厅|分局|部|队)"
"""What follows the word of a trade where a body is meant."""


@dataclass(frozen=True, slots=True)
class Topic:
    """Work that calls for one field of duty."""

    domain: str
    also: tuple[str, ...]
    """Fields whose bodies may stand in for it."""
    words: re.Pattern[str]
    named: re.Pattern[str]
    """The text itself names a body of one of these fields."""


@cache
def load_topics() -> tuple[Topic, ...]:
    """All topics, in the order of `register/competence.toml`."""
    text = files("zeren.agencies").joinpath("register", "competence.toml").read_text("utf-8")
    trades = {domain.name: domain.trade for domain in load_domains()}
    topics = []
    for entry in tomllib.loads(text)["topic"]:
        fields = (entry["domain"], *entry["also"])
        names = sorted({word for field in fields for word in trades[field]}, key=lambda word: (-len(word), word))
        named = f"(?:{'|'.join(map(re.escape, names))}){_BODY}" if names else r"(?!)"
        topics.append(
            Topic(entry["domain"], tuple(entry["also"]), re.compile("|".join(entry["words"])), re.compile(named))
        )
    return tuple(topics)


def topics_of(text: str) -> tuple[Topic, ...]:
    """The topics of a text, without those whose body it names itself (会同财政部门).

    >>> [topic.domain for topic in topics_of("安排专项资金用于新闻媒体宣传，由宣传部门组织。")]
    ['财政']
    """
    return tuple(topic for topic in load_topics() if topic.words.search(text) and not topic.named.search(text))
