"""Phases of a plan: the months beside a phase are its period, not its end."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from zeren.model import Deadline

_PHASE = re.compile("阶段|步骤")
_ABOVE = re.compile("步骤|阶段|进度|(?:时间|工作|实施|总体)安排")
_CLOSED = re.compile("前|底|末|止|内|后|起")


def is_phase(title: str, above: str, form: str) -> bool:
    """Whether a heading is a phase, by its own words, those of the heading above, or its number (第一阶段)."""
    return form == "stage" or bool(_PHASE.search(title) or _ABOVE.search(above))


def as_period(deadline: Deadline) -> Deadline:
    """A month, ten days, quarter, half or year that nothing closes (4月上旬) as its period; others as they are."""
    if deadline.type != "by" or not deadline.date or _CLOSED.search(deadline.text):
        return deadline
    begin = _begin(re.sub(r"\s", "", deadline.text), date.fromisoformat(deadline.date))
    return replace(deadline, type="between", start=begin.isoformat()) if begin else deadline


def _begin(text: str, last: date) -> date | None:
    if "上旬" in text or re.search("月份?$", text):
        return last.replace(day=1)
    if tenth := re.search("[中下]旬", text):
        return last.replace(day=11 if tenth[0] == "中旬" else 21)
    if re.search("季度?$", text):
        return last.replace(month=last.month - 2, day=1)
    if text.endswith("半年"):
        return last.replace(month=last.month - 5, day=1)
    return last.replace(month=1, day=1) if re.search("年度?$", text) else None
