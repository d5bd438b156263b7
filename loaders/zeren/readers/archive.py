"""Zip containers (docx, xlsx, a packed folder): opened in memory, with limits against bombs."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from zeren.model import InputError

TOTAL_LIMIT = 2 << 30
"""Bytes that all parts of one archive may unpack to: a workbook of a million rows stays well below."""
RATIO_LIMIT = 250
"""A part may unpack to so many times its packed size. Office XML packs 10 to 60 times, deflate at most 1,032 times."""
RATIO_FREE = 32 << 20
"""Below this size a part is read whatever its ratio."""
PARTS_LIMIT = 100_000
_BLOCK = 1 << 20
_BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError,
    ValueError, struct.error,
)  # fmt: skip
"""What zipfile raises on archives that are cut or changed."""


class Archive:
    """A zip file in memory whose parts are read by name, never past the size its directory declares."""

    def __init__(self, data: bytes, file: str) -> None:
        """Raise InputError `file-damaged`, `archive-too-large` or `file-encrypted`."""
        self.file = file
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self._parts = {_name_of(info): info for info in self._zip.infolist() if not info.is_dir()}
        except _BROKEN as error:
            raise InputError("file-damaged", file=file, detail=str(error)) from error
        self._check_sizes()

    def names(self) -> list[str]:
        """Names of the parts in the order of the directory."""
        return list(self._parts)

    def __contains__(self, name: str) -> bool:
        return name in self._parts

    def read(self, name: str) -> bytes:
        """The bytes of a part. Raises InputError `file-damaged` where it is missing, cut short or does not unpack."""
        if name not in self._parts:
            raise InputError("file-damaged", file=self.file, detail=name)
        try:
            return b"".join(self._blocks(name))
        except _BROKEN as error:
            raise InputError("file-damaged", file=self.file, detail=f"{name}: {error}") from error

    def optional(self, name: str) -> bytes | None:
        """The bytes of a part, None where there is none."""
        return self.read(name) if name in self else None

    def verify(self) -> Iterator[tuple[str, bytes]]:
        """Unpack every part once, a block at a time, for readers that unpack by themselves; gives name and first block.

        A directory that declares less than a part holds is found by the check sum.
        """
        for name in self._parts:
            try:
                blocks = self._blocks(name)
                yield name, next(blocks, b"")
                for _ in blocks:
                    pass
            except _BROKEN as error:
                raise InputError("file-damaged", file=self.file, detail=f"{name}: {error}") from error

    def _blocks(self, name: str) -> Iterator[bytes]:
        with self._zip.open(self._parts[name]) as stream:
            while block := stream.read(_BLOCK):
                yield block

    def _check_sizes(self) -> None:
        parts = self._parts.values()
        if any(part.flag_bits & 0x1 for part in parts):
            raise InputError("file-encrypted", file=self.file)
        for part in parts:
            if part.file_size > RATIO_FREE and part.file_size > RATIO_LIMIT * max(part.compress_size, 1):
                raise InputError("archive-too-large", file=self.file, part=part.filename, size=part.file_size)
        total = sum(part.file_size for part in parts)
        if total > TOTAL_LIMIT or len(self._parts) > PARTS_LIMIT:
            raise InputError("archive-too-large", file=self.file, part="*", size=total)


def _name_of(part: zipfile.ZipInfo) -> str:
    """The name; where it is not marked as UTF-8, Chinese programs for Windows wrote it in GBK."""
    if part.flag_bits & 0x800 or part.filename.isascii():
        return part.filename
    try:
        return part.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return part.filename
