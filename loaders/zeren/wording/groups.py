"""Leading groups, command posts and joint meetings: name, members, office, end."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from zeren.agencies.forms import recognise
from zeren.model import Group
from zeren.readers.document import Passage
from zeren.wording.names import Name, read_names

GROUP = (
    r"(?:领导小组|协调小组|工作小组|推进小组|专项小组|工作专班|专班|联席会议|指挥部|委员会|工作组|攻坚组|专项组|协调组|推进组|联合会商机制)"
)
NAMED = re.compile(
    rf"(?:成立|组建|设立|建立|组成|调整为|调整成立|充实)[“\"]?(?:由[^，。]*?(?:组成|任组长|牵头|参加)的)?"
    rf"(?:[^，。；：]{{0,60}}?(?:的|为组长的|为副组长的|为成员的))?[“\"]?(?P<name>[^，。；：“”\"（）]{{0,60}}?{GROUP})[”\"]?"
)
MEMBERS = re.compile(
    r"(?P<front>[^。；]*?)(?:等)?(?:各单位|部门|单位|单位负责同志|有关部门)?(?:主要|分管|相关|有关)?(?:负责人|负责同志|领导|同志)?(?:为|任|作为|是|担任)(?:成员单位|成员|组员)"
)
LABELLED = re.compile(r"^(?:成\s*员(?:单位)?|组\s*员|成员部门)(?:包括|有|由)?[\s：:]+(?P<list>.+)$", re.S)
OFFICE = re.compile(
    rf"(?:{GROUP}|下|专班|小组|指挥部|会议)?(?:下设|设立|设|的)?办公室[^，。；]{{0,6}}?(?:设在|设于|设立在|放在|挂靠在?|设置在|在)(?P<office>[^，。；（）]+?)(?=[，。；（(]|$|负责|承担|具体|，)"
)
SUNSET = re.compile(r"[^。；，]*(?:任务完成后|工作结束后|完成后|结束后|期满后)[^。；]*?(?:自动)?(?:撤销|解散|终止|自行撤销|注销)[^。；]*")


@dataclass(frozen=True, slots=True)
class GroupReading:
    """A group as one or several paragraphs describe it."""

    name: str
    passage: Passage
    members: tuple[Name, ...] = ()
    office: Name | None = None
    sunset: Passage | None = None

    def record(self) -> Group:
        """As the plan holds it."""
        return Group(
            name=self.name,
            members=tuple(member.text for member in self.members),
            office=self.office.text if self.office else None,
            sunset=self.sunset.text if self.sunset else None,
            span=self.passage.span(),
        )


def read_group(passage: Passage) -> Group | None:
    """The group that a paragraph sets up or describes; None when it tells of none.

    Members are those called 成员 or 成员单位, not 组长 and 副组长.
    """
    return read_group_lines([passage])


def read_group_lines(passages: Sequence[Passage]) -> Group | None:
    """The same over several paragraphs or lists (组长：… 副组长：… 成员：…)."""
    reading: GroupReading | None = None
    for passage in passages:
        reading = _extend(reading, passage)
    return reading.record() if reading else None


def _extend(reading: GroupReading | None, passage: Passage) -> GroupReading | None:
    match = NAMED.search(passage.text)
    if reading is None:
        if match is None:
            return None
        reading = GroupReading(_clean(match["name"]), passage)
    if members := _members(passage):
        reading = replace(reading, members=(*reading.members, *members))
    if office := read_office(passage):
        reading = replace(reading, office=office)
    if sunset := SUNSET.search(passage.text):
        reading = replace(reading, sunset=passage[sunset.start() : sunset.end()])
    return reading


def _clean(name: str) -> str:
    return re.sub(r"^(?:了|由|的|以|相应的|专门的?|工作)+", "", name.strip("“”\" "))


def _members(passage: Passage) -> tuple[Name, ...]:
    if match := LABELLED.match(passage.text.strip()):
        start = passage.text.index(match["list"])
        return read_names(passage[start:].strip("。"), persons=True)
    found = MEMBERS.search(passage.text)
    if found is None:
        return ()
    start, end = found.span("front")
    lead = list(re.finditer(r"(?:副?组长|总指挥|召集人|主任)[，,；;]|[：:]|领导小组[，,]|由", passage.text[start:end]))
    start += lead[-1].end() if lead else 0
    return read_names(passage[start:end].strip("，,、；; "), persons=True)


def read_office(passage: Passage) -> Name | None:
    """The body that hosts a group's office (办公室设在市工信局); None when none is named."""
    match = OFFICE.search(passage.text)
    if match is None or recognise(match["office"].strip()) is None:
        return None
    start, end = match.span("office")
    names = read_names(passage[start:end].strip())
    return names[0] if len(names) == 1 else None
