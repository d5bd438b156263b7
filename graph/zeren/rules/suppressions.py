"""Findings that a person has looked at and let stand, with the reason: kept in a file, keyed by fingerprint.

[[suppression]]
fingerprint = "0123456789abcdef"
rule = "co-lead"
reason = "双牵头经市政府常务会议确定"
person = "督查室 李某"
"""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from zeren.model import Finding, UsageError

UNUSED = "unused-suppression"
"""Code of the finding that a suppression meets nothing any more."""

_WORDS = {
    "zh": (
        "对 {rule} 的豁免 {fingerprint}（{person}：{reason}）已不对应任何问题。",
        "核对原文是否已改；若问题已消除，请从豁免文件中删去这一条。",
    ),
    "en": (
        "The suppression {fingerprint} of {rule} ({person}: {reason}) meets no finding any more.",
        "See whether the text has changed; if the gap is gone, take the entry out of the file.",
    ),
}


@dataclass(frozen=True, slots=True)
class Suppression:
    """One finding let stand."""

    fingerprint: str
    rule: str
    reason: str
    person: str


def read_suppressions(path: Path) -> tuple[Suppression, ...]:
    """The entries of a file. Raises UsageError suppressions-unreadable, also where a reason or a person is missing."""
    try:
        entries = tomllib.loads(path.read_text("utf-8")).get("suppression", [])
        found = tuple(Suppression(e["fingerprint"], e["rule"], e["reason"], e["person"]) for e in entries)
    except (OSError, ValueError, KeyError, TypeError) as fault:
        raise UsageError("suppressions-unreadable", file=str(path), detail=str(fault)) from fault
    for entry in found:
        if not (entry.reason.strip() and entry.person.strip()):
            raise UsageError("suppressions-unreadable", file=str(path), detail=f"{entry.fingerprint}: reason, person")
    return found


def _unused(entry: Suppression, language: str) -> Finding:
    facts = {"rule": entry.rule, "fingerprint": entry.fingerprint, "person": entry.person, "reason": entry.reason}
    message, fix = (words.format(**facts) for words in _WORDS["zh" if language == "zh" else "en"])
    return Finding(UNUSED, "warning", None, entry.fingerprint, (), message, fix)


def apply_suppressions(
    findings: Sequence[Finding], suppressions: Sequence[Suppression], language: str = "zh"
) -> tuple[tuple[Finding, ...], tuple[tuple[Finding, Suppression], ...]]:
    """The findings that remain, one more for every suppression that meets nothing, and those that are let stand."""
    by_fingerprint = {entry.fingerprint: entry for entry in suppressions}
    matched = {
        f.fingerprint: by_fingerprint[f.fingerprint]
        for f in findings
        if f.fingerprint in by_fingerprint and by_fingerprint[f.fingerprint].rule == f.rule
    }
    open_ = [finding for finding in findings if finding.fingerprint not in matched]
    stale = [_unused(entry, language) for entry in suppressions if matched.get(entry.fingerprint) is not entry]
    closed = [(finding, matched[finding.fingerprint]) for finding in findings if finding.fingerprint in matched]
    return (*open_, *stale), tuple(closed)
