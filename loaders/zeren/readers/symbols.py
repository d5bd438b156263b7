"""Characters of symbol fonts (Wingdings, Symbol) that stand for boxes and ticks in forms."""

from __future__ import annotations

_WINGDINGS = {
    0x52: "☑", 0x54: "☒", 0x6F: "□", 0x70: "□", 0x71: "□", 0x72: "□", 0xA1: "○", 0xA3: "□", 0xA8: "□",
    0xFB: "×", 0xFC: "√", 0xFD: "☒", 0xFE: "☑", 0x6C: "●", 0x6E: "■", 0x75: "◆", 0xE0: "→",
}  # fmt: skip
"""Code points below the private area of Microsoft's Wingdings fonts, as their character tables show them."""
UNKNOWN = "□"
"""What stands for a symbol that has no known character."""


def symbol(code: str, font: str) -> str:
    """The character for a hexadecimal code in a font; fonts of symbols use F000 to F0FF of the private area."""
    try:
        point = int(code, 16)
    except ValueError:
        return UNKNOWN
    if 0xF000 <= point <= 0xF0FF or "wingdings" in font.lower():
        return _WINGDINGS.get(point & 0xFF, UNKNOWN)
    return chr(point) if 0x20 <= point < 0xD800 or 0xF900 <= point <= 0x10FFFF else UNKNOWN
