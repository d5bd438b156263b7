"""The files a library was built from, kept beside its records, so that every reading can be shown in its place.

originals/<sha256>/<name>    the file as it was given
"""

from __future__ import annotations

import hashlib
import os
import re
from collections.abc import Iterable
from pathlib import Path

from zeren.model import Plan, ZerenError
from zeren.readers.document import Document
from zeren.readers.sources import Source

FOLDER = "originals"


def keep(library: Path, sources: Iterable[Source], plans: Iterable[Plan]) -> int:
    """Copy into the library the files these plans were read from; returns how many are new there.

    A file is known by its content: one that changed since it was read, or cannot be read, is left out.
    """
    wanted = {plan.sha256: Path(plan.source).name for plan in plans if plan.sha256 and plan.source}
    return sum(_keep(library, data, wanted) for data in map(_data, sources) if data is not None)


def _data(source: Source) -> bytes | None:
    try:
        return source.data()
    except ZerenError:
        return None


def _keep(library: Path, data: bytes, wanted: dict[str, str]) -> bool:
    digest = hashlib.sha256(data).hexdigest()
    target = library / FOLDER / digest / wanted.get(digest, "")
    if digest not in wanted or target.is_file():
        return False
    target.parent.mkdir(parents=True, exist_ok=True)
    part = target.with_name(f".{os.getpid()}.part")
    part.write_bytes(data)
    part.replace(target)
    return True


def original(library: Path, plan: Plan) -> Document | None:
    """The text of a plan's file as its reader gives it; None where the file is not kept or cannot be read any more."""
    from zeren.readers import read_bytes

    path = library / FOLDER / plan.sha256 / Path(plan.source).name
    if not (re.fullmatch("[0-9a-f]{64}", plan.sha256) and plan.source and path.is_file()):
        return None
    try:
        return read_bytes(path.read_bytes(), path.name)
    except ZerenError:
        return None
