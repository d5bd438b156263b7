"""Places: their level, what they belong to, their short names; and what the form of a name says of its level.

The data are the administrative divisions of GB/T 2260 in the editions of 2005 to 2019, with the changes made since by
name. `until` is the year in which a division was last seen; it only serves to prefer living places.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.resources import files

from zeren.agencies.bodies import Level

NATION = "全国"
"""The jurisdiction of a plan of the state, as the annotation guideline writes it."""

_SUFFIXES: dict[str, Level] = {
    "特别行政区": "province", "自治区": "province", "省": "province",
    "自治州": "city", "地区": "city", "盟": "city", "市": "city", "州": "city",
    "自治县": "county", "自治旗": "county", "林区": "county", "新区": "county", "开发区": "county", "高新区": "county",
    "经开区": "county", "实验区": "county", "园区": "county", "县": "county", "旗": "county", "区": "county",
    "街道": "township", "苏木": "township", "镇": "township", "乡": "township",
}  # fmt: skip
"""The level that the last characters of a name speak for, the longest counts (constitution, art. 30)."""

_RANK: dict[Level, int] = {
    "national": 0, "province": 1, "municipality": 1, "city": 2, "municipal-district": 3, "county": 3, "township": 4,
}  # fmt: skip


def rank(level: Level) -> int:
    """0 for the state to 4 for a township; a 直辖市 stands beside a province, its 区 beside a county."""
    return _RANK[level]


_NO_PLACES = (
    "服务区",
    "社区",
    "小区",
    "辖区",
    "片区",
    "街区",
    "景区",
    "厂区",
    "库区",
    "山区",
    "校区",
    "牧区",
    "灾区",
    "夜市",
    "门市",
    "超市",
    "股市",
)
"""Words that end like a place and are none."""
_NO_NAME = re.compile(r"[的、，,；;委局办厅（(]|总部|公司|政府")
"""What no place's name holds."""
_ZONES = frozenset(
    {
        "开发区",
        "高新区",
        "经开区",
        "园区",
        "新区",
        "工业园区",
        "化工园区",
        "产业园区",
        "功能区",
        "管理区",
        "保税区",
        "自贸区",
        "街镇",
    }
)
"""Zones named by kind only."""


def suffix_level(name: str) -> Level | None:
    """The level that the form of a place's name speaks for; None where it says nothing."""
    if name == NATION:
        return "national"
    if name.endswith(_NO_PLACES) or name in _ZONES or _NO_NAME.search(name):
        return None
    suffix = place_suffix(name)
    return _SUFFIXES[suffix] if suffix else None


def place_suffix(name: str) -> str:
    """The last characters of the name that tell its level (自治县, 区); empty where none do."""
    ends = (name[-length:] for length in range(min(5, len(name) - 1), 0, -1))
    return next((end for end in ends if end in _SUFFIXES), "")


@dataclass(frozen=True, slots=True)
class Territory:
    """One place."""

    name: str
    level: Level
    parent: str = ""
    """Full name of the place it belongs to; empty for provinces and where unknown."""
    short: str = ""
    """Name without its level character (张掖, 延边)."""
    code: str = ""
    """GB/T 2260, six digits; empty where not certain, and for zones and towns."""
    until: str = ""
    characters: tuple[str, ...] = ()
    """One-character names of a province (川, 蜀)."""
    known: bool = True
    """False for a place told from the form of its name alone."""

    @property
    def title(self) -> str:
        """How its bodies are named: a district and a town with the place above, others alone."""
        carries = self.name.endswith(("区", "街道", "镇", "乡")) and self.level not in ("province", "city")
        return self.parent + self.name if carries and self.parent else self.name

    @property
    def stem(self) -> str:
        """The short name, made from the full one where none is on record."""
        if self.short:
            return self.short
        suffix = place_suffix(self.name)
        return self.name.removesuffix(suffix) if len(self.name) - len(suffix) > 1 else self.name


def _rows(name: str) -> list[dict[str, str]]:
    text = files("zeren.agencies").joinpath("territories", name).read_text("utf-8")
    return list(csv.DictReader(text.splitlines()))


def provinces() -> Iterable[Territory]:
    """The province-level units, in the order of their codes."""
    for row in _rows("provinces.csv"):
        level: Level = "municipality" if row["kind"] == "直辖市" else "province"
        yield Territory(row["name"], level, "", row["short"], row["code"], "", tuple(row["characters"].split("|")))


def below(provinces: Mapping[str, Territory]) -> Iterable[Territory]:
    """Everything below them, higher levels first."""
    for row in _rows("cities.csv"):
        yield Territory(row["name"], "city", row["province"], row["short"], row["code"], row["until"])
    for row in _rows("counties.csv"):
        parent = provinces.get(row["parent"])
        district = parent is not None and parent.level == "municipality" and row["name"].endswith("区")
        level: Level = "municipal-district" if district else "county"
        yield Territory(row["name"], level, row["parent"], "", row["code"], row["until"])
    for row in _rows("towns.csv"):
        yield Territory(row["name"], "township", row["parent"])
    for row in _rows("zones.csv"):
        yield Territory(row["name"], row["level"], row["parent"])  # type: ignore[arg-type]
