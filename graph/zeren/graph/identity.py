"""Ids of nodes: ASCII, made from content, the same from run to run and from draft to draft where numbers stay."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from zeren.model import Plan

ID = re.compile(r"[a-z]+-[0-9a-f]{16}")
"""The form of every id: the kind of thing and 64 bits of the SHA-256 of what it is known by."""

_DRAFT_MARK = re.compile(
    r"[(\[〔【]\s*(?:公开|第[一二三四五\d]+次|再次|修改|修订)*\s*"
    r"(?:征求意见稿?|意见征集稿|草案|初稿|送审稿|讨论稿|报批稿|审议稿|修订稿|代拟稿|印发稿|定稿|试行|暂行)\s*[)\]〕】]"
    r"|(?:征求意见稿|送审稿|讨论稿|报批稿)$"
)


def hashed(kind: str, *parts: object) -> str:
    """The id of a thing of a kind that is known by these parts (None counts as empty)."""
    content = "\x1f".join("" if part is None else str(part) for part in parts)
    return f"{kind}-{hashlib.sha256(content.encode()).hexdigest()[:16]}"


def folded(text: str) -> str:
    """A text for comparison: compatibility forms (NFKC), no white space."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def work_title(title: str) -> str:
    """The title without what only marks a version of it (征求意见稿, 送审稿)."""
    return _DRAFT_MARK.sub("", folded(title))


def plan_id(plan: Plan) -> str:
    """Id of the plan as a work: the same for its draft and its issued text.

    Known by place and title; a plan without a title by its file.
    """
    return hashed("plan", plan.jurisdiction, work_title(plan.title) or plan.sha256 or plan.source)


def version_id(plan: Plan) -> str:
    """Id for an older version beside a newer one in the same graph."""
    return hashed("plan", plan_id(plan), plan.sha256, plan.source, plan.status, plan.issued)


class Counter:
    """Tells apart things of one plan that are known by the same words: all but the first count into their id."""

    def __init__(self) -> None:
        self._seen: dict[str, int] = {}

    def hashed(self, kind: str, *parts: object) -> str:
        """As `hashed`, unique among the calls on this counter."""
        first = hashed(kind, *parts)
        count = self._seen[first] = self._seen.get(first, 0) + 1
        return first if count == 1 else hashed(kind, *parts, f"#{count}")
