"""The rules on plans that are in no library: a draft is checked by itself, before it is issued."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from pathlib import Path

from zeren.agencies import load_register
from zeren.graph import build
from zeren.model import Finding, Plan, UsageError
from zeren.rules.catalogue import catalogue
from zeren.rules.checking import Options, check
from zeren.rules.records import Rule
from zeren.store import EmbeddedStore, PassingStore

PASSING_TO = 15_000
"""Nodes of a graph up to which the SPARQL engine is asked, in memory: it starts in a twentieth of the time of the other
one, which overtakes it at about 3,000 tasks. Both give equal findings."""


def choose(select: Collection[str] = (), ignore: Collection[str] = (), extra: Path | None = None) -> tuple[Rule, ...]:
    """The shipped rules and those of a folder, only the selected ones if any are, without the ignored ones.

    Raises UsageError rule-unknown for a code that is none.
    """
    known = catalogue(extra)
    codes = {rule.code for rule in known}
    for code in (*select, *ignore):
        if code not in codes:
            raise UsageError("rule-unknown", rule=code, known=", ".join(sorted(codes)))
    return tuple(rule for rule in known if rule.code not in ignore and (not select or rule.code in select))


def check_drafts(
    plans: Iterable[Plan], rules: Sequence[Rule], language: str = "zh", options: Options | None = None
) -> tuple[Finding, ...]:
    """The findings over the plans, each plan being judged by its own text; two calls give the same."""
    graph = build(plans, load_register())
    if len(graph) <= PASSING_TO:
        with PassingStore(graph) as passing:
            return check(passing, rules, language, "sparql", options)
    with EmbeddedStore(graph) as store:
        return check(store, rules, language, "cypher", options)
