"""Which task a correction speaks of, after the text has moved, been numbered anew or changed a little."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from zeren.loading.corrections.records import Fate, TaskWords
from zeren.model import Task

NEAR = 80.0
"""Likeness (0 to 100, of the quote and the best stretch of a text) that suffices at the place the correction names."""
FAR = 90.0
"""Likeness that suffices elsewhere."""
LEAD = 5.0
"""By how much the likest text must be liker than the next."""
_HOPELESS = 60.0
"""Likeness below which no longer stretch is tried."""
LEAST = 6
"""Code points a quote must have to be healed: shorter words are like too many."""


@dataclass(frozen=True, slots=True)
class Match:
    """The text found for a quote, or why none was."""

    place: int = -1
    """Number of the text among those searched."""
    fate: Fate = "applied"
    found: str = ""
    """Where the words differ: those that stand there now."""
    likeness: float | None = None

    def __bool__(self) -> bool:
        return self.place >= 0


@lru_cache(maxsize=8192)
def plain(text: str) -> str:
    """A text without white space and differences of width, for comparing."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text))


def find_task(words: TaskWords, tasks: Sequence[Task]) -> Match:
    """The task whose text has the quoted words; else the one whose words are likest, if they are like enough."""
    places = [task.locator == words.at for task in tasks]
    return find_text(words, [task.text for task in tasks], places)


def find_text(words: TaskWords, texts: Sequence[str], at: Sequence[bool]) -> Match:
    """The same among any texts; `at[i]` says whether text i stands where the correction was written for."""
    quote = plain(words.quote)
    exact = [place for place, text in enumerate(texts) if quote in plain(text)]
    whole = [place for place in exact if quote == plain(texts[place])]
    chosen = _one([place for place in exact if at[place]], whole, exact)
    if chosen is not None:
        return Match(chosen)
    if exact:
        return Match(fate="ambiguous")
    return _likest(quote, texts, at)


def _one(*choices: Sequence[int]) -> int | None:
    """The member of the first list that has just one."""
    return next((choice[0] for choice in choices if len(choice) == 1), None)


def _likest(quote: str, texts: Sequence[str], at: Sequence[bool]) -> Match:
    near = next((place for place, here in enumerate(at) if here), None)
    if len(quote) >= LEAST:
        likes = sorted(((likeness(quote, plain(text)), -place) for place, text in enumerate(texts)), reverse=True)
        if near is not None and (own := likeness(quote, plain(texts[near]))) >= NEAR and own + LEAD > likes[0][0]:
            return Match(near, "healed", texts[near], own)
        best = [(score, -place) for score, place in likes[:2] if score >= FAR]
        if len(best) == 2 and best[0][0] - best[1][0] < LEAD:
            return Match(fate="ambiguous")
        if best:
            return Match(best[0][1], "healed", texts[best[0][1]], best[0][0])
    return Match(fate="vanished") if near is None else Match(fate="changed", found=texts[near])


def likeness(quote: str, text: str) -> float:
    """How like the quote is to the likest stretch of a text, 0 to 100; to the whole text where that is shorter.

    Words put into the midst count as such: the stretch may be longer than the quote by up to a quarter at each end.
    """
    if len(text) <= len(quote):
        return fuzz.ratio(quote, text)
    best = fuzz.partial_ratio_alignment(quote, text)
    if best is None or best.score < _HOPELESS:
        return best.score if best else 0.0
    slack = len(quote) // 4 + 1
    starts = range(max(0, best.dest_start - slack), best.dest_start + 1)
    ends = range(best.dest_end, min(len(text), best.dest_end + slack) + 1)
    return max(fuzz.ratio(quote, text[start:end]) for start in starts for end in ends)


def locate(words: str, text: str, start: int = 0) -> tuple[int, int] | None:
    """Where words stand in a text from `start` on, whatever white space the layout put between; half-open."""
    pattern = r"\s*".join(map(re.escape, "".join(words.split())))
    match = re.compile(pattern).search(text, start)
    return match.span() if match else None
