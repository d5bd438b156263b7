"""What the register knows of a body, and what it answers when asked who a written name is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["national", "province", "municipality", "city", "municipal-district", "county", "township"]
"""Of a territory or body: municipality is a 直辖市, municipal-district its 区; county: 县, 县级市, a city's 区."""

BodyKind = Literal["government", "organ", "vertical", "party", "enterprise", "institution", "zone", "self-governing"]
"""government: a people's government; organ: its department; vertical: led from above (税务, 海关); zone: 管委会."""

ResolutionKind = Literal["agency", "collective", "group", "enterprise class", "unknown"]


@dataclass(frozen=True, slots=True)
class Body:
    """One body between two reforms. Before and after a reform are two bodies joined by `successors`."""

    id: str
    """Stable: territory, domain and first month of validity."""
    name: str
    """Full name with its place: 张掖市应急管理局."""
    level: Level
    kind: BodyKind
    domain: str
    """Field of duty (应急管理); empty for a government."""
    territory: str
    """Full name of its place: 张掖市."""
    valid_from: str | None = None
    """First day on which the name may have been in force (earliest reform month), ISO; None: unknown."""
    valid_to: str | None = None
    """Last day on which it may have been in force; None: still is."""
    successors: tuple[str, ...] = ()
    """Full names of the bodies that took over."""
    parent: str | None = None
    """Full name of the body it is a unit of."""


@dataclass(frozen=True, slots=True)
class Context:
    """Whose plan a name stands in."""

    jurisdiction: str
    """Full name of the place whose plan it is (鞍山市); empty: unknown."""
    date: str | None = None
    """ISO day the plan was signed; None: unknown, so nothing is judged obsolete."""
    province: str | None = None
    known: tuple[str, ...] = ()
    """Full names of other places the plan names (its counties, its province)."""
    levels: tuple[Level, ...] = ()
    """Levels of bodies the plan gives work to, where they are known: with more than one, a trade's name without a level
    (生态环境部门) is ambiguous."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """Who a written name is taken to be. The register proposes, it never merges silently."""

    written: str
    kind: ResolutionKind
    name: str
    """Full name of the body, or the collective's name as written."""
    body: Body | None = None
    """The body, for kind `agency` where the register knows its form."""
    distributive: bool = False
    """For a collective: each member on its own ground (各县区), not somebody unnamed (有关部门)."""
    indefinite: bool = False
    """For a collective: nobody is named (有关部门, 有关县区)."""
    confidence: float = 1.0
    reason: str = ""
    """register, form, position, decision, …: what the answer rests on."""
    issues: tuple[str, ...] = ()
    """What is wrong with the name: level-suffix, obsolete, level-ambiguous, …"""
