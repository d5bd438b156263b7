"""Forms that the embedded Cypher engine (ladybug 0.22) answers wrongly and without an error.

Each check raises UsageError query-refused-…, whose sentence says how to write it. `docs/decisions` and the regression
tests say what was seen. A form that the engine refuses by itself, but in words that do not help, is caught here too.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations, pairwise, zip_longest

from zeren.graph.schema import NODES
from zeren.model import UsageError
from zeren.store.apart import Apart
from zeren.store.clauses import Clause, Subquery, clauses
from zeren.store.nulls import check_outer_values
from zeren.store.patterns import Node, Relationship, patterns
from zeren.store.tokens import Token

_AGGREGATES = frozenset({"COLLECT", "COUNT", "SUM", "MIN", "MAX", "AVG", "DISTINCT"})
_LONGEST = 30
"""Steps the engine goes at most; it stops there without a word where no bound is given."""


@cache
def _functions() -> Mapping[str, str]:
    """Functions, upper case, that the engines answer differently, and what to use."""
    data = tomllib.loads(files("zeren.store").joinpath("functions.toml").read_text("utf-8"))
    return {name.upper(): instead for name, instead in data.items()}


def check(tokens: Sequence[Token]) -> None:
    """Look at a statement as a whole."""
    _check_functions(tokens)
    _check_values(tokens)
    _check_query(clauses(tokens), Apart())


def _check_functions(tokens: Sequence[Token]) -> None:
    for before, (token, after) in zip(["", *(t.text for t in tokens)], pairwise(tokens), strict=False):
        if token.kind == "name" and after.text == "(" and before not in (".", ":", "|"):
            instead = _functions().get(token.word)
            if instead is not None:
                raise UsageError("query-refused-function", name=token.text, instead=instead)


def _check_values(tokens: Sequence[Token]) -> None:
    """Indexes into lists, null where nothing equals it, empty words."""
    for before, token in pairwise(tokens):
        if token.text == "[" and (before.kind in ("name", "parameter", "quoted") and _is_value(before)):
            raise UsageError("query-refused-index", word=before.text)
        if token.word == "NULL" and (before.text in ("=", "<>", "[", ",") or before.word == "WHEN"):
            if before.text == "," and not _in_list(tokens, token):
                continue
            raise UsageError("query-refused-null")
        if before.word in ("CONTAINS", "WITH") and token.text in ("''", '""'):
            raise UsageError("query-refused-empty")


def _is_value(token: Token) -> bool:
    """Whether a bracket after it is an index: not after a keyword, a relationship's dash or a list operator."""
    return token.kind != "name" or token.word not in ("IN", "RETURN", "UNWIND", "WITH", "THEN", "ELSE", "WHEN", "CASE",
        "AND", "OR", "NOT", "XOR", "WHERE", "BY", "DISTINCT", "CONTAINS", "AS", "MATCH", "COMMENT")  # fmt: skip


def _in_list(tokens: Sequence[Token], target: Token) -> bool:
    """Whether the innermost bracket around a token is a list's."""
    opened: list[str] = []
    for token in tokens:
        if token is target:
            break
        if token.kind == "symbol" and token.text in "([{":
            opened.append(token.text)
        elif token.kind == "symbol" and token.text in ")]}" and opened:
            opened.pop()
    return bool(opened) and opened[-1] == "["


def _check_query(parts: Sequence[Clause], known: Apart) -> None:
    segment: list[Clause] = []
    for place, clause in enumerate(parts):
        for inner in clause.inner:
            _check_subquery(inner, _after(segment, known))
        if clause.keyword in ("MATCH", "OPTIONAL", "WHERE"):
            segment.append(clause)
            continue
        _check_segment(segment, known)
        segment = []
        if clause.keyword == "WITH":
            _check_order(parts[place:])
        if clause.keyword == "UNION":
            known = Apart()
    _check_segment(segment, known)


def _check_subquery(subquery: Subquery, known: Apart) -> None:
    if subquery.kind in ("COUNT", "COLLECT", "CALL"):
        raise UsageError(f"query-refused-{subquery.kind.lower()}-braces")
    if not any(clause.is_match for clause in subquery.clauses):
        raise UsageError("query-refused-exists")
    check_outer_values(subquery.clauses)
    _check_query(subquery.clauses, known.copy())


def _after(segment: Sequence[Clause], known: Apart) -> Apart:
    """What is known within a subquery in the middle of a segment."""
    known = known.copy()
    for clause, where in _matches(segment):
        known.learn(*patterns(clause.tokens), where)
    return known


def _matches(segment: Sequence[Clause]) -> list[tuple[Clause, tuple[Token, ...]]]:
    """Every MATCH of a segment with the tokens of the WHERE after it."""
    found = []
    for clause, after in zip_longest(segment, segment[1:]):
        if clause.is_match:
            found.append((clause, after.tokens if after is not None and after.keyword == "WHERE" else ()))
    return found


def _check_segment(segment: Sequence[Clause], known: Apart) -> None:
    """The MATCH clauses up to the next WITH or RETURN."""
    everything: list[Relationship] = []
    conditions: list[Token] = []
    for clause, where in _matches(segment):
        nodes, relationships = patterns(clause.tokens)
        known.learn(nodes, relationships, where)
        _check_labels(nodes)
        _check_lengths(relationships)
        _check_repeats(relationships, known)
        everything += relationships
        conditions += where
    _check_edge_filters(everything, conditions)
    for clause in segment:
        if clause.keyword == "WHERE":
            _check_label_tests(clause.tokens)


def _check_labels(nodes: Sequence[Node]) -> None:
    for node in nodes:
        if node.several:
            raise UsageError("query-refused-labels", labels=":".join(sorted(node.labels)))


def _check_label_tests(tokens: Sequence[Token]) -> None:
    """`WHERE x:Task`, but not a map's `{number: …}`."""
    labels = {label.upper() for label in NODES}
    for before, token, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if token.text == ":" and before.kind == "name" and after.word in labels and _starts_condition(tokens, before):
            raise UsageError("query-refused-label-test", variable=before.text, label=after.text)


def _starts_condition(tokens: Sequence[Token], token: Token) -> bool:
    place = tokens.index(token)
    return place == 0 or tokens[place - 1].word in ("AND", "OR", "NOT", "XOR") or _opens(tokens, place - 1)


def _opens(tokens: Sequence[Token], place: int) -> bool:
    """Whether a parenthesis groups conditions rather than holding a node of a pattern."""
    return tokens[place].text == "(" and (place == 0 or tokens[place - 1].word in ("AND", "OR", "NOT", "XOR", "("))


def _check_lengths(relationships: Sequence[Relationship]) -> None:
    for relationship in relationships:
        if relationship.length is None:
            continue
        if not relationship.directed:
            raise UsageError("query-refused-undirected", types="|".join(sorted(relationship.types)))
        bound = relationship.length.rpartition("..")[2]
        if not bound.isdecimal() or int(bound) > _LONGEST:
            raise UsageError("query-refused-unbounded", length=relationship.length, most=_LONGEST)


def _check_repeats(relationships: Sequence[Relationship], known: Apart) -> None:
    for one, other in combinations(relationships, 2):
        if one.name != other.name and known.clash(one, other):
            raise UsageError("query-refused-same-edge", types="|".join(sorted(one.types & other.types or one.types)))


def _check_edge_filters(relationships: Sequence[Relationship], conditions: Sequence[Token]) -> None:
    """A condition on a relationship's property beside any other relationship.

    On both ends the engine loses rows at 2,000 tasks already; on one end too, but seldom (one of 1,000 random queries).
    """
    if len(relationships) < 2:
        return
    texts = [token.text for token in conditions]
    named = {name for name, dot in pairwise(texts) if dot == "."}
    for relationship in relationships:
        if relationship.has_filter or relationship.name in named:
            raise UsageError("query-refused-edge-filter", name=relationship.name.strip() or "r")


def _check_order(parts: Sequence[Clause]) -> None:
    """ORDER BY after WITH, where a later part counts, collects or makes distinct."""
    following = [clause.keyword for clause in parts[1:4]]
    if following[:1] != ["ORDER"]:
        return
    limited = "LIMIT" in following or "SKIP" in following
    later = (clause for clause in parts[1:] if clause.keyword in ("WITH", "RETURN"))
    gathers = any(token.word in _AGGREGATES for clause in later for token in clause.tokens)
    if gathers or not limited:
        raise UsageError("query-refused-with-order")
