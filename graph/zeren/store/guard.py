"""What is asked of the embedded Cypher engine, checked before it is asked."""

from __future__ import annotations

from dataclasses import dataclass

from zeren.model import UsageError
from zeren.store.comparisons import check_comparisons
from zeren.store.faults import check
from zeren.store.parameters import check_given
from zeren.store.protocol import Parameters
from zeren.store.tokens import Token, tokens, without_comments

_FIRST = frozenset({"MATCH", "OPTIONAL", "WITH", "UNWIND", "RETURN"})
_WRITING = frozenset({
    "COPY", "EXPORT", "IMPORT", "LOAD", "INSTALL", "UNINSTALL", "ATTACH", "DETACH", "CALL", "CREATE", "MERGE", "SET",
    "DELETE", "REMOVE", "DROP", "ALTER", "FOREACH",
})  # fmt: skip
"""Words that write, fetch or change settings. A property or an alias of such a name is fine; a variable is not."""


@dataclass(frozen=True, slots=True)
class CheckedQuery:
    """A statement that may be sent: without comments and final semicolon, and the parameters it names."""

    text: str
    parameters: tuple[str, ...]


def checked(text: str, parameters: Parameters) -> CheckedQuery:
    """The statement, when the engine may be asked it.

    Raises UsageError query-refused-…, query-syntax, query-parameter-missing.
    """
    found = tokens(text)
    check_reading(found)
    check(found)
    names = tuple(dict.fromkeys(token.text[1:] for token in found if token.kind == "parameter"))
    check_given(names, parameters)
    check_comparisons(found, parameters)
    return CheckedQuery(without_comments(text).strip().removesuffix(";"), names)


def check_reading(found: list[Token]) -> None:
    """Drop a final semicolon, then see that the tokens are one statement that only reads. Raises as `checked`."""
    if found and found[-1].text == ";":
        found.pop()
    if not found:
        raise UsageError("query-syntax", detail="empty")
    if any(token.text == ";" for token in found):
        raise UsageError("query-refused-several")
    if found[0].word not in _FIRST:
        raise UsageError("query-refused-writing", word=found[0].text)
    for before, token in zip([None, *found], found, strict=False):
        is_name = before is not None and (before.text in (".", ":", "|") or before.word == "AS")
        if token.kind == "name" and token.word in _WRITING and not is_name:
            raise UsageError("query-refused-writing", word=token.text)
