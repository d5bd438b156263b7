"""Finding the files to read among files, folders and zip files."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from zeren.model import InputError
from zeren.readers.archive import Archive
from zeren.readers.detection import SUFFIXES, is_zip_of_files
from zeren.readers.document import Document
from zeren.readers.opening import file_bytes, read_bytes

_LOCKS = ("~$", ".~", "._")
"""Beginnings of the names of files that office programs and macOS leave beside documents."""


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """One file to read: on disk, or a member of a zip file on disk. Small, so that it travels between processes."""

    path: Path
    member: str | None = None

    @property
    def place(self) -> str:
        """How a person names it: the path, and the member after `!`."""
        return str(self.path) if self.member is None else f"{self.path}!{self.member}"

    @property
    def name(self) -> str:
        """The file name without folders."""
        return self.path.name if self.member is None else PurePosixPath(self.member).name

    def data(self) -> bytes:
        """The bytes. Raises InputError."""
        data = file_bytes(self.path)
        return data if self.member is None else Archive(data, str(self.path)).read(self.member)

    def document(self) -> Document:
        """The document. Raises InputError or UsageError."""
        return read_bytes(self.data(), self.name)


def find_documents(paths: Iterable[Path]) -> Iterator[Source]:
    """Every file named, every readable kind of file below the folders named, every such member of zip files.

    Folders are walked sorted by name; hidden files, lock files and links to folders are left out. A file that is named
    outright is given whatever its kind, so that reading it tells what is wrong. Raises InputError for a missing path.
    """
    for path in paths:
        if path.is_dir():
            for file in _walk(path):
                yield from _members(file) if file.suffix.lower() == ".zip" else (Source(file),)
        elif path.is_file() and is_zip_of_files(file_bytes(path), str(path)):
            yield from _members(path)
        elif path.exists():
            if path.name.startswith("~$"):
                raise InputError("office-lock", file=str(path))
            yield Source(path)
        else:
            file_bytes(path)  # raises what is wrong with it


def _walk(folder: Path) -> Iterator[Path]:
    for place, folders, names in os.walk(folder, followlinks=False):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            file = Path(place) / name
            if _is_wanted(name) and file.is_file():
                yield file


def _is_wanted(name: str) -> bool:
    return not name.startswith((".", *_LOCKS)) and Path(name).suffix.lower() in SUFFIXES


def _members(path: Path) -> Iterator[Source]:
    """The members of a zip of files, sorted; zip files inside it are not opened."""
    archive = Archive(file_bytes(path), str(path))
    for member in sorted(archive.names()):
        parts = PurePosixPath(member).parts
        if ".." in parts or member.startswith("/") or "\\" in member or "\0" in member:
            raise InputError("archive-unsafe-name", file=str(path), name=member[:200])
        if "__MACOSX" not in parts and _is_wanted(parts[-1]) and not member.lower().endswith(".zip"):
            yield Source(path, member)
