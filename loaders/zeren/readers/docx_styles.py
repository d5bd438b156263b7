"""The styles of a docx: what a paragraph inherits (list, outline level, hidden text, table of contents)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zeren.readers.docx_names import VAL, W, is_on, number_of, value_of

if TYPE_CHECKING:
    from lxml.etree import _Element

_HEADING = re.compile(r"(?:heading|标题)\s*([1-9])$", re.IGNORECASE)
_CONTENTS = re.compile(r"(?:toc|目录)\s*[1-9]$", re.IGNORECASE)
_DEPTH = 24
"""Steps of basedOn followed; a chain that is longer turns in a circle."""


@dataclass(frozen=True, slots=True)
class Style:
    """What one style says, with all that it is based on."""

    name: str = ""
    level: int | None = None
    """Outline level from 1, None for body text."""
    list_id: int | None = None
    list_level: int | None = None
    hidden: bool = False

    @property
    def is_contents(self) -> bool:
        """Whether its paragraphs are lines of a table of contents."""
        return bool(_CONTENTS.match(self.name))

    @property
    def is_title(self) -> bool:
        """Whether it marks the document's title."""
        return self.name.lower() in ("title", "标题")


NO_STYLE = Style()


class Styles:
    """The styles by id, resolved; paragraph, character and default ones."""

    def __init__(self, root: _Element | None) -> None:
        self._elements: dict[str, _Element] = {}
        self._resolved: dict[str, Style] = {}
        self.default = NO_STYLE
        for element in root.iter(W + "style") if root is not None else ():
            style_id = element.get(W + "styleId", "")
            self._elements[style_id] = element
            if element.get(W + "type") == "paragraph" and element.get(W + "default") in ("1", "true", "on"):
                self.default = self.get(style_id)

    def get(self, style_id: str | None) -> Style:
        """The style with that id; the default style where there is none."""
        if style_id is None or style_id not in self._elements:
            return self.default
        if style_id not in self._resolved:
            self._resolved[style_id] = self._resolve(style_id)
        return self._resolved[style_id]

    def hidden(self) -> frozenset[str]:
        """Ids of the styles whose text is hidden."""
        return frozenset(style_id for style_id in self._elements if self.get(style_id).hidden)

    def listed(self) -> frozenset[str]:
        """Ids of the styles that stand in a list."""
        return frozenset(style_id for style_id in self._elements if self.get(style_id).list_id)

    def _resolve(self, style_id: str) -> Style:
        chain: list[_Element] = []
        step: str | None = style_id
        while step in self._elements and len(chain) < _DEPTH:
            chain.append(self._elements[step])
            step = value_of(chain[-1], "basedOn")
        name = value_of(chain[0], "name") or ""
        heading = _HEADING.match(name)
        outline = _first(value_of(element, "pPr", "outlineLvl") for element in chain)
        level = int(heading[1]) if heading else _outline_level(outline)
        list_id = _first(value_of(element, "pPr", "numPr", "numId") for element in chain)
        list_level = _first(value_of(element, "pPr", "numPr", "ilvl") for element in chain)
        vanish = next((mark for element in chain if (mark := element.find(f"{W}rPr/{W}vanish")) is not None), None)
        return Style(name, level, number_of(list_id), number_of(list_level), is_on(vanish))


def _outline_level(text: str | None) -> int | None:
    level = number_of(text)
    return level + 1 if level is not None and level < 9 else None


def _first(values: Iterable[str | None]) -> str | None:
    return next((value for value in values if value is not None), None)


def outline_level(properties: _Element | None, style: Style) -> int | None:
    """The outline level of a paragraph: its own, else its style's. 9 (body text) undoes the style's."""
    own = properties.find(W + "outlineLvl") if properties is not None else None
    return style.level if own is None else _outline_level(own.get(VAL))
