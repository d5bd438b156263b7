"""Missing values in subqueries: the embedded engine drops the row, whatever the condition says of it.

It joins an EXISTS to what stands outside by the outer values that the condition names, and a missing value joins
nothing: `EXISTS { MATCH … WHERE b.date IS NULL AND a.date IS NULL }` is false for every `a` without a date.
"""

from __future__ import annotations

from collections.abc import Sequence

from zeren.model import UsageError
from zeren.store.clauses import Clause
from zeren.store.patterns import patterns
from zeren.store.tokens import Token

_ALWAYS_THERE = frozenset({
    "id", "type", "role", "position", "naming", "name", "name_as_written", "text", "title", "locator", "work_kind",
    "verb_classes", "depth", "status", "score",
})  # fmt: skip
"""Properties that every node of their label has (Instrument `title` aside)."""

_OPEN = frozenset({"IS", "COALESCE", "CASE", "OR", "XOR", "NOT"})
"""Words by which a condition may hold for a missing value; joined by AND alone it cannot."""


def check_outer_values(clauses: Sequence[Clause]) -> None:
    """Look at a subquery's conditions. Raises UsageError query-refused-outer-null, naming the value."""
    bound = {part.name for clause in clauses if clause.is_match for found in patterns(clause.tokens) for part in found}
    for clause in clauses:
        if clause.keyword == "WHERE" and any(token.word in _OPEN for token in clause.tokens):
            _check_condition(clause.tokens, bound)


def _check_condition(tokens: Sequence[Token], bound: set[str]) -> None:
    for token, dot, name in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.kind != "name" or dot.text != "." or name.kind != "name" or token.text in bound:
            continue
        if name.text not in _ALWAYS_THERE:
            raise UsageError("query-refused-outer-null", value=f"{token.text}.{name.text}")
