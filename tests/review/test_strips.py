"""Marks cut into strips: whatever overlaps, the text stays whole and every mark is over its own words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from zeren.model import Span
from zeren.readers.document import Cell, Document, Paragraph, Table
from zeren.review.places import find_words
from zeren.review.strips import Stretch, cut, stretches

TEXTS = st.text(alphabet="市水务局𠮷é牵头\n", max_size=30)


@given(TEXTS, st.lists(st.tuples(st.integers(-3, 35), st.integers(-3, 35)), max_size=8))
def test_strips_are_the_text_and_cover_each_mark_exactly(text: str, places: list[tuple[int, int]]) -> None:
    over = [Stretch(number, start, end) for number, (start, end) in enumerate(places)]
    strips = cut(text, over)
    assert "".join(strip.text for strip in strips) == text
    for stretch in over:
        covered = [strip for strip in strips if stretch.mark in strip.marks]
        assert "".join(strip.text for strip in covered) == text[max(0, stretch.start) : max(0, stretch.end)]
        assert sum(stretch.mark in strip.begins for strip in strips) == bool(covered)
        assert sum(stretch.mark in strip.ends for strip in strips) == bool(covered)


def test_the_shortest_mark_comes_first() -> None:
    strips = cut("市水务局牵头", [Stretch(0, 0, 6), Stretch(1, 0, 4), Stretch(2, 1, 3)])
    assert [strip.marks for strip in strips] == [(1, 0), (2, 1, 0), (1, 0), (0,)]


def test_a_merged_cell_is_one_text_whatever_row_names_it() -> None:
    tall = Cell("市水务局", (0, 1))
    document = Document("a", "docx", "0", (Table(0, ((Cell("甲", (0, 0)), tall), (Cell("乙", (1, 0)), tall))),))
    spans = [Span(0, 0, 4, "市水务局", row, 1) for row in (0, 1)] + [None, Span(0, 0, 1, "x", 9, 9), Span(5, 0, 1, "x")]
    assert stretches([(span,) for span in spans], document) == {(0, 0, 1): [Stretch(0, 0, 4), Stretch(1, 0, 4)]}


def test_words_are_found_over_line_breaks_and_only_inside_the_span() -> None:
    document = Document("a", "txt", "0", (Paragraph(0, "《名录》编制《云川\n  市名录》。"),))
    within = Span(0, 4, 17, "编制《云川市名录》。")
    assert find_words("云川市名录", within, document) == Span(0, 7, 15, "云川市名录")
    assert find_words("名录", within, document) == Span(0, 13, 15, "名录")
    assert find_words("没有", within, document) is None
    assert find_words("名录", None, document) is None
