"""The hand-kept file that has the last word on who a written name is.

A TOML file with one `[[name]]` table a decision: `written` (as in the plan), `is` (the full name meant), and where
wanted `jurisdiction` (only in plans of that place), `kind`, and `by` and `reason` for those who read it later.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from zeren.agencies.bodies import Context, ResolutionKind
from zeren.model import InputError


@dataclass(frozen=True, slots=True)
class Decision:
    """One name settled by a person."""

    written: str
    target: str
    """Full name of the body meant, or the collective's name."""
    jurisdiction: str | None = None
    kind: ResolutionKind | None = None
    by: str = ""
    reason: str = ""

    def applies(self, name: str, context: Context) -> bool:
        """Whether the decision speaks of this name in a plan of that context."""
        return name == self.written and self.jurisdiction in (None, context.jurisdiction)


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """The decisions of the file, in its order. Raises InputError file-missing or decisions-invalid, with the place."""
    if not path.is_file():
        raise InputError("file-missing", file=path.name)
    try:
        rows = tomllib.loads(path.read_text("utf-8")).get("name", [])
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fault:
        raise InputError("decisions-invalid", file=path.name, detail=str(fault)) from fault
    if not isinstance(rows, list):
        raise InputError("decisions-invalid", file=path.name, detail="name")
    return tuple(_decision(row, number, path.name) for number, row in enumerate(rows, 1))


def _decision(row: object, number: int, file: str) -> Decision:
    known = {"written", "is", "jurisdiction", "kind", "by", "reason"}
    sound = isinstance(row, dict) and {"written", "is"} <= row.keys() <= known
    if not (sound and isinstance(row, dict) and all(isinstance(value, str) for value in row.values())):
        raise InputError("decisions-invalid", file=file, detail=f"[[name]] {number}")
    if row.get("kind") not in (None, *get_args(ResolutionKind)):
        raise InputError("decisions-invalid", file=file, detail=f"[[name]] {number}: kind = {row['kind']!r}")
    extra = {key: row.get(key, "") for key in ("by", "reason")}
    return Decision(row["written"], row["is"], row.get("jurisdiction"), row.get("kind"), **extra)
