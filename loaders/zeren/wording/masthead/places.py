"""Whose plan it is: the place in the title, in the issuer's name, in the document number, or in the text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from zeren.agencies.gazetteer import load_gazetteer
from zeren.agencies.territories import NATION, Territory, rank
from zeren.wording.masthead.lines import any_of

_FORM = re.compile(
    r"(?!委|党|政府|人民|全|各|本|我|自治|县级|市辖|示范|工业|功能|景区|灾区|进一步|加强|推进|做好|主城|城|市区|园区|老旧|重点|农村|社区|高新|经开|开发|中小|关于)[\u4e00-\u9fff]{2,6}?(?:自治区|自治州|自治县|地区|综合实验区|经济技术开发区|高新技术产业开发区|高新区|新区|开发区|街道|省|市|州|县|区|旗|镇|乡)"
)


_KIND = re.compile(
    r"(?:城|小|社|园|辖|片|库|灾|牧|矿|景|校|厂|港|山|保护|控制|示范|功能|集聚|试验|名胜|密集|流域|核心|重点|地)区$"
    r"|[强名][省市县区镇乡]$|(?:城|乡|村|集|建制|小|重点|中心|各)镇$|[城街镇]乡$|(?:县级|都|城|超|股|门|菜|夜)市$|(?:贫困|重点|产粮大)县$"
)
"""Kinds of places, which are nobody's name."""
_COMMON = ("城区", "郊区", "矿区", "市区")
"""Names of districts that behind another place are its built-up area."""
_BODY = re.compile("人民|政府|委|区政府|[\u4e00-\u9fff]{2,8}(?:局|办)")
"""What shows that such a word is a district: its bodies."""
_AFTER = re.compile(r"[级场容内长间域块位]|(?<=乡)村")
"""What shows that the character before it belongs to another word (市场, 区域, 乡村, 县级)."""
_LEAD = re.compile(
    r"^(?:中共|中国共产党|国家税务总局|国家统计局|中国人民银行|国家金融监督管理总局|印发|转发|批转|下发|(?:19|20)\d\d[—～至]?(?:(?:19|20)?\d\d)?年?度?|关于(?:进一步|切实|全面|加快|加强|做好|推进|开展|深化|印发|推动|实施|促进|规范|建立|健全|完善|成立|组建|调整|公布|公示|发布|认定|命名|通报|移出|取消|确认|下达|明确|落实)*|贯彻落实)+"
)
"""What may stand before the place in a title."""


def place_at_head(text: str) -> str | None:
    """Full name of the last place that a name or title begins with (上海市静安区人民政府: 静安区)."""
    text = _LEAD.sub("", text)
    found, rest = None, text
    while step := _step(rest, first=found is None):
        name, length = step
        if found and not _lies_in(name, found):
            break
        found, rest = name, rest[length:]
    return found


def _lies_in(name: str, above: str) -> bool:
    """Whether a place may lie in another: on record, or of a lower level by its last character."""
    ladder = "省州盟市县旗区镇乡"
    if load_gazetteer().named(name) or name[-1] not in ladder or above[-1] not in ladder:
        return True
    return ladder.index(name[-1]) > ladder.index(above[-1]) and not (name[-1] == "区" and above[-1] in "县旗")


def _step(text: str, first: bool) -> tuple[str, int] | None:
    """One place at the head of a text and the length of its writing."""
    gazetteer = load_gazetteer()
    for length in range(min(12, len(text)), 1, -1):
        places = gazetteer.named(text[:length])
        common = text[:length] in _COMMON and not (first and _BODY.match(text, length))
        if places and places[0].name == text[:length] and not common:
            return places[0].name, length
    form = _FORM.match(text)
    if form and not _KIND.search(form[0]) and not _AFTER.match(text, form.end()):
        return form[0], form.end()
    if first:
        for length in range(min(6, len(text)), 1, -1):
            places = gazetteer.named(text[:length])
            common = text[:length] in _COMMON
            if places and not common and text[length : length + 1] not in "市县区省河江湖山岛湾":
                return places[0].name, length
    return None


def place_within(text: str) -> str | None:
    """The lowest place on record whose full name stands anywhere in a title."""
    found = [
        place for place in load_gazetteer().places if len(place.name) > 2 and not place.until and place.name in text
    ]
    return max(found, key=lambda place: (rank(place.level), len(place.name), place.name)).name if found else None


def is_national(issuers: Iterable[str], number: str | None) -> bool:
    """Whether the state's own bodies issue the paper."""
    names = [name for name in issuers if name]
    heads = [name for name in names if re.match(any_of("national_issuers"), name)]
    if any(place_at_head(name) is None for name in heads) or any("部际" in name for name in names):
        return True
    return not names and bool(number and re.match(any_of("national_codes"), number))


def place_of_code(number: str, text: str) -> str | None:
    """The place that a document number's letters stand for: 川府发 四川省, 沪松府办 松江区."""
    gazetteer = load_gazetteer()
    code = re.match(r"[\u4e00-\u9fff]+", number)
    if not code:
        return None
    letters = code[0]
    if whole := _whole_name(letters):
        return whole
    province = next(
        (place for place in gazetteer.places if any(letters.startswith(sign) for sign in place.characters)), None
    )
    if province:
        rest = letters[1:]
        below = [
            place
            for place in gazetteer.places
            if place.parent == province.name and rest[:1] == place.name[:1] and not place.until
        ]
        if len(below) == 1 and not re.match(any_of("code_bodies"), rest):
            return below[0].name
        named = [place for place in below if place.name in text or place.stem in text]
        if named and not re.match(r"府|政|委|办|发", rest):
            return named[0].name
        return province.name
    named = [
        place for place in gazetteer.places if place.name[0] == letters[0] and place.name in text and not place.until
    ]
    return min(named, key=lambda place: (rank(place.level), -text.count(place.name))).name if named else None


def _whole_name(letters: str) -> str | None:
    """The place that a code writes out (鄂州政办发)."""
    for length in range(min(4, len(letters) - 1), 1, -1):
        places = load_gazetteer().named(letters[:length])
        if places and re.match("[府政委党]", letters[length:]):
            return places[0].name
    return None


def place_in_text(text: str) -> str | None:
    """The place most named, with the places below it, of the level its bodies are named with (市应急局: a city)."""
    gazetteer = load_gazetteer()
    counts: Counter[str] = Counter()
    places: dict[str, Territory] = {}
    for place in gazetteer.places:
        if place.until or place.stem not in text:
            continue
        count = text.count(place.name)
        if place.level != "township" and len(place.stem) > 1:
            count += sum(
                text.count(place.stem + zone)
                for zone in ("经开区", "高新区", "经济", "高新技术", "新区", "开发区", "政府", "海关")
            )
        if count:
            places[place.name] = place
            for above in gazetteer.chain(place):
                counts[above.name] += count
                places.setdefault(above.name, above)
    level = _level(text)
    fit = [name for name, place in places.items() if rank(place.level) == level]
    if level == _CITY:  # else a city right under a province, or one of a county's level
        fit = fit or [name for name, place in places.items() if name.endswith("市") and rank(place.level) == _CITY + 1]
    return max(fit, key=lambda name: (counts[name], name)) if fit else None


_CITY = 2
"""Rank of a prefecture's city."""


def _level(text: str) -> int:
    """The rank of the level whose character stands before most names of bodies."""
    body = r"[^，。；、\s]{1,8}?(?:局|委|办|厅|政府)"
    signs = Counter(re.findall(rf"(?<![\u4e00-\u9fff])([省市区县镇])(?={body})", text))
    sign = signs.most_common(1)[0][0] if signs else "市"
    return {"省": 1, "市": 2, "区": 3, "县": 3, "镇": 4}[sign]


__all__ = ["NATION", "is_national", "place_at_head", "place_in_text", "place_of_code"]
