"""Cypher cut into tokens: just enough to see what a text asks, without being fooled by strings and comments."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from zeren.model import UsageError

TokenKind = Literal["text", "name", "quoted", "parameter", "number", "symbol"]

_PATTERN = re.compile(
    r"(?P<gap>\s+|//[^\n]*|/\*.*?\*/)"
    r"""|(?P<text>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")"""
    r"|(?P<quoted>`(?:[^`]|``)*`)"
    r"|(?P<parameter>\$\w+)"
    r"|(?P<number>\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|\.\d+)"
    r"|(?P<name>[^\W\d]\w*)"
    r"|(?P<symbol><>|<=|>=|=~|\.\.|.)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Token:
    """One token of a text, at a place in code points."""

    kind: TokenKind
    text: str
    start: int

    @property
    def word(self) -> str:
        """The text, in upper case for a name, so that keywords compare."""
        return self.text.upper() if self.kind == "name" else self.text


def tokens(text: str) -> list[Token]:
    """All tokens without comments and white space. Raises UsageError query-syntax for an open string or comment."""
    found = []
    for match in _PATTERN.finditer(text):
        kind = match.lastgroup
        if kind == "symbol" and (match[0] in "'\"`" or text.startswith("/*", match.start())):
            raise UsageError("query-syntax", detail=f"unterminated {match[0]} at character {match.start() + 1}")
        if kind != "gap":
            found.append(Token(kind, match[0], match.start()))  # type: ignore[arg-type]
    return found


def without_comments(text: str) -> str:
    """The text with every comment replaced by a blank."""
    return _PATTERN.sub(lambda m: " " if m.lastgroup == "gap" and m[0].startswith(("//", "/*")) else m[0], text)
