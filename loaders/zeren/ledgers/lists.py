"""Enterprises that stand in lines, not in a table: one name a line, names in a sentence, a table that lost its form."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from zeren.ledgers.headers import bare, read_columns
from zeren.ledgers.records import record
from zeren.ledgers.rows import group_name, remarks_of, said
from zeren.ledgers.vocabulary import is_firm_name, pattern
from zeren.model import Enterprise
from zeren.readers.document import Passage

_LEAST = 2
"""Names of firms in a row before they are taken for a list."""
_WIDEST = 20
"""Columns of a ledger among which its first number is looked for."""
_MARKER = re.compile(
    r"\s*(?:[（(]\d{1,3}[)）]|\d{1,3}\s*[.．、]|[-—·•●]|[（(]?[一二三四五六七八九十]{1,3}[）)、.．])?\s*"
)
_ANNOUNCED = re.compile(r"(?:名单|企业|公司|单位)[^：:。；]{0,8}[：:]")


@dataclass(frozen=True, slots=True)
class FirmList:
    """A run of lines that lists enterprises."""

    enterprises: tuple[Enterprise, ...]
    lines: int
    """How many lines it takes from the first."""


def announces_firms(text: str) -> bool:
    """Whether a title or sentence says that enterprises are listed (搬迁企业名单, 下列企业, 失信主体名单如下)."""
    return bool(pattern("list", "announces").search(text)) and not pattern("list", "others").search(text)


def read_list(lines: Sequence[Passage]) -> FirmList | None:
    """The enterprises that the first lines list, one a line, with a code behind the name or none; else None.

    A table that lost its form is read first: heads and cells one a line, or set apart with spaces. Names may also stand
    in one line, parted by 、.
    """
    if table := read_flattened(lines) or read_spaced(lines):
        return table
    if lines and (named := _enumerated(lines[0])):
        return FirmList(named, 1)
    found, group, taken = list[Enterprise](), "", 0
    for count, line in enumerate(lines, 1):
        if firm := _firm(line):
            told = group if pattern("group", "treatment").search(group) else None
            found.append(replace(firm, treatment=told))
            taken = count
        elif heading := group_name(line.text):
            group = heading
        else:
            break
    return FirmList(_numbered(found), taken) if len(found) >= _LEAST else None


def read_sentence(line: Passage) -> tuple[Enterprise, ...]:
    """The enterprises that a sentence names behind a colon (名单如下：甲公司、乙厂。); none where others stand too."""
    announced = _ANNOUNCED.search(line.text)
    if not announced or not announces_firms(line.text[: announced.end()]):
        return ()
    return _enumerated(line[announced.end() :])


def _enumerated(line: Passage) -> tuple[Enterprise, ...]:
    """The enterprises of an enumeration of nothing else."""
    pieces = line.strip("。； ").split(r"[、，；,;]")
    firms = [firm for piece in pieces if (firm := _firm(piece.strip()))]
    return _numbered(firms) if len(firms) == len(pieces) >= _LEAST else ()


def _numbered(firms: Sequence[Enterprise]) -> tuple[Enterprise, ...]:
    """With their place in the list for locator."""
    return tuple(replace(firm, locator=f"#{number}") for number, firm in enumerate(firms, 1))


def _firm(line: Passage) -> Enterprise | None:
    """The enterprise that a line is: number, name, code, and behind a comma what is said of it; None for others."""
    text = line.strip().strip("。；;、，,")
    text = text[_MARKER.match(text.text).end() :]  # type: ignore[union-attr]
    whole, *rest = [text]
    if _MARKER.match(line.text)[0].strip() and not is_firm_name(record({"name": text.text}, ()).name):  # type: ignore[index]
        whole, *rest = _parted(text)
    made = record({"name": whole.text}, ())
    if not is_firm_name(made.name) or any(pattern("list", "duty").search(piece.text) for piece in rest):
        return None
    told = tuple(("", piece.strip().text) for piece in rest if piece.text.strip())
    return replace(made, remarks=told, span=whole.strip()[: len(made.name)].span())


def _parted(text: Passage) -> list[Passage]:
    """What stands before the first comma outside of parentheses, and the rest."""
    stop = re.search("[，,：:。；;](?![^（(]*[）)])", text.text)
    return [text[: stop.start()], text[stop.end() :]] if stop else [text]


# Tables that lost their form


def read_flattened(lines: Sequence[Passage]) -> FirmList | None:
    """A ledger set one cell a line from its heads on; None where the lines do not begin with such heads."""
    texts = [line.text.strip() for line in lines]
    if not texts or bare(texts[0]) != "序号" or "1" not in texts[:_WIDEST]:
        return None
    width = texts.index("1")
    rows = list(_rows(texts, width))
    whole = [lines[start:stop] for start, stop in rows if stop - start == width]
    if len(whole) * 2 < len(rows):
        return None
    return _table(lines[:width], whole, _behind(texts, rows[-1][1]))


def read_spaced(lines: Sequence[Passage]) -> FirmList | None:
    """A ledger whose cells stand apart by runs of spaces; None where the lines do not begin with such heads."""
    heads = _apart(lines[0]) if lines else []
    rows: list[Sequence[Passage]] = []
    for line in lines[1:]:
        cells = _apart(line)
        if len(cells) != len(heads):
            break
        rows.append(cells)
    return _table(heads, rows, 1 + len(rows)) if len(heads) > 1 and rows else None


def _apart(line: Passage) -> list[Passage]:
    return [piece.strip() for piece in line.strip().split(r"[ \t]{2,}|\t|\u3000+") if piece.text.strip()]


def _table(heads: Sequence[Passage], rows: Sequence[Sequence[Passage]], lines: int) -> FirmList | None:
    """The enterprises of rows that are as long as the heads; None where the heads are not those of a ledger."""
    named = [bare(head.text) for head in heads]
    fields = read_columns(named)
    if len(fields) != 1:
        return None
    column = next(column for column, field in fields[0].items() if field == "name")
    found = []
    for number, row in enumerate(rows, 1):
        cells = [said(cell.text.strip()) for cell in row]
        values = {field: cells[place] for place, field in fields[0].items()}
        if values["name"] and not pattern("rows", "template").search(values["name"]):
            made = record(values, remarks_of(named, fields[0], cells))
            place = values.get("number") or f"#{number}"
            found.append(replace(made, locator=place, span=row[column].strip().span()))
    return FirmList(tuple(found), lines) if found else None


def _rows(texts: Sequence[str], width: int) -> Iterator[tuple[int, int]]:
    """First and last line of each row: from its number to that of the next one, the last as long as the heads."""
    place, number = width, 1
    while place < len(texts) and texts[place] == str(number):
        following = next((at for at in range(place + 1, len(texts)) if texts[at] == str(number + 1)), None)
        stop = following if following is not None else min(place + width, len(texts))
        yield place, stop
        place, number = stop, number + 1


def _behind(texts: Sequence[str], place: int) -> int:
    """Behind the sum below the last row, if there is one."""
    if place < len(texts) and pattern("rows", "total").search(texts[place]):
        place += 1
        while place < len(texts) and re.fullmatch(r"[\d.]+[家户个座]?", texts[place]):
            place += 1
    return place
