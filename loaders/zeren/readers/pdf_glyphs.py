"""The characters of a page of a pdf with their boxes, as the page is read: upright, lines from left to right."""

from __future__ import annotations

import ctypes
import io
import math
import unicodedata
from collections import Counter
from typing import Any

from zeren.readers.pdf_lines import Glyph

_SAMPLE = 200
"""Characters of a page from which the direction of its text is known."""
_ASCENT = 0.86
"""Share of the size of type above the baseline, as Chinese fonts have it."""
_NOTHING = "\u200b\ufeff\xad\ufffe"


def upright(data: bytes, source: Any) -> bytes:
    """The file with every page turned so that its text is upright: a landscape table often lies on its side.

    `source` is the open document; the bytes are those given where no page has to be turned.
    """
    turned = False
    for page in source:
        needed = _direction(page)
        if needed is not None and needed != page.get_rotation():
            page.set_rotation(needed)
            turned = True
    if not turned:
        return data
    stream = io.BytesIO()
    source.save(stream)
    return stream.getvalue()


def _direction(page: Any) -> int | None:
    """The angle at which most of the text is set, in degrees against the clock; None where there is none."""
    import pypdfium2.raw as pdfium

    layer = page.get_textpage()
    matrix = pdfium.FS_MATRIX()
    found: Counter[int] = Counter()
    count = pdfium.FPDFText_CountChars(layer)
    for place in range(0, count, max(1, count // _SAMPLE)):
        seen = not chr(pdfium.FPDFText_GetUnicode(layer, place)).isspace()
        if seen and pdfium.FPDFText_GetMatrix(layer, place, matrix):
            found[round(math.degrees(math.atan2(matrix.b, matrix.a)) / 90) * 90 % 360] += 1
    return found.most_common(1)[0][0] if found else None


def glyphs_of(page: Any) -> list[Glyph]:
    """The characters where they stand on the page as shown, without white space."""
    import pypdfium2.raw as pdfium

    layer = page.get_textpage()
    turn, width, height = page.get_rotation(), page.get_width(), page.get_height()
    box, matrix, x, y = pdfium.FS_RECTF(), pdfium.FS_MATRIX(), ctypes.c_double(), ctypes.c_double()
    glyphs = []
    for place in range(pdfium.FPDFText_CountChars(layer)):
        text = chr(pdfium.FPDFText_GetUnicode(layer, place))
        if text.isspace() or text < " " or text in _NOTHING:
            continue
        if not pdfium.FPDFText_GetLooseCharBox(layer, place, box):
            continue
        one = _shown(box.left, box.bottom, turn, width, height)
        other = _shown(box.right, box.top, turn, width, height)
        pdfium.FPDFText_GetCharOrigin(layer, place, x, y)
        pdfium.FPDFText_GetMatrix(layer, place, matrix)
        size = pdfium.FPDFText_GetFontSize(layer, place) * math.hypot(matrix.c, matrix.d)
        size = size if 1 < size < 200 else max(abs(one[1] - other[1]), 1.0)
        base = _shown(x.value, y.value, turn, width, height)[1]
        left, right = sorted((one[0], other[0]))
        glyphs.append(Glyph(_unified(text), left, base - _ASCENT * size, right, base + (1 - _ASCENT) * size, size))
    return glyphs


def _shown(x: float, y: float, turn: int, width: float, height: float) -> tuple[float, float]:
    """A point of the page before it is turned as a point of the page as shown, y downwards."""
    if turn == 90:
        return y, x
    if turn == 180:
        return width - x, y
    if turn == 270:
        return width - y, height - x
    return x, height - y


def _unified(text: str) -> str:
    """The character itself for the radical of the same look, to which some writers of pdf map it."""
    return unicodedata.normalize("NFKC", text) if "\u2e80" <= text <= "\u2fdf" else text
