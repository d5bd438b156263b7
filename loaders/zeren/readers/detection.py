"""What a file is by its content; the name only tells texts apart."""

from __future__ import annotations

import re
from pathlib import PurePath

from zeren.model import InputError
from zeren.readers.archive import Archive
from zeren.readers.compound import root_names
from zeren.readers.encoding import wide_encoding

_FAMILY = {
    ".docx": "docx", ".docm": "docx", ".dotx": "docx", ".dotm": "docx",
    ".xlsx": "xlsx", ".xlsm": "xlsx", ".xltx": "xlsx", ".xlsb": "xlsx",
    ".xls": "xls", ".et": "xls", ".xlt": "xls",
    ".doc": "doc", ".wps": "doc", ".dot": "doc", ".rtf": "rtf",
    ".odt": "odt", ".ods": "ods", ".pdf": "pdf",
    ".html": "html", ".htm": "html", ".shtml": "html", ".xhtml": "html", ".mht": "mht", ".mhtml": "mht",
    ".txt": "txt", ".text": "txt", ".md": "md", ".markdown": "md", ".csv": "csv", ".tsv": "tsv", ".tab": "tsv",
    ".zip": "zip",
}  # fmt: skip
TEXTS = frozenset(("txt", "md", "csv", "tsv", "html"))
SUFFIXES = frozenset(_FAMILY)
"""Suffixes of the files that folders and zip files are searched for."""
_PICTURES = {
    b"\x89PNG": "PNG", b"\xff\xd8\xff": "JPEG", b"GIF8": "GIF", b"BM": "BMP", b"II*\0": "TIFF", b"MM\0*": "TIFF",
}  # fmt: skip
_OTHERS = {
    b"Rar!": "RAR", b"7z\xbc\xaf\x27\x1c": "7-Zip", b"\x1f\x8b": "gzip", b"BZh": "bzip2", b"\xfd7zXZ": "xz",
    b"MZ": "EXE", b"\x7fELF": "ELF", b"SQLite format 3": "SQLite", b"%!PS": "PostScript",
}  # fmt: skip
_MARKUP = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|meta|div|p|h[1-6])[\s>/]", re.IGNORECASE)
_XML = re.compile(rb"\s*<\?xml\b")


def expected_format(name: str) -> str | None:
    """The format that the suffix of a file name promises."""
    return _FAMILY.get(PurePath(name).suffix.lower())


def detect(data: bytes, name: str) -> str:
    """The format of the bytes: docx, xlsx, xls, doc, rtf, odt, ods, pdf, html, mht, txt, md, csv, tsv or zip.

    Raises InputError where the file is empty, encrypted, damaged or of a kind that is not read.
    """
    if not data.strip(b"\0 \t\r\n"):
        raise InputError("file-empty", file=name)
    if data.startswith(b"PK"):
        return _zip_kind(data, name)
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return _compound_kind(data, name)
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"{\\rtf"):
        return "rtf"
    for signs in (_PICTURES, _OTHERS):
        for sign, kind in signs.items():
            if data.startswith(sign) and not _is_text(data):
                code = "file-is-picture" if signs is _PICTURES else "format-unsupported"
                raise InputError(code, file=name, found=kind)
    return _text_kind(data, name)


def _zip_kind(data: bytes, name: str) -> str:
    names = set(Archive(data, name).names())
    if not names:
        raise InputError("file-empty", file=name)
    for start, kind in (("word/", "docx"), ("xl/", "xlsx")):
        if any(part.startswith(start) for part in names) and "[Content_Types].xml" in names:
            return kind
    if any(part.startswith("ppt/") for part in names):
        raise InputError("format-unsupported", file=name, found="PowerPoint")
    if "OFD.xml" in names:
        raise InputError("format-unsupported", file=name, found="OFD")
    if "mimetype" in names:
        kind = Archive(data, name).read("mimetype").decode("ascii", "replace").strip()
        for start, form in (("opendocument.text", "odt"), ("opendocument.spreadsheet", "ods")):
            if start in kind:
                return form
        raise InputError("format-unsupported", file=name, found=kind[:80])
    return "docx" if "[Content_Types].xml" in names else "zip"


def _compound_kind(data: bytes, name: str) -> str:
    names = root_names(data, name)
    if "EncryptedPackage" in names:
        raise InputError("file-encrypted", file=name)
    if "WordDocument" in names:
        return "doc"
    if "Workbook" in names or "Book" in names:
        return "xls"
    raise InputError("format-unsupported", file=name, found=", ".join(sorted(names))[:80] or "OLE")


def _is_text(data: bytes) -> bool:
    try:
        data[:4096].decode("utf-8")
    except UnicodeDecodeError as error:
        return error.start > len(data[:4096]) - 4
    return b"\0" not in data[:4096]


def _text_kind(data: bytes, name: str) -> str:
    promised = expected_format(name)
    head = data[:4096]
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff") or wide_encoding(data) is not None
    if not wide and _looks_binary(data):
        raise InputError("format-unknown", file=name, found=head[:8].hex(" "))
    plain = head.replace(b"\0", b"")
    if re.match(rb"(?:\xef\xbb\xbf)?(?:MIME-Version:|From: <Saved by|Content-Type: multipart/)", plain, re.IGNORECASE):
        return "mht"
    markup = _MARKUP.search(plain)
    if markup and (
        promised not in ("md", "txt", "csv", "tsv") or not plain[: markup.start()].strip(b"\xef\xbb\xbf\xff\xfe \r\n\t")
    ):
        return "html"
    if _XML.match(plain.removeprefix(b"\xef\xbb\xbf")) and promised != "html":
        raise InputError("format-unsupported", file=name, found="XML")
    return promised if promised in TEXTS else "txt"


def _looks_binary(data: bytes) -> bool:
    """Control characters that no text holds (NUL and its like), beyond a stray one."""
    sample = data[: 1 << 16]
    strange = len(sample) - len(
        sample.translate(None, bytes(set(range(32)) - {7, 8, 9, 10, 11, 12, 13, 26, 27, 28, 29, 30, 31}))
    )
    return strange > max(1, len(sample) // 1000)


def is_zip_of_files(data: bytes, name: str) -> bool:
    """Whether the bytes are a zip file that is no document itself (a folder that was packed)."""
    return data.startswith(b"PK\3\4") and _zip_kind(data, name) == "zip"
