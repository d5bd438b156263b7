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


def follow(items: Iterable[Item], total: int, label: str, say: Speaker, stream: TextIO | None = None) -> Iterator[Item]:
    """Pass the items on, saying how many of `total` have come by and how long the rest may take."""
    out = stream or sys.stderr
    watched = out.isatty()
    began = last = time.monotonic()
    done = 0
    for item in items:
        yield item
        done += 1
        now = time.monotonic()
        due = now - last >= (0.2 if watched else LINE_SECONDS)
        if due and now - began > SILENT_SECONDS:
            last = now
            rest = (now - began) / done * (total - done)
            line = say("progress.line", label=label, done=done, total=total, rest=round(rest))
            out.write(f"\r\x1b[K{line}" if watched else f"{line}\n")
            out.flush()
    if watched and last != began:
        out.write("\r\x1b[K")
        out.flush()
