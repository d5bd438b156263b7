"""Bytes of a text file to characters: the Unicode encodings, GB 18030 and Big5."""

from __future__ import annotations

import codecs
import re

from zeren.model import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CANDIDATES = ["gb18030", "big5", "cp950", "utf_16_le", "utf_16_be"]
_SAMPLE = 1 << 16
_EVERYDAY = {"gb18030": ("gb18030", 0xB0, 0xD7), "big5hkscs": ("big5hkscs", 0xA4, 0xC6)}
"""Encoding and the first bytes of its first level of characters (GB 2312: 3,755, Big5: 5,401, by frequency of use)."""
_DECLARED = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.-]+)""")
_WIDER = {"gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "big5": "big5hkscs"}
"""Browsers read the older names as the wider encoding too (WHATWG Encoding Standard)."""


def decode(data: bytes, file: str) -> tuple[str, str]:
    """The text and the name of its encoding; a byte order mark is taken off.

    A mark decides, then strict UTF-8, then the likelier of the Chinese encodings. Raises InputError `text-unreadable`
    where no encoding fits.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strictly(data[len(mark) :], encoding, file), encoding
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        likeliest = wide_encoding(data) or _likeliest(data)
    if likeliest is None:
        raise InputError("text-unreadable", file=file, detail=data[:16].hex(" "))
    return _strictly(data, likeliest, file), likeliest


def decode_markup(data: bytes, file: str) -> tuple[str, str]:
    """As `decode`, but what the page declares (`charset=`, `encoding=`) is tried after mark and UTF-8."""
    declared = _DECLARED.search(data[:4096])
    if declared and not data.startswith(tuple(mark for mark, _ in _MARKS)):
        encoding = _WIDER.get(declared[1].decode("ascii").lower(), declared[1].decode("ascii"))
        for candidate in ("utf-8", encoding):
            try:
                return data.decode(candidate), candidate
            except (UnicodeDecodeError, LookupError):
                continue
    return decode(data, file)


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 of either byte order, where bytes without a mark are plainly such: Chinese or Latin almost throughout."""
    sample = data[:_SAMPLE]
    if len(data) % 2:
        return None
    for encoding in ("utf-16-le", "utf-16-be"):
        text = sample.decode(encoding, "replace")
        if text and sum(map(_is_usual, text)) >= 0.95 * len(text):
            return encoding
    return None


def _is_usual(character: str) -> bool:
    return (
        " " <= character <= "~" or "\u4e00" <= character <= "\u9fff" or "\u3000" <= character <= "\u301f"
        or "\uff00" <= character <= "\uffef" or character in "\t\r\n\f“”‘’—…·"
    )  # fmt: skip


def _strictly(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError("text-unreadable", file=file, detail=f"{encoding}: {error.reason} @ {error.start}") from error


def _likeliest(data: bytes) -> str | None:
    """GB 18030 or Big5, by the share of characters in everyday use; charset-normalizer where that does not tell."""
    shares = {encoding: _everyday(data[:_SAMPLE], *parts) for encoding, parts in _EVERYDAY.items()}
    encoding = max(shares, key=shares.__getitem__)
    if shares[encoding] >= 0.7 and _decodes(data, encoding):
        return encoding
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_CANDIDATES).best()
    return best.encoding if best else None


def _everyday(data: bytes, encoding: str, low: int, high: int) -> float:
    """Share of the two-byte characters whose first byte lies in A1 to A3 (marks) or between the bounds."""
    text = data.decode(encoding, "replace")
    wide = [code[0] for character in text if len(code := character.encode(encoding, "replace")) == 2]
    strange = text.count("\ufffd") + sum(1 for character in text if len(character.encode(encoding, "replace")) == 4)
    usual = sum(1 for lead in wide if 0xA1 <= lead <= 0xA3 or low <= lead <= high)
    return usual / (len(wide) + strange) if wide else 0.0


def _decodes(data: bytes, encoding: str) -> bool:
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True
