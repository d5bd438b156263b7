"""Which column of a ledger says what, told by its head over one or several rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from zeren.ledgers.vocabulary import pattern, vocabulary
from zeren.readers.document import Cell, Table
from zeren.wording.numerals import fold

_HEAD_ROWS = 5
"""Rows at the top among which heads are looked for."""
_SEEN = 20
"""Rows of the body that are looked at."""
_CODE = re.compile(r"[1-9A-Y][1-9]\d{6}[0-9A-HJ-NPQRTUWXY]{10}")
"""The form of GB 32100: registering body, kind, territory, organisation, check character."""
_TITLE_CELLS = 2
"""A title above the heads fills so many cells at most; more that name tasks are the heads themselves."""


@dataclass(frozen=True, slots=True)
class Header:
    """Columns of a ledger."""

    rows: tuple[int, ...]
    """The rows that hold heads."""
    blocks: tuple[dict[int, str], ...]
    """Column to field, of the columns that were understood; several where the table is set in columns side by side."""
    heads: tuple[str, ...]
    """Head of every column, its lowest row last."""
    ticks: dict[int, str] = field(default_factory=dict)
    """Columns whose tick names the treatment by their head (关停取缔 √), and that word."""

    @property
    def first(self) -> int:
        """The first row of the body."""
        return self.rows[-1] + 1

    @property
    def width(self) -> int:
        """Columns of one block."""
        return len(self.heads) // len(self.blocks)


def read_header(table: Table) -> Header | None:
    """The head of an enterprise ledger; None where the table names no enterprises or is about something else."""
    for first in range(min(_HEAD_ROWS, len(table.rows))):
        if first and any(re.fullmatch(r"\s*\d{1,4}\s*", cell.text) for cell in table.rows[first]):
            return None  # the body has begun
        depth = _depth(table, first)
        heads = tuple(_head(table, first, depth, column) for column in range(len(table.rows[first])))
        if is_task_head(heads) and len(set(heads)) > _TITLE_CELLS:
            return None
        if blocks := read_columns(heads):
            body = table.rows[first + depth : first + depth + _SEEN]
            width = len(heads) // len(blocks)
            spans = [range(place * width, place * width + width) for place in range(len(blocks))]
            coded = tuple(_with_codes(*block, body) for block in zip(blocks, spans, strict=True))
            ticks = _ticks(heads, body)
            kept = tuple({c: one for c, one in fields.items() if c not in ticks} for fields in coded)
            return Header(tuple(range(first, first + depth)), kept, heads, ticks)
    return None


def _ticks(heads: Sequence[str], body: Sequence[Sequence[Cell]]) -> dict[int, str]:
    """Columns beside each other that say the treatment by a tick below it; none where only one does."""
    found = {}
    for column, head in enumerate(heads):
        texts = {bare(row[column].text) for row in body} - {""}
        name = head.rsplit("/", 1)[-1]
        if pattern("group", "treatment").search(name) and all(pattern("rows", "tick").search(text) for text in texts):
            found[column] = name
    return found if len(found) > 1 else {}


def _with_codes(fields: dict[int, str], columns: range, body: Sequence[Sequence[Cell]]) -> dict[int, str]:
    """The fields with the column of credit codes, known by what it holds where its head does not say so."""
    if "uscc" in fields.values():
        return fields
    for column in columns:
        coded = [bool(_CODE.fullmatch(bare(row[column].text))) for row in body if row[column].text.strip()]
        if column not in fields and coded and sum(coded) > len(coded) / 2:
            return dict(sorted({**fields, column: "uscc"}.items()))
    return fields


def read_columns(heads: Sequence[str]) -> tuple[dict[int, str], ...]:
    """The field of each column, block by block; none where the heads are not those of an enterprise ledger."""
    width = _period(heads)
    fields = _fields(heads[:width])
    if is_task_head(heads) or not _lists_firms(heads, fields):
        return ()
    return tuple({column + start: field for column, field in fields.items()} for start in range(0, len(heads), width))


def _period(heads: Sequence[str]) -> int:
    """Columns after which the heads repeat, where a long list is set side by side; all of them where they do not."""
    count = len(heads)
    widths = (width for width in range(2, count // 2 + 1) if count % width == 0)
    return next((width for width in widths if list(heads) == list(heads[:width]) * (count // width)), count)


def _lists_firms(heads: Sequence[str], fields: dict[int, str]) -> bool:
    """Whether the columns name firms and say something of them; 单位名称 alone may be a public body's."""
    rule = vocabulary()["firm"]
    named = [heads[column] for column, field in fields.items() if field == "name"]
    told = set(fields.values()) - {"number", "name"}
    plainly = any(word in head for head in named for word in rule["plain"])
    return bool(named) and (plainly or bool(told & set(rule["fields"])))


_TASKS = re.compile(
    "工作任务|工作内容|主要任务|重点任务|任务名称|任务内容|具体任务|工作事项|(?:主要|具体|工作)(?:措施|举措)$"
)


def is_task_head(heads: Sequence[str]) -> bool:
    """Whether the table divides work: a column of tasks makes it a plan's own table."""
    return any(_TASKS.search(head) for head in heads)


def _depth(table: Table, first: int) -> int:
    """Rows of the head: those that share merged cells with the first, and rows of heads below a spanning one."""
    reach = first
    for row in range(first + 1, min(first + _HEAD_ROWS, len(table.rows))):
        shared = any(
            cell.origin[0] <= reach and cell.text.strip() and cell.origin[0] >= first for cell in table.rows[row]
        )
        spans = _spans(table, row - 1) and _more_heads(table, row)
        if not shared and not spans:
            break
        reach = row
    return reach - first + 1


def _spans(table: Table, row: int) -> bool:
    """Whether a cell of the row stands over several columns."""
    origins = [cell.origin for cell in table.rows[row] if cell.text.strip()]
    blanks = sum(not cell.text.strip() for cell in table.rows[row])
    return len(set(origins)) < len(origins) or blanks > 0


def _more_heads(table: Table, row: int) -> bool:
    """Whether a row holds heads: most of its cells name fields."""
    texts = {cell.text.strip() for cell in table.rows[row] if cell.text.strip()}
    named = sum(field_of(bare(text)) is not None for text in texts)
    return named >= 2 and not any(re.fullmatch(r"\d+", text) for text in texts)


def bare(text: str) -> str:
    """A head in one width without white space."""
    return fold(re.sub(r"\s", "", text))


def _head(table: Table, first: int, depth: int, column: int) -> str:
    texts = [bare(table.rows[row][column].text) for row in range(first, first + depth)]
    return "/".join(dict.fromkeys(text for text in texts if text))


def _fields(heads: Sequence[str]) -> dict[int, str]:
    """Each field goes to the preferred column of those that fit it, else to the first."""
    fitting: dict[str, list[int]] = {}
    for column, head in enumerate(heads):
        if field := field_of(head.rsplit("/", 1)[-1]) or field_of(head):
            fitting.setdefault(field, []).append(column)
    found = {_preferred(field, columns, heads): field for field, columns in fitting.items()}
    return dict(sorted(found.items()))


def _preferred(field: str, columns: Sequence[int], heads: Sequence[str]) -> int:
    if field not in vocabulary()["preferred"]:
        return columns[0]
    words = pattern("preferred", field)
    return next((column for column in columns if words.search(heads[column])), columns[0])


def field_of(head: str) -> str | None:
    """The field that a head names; None where it names none, or something else although it holds such a word.

    A column of names with their codes is one of names.
    """
    if pattern("other", "words").search(head) and not pattern("other", "unless").search(head):
        return None
    if all(pattern("fields", field).search(head) for field in ("name", "uscc")):
        return "name"
    return next((field for field in vocabulary()["fields"] if pattern("fields", field).search(head)), None)
