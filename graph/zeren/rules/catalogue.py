"""Rules as folders of data: CODE/rule.toml, CODE/query.cypher, CODE/query.rq and CODE/cases/."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from zeren.model import UsageError
from zeren.queries import QueryTexts, Wording
from zeren.queries.catalogue import parameter, wording
from zeren.queries.records import ColumnType
from zeren.rules.records import Habit, Rule

REQUIRED: dict[str, ColumnType] = {
    "plan": "text",
    "subject": "text",
    "position": "integer",
    "locator": "text",
    "quote": "text",
}
"""What every rule's query returns: ids of the plan and of what the finding is about, place and words of the task."""

OPTIONAL: dict[str, ColumnType] = {
    "key": "text",
    "body": "text",
    "place": "integer",
    "about": "text",
    "row": "text",
    "section": "text",
    "severity": "text",
    "apart": "flag",
}
"""What it may return beside: key (tells apart findings about one subject), body (one a row) with its place in the
enumeration, about (id of a further node), row (locator of one of many places), section (its id, for `merge`), severity
(instead of the rule's), apart (never part of a habit). Every other column is a fact for the message."""

_SEVERITIES = ("error", "warning", "info")


def _habit(entry: Mapping[str, Any] | None) -> Habit | None:
    if entry is None:
        return None
    return Habit(float(entry["share"]), int(entry["least"]), wording(entry["message"]), entry.get("parts", True))


def _columns(extra: Mapping[str, ColumnType]) -> tuple[tuple[str, ColumnType], ...]:
    return (*REQUIRED.items(), *extra.items())


def _texts(folder: Path, data: Mapping[str, Any]) -> QueryTexts:
    options = tuple(parameter(name, entry) for name, entry in data.get("options", {}).items())
    extra = data.get("columns", {})
    order = ("plan", "position", "subject", *(name for name in ("key", "place", "body") if name in extra))
    cypher, sparql = (folder.joinpath(f"query.{suffix}").read_text("utf-8") for suffix in ("cypher", "rq"))
    return QueryTexts(folder.name, cypher, sparql, options, _columns(extra), order)


def read_rule(folder: Path) -> Rule:
    """The rule of a folder. Raises UsageError rule-unreadable, naming the folder and what is wrong with it."""
    try:
        data = tomllib.loads(folder.joinpath("rule.toml").read_text("utf-8"))
        words: dict[str, Wording] = {key: wording(data[key]) for key in ("name", "what", "why", "message", "fix")}
        if data["code"] != folder.name or data["severity"] not in _SEVERITIES:
            raise ValueError(f"code {data['code']!r}, severity {data['severity']!r}")
        return Rule(
            data["code"], data["severity"], words["name"], words["what"], words["why"], words["message"], words["fix"],
            data["source"], _texts(folder, data), _habit(data.get("habit")), data.get("merge", False),
            data.get("paired", False), data.get("measure", ""), folder,
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as fault:
        detail = f"{type(fault).__name__}: {fault}"
        raise UsageError("rule-unreadable", folder=str(folder), detail=detail) from fault


def _read_folder(root: Path) -> tuple[Rule, ...]:
    folders = sorted(item for item in root.iterdir() if item.joinpath("rule.toml").is_file())
    return tuple(read_rule(folder) for folder in folders)


@cache
def _shipped() -> tuple[Rule, ...]:
    return _read_folder(Path(str(files("zeren.rules"))))


def catalogue(extra: Path | None = None) -> tuple[Rule, ...]:
    """The shipped rules and those of a user's folder of rule folders, by code; a user's rule replaces a shipped one.

    Raises UsageError rule-unreadable, rules-folder-missing.
    """
    if extra is None:
        return _shipped()
    if not extra.is_dir():
        raise UsageError("rules-folder-missing", folder=str(extra))
    found = {rule.code: rule for rule in (*_shipped(), *_read_folder(extra))}
    return tuple(found[code] for code in sorted(found))
