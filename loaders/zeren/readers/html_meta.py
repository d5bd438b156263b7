"""What a web page says of itself: title, publication date, source, in the names of public bodies' pages."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_NAMES = {
    "articletitle": "title",
    "og:title": "title",
    "dc.title": "title",
    "pubdate": "published",
    "publishdate": "published",
    "article:published_time": "published",
    "dc.date": "published",
    "contentsource": "source",
    "source": "source",
    "author": "author",
    "sitename": "site",
    "og:site_name": "site",
    "docno": "document_number",
    "wenhao": "document_number",
}
"""Meta names (lower case) of 政府网站发展指引 (国办发〔2017〕47号, annex) and of Open Graph and Dublin Core."""


def metadata_of(root: HtmlElement) -> dict[str, str]:
    """What is given of `title`, `published`, `source`, `author`, `site`, `document_number`; the first one counts."""
    found: dict[str, str] = {}
    for meta in root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").strip().lower()
        content = (meta.get("content") or "").strip()
        if content and name in _NAMES:
            found.setdefault(_NAMES[name], content)
    title = root.find(".//title")
    words = " ".join((title.text_content() if title is not None else "").split())
    if words:
        found.setdefault("title", words)
    return found
