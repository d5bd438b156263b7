"""Writing the decisions file: an entry put at its end, one taken out; whatever else stands in it stays as it is."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from zeren.loading.corrections.file import parse
from zeren.loading.corrections.forms import ORDER
from zeren.loading.corrections.records import Correction
from zeren.model import UsageError
from zeren.readers.opening import file_bytes

Value = str | Sequence[str] | Sequence[Mapping[str, str]]
"""What a key of an entry has: words, several words (`before`), or several tasks (`join`)."""

_HEAD = re.compile(r"(?m)^[ \t]*\[\[[ \t]*decision[ \t]*\]\][ \t]*(?:#.*)?$")


def entry_text(values: Mapping[str, Value]) -> str:
    """An entry as TOML, its keys in their order."""
    keys = sorted(values, key=lambda key: ORDER.index(key) if key in ORDER else len(ORDER))
    return "\n".join(["[[decision]]", *(f"{key} = {_toml(values[key])}" for key in keys), ""])


def _toml(value: Value) -> str:
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007F")
    return f"[{', '.join(_table(item) if isinstance(item, Mapping) else _toml(item) for item in value)}]"


def _table(values: Mapping[str, str]) -> str:
    return "{ " + ", ".join(f"{key} = {_toml(value)}" for key, value in values.items()) + " }"


def with_entry(text: str, values: Mapping[str, Value], file: str) -> tuple[str, Correction]:
    """A file's text with one entry more, and that entry. Raises UsageError decisions-unreadable or decisions-entry."""
    before = text.rstrip() + "\n\n" if text.strip() else ""
    after = before + entry_text(values)
    return after, parse(after.encode(), file)[-1]


def without_entry(text: str, number: int, file: str) -> str:
    """A file's text without its entry of that number, from 1; 0: without the last.

    Raises UsageError decisions-number where there is no such entry or it cannot be told where it ends.
    """
    kept = parse(text.encode(), file)
    number = number or len(kept)
    heads = [match.start() for match in _HEAD.finditer(text)]
    if not 1 <= number <= len(kept) or len(heads) != len(kept):
        raise UsageError("decisions-number", file=file, number=number, count=len(kept))
    end = heads[number] if number < len(heads) else len(text)
    after = text[: heads[number - 1]] + text[end:]
    left = [repr(entry).split(",", 1)[1] for entry in parse(after.encode(), file)]
    if left != [repr(entry).split(",", 1)[1] for entry in kept if entry.number != number]:
        raise UsageError("decisions-number", file=file, number=number, count=len(kept))
    return after.rstrip() + "\n" if after.strip() else ""


def file_text(path: Path) -> str:
    """What stands in a decisions file; empty where there is none. Raises InputError, and UsageError as `parse` does."""
    if not path.exists():
        return ""
    data = file_bytes(path)
    parse(data, str(path))
    return data.decode("utf-8-sig")


def write_file(path: Path, text: str) -> None:
    """Put a text in the place of a decisions file, whole or not at all. Raises UsageError decisions-write."""
    draft = path.with_name(f".{path.name}.new")
    try:
        draft.write_text(text, "utf-8")
        draft.replace(path)
    except OSError as fault:
        raise UsageError("decisions-write", file=str(path), detail=fault.strerror or str(fault)) from fault
