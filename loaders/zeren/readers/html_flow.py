"""Running text of a web page: white space as a browser shows it, line breaks and indents that part paragraphs."""

from __future__ import annotations

import re

_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_WIDE = "\u2e80-\u9fff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\u3000-\u303f\u2018-\u201d\u2014\u2026"
_BETWEEN_WIDE = re.compile(rf"(?<=[{_WIDE}])[ \t]*[\r\n]\s*(?=[{_WIDE}])")
_INDENTED = re.compile(r"\n(?:[ ]*\n|(?=[ ]*[\u3000\xa0]{2}))[ \n]*")
_BREAK = re.compile(r" *\n *")


class Flow:
    """Text between two block bounds."""

    def __init__(self) -> None:
        self._parts: list[str] = []

    def add(self, text: str | None, kept: bool = False) -> None:
        """Text of the source; `kept` where its line breaks count (`pre`), else none stands between Chinese words."""
        if text:
            self._parts.append(text.replace("\r\n", "\n") if kept else _SPACE.sub(" ", _BETWEEN_WIDE.sub("", text)))

    def break_line(self) -> None:
        """A `<br>`."""
        self._parts.append("\n")

    def take(self) -> list[str]:
        """The paragraphs collected so far; the flow is empty afterwards.

        Two line breaks in a row, or one followed by an indent of two full-width or non-breaking spaces, part them;
        any other line break stays inside.
        """
        if not self._parts:
            return []
        text = re.sub(" {2,}", " ", "".join(self._parts))
        self._parts.clear()
        pieces = (_tidied(piece) for piece in _INDENTED.split(text))
        return [piece for piece in pieces if piece]


def _tidied(piece: str) -> str:
    text = _BREAK.sub("\n", piece.replace("\xa0", " ").replace("\u200b", "").replace("\ufeff", ""))
    return text.strip()
