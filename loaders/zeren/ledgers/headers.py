"""Which column of a ledger says what, told by its head over one or several rows."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from zeren.readers.document import Table
from zeren.wording.numerals import fold

_HEAD_ROWS = 5
"""Rows at the top among which heads are looked for."""
_TITLE_CELLS = 2
"""A title above the heads fills so many cells at most; more that name tasks are the heads themselves."""


@dataclass(frozen=True, slots=True)
class Header:
    """Columns of a ledger."""

    rows: tuple[int, ...]
    """The rows that hold heads."""
    fields: dict[int, str]
    """Field of the columns that were understood."""
    heads: tuple[str, ...]
    """Head of every column, its lowest row last."""

    @property
    def first(self) -> int:
        """The first row of the body."""
        return self.rows[-1] + 1


def read_header(table: Table) -> Header | None:
    """The head of an enterprise ledger; None where the table names no enterprises or is about something else."""
    for first in range(min(_HEAD_ROWS, len(table.rows))):
        if first and any(re.fullmatch(r"\s*\d{1,4}\s*", cell.text) for cell in table.rows[first]):
            return None  # the body has begun
        depth = _depth(table, first)
        heads = tuple(_head(table, first, depth, column) for column in range(len(table.rows[first])))
        if is_task_head(heads) and len(set(heads)) > _TITLE_CELLS:
            return None
        fields = _fields(heads)
        if _lists_firms(heads, fields) and not is_task_head(heads):
            return Header(tuple(range(first, first + depth)), fields, heads)
    return None


def _lists_firms(heads: tuple[str, ...], fields: dict[int, str]) -> bool:
    """Whether the columns name firms and say something of them; 单位名称 alone may be a public body's."""
    rule = vocabulary()["firm"]
    named = [heads[column] for column, field in fields.items() if field == "name"]
    told = set(fields.values()) - {"number", "name"}
    plainly = any(word in head for head in named for word in rule["plain"])
    return bool(named) and bool(told if plainly else told & set(rule["fields"]))


_TASKS = re.compile(
    "工作任务|工作内容|主要任务|重点任务|任务名称|任务内容|具体任务|工作事项|(?:主要|具体|工作)(?:措施|举措)$"
)


def is_task_head(heads: tuple[str, ...]) -> bool:
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
    named = sum(_field(fold(re.sub(r"\s", "", text))) is not None for text in texts)
    return named >= 2 and not any(re.fullmatch(r"\d+", text) for text in texts)


def _head(table: Table, first: int, depth: int, column: int) -> str:
    texts = [fold(re.sub(r"\s", "", table.rows[row][column].text)) for row in range(first, first + depth)]
    return "/".join(dict.fromkeys(text for text in texts if text))


def _fields(heads: tuple[str, ...]) -> dict[int, str]:
    """Each field goes to the first column that fits."""
    found: dict[int, str] = {}
    for column, head in enumerate(heads):
        field = _field(head.rsplit("/", 1)[-1]) or _field(head)
        if field and field not in found.values():
            found[column] = field
    return found


def _field(head: str) -> str | None:
    words = vocabulary()
    if any(re.search(word, head) for word in words["other"]["words"]) and not re.search("完成时间|信用代码", head):
        return None
    return next(
        (field for field, patterns in words["fields"].items() if any(re.search(word, head) for word in patterns)), None
    )


@cache
def vocabulary() -> dict[str, dict[str, list[str]]]:
    """The tables of `ledger.toml`."""
    return tomllib.loads(files("zeren.ledgers").joinpath("ledger.toml").read_text("utf-8"))
