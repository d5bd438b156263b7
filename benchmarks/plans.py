"""Plans made up for measuring and for tests at size: the same number of tasks and seed give the same plans.

Places, firms and papers are invented. The mix of roles, time limits and faults follows what real tables of tasks show:
few bodies carry most tasks, one row in fifty names nobody, some rows are said twice under two bodies.
"""

from __future__ import annotations

import datetime as dt
import itertools
import tomllib
from collections.abc import Iterator
from pathlib import Path
from random import Random

from zeren.model import Assignment, Deadline, Enterprise, Group, Plan, Section, Span, Task
from zeren.model.plan import Role

TASKS_A_PLAN = 60

_PLACES = [a + b + "市" for a in "云石青白松江临永安平河海金玉" for b in "岭川泽原州湖"]
_WORDS: dict[str, list[str]] = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))
_ROLES: tuple[tuple[Role, int], ...] = (
    ("responsible", 50),
    ("support", 25),
    ("lead", 14),
    ("joint", 6),
    ("supervise", 4),
    ("accountable", 1),
)


def generate_plans(tasks: int, seed: int = 0) -> list[Plan]:
    """Plans with so many tasks in all, 60 to a plan."""
    rest = itertools.repeat(TASKS_A_PLAN, tasks // TASKS_A_PLAN)
    sizes = [*rest, *([tasks % TASKS_A_PLAN] if tasks % TASKS_A_PLAN else [])]
    return [_plan(Random(f"{seed}-{number}"), number, size) for number, size in enumerate(sizes)]


def _plan(random: Random, number: int, size: int) -> Plan:
    place = _PLACES[number % len(_PLACES)]
    issued = dt.date(2019, 1, 10) + dt.timedelta(days=random.randrange(1500))
    sections = tuple(_sections(size))
    tasks = tuple(_tasks(random, size, issued.year, sections))
    return Plan(
        title=f"{place}第{number + 1}号重点工作任务分解方案",
        jurisdiction=place,
        document_number=f"{place[0]}政办〔{issued.year}〕{number + 1}号",
        issued=issued.isoformat() if random.random() > 0.1 else None,
        sections=sections,
        tasks=tasks,
        groups=(_group(random, place),) if random.random() < 0.5 else (),
        enterprises=tuple(_enterprises(random, number)) if random.random() < 0.2 else (),
        source=f"plan-{number + 1}.docx",
        sha256=f"{number:064x}",
    )


def _sections(size: int) -> Iterator[Section]:
    """A section for every ten tasks, every second one below the one before."""
    for place in range((size + 9) // 10):
        parent = None if place % 2 == 0 else str(place - 1)
        title = _WORDS["matters"][place % 20] + "部分"
        yield Section(str(place), str(place + 1), title, parent, place, 1 if parent is None else 2)


def _tasks(random: Random, size: int, year: int, sections: tuple[Section, ...]) -> Iterator[Task]:
    said: list[str] = []
    for place in range(size):
        again = said and random.random() < 0.04
        text = random.choice(said) if again else _text(random)
        said.append(text)
        yield Task(
            id=str(place + 1),
            number=str(place + 1),
            section=sections[place // 10].id,
            text=text,
            assignments=tuple(_assignments(random)),
            deadlines=tuple(_deadlines(random, year)),
            cites=(f"关于加强{random.choice(_WORDS['objects'])}管理的意见",) if random.random() < 0.1 else (),
            produces=(_title(random),) if random.random() < 0.05 else (),
            position=place,
            locator=str(place + 1),
            columns=("责任单位", "配合单位", "完成时限") if place % 3 else ("责任单位", "完成时限"),
            span=Span(1, 0, len(text), text, place + 1, 2),
        )


def _text(random: Random) -> str:
    parts = [_WORDS["verbs"], _WORDS["objects"], _WORDS["matters"]]
    clauses = ["".join(random.choice(words) for words in parts) for _ in range(random.randint(1, 3))]
    return "，".join(clauses) + "。"


def _title(random: Random) -> str:
    return random.choice(_WORDS["objects"]) + random.choice(_WORDS["matters"])


def _body(random: Random) -> str:
    """Few bodies carry most: the k-th has a weight of about 1/k."""
    if random.random() < 0.12:
        return random.choice(_WORDS["collectives"])
    if random.random() < 0.02:
        return "市" + random.choice(_WORDS["old_bodies"])
    bodies = _WORDS["bodies"]
    return "市" + bodies[min(int((len(bodies) + 1) ** random.random()) - 1, len(bodies) - 1)]


def _assignments(random: Random) -> Iterator[Assignment]:
    if random.random() < 0.02:
        return
    names = list(dict.fromkeys(_body(random) for _ in range(random.randint(1, 5))))
    roles = [role for role, _ in _ROLES]
    weights = [weight for _, weight in _ROLES]
    for position, name in enumerate(names, 1):
        role = random.choices(roles, weights)[0] if position > 1 or random.random() < 0.5 else "lead"
        header = "配合单位" if role == "support" else "责任单位"
        yield Assignment(name, role, position, None, header, span=Span(1, 0, len(name), name, position, 3))


def _deadlines(random: Random, year: int) -> Iterator[Deadline]:
    draw = random.random()
    if draw < 0.5:
        yield _by(random, year, "column")
    if 0.4 < draw < 0.55:
        yield _by(random, year, "text")
    if 0.55 < draw < 0.7:
        yield Deadline("ongoing", "持续推进", source="column")
    if 0.65 < draw < 0.75:
        yield Deadline("recurring", "每季度", rrule="FREQ=MONTHLY;INTERVAL=3")


def _by(random: Random, year: int, source: str) -> Deadline:
    month, day = random.choice(((12, 31), (12, 31), (6, 30), (9, 30), (3, 31)))
    date = dt.date(year + random.choice((0, 0, 1, 1, 2)), month, day)
    words = f"{date.year}年{date.month}月底前"
    return Deadline("by", words, date.isoformat(), source="column" if source == "column" else "text")


def _group(random: Random, place: str) -> Group:
    members = tuple(dict.fromkeys("市" + random.choice(_WORDS["bodies"]) for _ in range(8)))
    sunset = "任务完成后自行撤销" if random.random() < 0.3 else None
    return Group(f"{place}专项工作领导小组", members, members[0] if random.random() < 0.7 else None, sunset)


def _enterprises(random: Random, number: int) -> Iterator[Enterprise]:
    for place in range(20):
        yield Enterprise(
            name=f"{_PLACES[number % len(_PLACES)][:2]}{random.choice('华盛恒瑞泰丰')}{place}化工有限公司",
            jurisdiction=_PLACES[number % len(_PLACES)],
            industry="化学原料和化学制品制造业",
            treatment=random.choice(("改造提升", "搬迁升级", "原址关闭")),
            agency="市" + random.choice(_WORDS["bodies"]),
            span=Span(2, 0, 8, "化工有限公司", place + 1, 1),
        )
