"""The directory of an OLE compound file ([MS-CFB]): doc, xls and encrypted Office packages are such."""

from __future__ import annotations

import struct

from zeren.model import InputError

_NONE = 0xFFFFFFFA
"""Sector numbers from here on mean something else than a sector ([MS-CFB] 2.1)."""


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
        name, left, right, _ = entries[place]
        names.add(name)
        waiting += [left, right]
    return frozenset(names)


def _entries(data: bytes) -> list[tuple[str, int, int, int]]:
    """Name, left sibling, right sibling and child of every directory entry."""
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in (9, 12):
        raise struct.error("sector size")
    size = 1 << shift
    table = _allocation(data, size)
    sector = struct.unpack_from("<I", data, 48)[0]
    entries: list[tuple[str, int, int, int]] = []
    visited: set[int] = set()
    while sector < _NONE and sector not in visited:
        visited.add(sector)
        start = (sector + 1) * size
        for offset in range(start, min(start + size, len(data) - 127), 128):
            length = struct.unpack_from("<H", data, offset + 64)[0]
            name = data[offset : offset + max(min(length, 64) - 2, 0)].decode("utf-16-le", "replace")
            entries.append((name, *struct.unpack_from("<III", data, offset + 68)))
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
