"""Which form of number heads which, learned from the document itself: plans skip steps and turn them round."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cmp_to_key
from itertools import pairwise

from zeren.outline.numbering import Marker, forms

_USUAL = 1.5
"""How many observations it takes to overrule the usual order: a single odd number shall not."""


def learn_ladder(markers: Sequence[Marker]) -> dict[str, int]:
    """The rung of every form that occurs, 0 the highest.

    A form stands below another when its count begins anew right after it (（一） after 一、, 1. after （一）), and when
    it begins anew between two numbers of the other that follow each other.
    """
    begins: dict[tuple[str, str], int] = defaultdict(int)
    last: dict[str, tuple[int, int]] = {}
    anew: dict[str, int] = {}
    for place, marker in enumerate(markers):
        value, since = last.get(marker.form, (0, -1))
        if marker.value == value + 1 > 1:
            for form, begun in anew.items():
                if form != marker.form and begun > since:
                    begins[marker.form, form] += 1
        if marker.value == 1:
            anew[marker.form] = place
        last[marker.form] = (marker.value, place)
    for before, marker in pairwise(markers):
        if marker.value == 1 and marker.form != before.form:
            begins[before.form, marker.form] += 1
    known = forms()

    def compare(a: str, b: str) -> int:
        usual = known[b].rank - known[a].rank
        weight = begins[a, b] - begins[b, a] + (_USUAL if usual > 0 else -_USUAL)
        return -1 if weight > 0 else 1

    present = sorted({marker.form for marker in markers}, key=lambda form: known[form].rank)
    return {form: rung for rung, form in enumerate(sorted(present, key=cmp_to_key(compare)))}
