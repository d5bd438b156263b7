"""The patterns of a MATCH clause: which nodes are joined by which relationships."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zeren.store.clauses import closing, pieces
from zeren.store.tokens import Token

Filters = tuple[tuple[str, str], ...]
"""Properties fixed to a literal within the pattern: (name, literal as written)."""


@dataclass(frozen=True, slots=True)
class Node:
    """A node of a pattern. One without a variable gets a name that no other has."""

    name: str
    labels: frozenset[str] = frozenset()
    filters: Filters = ()
    several: bool = False
    """Written `:A:B`."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship of a pattern, turned so that it runs from `source` to `target` where it has a direction."""

    name: str
    types: frozenset[str]
    source: Node
    target: Node
    directed: bool
    length: str | None = None
    """None for a single step, else the range as written after the star."""
    has_filter: bool = False
    """Whether it has properties in braces."""


def _labels(tokens: Sequence[Token]) -> tuple[frozenset[str], bool]:
    """Names after the first colon outside of braces, upper case, and whether a second colon parts them."""
    names, colons = [], 0
    for before, token in zip([None, *tokens], tokens, strict=False):
        if token.text in ("{", "*", "WHERE"):
            break
        colons += token.text == ":"
        if before is not None and before.text in (":", "|") and token.kind in ("name", "quoted"):
            names.append(token.text.strip("`").upper())
    return frozenset(names), colons > 1


def _filters(tokens: Sequence[Token]) -> Filters:
    start = next((place for place, token in enumerate(tokens) if token.text == "{"), None)
    if start is None:
        return ()
    found = []
    for entry in pieces(tokens[start + 1 : closing(tokens, start)], ","):
        if len(entry) == 3 and entry[1].text == ":" and entry[2].kind in ("text", "number"):
            found.append((entry[0].text, entry[2].text))
    return tuple(found)


def _variable(tokens: Sequence[Token], place: int) -> str:
    first = tokens[0] if tokens else None
    if first is not None and first.kind in ("name", "quoted") and first.word != "WHERE":
        return first.text.strip("`")
    return f" {place}"


def _node(tokens: Sequence[Token], place: int) -> Node:
    labels, several = _labels(tokens)
    return Node(_variable(tokens, place), labels, _filters(tokens), several)


def _length(tokens: Sequence[Token]) -> str | None:
    texts = [token.text for token in tokens]
    if "*" not in texts:
        return None
    rest = texts[texts.index("*") + 1 :]
    end = next((place for place, text in enumerate(rest) if text in "{(" or text.upper() == "WHERE"), len(rest))
    return "".join(rest[:end])


def _elements(tokens: Sequence[Token]) -> Iterator[tuple[str, int, int]]:
    """Kind (`(` node, `[` relationship, or an arrow's sign), start and end of each part of one path."""
    place = 0
    while place < len(tokens):
        text = tokens[place].text
        end = closing(tokens, place) if text in "([" else place
        if text in "([-<>" and tokens[place].kind == "symbol":
            yield text, place, end
        place = end + 1


def _path(tokens: Sequence[Token]) -> Iterator[Node | Relationship]:
    left: Node | None = None
    between: list[tuple[str, int, int]] = []
    for kind, start, end in _elements(tokens):
        if kind != "(":
            between.append((kind, start, end))
            continue
        node = _node(tokens[start + 1 : end], tokens[start].start)
        yield node
        if left is not None and any(part[0] == "-" for part in between):
            yield _relationship(tokens, between, left, node)
        left, between = node, []


def _relationship(tokens: Sequence[Token], parts: list[tuple[str, int, int]], left: Node, right: Node) -> Relationship:
    signs = [kind for kind, _, _ in parts]
    inside = next((tokens[start + 1 : end] for kind, start, end in parts if kind == "["), ())
    backward, forward = "<" in signs, ">" in signs
    source, target = (right, left) if backward else (left, right)
    return Relationship(
        _variable(inside, tokens[parts[0][1]].start),
        _labels(inside)[0],
        source,
        target,
        backward != forward,
        _length(inside),
        any(token.text == "{" for token in inside),
    )


def patterns(tokens: Sequence[Token]) -> tuple[list[Node], list[Relationship]]:
    """All nodes and relationships of a MATCH clause's tokens, in order."""
    found = [part for path in pieces(tokens, ",") for part in _path(path)]
    return [p for p in found if isinstance(p, Node)], [p for p in found if isinstance(p, Relationship)]
