"""Plans as JSON and back: the format of the annotation guideline, with spans, confidence and coverage added.

Every key of the guideline keeps its place and meaning; what we add is ignored by readers that do not know it. Fields
that hold their default are left out, except those the guideline writes always. The same plan gives the same bytes.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from zeren.model.errors import InputError
from zeren.model.locators import complete
from zeren.model.plan import Plan

Json = dict[str, Any]
Record = TypeVar("Record")

_HEAD = ("title", "jurisdiction", "document_number", "issued", "status")
_ALWAYS = {
    "Section": {"id", "number", "title", "parent"},
    "Task": {"id", "number", "section", "text", "assignments", "deadlines", "cites", "produces"},
    "Assignment": {"agency", "role"},
    "Deadline": {"type", "text"},
    "Group": {"name", "members", "office"},
    "Enterprise": {"name"},
    "Coverage": {"entries"},
    "Plan": {"sections", "tasks", "groups", "enterprises"},
}


def _pack(value: object) -> Any:
    """A record as a dict without defaults, a tuple as a list, anything else as it is."""
    if isinstance(value, tuple):
        return [_pack(item) for item in value]
    if not is_dataclass(value):
        return value
    always = _ALWAYS.get(type(value).__name__, set())
    packed = {}
    for item in fields(value):
        content = getattr(value, item.name)
        if item.name in always or (content != item.default and content not in ((), None)):
            packed[item.name] = _pack(content)
    return packed


def _unpack(kind: Any, value: Any) -> Any:
    """The inverse of `_pack` for a record type, a tuple of one, an optional one, or a plain value."""
    if value is None:
        return None
    if get_origin(kind) is tuple:
        items = get_args(kind)
        return tuple(_unpack(items[0], item) for item in value) if items[1:] == (...,) else tuple(value)
    record = kind if is_dataclass(kind) else next((arm for arm in get_args(kind) if is_dataclass(arm)), None)
    if record is None or not isinstance(value, Mapping):
        return value
    hints = _hints(cast("type", record))
    make = cast("Callable[..., Any]", record)
    return make(**{key: _unpack(hints[key], content) for key, content in value.items() if key in hints})


@cache
def _hints(record: type) -> dict[str, Any]:
    """The types of a record's fields; found out once, since it costs more than all the rest."""
    hints = get_type_hints(record)
    return {item.name: hints[item.name] for item in fields(record)}


def to_json(plan: Plan) -> Json:
    """The plan as plain JSON values."""
    packed = _pack(plan)
    head = {key: getattr(plan, key) for key in _HEAD}
    return {"plan": head} | {key: value for key, value in packed.items() if key not in _HEAD}


def from_json(data: Mapping[str, Any]) -> Plan:
    """The plan of such JSON, with positions and locators filled in where it has none.

    Raises InputError json-not-a-plan where it has another shape.
    """
    try:
        plan: Plan = _unpack(Plan, {**data.get("plan", {}), **{k: v for k, v in data.items() if k != "plan"}})
    except (TypeError, AttributeError, KeyError) as fault:
        raise InputError("json-not-a-plan", detail=str(fault)) from fault
    return complete(plan)


def dumps(plan: Plan) -> str:
    """The plan as JSON text: UTF-8 characters as they are, two spaces of indent, a newline at the end."""
    return json.dumps(to_json(plan), ensure_ascii=False, indent=2) + "\n"


def loads(text: str) -> Plan:
    """The inverse of `dumps`. Raises InputError json-not-a-plan."""
    try:
        return from_json(json.loads(text))
    except json.JSONDecodeError as fault:
        raise InputError("json-not-a-plan", detail=str(fault)) from fault
