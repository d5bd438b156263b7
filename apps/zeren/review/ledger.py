"""The account of all blocks: as one bar, and the list of those that were not understood."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from lxml.html import HtmlElement
from lxml.html.builder import E

from zeren.model import Coverage, CoverageEntry
from zeren.review.text import anchor, legible, slug
from zeren.review.words import Words

_WIDTH = 1000.0


def bar(coverage: Coverage, words: Words) -> HtmlElement:
    """Shares of the kinds as one bar, with their names and counts below; empty blocks are left out."""
    counts = Counter(slug(entry.kind) for entry in coverage.entries if entry.kind != "empty")
    total, left, parts = sum(counts.values()) or 1, 0.0, []
    for kind, count in counts.most_common():
        width = count / total * _WIDTH
        attributes = {"x": f"{left:.2f}", "width": f"{width:.2f}", "height": "8", "class": f"is-{kind}"}
        parts.append(E.rect(attributes, E.title(f"{words(f'ledger_{kind}')} {count}")))
        left += width
    key = [
        E.span({"class": f"key is-{kind}"}, words(f"ledger_{kind}"), E.b(str(count)))
        for kind, count in counts.most_common()
    ]
    share = words("understood", blocks=len(coverage.entries), share=f"{coverage.share():.1%}")
    drawing = E.svg({"viewBox": "0 0 1000 8", "preserveAspectRatio": "none", "aria-hidden": "true"}, *parts)
    return E.div({"class": "coverage"}, E.div({"class": "share"}, E.strong(share), *key), drawing)


def unread(coverage: Coverage, words: Words) -> HtmlElement:
    """Links to the blocks that were not understood, or the word that there are none."""
    entries = coverage.not_understood()
    if not entries:
        return E.p({"class": "remark good"}, words("all_read"))
    items = [_link(entry, words) for entry in entries]
    return E.details({"class": "unread", "open": "open"}, E.summary(words("unread", count=len(entries))), E.ol(*items))


SET_ASIDE = ("background", "boilerplate")
"""Kinds of blocks that nothing was read from, for a reason."""


def set_aside(coverage: Coverage, words: Words) -> Iterator[HtmlElement]:
    """Links to the blocks that order nothing, with the reason of each."""
    entries = [entry for entry in coverage.entries if entry.kind in SET_ASIDE]
    if entries:
        summary = E.summary(words("set_aside", count=len(entries)))
        yield E.details({"class": "set-aside"}, summary, E.ol(*(_link(entry, words) for entry in entries)))


def _link(entry: CoverageEntry, words: Words) -> HtmlElement:
    why = words.reason(entry.reason) or words(f"ledger_{slug(entry.kind)}")
    link = E.a({"href": f"#{anchor(entry.block, entry.row)}"}, legible(entry.text) or "…")
    return E.li(link, E.small(legible(why)))
