"""What stands beside the text: buttons that lead from place to place, and panels for cards, tasks, corrections."""

from __future__ import annotations

from collections.abc import Sequence

from lxml.html import HtmlElement
from lxml.html.builder import E

from zeren.model import Plan
from zeren.review.readings import Reading
from zeren.review.words import Words

DOUBTFUL = (95, 85, 70)
"""Per cent below which the reader may choose to see readings only."""
LOW = 0.85
"""Confidence below which a mark is framed and counted as doubtful; the script has it in per cent."""

_MOVES = (
    ("open", "next_open", "N"),
    ("doubt", "next_doubt", "D"),
    ("unread", "next_unread", "U"),
    ("loose", "next_loose", "G"),
    ("back", "previous", "K"),
    ("on", "next", "J"),
)
"""Buttons: what they go to, their words, their key."""

_COUNTED = ("doubt", "unread", "loose")


def controls(plan: Plan, found: Sequence[Reading], paper: HtmlElement, words: Words) -> HtmlElement:
    """How much is checked, where to go next with the number of places still to be looked at, and what to show."""
    count = {
        "doubt": sum(reading.confidence < LOW for reading in found),
        "unread": len(plan.coverage.not_understood()),
        "loose": len(paper.find_class("loose")),
    }
    buttons = [
        E.button(
            {"type": "button", "data-go": go},
            words(name),
            *([E.b(str(count[go]))] if go in _COUNTED else []),
            E.kbd({"aria-hidden": "true"}, sign),
        )
        for go, name, sign in _MOVES
        if count.get(go, 1)
    ]
    progress = E.span({"class": "progress"}, E.progress({"id": "progress-bar"}), E.span({"id": "progress"}))
    choices = [E.option({"value": "101"}, words("show_all")), *(E.option({"value": str(n)}, f"{n}%") for n in DOUBTFUL)]
    label = E.label(words("show"), E.select({"id": "below"}, *choices))
    return E.div({"class": "controls", "title": words("keys")}, progress, *buttons, label)


def panels(words: Words) -> HtmlElement:
    """The card of what is picked, the list of tasks, and the corrections written down; one of them is shown."""
    tabs = [_tab("card", words("tab_card"), True), _tab("list", words("tab_list")), _tab("basket", words("tab_basket"))]
    tabs[-1].append(E.b({"id": "count"}))
    hints = [E.p({"class": "hint"}, words(key)) for key in ("pick", "keys")]
    return E.aside(
        E.div({"class": "tabs", "role": "tablist"}, *tabs),
        E.div({"id": "card", "aria-live": "polite"}, *hints),
        E.div({"id": "list", "hidden": "hidden"}),
        E.div({"id": "basket", "hidden": "hidden"}),
    )


def _tab(name: str, title: str, chosen: bool = False) -> HtmlElement:
    return E.button({"type": "button", "role": "tab", "data-tab": name, "aria-selected": str(chosen).lower()}, title)
