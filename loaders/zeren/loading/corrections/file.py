"""The decisions file: where it lies, how it is read, and what is wrong with it when it cannot be."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any, get_args

from zeren.loading.corrections.forms import ALWAYS, CHOICES, OPTIONAL, forms
from zeren.loading.corrections.records import ACTIONS, FIELDS, Correction, TaskWords
from zeren.model import UsageError
from zeren.model.plan import Status
from zeren.readers.archive import Archive
from zeren.readers.opening import file_bytes
from zeren.readers.sources import Source

SUFFIX = ".decisions.toml"

_DAYS = ("date", "day", "start")
_WORDS = ("quote", "person", "reason", "body", "name", "section", "limit", "text", "rrule", "sunset", "reading")
_CHOICES = {"action": ACTIONS, **CHOICES}
_FIELD_CHOICES = {"status": get_args(Status)}
_NEVER_EMPTY = {("plan", "title"), ("enterprise", "name")}
_WITHOUT_QUOTE = {"plan"}
"""Actions whose quote may be left out: nothing may have been read in its place."""


def decisions_name(name: str) -> str:
    """Name of the file with the corrections of a plan: `plan.decisions.toml` for plan.docx."""
    return PurePosixPath(name).stem + SUFFIX


def find_corrections(source: Source, given: Path | None = None) -> tuple[Correction, ...]:
    """The corrections of a plan: those of the file given, or of the file beside it; none where there is no such file.

    Raises UsageError decisions-unreadable or decisions-entry, InputError where the file given is missing.
    """
    data, place = _found(source, given)
    return parse(data, place) if data else ()


def decisions_text(source: Source, given: Path | None = None) -> str:
    """What stands in that file; empty where there is none. Raises InputError, UsageError decisions-unreadable."""
    data, place = _found(source, given)
    parse(data, place)
    return data.decode("utf-8-sig")


def _found(source: Source, given: Path | None) -> tuple[bytes, str]:
    """The bytes of the file given, or of that beside the plan, and its place; no bytes where there is none."""
    if given is not None:
        return file_bytes(given), str(given)
    if source.member is None:
        path = source.path.with_name(decisions_name(source.name))
        return (file_bytes(path) if path.is_file() else b""), str(path)
    member = str(PurePosixPath(source.member).with_name(decisions_name(source.name)))
    archive = Archive(file_bytes(source.path), str(source.path))
    return (archive.read(member) if member in archive.names() else b""), f"{source.path}!{member}"


def parse(data: bytes, file: str) -> tuple[Correction, ...]:
    """The entries of a file in their order. Raises UsageError decisions-unreadable or decisions-entry."""
    try:
        content = tomllib.loads(data.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as fault:
        raise UsageError("decisions-unreadable", file=file, detail=str(fault)) from fault
    entries = content.pop("decision", [])
    if content or not isinstance(entries, list):
        raise UsageError("decisions-unreadable", file=file, detail=", ".join(sorted(content)) or "decision")
    return tuple(_Entry(file, number, entry).correction() for number, entry in enumerate(entries, 1))


class _Entry:
    """One table of the file while it is being checked."""

    def __init__(self, file: str, number: int, entry: object) -> None:
        self.file, self.number = file, number
        self.values: Mapping[str, Any] = entry if isinstance(entry, Mapping) else self.refuse("[[decision]]")

    def refuse(self, detail: str, code: str = "decisions-entry", **facts: str) -> Any:
        """Raise what is wrong with the entry."""
        raise UsageError(code, file=self.file, number=self.number, detail=detail, **facts)

    def correction(self) -> Correction:
        """The entry as a record."""
        self.check_keys()
        self.check_values()
        kept = {key: value for key, value in self.values.items() if key not in ("at", "quote", "before", "join")}
        for key in _DAYS:
            if key in kept:
                kept[key] = self.day(key)
        task = self.words(self.values)
        join = tuple(map(self.words, self.values.get("join", ())))
        return Correction(self.number, task=task, before=tuple(self.values.get("before", ())), join=join, **kept)

    def check_keys(self) -> None:
        """Whether the action is known, nothing it needs is missing and nothing else is there."""
        if "action" not in self.values:
            self.refuse("action", "decisions-missing", action="?")
        self.choose("action", self.values["action"])
        form = forms()[self.values["action"]]
        needed, may = {*ALWAYS, *form.needs}, {*OPTIONAL, *form.may}
        if self.values["action"] in _WITHOUT_QUOTE:
            needed, may = needed - {"quote"}, may | {"quote"}
        if missing := sorted(needed - self.values.keys()):
            self.refuse(", ".join(missing), "decisions-missing", action=form.action)
        if unknown := sorted(self.values.keys() - needed - may):
            self.refuse(", ".join(unknown), "decisions-key", action=form.action, known=", ".join(sorted(needed | may)))

    def check_values(self) -> None:
        """Whether every value is of its kind and no words are empty."""
        for key in _WORDS:
            if key in self.values and not (isinstance(self.values[key], str) and self.values[key].strip()):
                self.refuse(f"{key} = {self.values[key]!r}")
        for key in _CHOICES.keys() & self.values.keys():
            self.choose(key, self.values[key])
        if "field" in self.values:
            self.check_field(self.values["field"], self.values["value"])
        before, join = self.values.get("before", ["-"]), self.values.get("join", [{}])
        if not (isinstance(before, list) and before and all(isinstance(w, str) and w.strip() for w in before)):
            self.refuse(f"before = {before!r}")
        if not (isinstance(join, list) and join and all(isinstance(words, Mapping) for words in join)):
            self.refuse(f"join = {join!r}")

    def check_field(self, field: object, value: object) -> None:
        """Whether the record has the field, and the field such a value."""
        action = self.values["action"]
        self.one_of("field", field, FIELDS[action])
        if not isinstance(value, str) or (not value.strip() and (action, field) in _NEVER_EMPTY):
            self.refuse(f"value = {value!r}")
        if field in _FIELD_CHOICES:
            self.one_of("value", value, _FIELD_CHOICES[str(field)])
        if field == "issued" and value:
            self.day("value")

    def choose(self, key: str, value: object) -> None:
        """Whether the value is one of those the key may have."""
        self.one_of(key, value, _CHOICES[key])

    def one_of(self, key: str, value: object, choices: Sequence[str]) -> None:
        """Whether a value is one of a few."""
        if value not in choices:
            self.refuse(f"{key} = {value!r}", "decisions-choice", choices=", ".join(choices))

    def words(self, values: Mapping[str, Any]) -> TaskWords:
        """`quote` and `at` as a record."""
        quote, at = values.get("quote", ""), values.get("at", "")
        bare = self.values["action"] in _WITHOUT_QUOTE and not quote
        if not (isinstance(quote, str) and (quote.strip() or bare) and isinstance(at, str | int)):
            self.refuse(f"quote = {quote!r}, at = {at!r}")
        return TaskWords(str(quote), str(at) or None)

    def day(self, key: str) -> str:
        """A date of TOML or a text as ISO 8601 day."""
        value = self.values[key]
        text = value.isoformat() if isinstance(value, date) else value
        try:
            if isinstance(text, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
                return date.fromisoformat(text).isoformat()
        except ValueError:
            pass
        return str(self.refuse(f"{key} = {text!r} (2024-12-31)"))
