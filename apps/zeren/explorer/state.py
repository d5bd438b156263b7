"""What a person is looking at, as one record that also stands in the address. Ids only, never labels."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from typing import Any

from zeren.model.plan import ROLES

LANGUAGES = ("zh", "en")
LAYOUTS = ("packed", "lanes", "radial")
LONGEST = 1500
"""Characters of the address; what does not fit is left out, since proxies stop early."""

_ID = re.compile(r"[\w.:#()（）/|*-]{1,120}")


@dataclass(frozen=True, slots=True)
class State:
    """One view. Every field is an id, a code or a tuple of them; empty means the page's own default."""

    lang: str = "zh"
    plan: str = ""
    body: str = ""
    task: str = ""
    section: str = ""
    focus: str = ""
    """The body the network is narrowed to; `body` is the one whose card is open."""
    roles: tuple[str, ...] = ()
    """Roles drawn in the network; none: as many of the strongest as a picture bears."""
    cells: tuple[str, ...] = ()
    """Roles shown in the matrix; none: all."""
    layout: str = "packed"
    fold: str = "1"
    shown: tuple[str, ...] = ()
    """Nodes that were expanded in the network."""
    hidden: tuple[str, ...] = ()
    """Nodes taken out of the network."""
    pinned: tuple[str, ...] = ()
    """Nodes of the network that keep a place, as `id:x:y`."""
    severity: tuple[str, ...] = ()
    rule: str = ""
    finding: str = ""
    mark: str = ""
    """The reading shown in the document."""
    kinds: tuple[str, ...] = ()
    part: str = "0"
    mode: str = "named"
    query: str = ""
    engine: str = "cypher"
    order: str = "load"

    def but(self, **changes: Any) -> State:
        """The same view with some fields changed."""
        return replace(self, **changes)


_KINDS = {field.name: isinstance(field.default, tuple) for field in fields(State)}
_ALLOWED: Mapping[str, tuple[str, ...]] = {
    "lang": LANGUAGES,
    "layout": LAYOUTS,
    "roles": ROLES,
    "cells": ROLES,
    "severity": ("error", "warning", "info"),
    "fold": ("0", "1"),
    "engine": ("cypher", "sparql"),
    "mode": ("named", "free"),
    "order": ("load", "name", "appearance"),
}


def to_query(state: State) -> dict[str, str]:
    """The fields that differ from their default, as the address carries them; lists are joined by commas."""
    query: dict[str, str] = {}
    for field in fields(State):
        value = getattr(state, field.name)
        if value == field.default:
            continue
        text = ",".join(value) if _KINDS[field.name] else value
        if sum(map(len, query.values())) + len(text) <= LONGEST:
            query[field.name] = text or "-"
    return query


def from_query(query: Mapping[str, str]) -> State:
    """The state of an address. What is unknown or malformed in it is ignored: an address is untrusted."""
    found: dict[str, Any] = {}
    for name, is_list in _KINDS.items():
        if name not in query:
            continue
        text = "" if query[name] == "-" else query[name]
        parts = tuple(part for part in (text.split(",") if is_list else [text]) if _ok(name, part))
        if is_list:
            found[name] = parts
        elif parts:
            found[name] = parts[0]
    return State(**found)


def _ok(name: str, value: str) -> bool:
    return value in _ALLOWED[name] if name in _ALLOWED else bool(_ID.fullmatch(value))
