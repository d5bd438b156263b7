from __future__ import annotations

import datetime
import io

import openpyxl
import pytest

from zeren.readers import Document, Paragraph, Table, read_bytes
from zeren.readers.xlsx_formats import in_format, shown


def saved(book: openpyxl.Workbook) -> Document:
    stream = io.BytesIO()
    book.save(stream)
    return read_bytes(stream.getvalue(), "台账.xlsx")


def grid(document: Document, index: int = 0) -> list[list[str]]:
    table = document.blocks[index]
    assert isinstance(table, Table)
    return [[cell.text for cell in row] for row in table.rows]


def test_values_as_a_person_sees_them() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.append(["值", 1.0, 2.50, 0.1 + 0.2, 913501285811369413, True, None])
    sheet.append([datetime.date(2021, 6, 30), datetime.date(2021, 6, 1), datetime.date(2021, 6, 1), 0.305, "=1+1"])
    for column, code in enumerate(["yyyy-mm-dd", 'yyyy"年"m"月"', 'yyyy"年"m"月"d"日";@', "0.0%"], 1):
        sheet.cell(2, column).number_format = code
    assert grid(saved(book)) == [
        ["值", "1", "2.5", "0.3", "913501285811369000", "TRUE"],
        ["2021-06-30", "2021年6月", "2021年6月1日", "30.5%", "", ""],
    ]


def test_title_row_stands_above_and_merged_cells_begin_where_they_stand() -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "分工表"
    sheet["B2"], sheet["B3"], sheet["C3"], sheet["C4"] = "总表", "任务", "单位", "市局"
    sheet.merge_cells("B2:D2")
    sheet.merge_cells("B3:B4")
    document = saved(book)
    assert grid(document, 1) == [["", "任务", "单位", ""], ["", "任务", "市局", ""]]
    title, table = document.blocks
    assert isinstance(title, Paragraph) and isinstance(table, Table)
    assert (title.text, table.name, table.rows[1][1].origin) == ("总表", "分工表", (0, 1))


def test_hidden_and_empty_sheets() -> None:
    book = openpyxl.Workbook()
    hidden = book.create_sheet("底稿")
    hidden["A1"] = "甲"
    hidden.sheet_state = "hidden"
    document = saved(book)
    assert [block.text for block in document.blocks if isinstance(block, Paragraph)] == ["甲"]
    assert document.notices == ("notice-hidden-sheet|sheet=底稿",)


@pytest.mark.parametrize(
    ("code", "expected"),
    [("yyyy/m", "2023/4"), ("m月d日", "4月5日"), ("yyyy-mm-dd", None), ("yyyy/m/d h:mm", None), ("General", None)],
)
def test_date_formats(code: str, expected: str | None) -> None:
    assert in_format(datetime.date(2023, 4, 5), code) == expected


def test_times_and_moments() -> None:
    assert shown(datetime.datetime(2023, 4, 5, 9, 30)) == "2023-04-05 09:30"
    assert shown(datetime.datetime(2023, 4, 5)) == "2023-04-05"
    assert shown(datetime.time(9, 30)) == "09:30"
