"""Workbooks (xlsx, xlsm, xlsb, xls, ods): every sheet a table, values as a person sees them."""

from __future__ import annotations

import datetime
import io
from typing import TYPE_CHECKING

from zeren.model import InputError
from zeren.readers.archive import Archive
from zeren.readers.blocks import BlockList
from zeren.readers.document import Cell, Document
from zeren.readers.markup import declares_doctype
from zeren.readers.notices import notice
from zeren.readers.xlsx_formats import Formats, shown

if TYPE_CHECKING:
    from python_calamine import CalamineSheet

Value = int | float | str | bool | datetime.time | datetime.date | datetime.datetime | datetime.timedelta


def read(data: bytes, name: str, form: str = "xlsx") -> Document:
    """One table a sheet, named; rows of title above and of signature below it are paragraphs.

    Formulas give the value stored with them. Hidden sheets are read, with a notice. Raises InputError.
    """
    from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

    archive = _checked(data, name) if data.startswith(b"PK") else None
    blocks = BlockList(name)
    notices: list[str] = []
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
        formats = Formats(archive, name)
        for sheet in workbook.sheets_metadata:
            if sheet.visible != SheetVisibleEnum.Visible:
                notices.append(notice("notice-hidden-sheet", sheet=sheet.name))
            rows = _rows(workbook.get_sheet_by_name(sheet.name), formats)
            blocks.add_table(rows, name=sheet.name)
    except PasswordError as error:
        raise InputError("file-encrypted", file=name) from error
    except (CalamineError, OSError, ValueError) as error:
        raise InputError("file-damaged", file=name, detail=str(error)) from error
    return blocks.document(form, data, notices)


def _checked(data: bytes, name: str) -> Archive:
    archive = Archive(data, name)
    for part, head in archive.verify():
        if part.endswith((".xml", ".rels")) and declares_doctype(head):
            raise InputError("file-unsafe", file=name, detail="DOCTYPE")
    return archive


def _rows(sheet: CalamineSheet, formats: Formats) -> tuple[tuple[Cell, ...], ...]:
    values = sheet.to_python(skip_empty_area=False)
    special = formats.of_sheet(sheet.name, values)
    texts = [[shown(value) if value != "" else "" for value in row] for row in values]
    for place, text in special.items():
        texts[place[0]][place[1]] = text
    merged = sheet.merged_cell_ranges or []
    height, width = _extent(texts, merged)
    grid = [
        [Cell(text, (row, column)) for column, text in enumerate(line[:width])]
        for row, line in enumerate(texts[:height])
    ]
    for row, line in enumerate(grid):
        line += [Cell("", (row, column)) for column in range(len(line), width)]
    for (top, left), (bottom, right) in merged:
        if top < height and left < width:
            stop = min(right + 1, width)
            for covered in grid[top : bottom + 1]:
                covered[left:stop] = [grid[top][left]] * (stop - left)
    return tuple(map(tuple, grid))


def _extent(texts: list[list[str]], merged: list[tuple[tuple[int, int], tuple[int, int]]]) -> tuple[int, int]:
    """Rows and columns up to the last that holds words, merged cells that hold words counted in full."""
    height = width = 0
    for index, line in enumerate(texts):
        last = next((place for place in range(len(line), 0, -1) if line[place - 1]), 0)
        if last:
            height, width = index + 1, max(width, last)
    for (top, left), (bottom, right) in merged:
        if top < height and left < len(texts[top]) and texts[top][left]:
            height, width = max(height, min(bottom + 1, len(texts))), max(width, right + 1)
    return height, width
