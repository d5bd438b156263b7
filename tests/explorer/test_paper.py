from __future__ import annotations

from tests.explorer import sample

from zeren.explorer.marks import Mark, finding_mark, marks
from zeren.explorer.paper import PART, part, part_of, parts, places, surroundings
from zeren.explorer.picture import Picture
from zeren.explorer.shelf import Material
from zeren.model import Finding
from zeren.readers.document import Cell, Document, Paragraph, Table


def test_marks_quote_the_document(picture: Picture) -> None:
    document = sample.document()
    found = marks(sample.plan(), picture)
    assert {mark.kind for mark in found} == {"section", "task", "body", "deadline", "group", "unknown"}
    for mark in found:
        block = document.blocks[mark.block]
        text = block.rows[mark.row or 0][mark.column or 0].text if isinstance(block, Table) else block.text
        assert text[mark.start : None if mark.end < 0 else mark.end] == mark.words


def test_a_document_is_shown_by_parts() -> None:
    long = Document("x", "txt", "", tuple(Paragraph(n, f"第{n}段") for n in range(PART * 2 + 10)))
    last = Mark("m", "task", "第", PART * 2, 0, 1)
    assert parts(long) == 3
    assert part_of(long, last) == 2
    assert next(block.index for block in part(long, 2, [last]).blocks) == PART * 2
    assert part(long, 0, [last]).marks == ()


def test_surroundings_show_only_what_is_near() -> None:
    long = Document("x", "txt", "", tuple(Paragraph(n, f"第{n}段") for n in range(100)))
    shown = surroundings(long, [Mark("a", "task", "", 10, 0, 1), Mark("b", "task", "", 50, 0, 1)], [], margin=1)
    assert [(block.index, block.skipped) for block in shown.blocks] == [
        (9, False), (10, False), (11, False), (49, True), (49, False), (50, False), (51, False),
    ]  # fmt: skip


def test_merged_cells_are_drawn_once_and_keep_their_marks() -> None:
    merged = Cell("市应急管理局", (0, 1))
    table = Table(0, ((Cell("1", (0, 0)), merged), (Cell("2", (1, 0)), merged), (Cell("3", (2, 0)), merged)))
    document = Document("x", "docx", "", (table,))
    assert len(places(document)) == 3
    shown = surroundings(
        document, [Mark("m", "body", "", 0, 0, 6, 2, 1)], [Mark("m", "body", "", 0, 0, 6, 2, 1)], margin=1
    )
    rows = shown.blocks[0].rows
    assert [len(row.cells) for row in rows] == [2, 1]
    assert (rows[0].cells[1].down, rows[0].cells[1].across) == (2, 1)
    assert (shown.marks[0].row, shown.marks[0].column) == (1, 1)


def test_a_finding_stands_where_its_task_stands(material: Material) -> None:
    task = next(task for task in material.picture.tasks if task.id in material.picture.unowned)
    finding = Finding("unowned-task", "error", task.locator, "别的话", (), "", "", about=(task.id,))
    mark = finding_mark(finding, material.marks)
    assert mark is not None
    assert (mark.block, mark.words) == (5, "建立退出企业名录库")
    assert finding_mark(Finding("x", "info", None, "", (), "", ""), material.marks) is None


def test_a_finding_about_a_firm_stands_at_its_row() -> None:
    row = Mark("enterprise:3", "enterprise", "云岭恒泰石材有限公司", 1, 0, 10, 4, 1, note="云岭恒泰石材有限公司")
    finding = Finding(
        "uscc-invalid", "error", None, "9199", ("云岭恒泰石材有限公司",), "", "", plan="p", about=("enterprise-1",)
    )
    found = finding_mark(finding, (row,))
    assert found is not None
    assert (found.block, found.row, found.column) == (1, 4, 1)
