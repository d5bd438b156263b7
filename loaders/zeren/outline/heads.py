"""What a column head means: number, task, owners, time limit …"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from zeren.model import Role
from zeren.wording.owners import column_role

ColumnKind = Literal[
    "number", "section", "task", "detail", "owner", "deadline", "person", "remark", "target", "period", "body", "other"
]
"""`detail` is the finer of two task columns; `period` a year or quarter with goals
or ticks, `body` a body with signs."""

_LONGEST = 16


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a task table."""

    kind: ColumnKind
    head: str
    """The head as written, without white space; empty where the table has none."""
    role: Role | None = None


@cache
def _words() -> dict[ColumnKind, re.Pattern[str]]:
    data = tomllib.loads(files("zeren.outline").joinpath("heads.toml").read_text("utf-8"))
    order = sorted(data, key=list(data).index)
    kinds: dict[str, ColumnKind] = {kind: kind for kind in get_args(ColumnKind)}
    return {kinds[name]: re.compile("|".join(data[name]["words"])) for name in order}


@cache
def read_head(text: str) -> Column | None:
    """The column that a head opens; None where the words are no known head."""
    head = re.sub(r"\s+", "", text)
    bare = re.sub(r"[（(【\[].{0,200}?[)）】\]]", "", head).strip("：:*")
    if not bare or len(bare) > _LONGEST or re.search("[。；，]", bare):
        return None
    words = _words()
    if words["number"].search(bare):
        return Column("number", head)
    if words["period"].search(bare):
        return Column("period", head)
    if role := column_role(bare) or column_role(head):
        return Column("owner", head, role)
    if words["person"].search(bare):
        return Column("person", head)
    return next((Column(kind, head) for kind, known in words.items() if known.search(bare)), None)
