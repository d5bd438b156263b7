"""Hand-written plans with the facts a careful reader takes from them, in one file each.

A file is the text of the plan, a line `=====`, and the facts, one a line, in document order:

    P title | jurisdiction | number | issued | status     the plan ("-": none, "?-": either reading is right)
    ## num title                                          a section, as deep as it has marks ("-": no number; "##?" optional)
    #@ num                                                what follows stands again under the last section of that depth
    * num | first words…last words | owners | deadlines | cites | produces       a task ("*?" optional, "*@" under no section)
    G name | members | office                             a group ("?" before an item: optional)

Owners are "L body body; S body" with the initial of the role (A accountable, L lead, R responsible, J joint, S support,
V supervise); deadlines "by DATE", "start DATE", "between DATE DATE", "rec FREQ INTERVAL", "ongoing", "cond".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "data" / "prose"
ROLES = {"A": "accountable", "L": "lead", "R": "responsible", "J": "joint", "S": "support", "V": "supervise"}


def names() -> list[str]:
    return sorted(path.name.removesuffix(".plan") for path in FOLDER.glob("*.plan"))


def file_name(name: str) -> str:
    """The name the text goes by as a file: plain text, unless the name says otherwise (31-meeting.md)."""
    return name if "." in name else f"{name}.txt"


def read(name: str) -> tuple[bytes, dict[str, Any]]:
    """The text of the plan as a file, and its facts in the interchange format."""
    text, facts = (FOLDER / f"{name}.plan").read_text("utf-8").split("\n=====\n")
    return text.encode(), _Facts(text, facts.splitlines()).read()


def settled(read_plan: Mapping[str, Any], facts: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    """What was read and the facts, both without the tasks and the groups' members on which careful readers differ."""
    free = [_bare(task["text"]) for task in facts["tasks"] if task.get("optional")]
    tasks = [task for task in read_plan["tasks"] if not any(_bare(task["text"]) in text for text in free)]
    doubted = {member for group in facts["groups"] if group.get("optional") for member in group["members"]}
    groups = [
        {**group, "members": [member for member in group["members"] if member not in doubted]}
        for group in read_plan["groups"]
    ]
    sure = {key: [item for item in facts[key] if not item.get("optional")] for key in ("tasks", "groups")}
    return {**read_plan, "tasks": tasks, "groups": groups}, {**facts, **sure}


def _bare(text: str) -> str:
    return re.sub(r"\s+", "", text).strip("。；")


class _Facts:
    def __init__(self, text: str, lines: list[str]) -> None:
        self.text = re.sub(r"\s+", "", text)
        self.at = 0
        self.lines = [line for line in lines if line.strip()]
        self.open: dict[int, str] = {}
        self.section: str | None = None
        self.facts: dict[str, Any] = {"plan": {}, "sections": [], "tasks": [], "groups": [], "enterprises": []}

    def read(self) -> dict[str, Any]:
        readers = {"P": self.plan, "#": self.heading, "*": self.task, "G": self.group}
        for line in self.lines:
            readers[line[0]](line)
        return self.facts

    def plan(self, line: str) -> None:
        title, place, number, issued, status = _fields(line[1:], 5)
        given = {"title": title, "jurisdiction": place, "document_number": number, "issued": issued, "status": status}
        self.facts["plan"] = {key: None if value in ("-", "?-") else value for key, value in given.items()}

    def heading(self, line: str) -> None:
        marks, number, *title = line.split(" ", 2)
        depth = marks.count("#")
        if marks.endswith("@"):
            self.section = self.open[depth]
            return
        section = {
            "id": f"s{len(self.facts['sections']) + 1}",
            "number": None if number == "-" else number,
            "title": title[0],
            "parent": self.open.get(depth - 1),
            **({"optional": True} if marks.endswith("?") else {}),
        }
        self.facts["sections"].append(section)
        self.open = {**{d: s for d, s in self.open.items() if d < depth}, depth: section["id"]}
        self.section = section["id"]

    def task(self, line: str) -> None:
        mark, rest = line.split(" ", 1) if " " in line else (line, "")
        if mark == "*@":
            self.section = None
            return
        number, unit, owners, deadlines, cites, produces = _fields(rest, 6)
        self.facts["tasks"].append(
            {
                "id": str(len(self.facts["tasks"]) + 1),
                "number": None if number == "-" else number,
                "section": self.section,
                "text": self.unit(unit),
                "assignments": list(_assignments(owners)),
                "deadlines": list(_deadlines(deadlines)),
                "cites": cites.split(),
                "produces": [produces] if produces else [],
                **({"optional": True} if mark.endswith("?") else {}),
            }
        )

    def unit(self, words: str) -> str:
        """The stretch of the text between the first and the last words, after the task before."""
        first, _, last = ("".join(words.split())).partition("…")
        start = self.text.index(first, self.at)
        end = self.text.index(last, start + len(first)) + len(last) if last else start + len(first)
        self.at = start + 1
        return self.text[start:end]

    def group(self, line: str) -> None:
        name, members, office = _fields(line[1:], 3)
        listed = members.split()
        sure = [member for member in listed if not member.startswith("?")]
        group = {"name": name, "office": None if office in ("-", "") else office}
        self.facts["groups"].append({**group, "members": sure})
        if len(sure) < len(listed):
            doubted = [member[1:] for member in listed if member.startswith("?")]
            self.facts["groups"].append({"name": name, "office": None, "members": doubted, "optional": True})


def _fields(line: str, count: int) -> list[str]:
    found = [field.strip() for field in line.split("|")]
    return found + [""] * (count - len(found))


def _items(field: str) -> Iterator[tuple[str, list[str], bool]]:
    for item in field.split(";"):
        kind, *values = item.strip().lstrip("?").split() or [""]
        if kind:
            yield kind, values, item.strip().startswith("?")


def _assignments(field: str) -> Iterator[dict[str, Any]]:
    for kind, bodies, optional in _items(field):
        for body in bodies:
            yield {"agency": body, "role": ROLES[kind], **({"optional": True} if optional else {})}


def _deadlines(field: str) -> Iterator[dict[str, Any]]:
    for kind, values, optional in _items(field):
        read: dict[str, Any] = {"text": ""}
        if kind == "rec":
            read |= {"type": "recurring", "rrule": f"FREQ={values[0]};INTERVAL={values[1]}"}
        elif kind == "between":
            read |= {"type": "between", "start": values[0], "date": values[1]}
        else:
            read |= {
                "type": {"start": "start_by", "cond": "conditional"}.get(kind, kind),
                "date": (values or [None])[0],
            }
        yield read | ({"optional": True} if optional else {})
