"""How many different works a task orders."""

from __future__ import annotations

import re

from zeren.graph.clauses import Clause, clauses

_AIM = re.compile("确保|实现|形成|提升|提高|防止|促进|避免|做到|达到|力争|保证|使|让|从而|推动形成|营造|发挥|努力")
"""A clause that begins so says what the work is for."""
_LEAST = 6
"""Code points of a clause that orders something definite."""


def works(text: str) -> int:
    """Number of clauses that order work of their own: another kind of work, or work on another thing.

    >>> works("建立巡查台账，编制年度计划，确保水质达标。")
    2
    """
    found: list[Clause] = []
    for clause in clauses(text):
        if _orders(clause) and not any(_one_work(clause, other) for other in found):
            found.append(clause)
    return len(found)


def _orders(clause: Clause) -> bool:
    return bool(clause.classes) and not clause.urging and len(clause.matter) >= _LEAST and not _AIM.match(clause.matter)


def _one_work(one: Clause, other: Clause) -> bool:
    return bool(one.classes & other.classes) and one.object[-2:] == other.object[-2:]
