"""What a web page says of itself: its meta elements and its title."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zeren.readers.metadata import is_known, known_metadata

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SITE = re.compile(r"\s*(?:[_|｜]+|\s[-–—]+\s|(?<=[\u4e00-\u9fff）》])-+(?=[\u4e00-\u9fff]))\s*")
"""What parts the title of a page from the names of its site and section."""


def _without_site(title: str, root: HtmlElement) -> str:
    """The title without the names of site and section behind it, where the page has it so."""
    first = _SITE.split(title)[0]
    body = root.find("body")
    shown = "".join(body.text_content().split()) if body is not None and first != title else ""
    return first if "".join(first.split()) in shown and len(first) > 4 else title


def metadata_of(root: HtmlElement) -> dict[str, str]:
    """The meta elements whose names metadata.toml lists; `title` from the title element where none gives it."""
    fields = [(meta.get("name") or meta.get("property") or "", meta.get("content") or "") for meta in root.iter("meta")]
    title = root.find(".//title")
    words = _without_site(" ".join((title.text_content() if title is not None else "").split()), root)
    return known_metadata([*((name, value) for name, value in fields if is_known(name)), ("title", words)])
