"""Labels in running text: 牵头单位：… 配合单位：… 完成时限：…"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from zeren.model import Role
from zeren.wording.roles import head_role, vocabulary, words_pattern

LABEL_NOUNS = (
    "单位", "部门", "司局", "处室", "科室", "主体", "机构", "主办", "牵头", "协办", "配合", "责任", "承办",
    "股室", "方", "分工",
)  # fmt: skip
_IN_LABELS: dict[str, Role] = {"成员单位": "responsible", "成员部门": "responsible"}
"""Words that name owners as a label; as the head of a column they head the duties of each."""


@dataclass(frozen=True, slots=True)
class Label:
    """One label with its colon."""

    start: int
    end: int
    """Behind the colon."""
    text: str
    """As written, without the colon."""
    kind: str
    """owner, deadline or person."""
    role: Role | None


@cache
def _label() -> re.Pattern[str]:
    nouns = words_pattern(LABEL_NOUNS)
    return re.compile(
        rf"(?:(?<=^)|(?<=[\s，,；;。（(【〔\[、|]))[【〔\[]?(?P<label>[\u4e00-\u9fff（）()、/]{{0,14}}?(?:{nouns}|人|领导|时限|时间|期限|节点|目标)"
        rf"(?:[（(][^（）()]{{1,8}}[）)])?)[】〕\]]?\s*(?P<colon>[：:]|(?<=[】〕\]])|(?<=单位|部门)[为是](?!牵头|责任|主办|第一))"
    )


@lru_cache(maxsize=16384)
def _labels(text: str) -> tuple[Label, ...]:
    found: list[Label] = []
    for match in _label().finditer(text):
        word = re.sub(r"\s+", "", match["label"])
        role = head_role(word)
        known = vocabulary()
        if known.deadline_label.fullmatch(word):
            found.append(Label(match.start(), match.end(), word, "deadline", None))
        elif known.person_label.search(word) and role is None:
            found.append(Label(match.start(), match.end(), word, "person", None))
        elif role := role or _IN_LABELS.get(word):
            found.append(Label(match.start(), match.end(), word, "owner", role))
    return tuple(found)


def find_labels(text: str) -> list[Label]:
    """Every label of owners, of time limits or of persons, from left to right."""
    return list(_labels(text))
