"""Lines of a plain text: split at every kind of line end, ready for the readers of txt."""

from __future__ import annotations

import re

_ENDS = re.compile(r"\r\n|[\n\r\f\v\x1c-\x1e\x85\u2028\u2029]")
_NOTHING = dict.fromkeys(map(ord, "\ufeff\u200b\u200c\u200d\u2060\xad\0"))


def lines_of(text: str) -> list[str]:
    """The lines without their ends; characters without width are taken out."""
    return _ENDS.split(text.translate(_NOTHING))


def tidied(line: str) -> str:
    """A line without the white space (also full-width) at both ends."""
    return line.replace("\xa0", " ").strip()
