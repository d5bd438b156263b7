"""What a web page says of itself: its meta elements and its title."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zeren.readers.metadata import is_known, known_metadata

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def metadata_of(root: HtmlElement) -> dict[str, str]:
    """The meta elements whose names metadata.toml lists; `title` from the title element where none gives it."""
    fields = [(meta.get("name") or meta.get("property") or "", meta.get("content") or "") for meta in root.iter("meta")]
    title = root.find(".//title")
    words = " ".join((title.text_content() if title is not None else "").split())
    return known_metadata([*((name, value) for name, value in fields if is_known(name)), ("title", words)])
