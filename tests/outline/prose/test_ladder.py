"""The order of forms, learned from a document."""

from __future__ import annotations

from zeren.outline.numbering import Marker, read_marker
from zeren.outline.prose.ladder import learn_ladder


def markers(*texts: str) -> list[Marker]:
    return [marker for text in texts if (marker := read_marker(text + "推进"))]


def test_the_usual_order_stands_where_nothing_speaks_against_it() -> None:
    ladder = learn_ladder(markers("一、", "（一）", "1.", "（1）"))
    assert sorted(ladder, key=ladder.__getitem__) == ["hundred", "bracketed", "digit", "small"]


def test_a_count_that_runs_on_over_chapters_stays_below_them() -> None:
    ladder = learn_ladder(markers("一、", "（一）", "（二）", "二、", "（三）", "三、", "（四）"))
    assert ladder["hundred"] < ladder["bracketed"]


def test_a_document_may_turn_the_order_round() -> None:
    texts = ["（一）", "一、", "二、", "（二）", "一、", "二、", "（三）", "一、"]
    ladder = learn_ladder(markers(*texts))
    assert ladder["bracketed"] < ladder["hundred"]
