"""Opening a file: its format is found by content, the reader of that format is called, wrong names are told."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from zeren.model import InputError
from zeren.readers.detection import TEXTS, detect, expected_format
from zeren.readers.document import Document, Table
from zeren.readers.notices import notice

_READERS = {
    "docx": "docx", "xlsx": "xlsx", "xls": "xlsx", "ods": "xlsx", "pdf": "pdf", "html": "html", "mht": "mht",
    "txt": "txt", "md": "markdown", "csv": "separated", "tsv": "separated", "doc": "office", "rtf": "office",
    "odt": "office",
}  # fmt: skip
"""Format and the module of this package that reads it."""
SIZE_LIMIT = 1 << 30
"""Bytes of one file."""
TEXT_LIMIT = 32 << 20
"""Bytes of one text file: the longest plans have less than one of these 32 megabytes."""
MOST_ROWS = 200_000
"""Rows of tables in one document."""
MOST_PARAGRAPHS = 30_000
"""Paragraphs of one document."""


def open_document(path: Path) -> Document:
    """Read one file from disk. Raises InputError (status 2 on the command line) where it cannot be read."""
    return read_bytes(file_bytes(path), path.name)


def read_bytes(data: bytes, name: str) -> Document:
    """Read the bytes of one file whose name is known. Raises InputError; UsageError where an extra is missing.

    Where the name promises another format than the content has, the content counts and a notice says so.
    """
    form = detect(data, name)
    if form == "zip":
        raise InputError("zip-of-files", file=name)
    if form in TEXTS and len(data) > TEXT_LIMIT:
        raise InputError("text-too-long", file=name, size=len(data) >> 20, most=TEXT_LIMIT >> 20)
    document = _measured(_reader(form)(data, name))
    promised = expected_format(name)
    if promised is None or promised == form or {promised, form} <= TEXTS - {"html"}:
        return document
    return replace(document, notices=(notice("notice-mislabelled", suffix=promised, found=form), *document.notices))


def _measured(document: Document) -> Document:
    """The document, if it is as long as a plan may be. Raises InputError document-too-long."""
    tables = [block for block in document.blocks if isinstance(block, Table)]
    rows, paragraphs = sum(len(table.rows) for table in tables), len(document.blocks) - len(tables)
    if rows > MOST_ROWS or paragraphs > MOST_PARAGRAPHS:
        facts = {"rows": rows, "paragraphs": paragraphs, "most_rows": MOST_ROWS, "most_paragraphs": MOST_PARAGRAPHS}
        raise InputError("document-too-long", file=document.name, **facts)
    return document


def file_bytes(path: Path) -> bytes:
    """The bytes of a file. Raises InputError where there is none, or it may not be read."""
    try:
        if path.is_dir():
            raise InputError("file-is-folder", file=str(path))
        if path.exists() and not path.is_file():
            raise InputError("file-unreadable", file=str(path), detail="not a regular file")
        if path.stat().st_size > SIZE_LIMIT:
            raise InputError("archive-too-large", file=str(path), part="*", size=path.stat().st_size)
        return path.read_bytes()
    except FileNotFoundError as error:
        raise InputError("file-missing", file=str(path)) from error
    except PermissionError as error:
        raise InputError("file-not-permitted", file=str(path)) from error
    except (OSError, ValueError) as error:  # a circle of links, a name with a NUL, a broken disk
        detail = getattr(error, "strerror", None) or str(error)
        raise InputError("file-unreadable", file=str(path), detail=detail) from error


def _reader(form: str) -> Callable[[bytes, str], Document]:
    module = import_module(f"zeren.readers.{_READERS[form]}")
    read: Callable[..., Document] = module.read
    if form in ("xls", "ods", "tsv", "doc", "rtf", "odt"):
        return lambda data, name: read(data, name, form)
    return read
