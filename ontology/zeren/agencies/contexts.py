"""Whose plan a name stands in, gathered from the plan itself: the places it names and the levels it gives work to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from zeren.agencies.bodies import Context, Level
from zeren.agencies.gazetteer import Gazetteer
from zeren.agencies.territories import rank, suffix_level

_ENDS = re.compile(r"[省市州盟县区旗]")
_LONGEST = 11
"""Code points of the longest name of a place that is looked for in running text; few autonomous counties are longer."""
_LEVEL_WORDS: tuple[tuple[str, Level], ...] = (
    ("国家", "national"), ("省", "province"), ("自治区", "province"), ("市", "city"), ("州", "city"), ("县", "county"),
    ("区", "county"), ("镇", "township"), ("乡", "township"), ("街道", "township"),
)  # fmt: skip
_GOVERNMENT = re.compile(r"^([一-鿿]{2,5}[县区市旗])(?:人民政府|政府|管委会|$)")


def places_in(text: str, gazetteer: Gazetteer) -> Counter[str]:
    """The places on record that a text names in full, with how often: 达州市, 通川区."""
    found: Counter[str] = Counter()
    for end in _ENDS.finditer(text):
        heads = (text[end.end() - length : end.end()] for length in range(min(_LONGEST, end.end()), 2, -1))
        name = next((head for head in heads if any(place.name == head for place in gazetteer.named(head))), None)
        if name:
            found[name] += 1
    return found


def gather_context(
    gazetteer: Gazetteer, jurisdiction: str | None, date: str | None, names: Iterable[str], texts: Iterable[str]
) -> Context:
    """The context of a plan: `names` are the names as written on its assignments, `texts` its words.

    Places come most frequent first. Levels are those that names speak of in so many words, with the plan's own.
    """
    found: Counter[str] = Counter()
    written = list(names)
    for text in (*texts, *written):
        found.update(places_in(text, gazetteer))
    found.update(match[1] for name in written if (match := _GOVERNMENT.match(name)) and suffix_level(match[1]))
    found.pop(jurisdiction or "", None)
    known = tuple(sorted(found, key=lambda name: (-found[name], name)))
    own = gazetteer.level_of(jurisdiction) if jurisdiction else None
    spoken = {level for name in written for word, level in _LEVEL_WORDS if name.startswith(word)}
    levels = sorted({*spoken, *((own,) if own else ())}, key=lambda level: (rank(level), level))
    merged = [level for level in levels if own is None or level == own or rank(level) != rank(own)]
    return Context(jurisdiction or "", date, known=known, levels=tuple(merged))
