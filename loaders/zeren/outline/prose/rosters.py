"""Lists of a group's members, one post a line: 组长：… 副组长：… 成员：…"""

from __future__ import annotations

import re
from collections.abc import Sequence

from zeren.model import Group
from zeren.readers import Passage
from zeren.wording.groups import read_members
from zeren.wording.names import read_names

_POST = re.compile(
    r"^(?:第一|常务|执行)?(?:副\s*)?"
    r"(?:总\s*指\s*挥(?:长)?|指\s*挥\s*长|组\s*长|召\s*集\s*人|主\s*任|会\s*长)(?:单位)?[\s　]*[：:]"
)
_MEMBERS = re.compile(r"^(?:成\s*员(?:单位)?|组\s*员|成员部门)[\s　]*[：:][\s　]*")
_NAME = re.compile(
    r"(.{2,50}?(?:领导小组|协调小组|工作小组|小组|指挥部|工作专班|专班|委员会|联席会议|工作组|[\u4e00-\u9fff]{2,8}组(?=$)))(?:成员|组成|人员|名单|$)"
)


def is_post(text: str) -> bool:
    """Whether a line gives who holds a post in a group or who its members are."""
    return bool(_POST.match(text) or _MEMBERS.match(text))


def read_roster(lines: Sequence[Passage], titles: Sequence[str]) -> tuple[Group | None, int]:
    """The group whose posts and members the first lines list, and how many lines do; the first title that can names it.

    Members are those called 成员, not the holders of posts; after 成员： lines without closing sign go on the list.
    """
    members: list[str] = []
    count, listing = 0, False
    for line in lines:
        match = _MEMBERS.match(line.text)
        if match:
            listing = True
            members += [name.text for name in read_members(line[match.end() :].strip("。"))]
        elif _POST.match(line.text):
            listing = False
        elif listing and line.text[-1] not in "。；：:" and len(line) < 60:
            members += [name.text for name in read_names(line, persons=True)]
        else:
            break
        count += 1
    name = next((match for title in titles if (match := _NAME.search(re.sub(r"\s", "", title)))), None)
    if not count or not name:
        return None, count
    return Group(name[1], tuple(dict.fromkeys(members)), span=lines[0].span()), count
