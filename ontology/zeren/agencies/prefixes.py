"""The place part of a written name: 市, 市级, 张掖市, 北京市通州区, or none; and whose ground it means in a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from zeren.agencies.bodies import Context, Level
from zeren.agencies.gazetteer import Gazetteer
from zeren.agencies.territories import NATION, Territory, rank

_CHARACTERS: dict[str, tuple[Level, ...]] = {
    "国家": ("national",), "中央": ("national",), "国务院": ("national",),
    "省": ("province",), "自治区": ("province",),
    "市": ("municipality", "city", "county"), "自治州": ("city",), "州": ("city",), "盟": ("city",), "地区": ("city",),
    "县": ("county",), "自治县": ("county",), "旗": ("county",),
    "区": ("municipal-district", "county", "province", "city"),
    "镇": ("township",), "乡": ("township",), "街道": ("township",),
}  # fmt: skip
"""What stands for a place in running text, and the levels it may mean: 区 is also a 自治区's own word for itself."""

_LEVEL_WORD = re.compile(rf"^(?:{'|'.join(sorted(_CHARACTERS, key=len, reverse=True))})(?:级|直|属)?$")
_EVERY = re.compile(r"^(?:各|副省级|计划单列|省会|地级|县级|设区的|直辖|地|县|区)(?:城市|市|县|区)+(?:级|直|属)?$")
"""Cities and counties by kind: every one of them."""
_END = re.compile(r"(?:自治区|自治州|自治县|国家|中央|国务院|地区|街道|[省市州盟县区旗镇乡])(?:级|直|属)?")


@dataclass(frozen=True, slots=True)
class Place:
    """Whose ground a place part means."""

    level: Level
    territory: Territory | None
    """None: the state, a level that cannot be told to a place, or every place of that level."""
    plural: bool = False
    """Every place of a lower level: 县 in a city's plan."""
    written: str = ""
    certain: bool = True
    """False where the name has namesakes that nothing parts."""

    @property
    def title(self) -> str:
        """How the place's bodies are named; the words of the plan where the place is not known."""
        return self.territory.title if self.territory else self.written

    @property
    def stem(self) -> str:
        """The place's name without its level character."""
        return self.territory.stem if self.territory else self.written


def splits(name: str) -> Iterator[tuple[str, str]]:
    """Every way to cut a name into place part and rest: none first, then the shortest place."""
    yield "", name
    for match in _END.finditer(name):
        if match.end() < len(name):
            yield name[: match.end()], name[match.end() :]
            bare = match.end() - len(re.search(r"(?:级|直|属)?$", match[0])[0])  # type: ignore[index]
            if bare < match.end():
                yield name[:bare], name[bare:]


class Prefixes:
    """Tells place parts for the plans of one context."""

    def __init__(self, gazetteer: Gazetteer, context: Context) -> None:
        self.gazetteer = gazetteer
        self.context = context
        self.home = self._home()
        self.chain = self._chain()

    def _home(self) -> Place:
        name = self.context.jurisdiction
        if name in ("", NATION):
            return Place("national" if name else "city", None, certain=bool(name))
        territory = self.gazetteer.find(name, self.context)
        if territory is None:
            return Place("county", Territory(name, "county", known=False), certain=False)
        certain = not territory.known or self.gazetteer.certain(name, self.context)
        return Place(territory.level, territory, certain=certain)

    def _chain(self) -> tuple[Territory, ...]:
        """The home territory and those above, completed by the context where the record does not know them."""
        if self.home.territory is None:
            return ()
        chain = list(self.gazetteer.chain(self.home.territory))
        for name in (*self.context.known, self.context.province or ""):
            level = self.gazetteer.level_of(name)
            if name and level and rank(level) < rank(chain[-1].level):
                above = self.gazetteer.find(name, self.context)
                chain += [place for place in self.gazetteer.chain(above) if place not in chain] if above else []
        return tuple(chain)

    def locate(self, part: str) -> Place | None:
        """Whose ground the place part means; None where it is no place."""
        if not part:
            return self.home
        if _LEVEL_WORD.match(part):
            return self._by_character(re.sub(r"(?<=.)(?:级|直|属)$", "", part))
        if _EVERY.match(part):
            return Place("county" if re.search("[县区]", part[-2:]) else "city", None, plural=True, written=part)
        name = re.sub(r"(?:级|直|属)$", "", part)
        territory = self._named(name)
        if territory is None:
            return None
        certain = not territory.known or territory in self.chain or self.gazetteer.certain(name, self.context)
        return Place(territory.level, territory, written=part, certain=certain)

    def _named(self, name: str) -> Territory | None:
        own = next((place for place in self.chain if name in (place.name, place.title)), None)
        if own:
            return own
        above = next((place for place in self.chain if not place.known and name.startswith(place.name)), None)
        return self.gazetteer.find(name[len(above.name) :] if above else name, self.context)

    def by_stem(self, stem: str) -> Territory | None:
        """The plan's own place, one above it, or one the plan names, by its name without level character."""
        own = next((place for place in self.chain if stem in (place.stem, place.name)), None)
        if own:
            return own
        named = (self.gazetteer.find(name, self.context) for name in self.context.known)
        return next((place for place in named if place and stem in (place.stem, place.name)), None)

    def _by_character(self, character: str) -> Place | None:
        levels = _CHARACTERS[character]
        if levels == ("national",):
            return Place("national", None, written=character)
        if not self.context.jurisdiction:
            return Place(levels[0] if character != "市" else "city", None, written=character, certain=False)
        own = [place for place in self.chain if place.level in levels and _says(place, character)]
        if own:
            return Place(own[0].level, own[0], written=character, certain=self.home.certain)
        lower = [level for level in levels if rank(level) > rank(self.home.level)]
        if lower:
            return Place(lower[0], None, plural=True, written=character)
        return Place("city" if character == "市" else levels[0], None, written=character, certain=False)


def _says(place: Territory, character: str) -> bool:
    """Whether the place calls itself so: a prefecture is no 市, an autonomous region is a 区."""
    return place.name.endswith(character)
