"""Findings as text for a person at a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from zeren.cli.language import Speaker
from zeren.cli.tables import cut
from zeren.model import Finding, Plan

_ORDER = ("error", "warning", "info")
QUOTE_WIDTH = 100
"""Columns a quotation may take."""
_BEGINNING = 20
"""Code points of a quotation by which it is told whether the message has it already."""
ROWS_SHOWN = 12
"""Places of a habit that are named before the rest is counted."""


def at_or_above(finding: Finding, severity: str) -> bool:
    """Whether the finding is at least that severe; nothing is at `never`."""
    return severity in _ORDER and _ORDER.index(finding.severity) <= _ORDER.index(severity)


def report(plan: Plan, findings: Sequence[Finding], say: Speaker) -> str:
    """Title, findings worst first, what was read, and the counts."""
    ranked = sorted(findings, key=lambda f: _ORDER.index(f.severity))
    lines = [f"{plan.title or plan.source}  ({plan.source})", ""]
    for finding in ranked:
        lines += [*_entry(finding, say), ""]
    if not plan.tasks and not plan.enterprises:
        lines += [say("check.nothing"), ""]
    return "\n".join([*lines, _total(findings, say), _coverage(plan, say)]) + "\n\n"


def remarks(findings: Sequence[Finding], say: Speaker) -> str:
    """Findings that belong to no plan (a suppression that meets nothing), without counts."""
    return "".join("\n".join(_entry(finding, say)) + "\n\n" for finding in findings)


def _entry(finding: Finding, say: Speaker) -> list[str]:
    lines = [f"{say(f'severity.{finding.severity}')}  {finding.message}  [{finding.rule}]"]
    if finding.quote[:_BEGINNING] not in finding.message:
        lines.append(f"    「{cut(' '.join(finding.quote.split()), QUOTE_WIDTH)}」")
    if finding.rows:
        lines.append("    " + say("check.rows", rows=_rows(finding.rows, say)))
    lines.append("    " + say("check.fix", fix=finding.fix))
    return lines


def _rows(rows: Sequence[str], say: Speaker) -> str:
    shown = say("list.comma").join(rows[:ROWS_SHOWN])
    return shown if len(rows) <= ROWS_SHOWN else say("check.more", rows=shown, count=len(rows) - ROWS_SHOWN)


def _total(findings: Sequence[Finding], say: Speaker) -> str:
    if not findings:
        return say("check.clean")
    count = Counter(finding.severity for finding in findings)
    return say(
        "check.total", findings=len(findings), errors=count["error"], warnings=count["warning"], notes=count["info"]
    )


def _coverage(plan: Plan, say: Speaker) -> str:
    entries = plan.coverage.entries
    return say(
        "check.coverage",
        tasks=len(plan.tasks),
        enterprises=len(plan.enterprises),
        blocks=len(entries),
        doubtful=len(plan.coverage.not_understood()),
    )
