"""Tables with separated values (csv, tsv): the separator is found, the encoding too."""

from __future__ import annotations

import csv
import io

from zeren.readers.blocks import BlockList
from zeren.readers.document import Cell, Document
from zeren.readers.encoding import decode
from zeren.readers.grid import filled

_SEPARATORS = ",\t;|"
_COMMA_OF_TEXT = "，"
"""Parts cells only where none of the others does: it stands in the words of most cells."""
_SAMPLE = 1 << 16


def read(data: bytes, name: str, form: str = "csv") -> Document:
    """One table; empty rows at the end are cut. Raises InputError."""
    text, _ = decode(data, name)
    csv.field_size_limit(1 << 30)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator_of(text, form))
    rows = [[" ".join(cell.split(" ")).strip() for cell in row] for row in reader]
    while rows and not any(rows[-1]):
        rows.pop()
    grid: list[list[Cell | None]] = [
        [Cell(text, (index, column)) for column, text in enumerate(row)] for index, row in enumerate(rows)
    ]
    blocks = BlockList(name)
    blocks.add_table(filled(grid))
    return blocks.document(form, data)


def separator_of(text: str, form: str = "csv") -> str:
    """The separator that cuts most lines into the same number (over one) of cells."""
    if form == "tsv":
        return "\t"
    sample = io.StringIO(text[:_SAMPLE], newline="").readlines()

    def score(separator: str) -> tuple[int, int]:
        widths = [len(row) for row in csv.reader(sample, delimiter=separator) if row]
        usual = max(set(widths), key=widths.count, default=1)
        return (widths.count(usual) if usual > 1 else 0, usual)

    best = max(_SEPARATORS, key=score)
    return best if score(best)[0] else max(best, _COMMA_OF_TEXT, key=score)
