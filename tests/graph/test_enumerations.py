from __future__ import annotations

from zeren.graph.enumerations import enumerations
from zeren.model import Assignment, Span


def at(start: int, name: str, block: int = 0, header: str | None = None) -> Assignment:
    span = Span(block=block, start=start, end=start + len(name), text=name, row=None, column=None)
    return Assignment(agency=name, role="responsible", header=header, span=span)


def test_names_side_by_side_are_one_enumeration() -> None:
    assert enumerations([at(0, "市水务局"), at(5, "市财政局"), at(12, "市住建局")]) == [1, 1, 1]


def test_a_body_with_a_sentence_of_its_own_begins_another() -> None:
    assert enumerations([at(0, "市水务局"), at(14, "市财政局")]) == [1, 2]
    assert enumerations([at(0, "市水务局"), at(2, "市财政局", block=1)]) == [1, 2]


def test_cells_and_names_without_a_place_are_one() -> None:
    assert enumerations([at(0, "市水务局", header="责任单位"), at(90, "市财政局", header="责任单位")]) == [1, 1]
    assert enumerations([Assignment("市水务局", "lead"), Assignment("市财政局", "joint")]) == [1, 1]
