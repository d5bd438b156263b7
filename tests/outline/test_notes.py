"""Owner notes in running text: how far they reach."""

from __future__ import annotations

import pytest

from zeren.outline.notes import find_notes
from zeren.readers import Passage


@pytest.mark.parametrize(
    ("text", "reached"),
    [
        (
            "宣传组。牵头单位：市委宣传部；成员单位：市文旅局。负责社会宣传、氛围营造。",
            "牵头单位：市委宣传部；成员单位：市文旅局。",
        ),
        ("建设公园三处。责任单位：市园林局。完成时限：2023年底前。", "责任单位：市园林局。完成时限：2023年底前。"),
        ("建设公园三处。牵头单位：市园林局。市财政局配合。", "牵头单位：市园林局。市财政局配合。"),
    ],
)
def test_labels_reach_to_the_next_sentence_of_work(text: str, reached: str) -> None:
    (noted,) = find_notes(Passage.of(text, 0))
    assert noted.labelled
    assert text[noted.start : noted.end] == reached


def test_members_behind_a_label_are_owners() -> None:
    (noted,) = find_notes(Passage.of("宣传组。牵头单位：市委宣传部；成员单位：市教育局、市文旅局。负责社会宣传。", 0))
    assert [(owner.agency, owner.role) for owner in noted.note.assignments] == [
        ("市委宣传部", "lead"),
        ("市教育局", "responsible"),
        ("市文旅局", "responsible"),
    ]
