"""A Cypher statement cut into clauses, and subqueries in braces into statements of their own."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from zeren.store.tokens import Token

_OPENING = {"(": ")", "[": "]", "{": "}"}
_SUBQUERIES = ("EXISTS", "COUNT", "COLLECT", "CALL")
_KEYWORDS = ("MATCH", "OPTIONAL", "WHERE", "WITH", "RETURN", "UNWIND", "UNION", "ORDER", "SKIP", "LIMIT")


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause: its keyword (OPTIONAL stands for OPTIONAL MATCH) and the tokens after it.

    Braces of a subquery hold no tokens here; the statement inside stands in `inner`.
    """

    keyword: str
    tokens: tuple[Token, ...]
    inner: tuple[Subquery, ...] = ()

    @property
    def is_match(self) -> bool:
        """Whether it holds patterns."""
        return self.keyword in ("MATCH", "OPTIONAL")


@dataclass(frozen=True, slots=True)
class Subquery:
    """What stands in the braces after EXISTS, COUNT, COLLECT or CALL."""

    kind: str
    clauses: tuple[Clause, ...]


@dataclass(slots=True)
class _Open:
    """A clause while it is read."""

    keyword: str
    tokens: list[Token] = field(default_factory=list)
    inner: list[Subquery] = field(default_factory=list)

    def closed(self) -> Clause:
        return Clause(self.keyword, tuple(self.tokens), tuple(self.inner))


def closing(tokens: Sequence[Token], start: int) -> int:
    """Place of the bracket that closes the one at `start`; the end of the tokens where none does."""
    depth = 0
    for place in range(start, len(tokens)):
        if tokens[place].kind == "symbol":
            depth += (tokens[place].text in "([{") - (tokens[place].text in ")]}")
        if depth == 0:
            return place
    return len(tokens)


def _is_keyword(tokens: Sequence[Token], place: int) -> bool:
    """Whether a clause begins here: not in STARTS WITH, ENDS WITH, a property or a second word (OPTIONAL MATCH)."""
    word = tokens[place].word
    before = tokens[place - 1].word if place else ""
    if tokens[place].kind != "name" or word not in _KEYWORDS or before in (".", ":", "|", "AS"):
        return False
    if word == "WITH":
        return before not in ("STARTS", "ENDS")
    return not (word == "MATCH" and before == "OPTIONAL")


def _subquery(tokens: Sequence[Token], place: int) -> str | None:
    """The word before a brace that opens a subquery; None for a map."""
    if tokens[place].text != "{" or not place:
        return None
    before = tokens[place - 1].word
    if before == ")":
        opener = next((p for p in range(place - 1, -1, -1) if closing(tokens, p) == place - 1), 0)
        before = tokens[opener - 1].word if opener else ""
        return "CALL" if before == "CALL" else None
    return before if before in _SUBQUERIES else None


def clauses(tokens: Sequence[Token]) -> tuple[Clause, ...]:
    """The clauses of a statement in order; ORDER BY, SKIP and LIMIT are clauses of their own."""
    return tuple(part.closed() for part in _parts(tokens))


def _parts(tokens: Sequence[Token]) -> Iterator[_Open]:
    current = _Open("")
    place = depth = 0
    while place < len(tokens):
        kind = _subquery(tokens, place)
        if kind:
            end = closing(tokens, place)
            current.inner.append(Subquery(kind, clauses(tokens[place + 1 : end])))
            place = end + 1
            continue
        if depth == 0 and _is_keyword(tokens, place):
            yield current
            current = _Open(tokens[place].word)
        else:
            current.tokens.append(tokens[place])
        if tokens[place].kind == "symbol":
            depth += (tokens[place].text in "([{") - (tokens[place].text in ")]}")
        place += 1
    yield current


def pieces(tokens: Sequence[Token], separator: str) -> list[list[Token]]:
    """The tokens parted at a separator (`,`, `AND`) that stands in no bracket."""
    found: list[list[Token]] = [[]]
    depth = 0
    for token in tokens:
        if token.kind == "symbol":
            depth += (token.text in "([{") - (token.text in ")]}")
        if depth == 0 and token.word == separator:
            found.append([])
        else:
            found[-1].append(token)
    return found
