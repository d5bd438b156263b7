"""Which part of a web page is the document, and which is the site's frame (menus, footers, lists of links)."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

SHARE = 0.7
"""The document stands in the deepest element that holds this share of the words outside links."""
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.IGNORECASE)
_FRAME_ROLES = frozenset(("navigation", "banner", "contentinfo", "search", "menu", "menubar", "complementary"))
_FRAME_TAGS = frozenset(("nav", "footer", "aside"))
_SILENT = frozenset((
    "script", "style", "noscript", "template", "head", "iframe", "object", "embed", "svg", "canvas", "button", "select",
    "option", "input", "textarea", "datalist", "audio", "video", "map", "noframes",
))  # fmt: skip
_LINKED = frozenset(("table", "ul", "p", "td", "div", "li", "dl", "tr"))
_LONGEST_LINK = 8
"""Code points of a link that may be one of a menu; titles of papers are longer."""
_SENTENCE = re.compile(r"[。；，：]")


def is_silent(element: HtmlElement) -> bool:
    """Whether a browser shows no words for the element (scripts, form fields, hidden parts)."""
    if element.tag in _SILENT or "hidden" in element.attrib:
        return True
    return bool(_HIDDEN.search(element.get("style", "")))


def is_frame(element: HtmlElement) -> bool:
    """Whether the element says of itself that it belongs to the site, not to the page."""
    named = element.tag in _FRAME_TAGS or element.get("role", "").lower() in _FRAME_ROLES
    return named or (element.tag in _LINKED and _only_links(element))


def _only_links(element: HtmlElement) -> bool:
    """Whether an element is a row of short links and nothing else (首页 政务公开 政民互动, 【打印】 【关闭】)."""
    links = ["".join(link.text_content().split()) for link in element.iter("a")]
    if len(links) < 2 or max(map(len, links)) > _LONGEST_LINK:
        return False
    words = len("".join(re.findall(r"\w", element.text_content())))
    return words <= sum(len("".join(re.findall(r"\w", link))) for link in links)


def main_element(body: HtmlElement) -> HtmlElement:
    """The deepest element that holds most of the words outside links."""
    weights = _weights(body)
    element = body
    while True:
        children = [child for child in element if child in weights]
        heaviest = max(children, key=lambda child: weights[child], default=None)
        if heaviest is None or heaviest.tag in ("table", "p", "tbody", "tr", "ul", "ol", "pre"):
            return element
        if weights[heaviest] < SHARE * weights[element] or not weights[element]:
            return element
        element = heaviest


def belongs_outside(text: str) -> bool:
    """Whether a paragraph outside the main element is worth keeping: a sentence rather than a label or a link."""
    return len(text) >= 20 and len(_SENTENCE.findall(text)) >= 1 and not _frame_words() & set(re.split(r"\W+", text))


@cache
def _frame_words() -> frozenset[str]:
    lines = files("zeren.readers").joinpath("frame_words.txt").read_text("utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def _weights(body: HtmlElement) -> dict[HtmlElement, int]:
    """Number of characters outside links for every visible element, the element's descendants counted in."""
    weights: dict[HtmlElement, int] = {}
    own: dict[HtmlElement, int] = {}
    for element in body.iter():
        parent = element.getparent()
        if not isinstance(element.tag, str):
            _count(own, parent, element.tail)
            continue
        if element is not body:
            if parent not in own:  # inside something silent or a link
                continue
            _count(own, parent, element.tail)
            if element.tag == "a" or is_silent(element) or is_frame(element):
                continue
        own[element] = len((element.text or "").strip())
    for element in reversed(list(own)):
        weights[element] = weights.get(element, 0) + own[element]
        parent = element.getparent()
        if element is not body and parent is not None:
            weights[parent] = weights.get(parent, 0) + weights[element]
    return weights


def _count(own: dict[HtmlElement, int], parent: HtmlElement | None, tail: str | None) -> None:
    if parent is not None and parent in own and tail:
        own[parent] += len(tail.strip())
