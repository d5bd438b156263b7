"""Names of WordprocessingML (ECMA-376 part 1, section 17) that the modules of the docx reader share."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
W = f"{{{WORD}}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
VAL = W + "val"
P = W + "p"
TBL = W + "tbl"
TR = W + "tr"
TC = W + "tc"
PPR = W + "pPr"
RPR = W + "rPr"


def value_of(parent: _Element | None, *path: str) -> str | None:
    """The `w:val` at the end of a path of child names; None where a step is missing."""
    for name in path:
        if parent is None:
            return None
        parent = parent.find(W + name)
    return None if parent is None else parent.get(VAL)


def is_on(element: _Element | None) -> bool:
    """Whether a toggle (`w:vanish`, `w:tblHeader`) is there and not switched off."""
    return element is not None and element.get(VAL, "true") not in ("0", "false", "off")


def number_of(text: str | None) -> int | None:
    """A decimal attribute, None where it is missing or no number."""
    try:
        return None if text is None else int(text)
    except ValueError:
        return None
