"""Progress on stderr: a line that renews itself on a terminal, a line now and then where nobody watches."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

from zeren.cli.language import Speaker

Item = TypeVar("Item")

SILENT_SECONDS = 1.0
"""Work that ends sooner says nothing."""
LINE_SECONDS = 10.0
"""How often a line comes where stderr is no terminal."""


class Counter:
    """Says how far a count has come; silent for work that ends soon."""

    def __init__(self, label: str, say: Speaker, stream: TextIO | None = None) -> None:
        self.label, self.say = label, say
        self.out = stream or sys.stderr
        self.watched = self.out.isatty()
        self.began = self.last = time.monotonic()

    def __call__(self, done: int, total: int) -> None:
        """Take note that `done` of `total` are done."""
        now = time.monotonic()
        due = now - self.last >= (0.2 if self.watched else LINE_SECONDS)
        if done and due and now - self.began > SILENT_SECONDS:
            self.last = now
            rest = round((now - self.began) / done * (total - done))
            line = self.say("progress.line", label=self.label, done=done, total=total, rest=rest)
            self.out.write(f"\r\x1b[K{line}" if self.watched else f"{line}\n")
            self.out.flush()

    def close(self) -> None:
        """Take a line that renewed itself off the terminal."""
        if self.watched and self.last != self.began:
            self.out.write("\r\x1b[K")
            self.out.flush()


def follow(items: Iterable[Item], total: int, label: str, say: Speaker, stream: TextIO | None = None) -> Iterator[Item]:
    """Pass the items on, saying how many of `total` have come by and how long the rest may take."""
    counter = Counter(label, say, stream)
    try:
        for done, item in enumerate(items, 1):
            yield item
            counter(done, total)
    finally:
        counter.close()
