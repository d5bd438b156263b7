"""Running text into sentences."""

from __future__ import annotations

from zeren.outline.sentences import LONGEST, split_sentences
from zeren.readers import Passage


def test_brackets_hold_a_sentence_together() -> None:
    texts = [piece.text for piece in split_sentences(Passage.of("开展排查（含夜查。）。建立台账。", 0))]
    assert texts == ["开展排查（含夜查。）。", "建立台账。"]


def test_what_is_too_long_for_a_sentence_is_cut_at_commas_and_nothing_is_lost() -> None:
    text = "开展排查整治工作，" * 1000 + "字" * 5000
    pieces = split_sentences(Passage.of(text, 0))
    assert max(len(piece.text) for piece in pieces) <= LONGEST
    assert "".join(piece.text for piece in pieces) == text
    assert pieces[0].text.endswith("，")
