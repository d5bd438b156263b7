"""Values of cells as the sheet shows them: dates and percentages by number format, numbers without trailing .0."""

from __future__ import annotations

import datetime
import io
import posixpath
import re
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from zeren.readers.archive import Archive
from zeren.readers.markup import parse_xml

_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/spreadsheetml/main}"
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_BUILT_IN = {
    9: "0%", 10: "0.00%", 14: "yyyy/m/d", 17: "mmm-yy", 22: "yyyy/m/d h:mm", 27: 'yyyy"年"m"月"', 28: 'm"月"d"日"',
    29: 'm"月"d"日"', 30: "m-d-yy", 31: 'yyyy"年"m"月"d"日"', 36: 'yyyy"年"m"月"', 50: 'yyyy"年"m"月"',
    52: 'yyyy"年"m"月"', 57: 'yyyy"年"m"月"', 58: 'm"月"d"日"',
}  # fmt: skip
"""Built-in formats of a Chinese locale (ECMA-376 part 1, 18.8.30) that show something else than the plain value."""
_TOKEN = re.compile(r'"([^"]*)"|\\(.)|(y+|m+|d+|h+|s+)|\[[^\]]*\]|_.|(;)|(.)', re.IGNORECASE)
_CELL = re.compile(r"([A-Z]+)(\d+)$")


def shown(value: Any) -> str:
    """A value in the General format; dates in ISO 8601."""
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return number(float(value)) if isinstance(value, float) else str(value)
    if isinstance(value, datetime.datetime):
        midnight = value.time() == datetime.time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, datetime.date):
        return value.isoformat()
    if isinstance(value, datetime.time):
        return value.isoformat("minutes")
    return str(value)


def number(value: float) -> str:
    """Without a trailing .0 and with the fifteen digits that a sheet keeps; whole numbers without exponent."""
    digits = f"{value:.15g}"
    return f"{Decimal(digits):f}" if "e+" in digits and abs(value) < 1e21 else digits


def in_format(value: Any, code: str) -> str | None:
    """A date with the parts its format shows, a number as a percentage; None where the plain value does as well.

    A format with year, month and day in figures keeps ISO 8601; one that shows the month only, or Chinese characters,
    is followed.
    """
    if isinstance(value, datetime.date):
        return _dated(value, code.split(";")[0])
    if isinstance(value, int | float) and not isinstance(value, bool) and "%" in code:
        places = re.search(r"0\.(0+)%", code)
        return f"{value * 100:.{len(places[1]) if places else 0}f}%"
    return None


def _dated(value: datetime.date, code: str) -> str | None:
    tokens = _TOKEN.findall(code)
    kinds = {token[2][0].lower() for token in tokens if token[2]}
    wide = any(token[0] in ("年", "月", "日") or token[4] in ("年", "月", "日") for token in tokens)
    if not kinds & {"y", "m"} or (not wide and {"y", "m", "d"} <= kinds) or "h" in kinds:
        return None
    text = "".join(token[0] or token[1] or _part(value, token[2].lower()) or token[4] for token in tokens)
    return text.strip() or None


def _part(value: datetime.date, token: str) -> str:
    if not token:
        return ""
    if token[0] == "y":
        return f"{value.year % 100:02d}" if len(token) == 2 else str(value.year)
    figure = value.month if token[0] == "m" else value.day
    return f"{figure:02d}" if len(token) == 2 else str(figure)


class Formats:
    """The number formats of a workbook's cells, looked up only where a sheet holds dates or percentages."""

    def __init__(self, archive: Archive | None, file: str) -> None:
        self._archive = archive
        self._file = file
        self._codes: dict[str, str] | None = None

    def of_sheet(self, sheet: str, values: list[list[Any]]) -> dict[tuple[int, int], str]:
        """Row and column of the cells whose format shows something else than `shown`, with what it shows."""
        codes = self._styles()
        part = self._part_of(sheet) if codes and _may_matter(values, codes) else None
        if self._archive is None or part is None or part not in self._archive:
            return {}
        found: dict[tuple[int, int], str] = {}
        for reference, style in _styled_cells(self._archive.read(part), codes.__contains__):
            place = _place(reference)
            if place and place[0] < len(values) and place[1] < len(values[place[0]]):
                text = in_format(values[place[0]][place[1]], codes[style])
                if text is not None:
                    found[place] = text
        return found

    def _styles(self) -> dict[str, str]:
        """Format codes of the cell styles (index as text) that may show something else than the plain value."""
        if self._codes is None:
            self._codes = {}
            data = self._archive.optional("xl/styles.xml") if self._archive else None
            root = parse_xml(data, self._file) if data else None
            named = {
                item.get("numFmtId"): item.get("formatCode", "")
                for item in (root.iter(_MAIN + "numFmt", _STRICT + "numFmt") if root is not None else ())
            }
            cells = root.find("{*}cellXfs") if root is not None else None
            for index, item in enumerate(cells if cells is not None else ()):
                identity = item.get("numFmtId", "0")
                code = named.get(identity) or _BUILT_IN.get(int(identity) if identity.isdecimal() else 0, "")
                if re.search("[ymd%]", code, re.IGNORECASE):
                    self._codes[str(index)] = code
        return self._codes

    def _part_of(self, sheet: str) -> str | None:
        if self._archive is None or "xl/workbook.xml" not in self._archive:
            return None
        book = parse_xml(self._archive.read("xl/workbook.xml"), self._file)
        relations = self._archive.optional("xl/_rels/workbook.xml.rels")
        identity = next((each.get(_RELATION) for each in book.iter("{*}sheet") if each.get("name") == sheet), None)
        for relation in parse_xml(relations, self._file) if relations else ():
            if relation.get("Id") == identity:
                target = relation.get("Target", "")
                return target.lstrip("/") if target.startswith("/") else posixpath.normpath(f"xl/{target}")
        return None


def _may_matter(values: list[list[Any]], codes: dict[str, str]) -> bool:
    """Whether the sheet holds a date, or a fraction where percentages are in use."""
    kinds = {kind for row in values for kind in set(map(type, row))}
    percent = any("%" in code for code in codes.values())
    return bool(kinds & {datetime.date, datetime.datetime}) or (percent and bool(kinds & {float, int}))


def _styled_cells(data: bytes, wanted: Callable[[str], bool]) -> list[tuple[str, str]]:
    """Reference and style of the cells of a sheet whose style is wanted; the tree is thrown away as it is read."""
    from lxml import etree

    found = []
    events = etree.iterparse(io.BytesIO(data), tag=("{*}c", "{*}row"), resolve_entities=False, no_network=True)
    for _, element in events:
        if element.tag.endswith("}c"):
            style = element.get("s")
            if style is not None and wanted(style):
                found.append((element.get("r", ""), style))
        else:
            element.clear()
    return found


def _place(reference: str) -> tuple[int, int] | None:
    match = _CELL.match(reference)
    if not match:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]) - 1, column - 1
