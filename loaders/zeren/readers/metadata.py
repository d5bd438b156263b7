"""What a document says of itself (front matter, meta elements), under the names that the rest of zeren knows."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib.resources import files


def known_metadata(fields: Iterable[tuple[str, str]]) -> dict[str, str]:
    """The fields with their names as in metadata.toml; a name that is not listed there stays as it is.

    Of several fields of one name the first counts.
    """
    found: dict[str, str] = {}
    for name, value in fields:
        if name.strip() and value.strip():
            found.setdefault(_names().get(name.strip().lower(), name.strip()), value.strip())
    return found


def is_known(name: str) -> bool:
    """Whether metadata.toml lists the name."""
    return name.strip().lower() in _names()


def is_card_line(text: str) -> bool:
    """Whether a line is the name and value of one such field (文号：某政发〔2023〕2号), as pages set above a paper."""
    name, sign, value = re.sub(r"\s+", "", text).replace("：", ":").partition(":")
    return bool(sign and value) and len(value) <= _VALUE and is_known(name)


_VALUE = 60
"""Code points of a value in such a line."""


@cache
def _names() -> dict[str, str]:
    data = tomllib.loads(files("zeren.readers").joinpath("metadata.toml").read_text("utf-8"))
    return {name.lower(): key for key, names in data.items() for name in names}
