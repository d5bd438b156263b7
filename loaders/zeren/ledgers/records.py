"""Fields of a ledger as records."""

from __future__ import annotations

from collections.abc import Mapping

from zeren.ledgers.uscc import fold as fold_code
from zeren.ledgers.uscc import is_written, part_from
from zeren.model import Enterprise


def record(values: Mapping[str, str | None], rest: tuple[tuple[str, str], ...]) -> Enterprise:
    """Field to value as a record. Where only an address tells the place, it is the jurisdiction as written."""
    name, behind = part_from(values["name"] or "")
    code = values.get("uscc") or behind
    return Enterprise(
        name=name,
        uscc=fold_code(code) if code and is_written(code) else None,
        jurisdiction=values.get("jurisdiction") or values.get("address"),
        industry=values.get("industry"),
        treatment=values.get("treatment"),
        deadline=values.get("deadline"),
        agency=values.get("agency"),
        address=values.get("address"),
        remarks=rest,
    )


def placed(table: str | None, number: str) -> str:
    """How a person finds a row: its number, or #n for the n-th, behind the name of its sheet where it has one."""
    return f"{table} {number}" if table else number
