from __future__ import annotations

from zeren.explorer import figures
from zeren.explorer.burden import burden
from zeren.explorer.picture import Picture
from zeren.explorer.shelf import Material
from zeren.explorer.views.timeline import rows
from zeren.model import Finding


def test_load_leaves_collectives_out(picture: Picture) -> None:
    shares = figures.load(picture)
    assert not any("各县区" in share.name for share in shares)
    assert {(share.kind, share.count) for share in shares if share.name.endswith("工业和信息化局")} == {("lead", 2)}


def test_quarters_have_no_holes(picture: Picture) -> None:
    assert figures.quarters(picture) == (("2025Q2", 1), ("2025Q3", 1), ("2025Q4", 0), ("2026Q1", 1))


def test_dated_tasks_are_counted(picture: Picture) -> None:
    assert figures.dated(picture) == 3
    assert [str(row["date"]) for row in rows(list(picture.tasks))] == ["2025-06-30", "2025-09-30", "2026-03-31"]


def test_findings_by_rule() -> None:
    found = [Finding("b", "warning", None, "", (), "", "")] * 2 + [Finding("a", "error", None, "", (), "", "")]
    assert [(share.name, share.kind, share.count) for share in figures.by_rule(found)] == [
        ("a", "error", 1),
        ("b", "warning", 2),
    ]


def test_burden(material: Material) -> None:
    found = burden(material.shelf.store, material.id, len(material.picture.tasks))
    heaviest = found.loads[0]
    assert (heaviest.name[-7:], heaviest.tasks, heaviest.leads, heaviest.load) == ("工业和信息化局", 2, 2, 2.0)
    assert not any("各县区" in load.name for load in found.loads)
    emergency = {(due.quarter, due.count) for due in found.dues if due.name.endswith("应急管理局")}
    assert emergency == {("2025Q2", 1), ("2025Q3", 1)}
    assert found.peak_tasks == 1
