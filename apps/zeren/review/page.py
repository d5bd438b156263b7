"""The page on which a person checks what was read: complete in itself, no request to anywhere."""

from __future__ import annotations

import hashlib
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.resources import files

from lxml import html
from lxml.html import HtmlElement
from lxml.html.builder import E

from zeren.model import Plan
from zeren.model.plan import ROLES
from zeren.readers.document import Document
from zeren.readers.notices import sentence
from zeren.review.content import data
from zeren.review.ledger import bar, set_aside, unread
from zeren.review.panels import controls, panels
from zeren.review.paper import Paper
from zeren.review.readings import KINDS, Reading, readings
from zeren.review.strips import stretches
from zeren.review.text import legible
from zeren.review.words import Words

SCRIPTS = ("marks", "ticks", "forms", "list", "page")
"""The parts of the script, in their order."""


def review(document: Document, plan: Plan, language: str, decisions: str = "", kept: str = "") -> str:
    """The page as HTML text. `decisions` is the name of the file where corrections of this plan belong, `kept` what
    stands in it."""
    words = Words("zh" if language == "zh" else "en")
    found = readings(plan, document)
    folder = files("zeren.review")
    style = folder.joinpath("page.css").read_text("utf-8")
    script = "".join(folder.joinpath("script", f"{part}.js").read_text("utf-8") for part in SCRIPTS)
    drawn = Paper(document, plan, found, words).draw()
    title = words("title", title=legible(plan.title) or words("untitled"))
    head = E.head(
        E.meta(charset="utf-8"),
        E.meta({"http-equiv": "Content-Security-Policy", "content": _policy(style, script)}),
        E.meta(name="viewport", content="width=device-width, initial-scale=1"),
        E.meta(name="color-scheme", content="light dark"),
        E.title(title),
        E.style(style),
    )
    body = E.body(
        _header(plan, words),
        E.nav(
            {"class": "tools"}, E.div({"class": "legend"}, *_legend(found, words)), controls(plan, found, drawn, words)
        ),
        E.div(
            {"class": "desk"},
            E.div({"class": "left"}, *_remarks(document, plan, found, words), drawn),
            panels(words),
        ),
        E.footer(words("made_by")),
        E.script({"type": "application/json", "id": "data"}, legible(data(plan, found, words, decisions, kept))),
        E.script(script),
    )
    page = E.html({"lang": "zh-CN" if words.language == "zh" else "en"}, head, body)
    return str(html.tostring(page, encoding="unicode", doctype="<!DOCTYPE html>")) + "\n"


def _policy(style: str, script: str) -> str:
    """Nothing may be loaded, and only the style and the script of this page may act."""
    hashes = (b64encode(hashlib.sha256(text.encode()).digest()).decode() for text in (style, script))
    style_hash, script_hash = (f"'sha256-{digest}'" for digest in hashes)
    return f"default-src 'none'; style-src {style_hash}; script-src {script_hash}; base-uri 'none'; form-action 'none'"


def _header(plan: Plan, words: Words) -> HtmlElement:
    facts = [
        (words("number"), plan.document_number),
        (words("issued"), plan.issued),
        (words("jurisdiction"), plan.jurisdiction),
        (words("source"), plan.source),
    ]
    line = [E.span({"class": "fact"}, E.i(label), legible(value)) for label, value in facts if value]
    mend = E.button({"type": "button", "data-plan": "", "class": "quiet"}, words("correct"))
    return E.header(
        E.h1(legible(plan.title) or words("untitled")),
        E.p({"class": "facts"}, *line, mend),
        bar(plan.coverage, words),
    )


def _legend(found: Sequence[Reading], words: Words) -> HtmlElement:
    """A button a kind that hides and shows its marks, and what the letters and lines of the roles mean."""
    return E.div({"class": "legend"}, *_chips(found, words))


def _chips(found: Sequence[Reading], words: Words) -> Iterator[HtmlElement]:
    count = Counter(reading.kind for reading in found)
    roles = Counter(reading.sort for reading in found if reading.kind == "body")
    for kind in KINDS:
        if not count[kind]:
            continue
        attributes = {"type": "button", "class": f"chip k-{kind}", "data-kind": kind, "aria-pressed": "true"}
        yield E.button(attributes, words(f"kind_{kind}"), E.b(str(count[kind])))
        if kind == "body":
            for role in filter(roles.get, ROLES):
                tag = E.b({"class": f"tag r-{role}", "data-t": words(f"letter_{role}"), "aria-hidden": "true"})
                yield E.span({"class": f"role r-{role}"}, tag, words(f"role_{role}"), E.b(str(roles[role])))


def _remarks(document: Document, plan: Plan, found: Sequence[Reading], words: Words) -> Iterator[HtmlElement]:
    """What a person should look at before the text: blocks not understood, notices, readings without a mark."""
    yield unread(plan.coverage, words)
    yield from set_aside(plan.coverage, words)
    if plan.coverage.notices:
        items = [E.li(legible(sentence(notice, words.language))) for notice in plan.coverage.notices]
        yield E.details({"class": "notices", "open": "open"}, E.summary(words("notices")), E.ul(*items))
    marked = {mark.mark for over in stretches([(r.span,) for r in found], document).values() for mark in over}
    if missing := len(found) - len(marked):
        yield E.p({"class": "remark"}, words("placed", count=missing), E.small(words("placed_why")))
