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
        likeliest = _likeliest(data)
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


def _strictly(data: bytes, encoding: str, file: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise InputError("text-unreadable", file=file, detail=f"{encoding}: {error.reason} @ {error.start}") from error


def _likeliest(data: bytes) -> str | None:
    from charset_normalizer import from_bytes

    best = from_bytes(data, cp_isolation=_CANDIDATES).best()
    return best.encoding if best else None
