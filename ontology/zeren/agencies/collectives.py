"""Names that are no single body: everybody of a kind, nobody in particular, groups, kinds of firm."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from zeren.agencies.bodies import ResolutionKind


@dataclass(frozen=True, slots=True)
class Kind:
    """What a name is told to be by its words."""

    kind: ResolutionKind
    distributive: bool = False
    indefinite: bool = False


@cache
def _words() -> dict[str, dict[str, list[str]]]:
    return tomllib.loads(files("zeren.agencies").joinpath("collectives.toml").read_text("utf-8"))


@cache
def _alternatives(table: str, key: str) -> str:
    return "|".join(sorted(map(re.escape, _words()[table][key]), key=len, reverse=True))


@cache
def _every() -> re.Pattern[str]:
    return re.compile(rf"^(?:{_alternatives('marks', 'every')})|各|以上")


@cache
def _indefinite() -> re.Pattern[str]:
    return re.compile(_alternatives("marks", "indefinite"))


@cache
def _territorial() -> re.Pattern[str]:
    """Ends with a noun of place, with or without its government."""
    nouns = _alternatives("nouns", "territorial")
    return re.compile(rf"(?:{nouns})(?:人民)?(?:政府|管委会|党委|党工委|办事处)*(?:[(（][^)）]*[)）])?$")


_PLACES = re.compile(
    r"^(?=.*(?:[县市区旗乡镇州盟]|街道|园区|开发区|街).*(?:[县市区旗乡镇州盟]|街道|园区|开发区|街|村|政府)|属地|所在地|辖区)"
    r"(?:直辖|属地|所在地|辖区|市辖|县级)?"
    r"(?:县|市|区|旗|乡|镇|州|盟|街道|街|村|社区|居|园区|开发区|新区|功能区|高新区|经开区|地区|、|/|和|及|与|[()（）]|以下|级|直属)*"
    r"(?:人民)?(?:政府|管委会|管理委员会|党委|党工委|办事处)?(?:[(（][^)）]*[)）])?$"
)
"""县（市、区）人民政府（管委会）, 乡镇, 镇街, 属地政府: at least two level characters, or 'whose ground it is'."""

_BARE_PLACES = re.compile(
    r"^(?:街道办事处|街道|园区管委会|园区|开发区管委会|开发区|工业园区|化工园区|乡村|管委会|街道管理办)$"
)
_GRASS_ROOTS = re.compile(
    r"^(?:社区|村居|村|居委会?|村委会|村民委员会|社区居委会|社区居民委员会|网格|学校|中小学校?|幼儿园|卫生院|卫生室)$"
)
"""Below every plan: no plan is a single neighbourhood's."""


@cache
def _ending(table: str, key: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{_alternatives(table, key)})$")


_OFFICES = re.compile(r"(?:部门|单位|机关|机构|方面|委办局|科室|处室|局办|部委)(?:和单位)?(?:[(（][^)）]*[)）])?$")


def told_by_marks(name: str) -> Kind | None:
    """A collective that says so: 各县区, 有关部门, 各成员单位, 市级以上政府相关部门. None for anything else."""
    if name.endswith(("成员单位", "组成单位")):
        return Kind("collective", indefinite=bool(_indefinite().search(name)))
    every, indefinite = bool(_every().search(name)), bool(_indefinite().search(name))
    if not (every or indefinite):
        return None
    if _ending("classes", "endings").search(name):
        return Kind("enterprise class", distributive=True, indefinite=indefinite)
    if not (_OFFICES.search(name) or _territorial().search(name) or name.startswith(("各", "有关", "相关"))):
        return None
    ground = bool(_territorial().search(name)) or name.startswith("各级")
    return Kind("collective", distributive=ground, indefinite=indefinite)


def told_by_places(name: str, lower: bool) -> Kind | None:
    """Places named by kind only: 县（市）区政府, 乡镇, 属地政府; and, `lower` than the plan's own, 街道办事处."""
    if _PLACES.match(name) or _GRASS_ROOTS.match(name) or (lower and _BARE_PLACES.match(name)):
        return Kind("collective", distributive=True)
    return None


def told_by_ending(name: str) -> Kind | None:
    """A group, a kind of firm, or offices in general, by how the name ends. None for anything else."""
    if _ending("groups", "endings").search(name) or name in _words()["groups"]["bare"]:
        return Kind("group")
    if _ending("classes", "endings").search(name):
        return Kind("enterprise class", distributive=True)
    if _OFFICES.search(name):
        return Kind("collective", indefinite=True)
    return None


def is_firm(name: str) -> bool:
    """Whether the name is that of one firm: it ends as firms do and says more than its kind."""
    match = _ending("classes", "firms").search(name)
    return match is not None and match.start() >= 2
