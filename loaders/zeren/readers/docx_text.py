"""The words of paragraphs and cells of a cleaned docx tree."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from zeren.readers.docx_names import P, W
from zeren.readers.symbols import symbol

if TYPE_CHECKING:
    from lxml.etree import _Element

_T = W + "t"
_TAB = W + "tab"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
_SIGN_TAGS = (_TAB, W + "ptab", W + "br", W + "cr", W + "noBreakHyphen", W + "sym", _MATH)


def signed_paragraphs(root: _Element) -> frozenset[_Element]:
    """The paragraphs that hold more than plain text: tabs, breaks, symbols, formulas.

    Found in one pass inside libxml2, so that all others can be read the short way.
    """
    return frozenset(next(sign.iterancestors(P), sign) for sign in root.iter(*_SIGN_TAGS))


def plain_words(paragraph: _Element) -> str:
    """The text of a paragraph without signs, white space at both ends taken off."""
    return "".join([element.text or "" for element in paragraph.iter(_T)]).strip()


def words(paragraph: _Element) -> str:
    """The text of any paragraph, line breaks as newlines, white space at both ends taken off."""
    found = paragraph.iter(_T, *_SIGN_TAGS)
    return "".join(element.text or "" if element.tag == _T else _sign(element) for element in found).strip()


def _sign(element: _Element) -> str:
    return _SIGNS[element.tag](element)


def _tab(element: _Element) -> str:
    """A tab between words; a tab stop among the properties is none."""
    parent = element.getparent()
    return "" if parent is not None and parent.tag == W + "tabs" else "\t"


def _symbol(element: _Element) -> str:
    return symbol(element.get(W + "char", ""), element.get(W + "font", ""))


_SIGNS: dict[str, Callable[[_Element], str]] = {
    _TAB: _tab,
    W + "ptab": lambda element: "\t",
    W + "br": lambda element: "\n",
    W + "cr": lambda element: "\n",
    W + "noBreakHyphen": lambda element: "-",
    W + "sym": _symbol,
    _MATH: lambda element: element.text or "",
}
