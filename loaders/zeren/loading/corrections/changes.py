"""What one correction makes of a plan, for the corrections that are not about one task."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from zeren.loading.corrections.matching import Match, locate
from zeren.loading.corrections.records import DECISION, Correction, Fate, Outcome
from zeren.loading.corrections.tasks import find_place, texts_of
from zeren.model import CoverageEntry, CoverageKind, Plan, Span
from zeren.readers import Document

Change = tuple[Plan, Outcome]
Changer = Callable[[Plan, Document, Correction], Change]
"""Applies one correction. Raises UnfitError where the plan has not what the correction speaks of."""


def told(before: Plan, after: Plan, correction: Correction, match: Match) -> Change:
    """A correction whose words were found; it is not needed where nothing changed."""
    fate: Fate = "unneeded" if after == before else match.fate
    return after, Outcome(correction, fate, match.found, match.likeness)


def unmatched(plan: Plan, document: Document, correction: Correction, match: Match, wished: bool = False) -> Change:
    """A correction whose words were not found among what was read. `wished`: that is what it asks for, as long as the
    document still has the words."""
    done = wished and match.fate != "ambiguous" and stands_in(document, correction.task.quote)
    return plan, Outcome(correction, "unneeded" if done else match.fate, match.found)


def stands_in(document: Document, words: str) -> bool:
    """Whether a paragraph or cell of the document has the words."""
    return any(locate(words, passage.text) for passage in texts_of(document))


def found_in(document: Document, correction: Correction) -> tuple[Match, Span | None]:
    """The words of a correction in the document, and their place."""
    match, passage = find_place(correction, document)
    return match, passage.span() if passage is not None else None


def marked(
    entries: Sequence[CoverageEntry], span: Span | None, kind: CoverageKind, was: CoverageKind | None = None
) -> tuple[CoverageEntry, ...]:
    """The ledger with the block or row of a span taken for something else; with `was` only where it was that."""
    return tuple(
        replace(entry, kind=kind, reason=DECISION)
        if span and (entry.block, entry.row) == (span.block, span.row) and was in (None, entry.kind)
        else entry
        for entry in entries
    )
