"""The directory of an OLE compound file ([MS-CFB]): doc, xls and encrypted Office packages are such."""

from __future__ import annotations

import struct

from zeren.model import InputError

_NONE = 0xFFFFFFFA
"""Sector numbers from here on mean something else than a sector ([MS-CFB] 2.1)."""

_SMALL = 64
"""Bytes of a sector of a small stream."""


def root_names(data: bytes, file: str) -> frozenset[str]:
    """Names of the streams and storages at the root. Raises InputError `file-damaged`."""
    try:
        entries = _entries(data)
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise InputError("file-damaged", file=file, detail="OLE2") from error
    if not entries:
        raise InputError("file-damaged", file=file, detail="OLE2")
    names: set[str] = set()
    waiting, seen = [entries[0][3]], set()
    while waiting:
        place = waiting.pop()
        if place >= len(entries) or place in seen:
            continue
        seen.add(place)
        name, left, right, *_ = entries[place]
        names.add(name)
        waiting += [left, right]
    return frozenset(names)


class Stream:
    """A stream of a compound file in the bytes that hold it, read and written in place."""

    def __init__(self, data: bytearray, places: list[int], size: int) -> None:
        self._data = data
        self._places = places
        self._size = size

    def read(self, offset: int, count: int) -> bytes:
        """So many bytes from an offset on. Raises IndexError behind the end."""
        return bytes(self._data[self._place(place)] for place in range(offset, offset + count))

    def number(self, form: str, offset: int) -> int:
        """The number at an offset, its form as of `struct`."""
        value: int = struct.unpack(form, self.read(offset, struct.calcsize(form)))[0]
        return value

    def write(self, offset: int, content: bytes) -> None:
        """Put bytes in the place of others."""
        for place, value in enumerate(content, offset):
            self._data[self._place(place)] = value

    def _place(self, offset: int) -> int:
        if offset < 0:
            raise IndexError(offset)
        return self._places[offset // self._size] + offset % self._size


def streams(data: bytearray, file: str) -> dict[str, Stream]:
    """The streams of a compound file by name; small ones lie in sectors of their own inside that of the root.

    Raises InputError `file-damaged`.
    """
    try:
        entries = _entries(bytes(data))
        size = 1 << struct.unpack_from("<H", data, 30)[0]
        table = _allocation(bytes(data), size)
        least, first = struct.unpack_from("<I", data, 56)[0], struct.unpack_from("<I", data, 60)[0]
        root = _places(table, entries[0][4], size)
        small = [number for place in _places(table, first, size) for number in _numbers(data, place, size)]
        return {
            name: Stream(data, _places(table, start, size), size)
            if length >= least
            else Stream(data, [root[at * _SMALL // size] + at * _SMALL % size for at in _chain(small, start)], _SMALL)
            for name, *_, start, length in entries[1:]
            if length
        }
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise InputError("file-damaged", file=file, detail="OLE2") from error


def _places(table: list[int], sector: int, size: int) -> list[int]:
    """Where the sectors of a stream stand in the file."""
    return [(each + 1) * size for each in _chain(table, sector)]


def _numbers(data: bytearray, place: int, size: int) -> tuple[int, ...]:
    return struct.unpack_from(f"<{size // 4}I", data, place)


def _chain(table: list[int], sector: int) -> list[int]:
    """The sectors that follow each other from one on."""
    found: dict[int, None] = {}
    while sector < _NONE and sector not in found and sector < len(table):
        found[sector] = None
        sector = table[sector]
    return list(found)


def _entries(data: bytes) -> list[tuple[str, int, int, int, int, int]]:
    """Name, left sibling, right sibling, child, first sector and length of every directory entry."""
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in (9, 12):
        raise struct.error("sector size")
    size = 1 << shift
    table = _allocation(data, size)
    sector = struct.unpack_from("<I", data, 48)[0]
    entries: list[tuple[str, int, int, int, int, int]] = []
    visited: set[int] = set()
    while sector < _NONE and sector not in visited:
        visited.add(sector)
        start = (sector + 1) * size
        for offset in range(start, min(start + size, len(data) - 127), 128):
            length = struct.unpack_from("<H", data, offset + 64)[0]
            name = data[offset : offset + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
            pointers = struct.unpack_from("<III", data, offset + 68)
            entries.append((name, *pointers, *struct.unpack_from("<II", data, offset + 116)))
        sector = table[sector] if sector < len(table) else _NONE
    return entries


def _allocation(data: bytes, size: int) -> list[int]:
    """The file allocation table, from the sectors listed in the header (109, which reach to 7 MB) and by DIFAT."""
    sectors = [each for each in struct.unpack_from("<109I", data, 76) if each < _NONE]
    following, count = struct.unpack_from("<II", data, 68)
    while following < _NONE and count:
        block = struct.unpack_from(f"<{size // 4}I", data, (following + 1) * size)
        sectors += [each for each in block[:-1] if each < _NONE]
        following, count = block[-1], count - 1
    table: list[int] = []
    for sector in sectors:
        start = (sector + 1) * size
        table += struct.unpack_from(f"<{size // 4}I", data, start) if start + size <= len(data) else ()
    return table
