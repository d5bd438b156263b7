"""Plans made of invented places, bodies, tasks and limits, with the facts they state."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

PLACES = (
    ("临澜市", "市"), ("青禾县", "县"), ("望江区", "区"), ("乌兰旗", "旗"), ("江北省", "省"), ("白石镇", "镇"), ("松潭县", "县"), ("岱山口市", "市"),
)  # fmt: skip
AIMS = (
    "冷链物流",
    "全民阅读",
    "农村公路养护",
    "数字政务",
    "城市内涝治理",
    "养老服务",
    "护林防火",
    "节约用水",
    "电子商务",
    "残疾人就业",
)
KINDS = (
    ("工作方案", "方案"),
    ("三年行动方案", "方案"),
    ("实施方案", "方案"),
    ("重点任务分工表", "表"),
    ("任务清单", "表"),
)
FIELDS = (
    "发展改革", "财政", "教育", "水利", "民政", "司法", "审计", "商务", "自然资源", "农业农村", "交通运输", "市场监管", "卫生健康", "应急管理", "林业和草原",
    "人力资源和社会保障", "住房和城乡建设", "文化和旅游", "工业和信息化", "退役军人事务", "生态环境", "医疗保障", "统计", "科技",
)  # fmt: skip
OTHERS = (
    "{0}委宣传部",
    "{0}政府办公室",
    "{0}消防救援大队",
    "{0}妇联",
    "{0}供销社",
    "{0}残联",
    "{0}融媒体中心",
    "{0}公安局交警大队",
)
BELOW = {
    "省": "各市（州）人民政府", "市": "各县（市、区）人民政府", "县": "各乡镇人民政府（街道办事处）", "区": "各街道办事处", "旗": "各苏木镇人民政府", "镇": "各村民委员会",
}  # fmt: skip
GROUPS = (
    "夯实设施基础",
    "强化要素保障",
    "提升服务水平",
    "完善工作机制",
    "培育市场主体",
    "加强安全防范",
    "优化空间布局",
    "拓展应用场景",
)
WORK = (
    "新建{0}处标准化服务站点", "改造{0}公里老旧管网", "培训{0}名基层业务骨干", "建成覆盖城乡的信息平台并开展{0}次试运行", "整治安全隐患{0}处，逐一建立台账",
    "编制专项规划并完成{0}轮论证", "补齐{0}个薄弱环节", "开展{0}场惠民宣传活动，提高群众知晓率", "更新{0}台（套）老化设备", "推行清单化管理，公布{0}项服务标准",
    "盘活闲置场地{0}处，完善配套设施", "选树{0}个先进典型", "储备{0}吨应急物资，健全轮换办法",
)  # fmt: skip
ROLES = ("lead", "responsible", "support", "supervise")


@dataclass(frozen=True)
class Limit:
    """A time limit as it is written and as a fact; no wording where there is none."""

    written: str = ""
    fact: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Work:
    """A task with the names of each role, in order."""

    group: int
    text: str
    owners: dict[str, tuple[str, ...]]
    limit: Limit


@dataclass(frozen=True)
class Made:
    """A plan as it was made up."""

    place: str
    title: str
    issued: tuple[int, int, int]
    groups: tuple[str, ...]
    tasks: tuple[Work, ...]

    @property
    def day(self) -> str:
        return "{}年{}月{}日".format(*self.issued)

    @property
    def issuer(self) -> str:
        return f"{self.place}人民政府办公室"


def bodies(level: str) -> list[str]:
    """Bodies of a place with that level character."""
    kind = {"省": "厅", "镇": "办公室"}.get(level, "局")
    return [*(level + field + kind for field in FIELDS), *(name.format(level) for name in OTHERS)]


def limit(chance: random.Random, year: int) -> Limit:
    """One of the usual wordings with what it means."""
    month, later = chance.randint(1, 6), chance.randint(7, 12)
    last = {1: 31, 2: 28, 3: 31, 4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31}
    return chance.choice(
        (
            Limit(f"{year}年底前", {"type": "by", "date": f"{year}-12-31"}),
            Limit(f"{year}年{later}月底前", {"type": "by", "date": f"{year}-{later:02}-{last[later]}"}),
            Limit(f"{year}年{later}月15日前", {"type": "by", "date": f"{year}-{later:02}-15"}),
            Limit(f"{year}年上半年", {"type": "by", "date": f"{year}-06-30"}),
            Limit(
                f"{year}年{month}月至{later}月",
                {"type": "between", "start": f"{year}-{month:02}-01", "date": f"{year}-{later:02}-{last[later]}"},
            ),
            Limit("长期坚持", {"type": "ongoing"}),
            Limit("每季度", {"type": "recurring", "rrule": "FREQ=MONTHLY;INTERVAL=3"}),
            Limit("每月", {"type": "recurring", "rrule": "FREQ=MONTHLY"}),
            Limit(),
        )
    )


def make(seed: int) -> Made:
    """The plan of a seed; the same seed gives the same plan."""
    chance = random.Random(seed)
    place, level = chance.choice(PLACES)
    year = chance.randint(2019, 2026) if chance.random() < 0.9 else 2023
    year -= year % 4 == 0  # February has 28 days
    kind, _ = chance.choice(KINDS)
    groups = tuple(chance.sample(GROUPS, chance.randint(2, 4)))
    tasks = []
    for group in range(len(groups)):
        for text in chance.sample(WORK, chance.randint(1, 4)):
            tasks.append(Work(group, text.format(chance.randint(2, 90)), owners(chance, level), limit(chance, year)))
    title = f"{place}{year}年{chance.choice(AIMS)}{kind}"
    return Made(place, title, (year, chance.randint(1, 3), chance.randint(1, 28)), groups, tuple(tasks))


def owners(chance: random.Random, level: str) -> dict[str, tuple[str, ...]]:
    """Bodies by role: somebody leads or answers, others may help or watch."""
    names = chance.sample(bodies(level), 8)
    found: dict[str, tuple[str, ...]] = dict.fromkeys(ROLES, ())
    main = chance.choice((("lead",), ("lead", "responsible"), ("responsible",)))
    for role in main:
        found[role] = tuple(names.pop() for _ in range(chance.randint(1, 3)))
    if chance.random() < 0.6:
        found["support"] = tuple(names.pop() for _ in range(chance.randint(1, 2)))
        if chance.random() < 0.4:
            found["support"] += (BELOW[level],)
    return found


def facts(plan: Made, texts: list[str], numbered: bool = True) -> dict[str, Any]:
    """The facts of a plan whose tasks stand with these texts; `numbered`: groups have 一, 二 …"""
    numerals = "一二三四五六七八"
    sections = [
        {"id": str(place), "number": numerals[place] if numbered else None, "title": title, "parent": None}
        for place, title in enumerate(plan.groups)
    ]
    tasks = [
        {
            "section": str(task.group),
            "text": text,
            "assignments": [{"agency": name, "role": role} for role in ROLES for name in task.owners[role]],
            "deadlines": [task.limit.fact] if task.limit.fact else [],
        }
        for task, text in zip(plan.tasks, texts, strict=True)
    ]
    head = {"title": plan.title, "jurisdiction": plan.place, "issued": "{}-{:02}-{:02}".format(*plan.issued)}
    return {"plan": head, "sections": sections, "tasks": tasks}
