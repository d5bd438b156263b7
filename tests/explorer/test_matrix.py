from __future__ import annotations

from dataclasses import replace

from zeren.explorer.components.matrix import columns
from zeren.explorer.matrix import matrix
from zeren.explorer.picture import Picture


def test_rows_columns_and_cells(picture: Picture) -> None:
    found = matrix(picture)
    assert len(found.columns) == 5
    assert len(found.rows) == len(picture.bodies)
    cell = next(cell for cell in found.cells if cell.column == picture.tasks[0].id and cell.role == "lead")
    assert picture.body[cell.row].name.endswith("应急管理局")


def test_the_strongest_role_stands_in_the_cell(picture: Picture) -> None:
    lead = picture.duties[0]
    both = replace(picture, duties=(*picture.duties, replace(lead, id="x", role="support")))
    cell = next(cell for cell in matrix(both).cells if (cell.row, cell.column) == (lead.body, lead.task))
    assert cell.role == "lead"
    assert {duty.role for duty in cell.duties} == {"lead", "support"}


def test_orders(picture: Picture) -> None:
    loads = [(row.total, row.load) for row in matrix(picture, order="load").rows]
    assert loads == sorted(loads, reverse=True)
    names = [row.name for row in matrix(picture, order="name").rows]
    assert names == sorted(names)
    assert [row.id for row in matrix(picture, order="appearance").rows] == [body.id for body in picture.bodies]


def test_a_section_narrows_the_columns(picture: Picture) -> None:
    found = matrix(picture, picture.sections[1].id)
    assert [task.locator for task in found.columns] == ["二（一）", "二（二）"]
    assert [row.total for row in found.rows] == [1]


def test_heads_mark_gaps_and_sections(picture: Picture) -> None:
    heads = columns(matrix(picture), picture)
    assert [head["gap"] for head in heads] == [False, False, False, False, True]
    assert heads[0]["section_label"] == "一、源头管控"
