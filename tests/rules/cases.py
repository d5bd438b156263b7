"""The cases of the rules: small plans in the interchange format, with the findings expected of one rule."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from zeren.model import Finding, Plan
from zeren.model.interchange import from_json
from zeren.rules import Rule, catalogue

PLACE = "云溪市"
"""An invented place: every case is a plan of it unless it says otherwise."""


@dataclass(frozen=True, slots=True)
class Case:
    """One plan and what one rule finds in it; empty: nothing."""

    rule: str
    title: str
    plan: Plan
    expect: tuple[dict[str, Any], ...]

    def differences(self, findings: list[Finding]) -> list[str]:
        """What is expected and missing, or found and not expected; only the fields a case names are compared."""
        found = [f for f in findings if f.rule == self.rule]
        said = [f"{self.title}: found {f.locator} {f.bodies} {f.severity}" for f in found]
        if len(found) != len(self.expect):
            return [f"{self.title}: {len(self.expect)} expected", *said]
        pairs = zip(self.expect, found, strict=True)
        return [f"{self.title}: {entry} expected, {f}" for entry, f in pairs if not _meets(entry, f)]


def _meets(entry: dict[str, Any], finding: Finding) -> bool:
    given = {name: tuple(value) if isinstance(value, list) else value for name, value in entry.items()}
    return all(getattr(finding, name) == value for name, value in ({"locator": None} | given).items())


def _cases(rule: Rule) -> Iterator[Case]:
    assert rule.folder is not None
    for file in sorted(rule.folder.joinpath("cases").glob("*.toml")):
        for number, entry in enumerate(tomllib.loads(file.read_text("utf-8"))["case"], 1):
            title = f"{rule.code} {file.stem} {number} {entry['title']}"
            head = {"title": title, "jurisdiction": PLACE, **entry.get("plan", {})}
            facts = {key: entry.get(key, []) for key in ("sections", "tasks", "groups", "enterprises")}
            for record in (*facts["tasks"], *facts["sections"]):
                record.update({key: record.get(key) for key in ("number", "section", "parent")})
            yield Case(rule.code, title, from_json({"plan": head, **facts}), tuple(entry.get("expect", ())))


def all_cases() -> tuple[Case, ...]:
    """The cases of every shipped rule."""
    return tuple(case for rule in catalogue() for case in _cases(rule))
