"""Subjects of a sentence: bodies at the head of a clause before a predicate, and bodies behind 由."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from zeren.agencies.forms import Form, is_calm, is_level, match_body, names_person, person_follows
from zeren.wording.actors.words import words
from zeren.wording.names import NameAt, fold_signs, list_names

BOUND = ("要", "应", "须", "必须", "应当", "均须", "均应", "需", "负", "承担", "牵头", "是", "率先", "务必")
AGENT = re.compile(r"(?<![理缘自事来经])由(?!于|此|来|[^，。；]{0,10}财政(?:预算)?(?:列支|开支))")
"""由 before the doer; a budget that an expense is booked on (由区财政列支) does nothing."""
PRINCIPLE = re.compile(r"按照?(?:由)?(?P<names>[^，。；按照]{2,40}?)(?:负责|牵头)的(?:原则|要求)")
STAFF = re.compile("(?<=[构所院校园会局部门位])及其(?:工作|从业)?人员$")
"""学校、医疗机构及其工作人员: the bodies act."""
SEATS = re.compile(r"(?:成员|组成|参加)单位(?:包括|为|有|由|是)")
"""Who sits in a group: 成员单位为A、B."""
MEMBERSHIP = re.compile(
    r"(?:分别|共同)?(?:(?:[为是]|担?任)(?:正|副)?(?:成员|组长|组员|主任|总指挥|指挥长|(?:牵头|责任|配合|召集|主持|联络)(?:单位|部门)|召集人)|组成)"
)
TAKING_PART = re.compile(r"参加|参与|为成员")
SETTING_UP = re.compile(
    r"(?:成立|建立|组建|设立)[^，。；]{2,50}(?:小组|专班|联席会议|指挥部|委员会)(?:工作)?(?:制度|机制)?[，,]"
)
"""成立…联席会议，由A牵头，B、C参加: B and C sit in it, and are given no work."""
MEMBERS = re.compile(
    r"[^，。；]*(?:组成|(?:担|兼)?(?<!责)任(?:第一|正|副|常务)*(?:组长|主任|总指挥|指挥长|召集人|成员|政委|顾问)?)(?=[，。；]|$)"
)
"""A clause that says who sits in a group (由A、B、C组成; 由A主要负责人任组长)."""
TRADES = re.compile(
    r"[\u4e00-\u9fff]{2,6}(?:、[\u4e00-\u9fff]{2,8}?)+等?(?:单位|部门|机构)(?=要|应|须|必须|负责|按|依|加强)"
)
"""组织、宣传、政法等部门要…: trades that are also verbs."""
LATER = re.compile(r"[^，。；]{2,16}(?:时|后|前)，?(?:要|应|须)(?![求急变])")
"""A word of duty behind a condition (县级政府出台措施时要公布…)."""
_ORGANISING = re.compile("组织(?!部|人事|单位|部门|机构|科|处|股|办)(?=[\u4e00-\u9fff]{4})")
"""组织 as a verb before those it moves (组织银行业金融机构)."""
ENCLOSING = re.compile(r"[（《“〔【）》”〕】]")
FARTHEST = 160


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a sentence with one subject."""

    names: tuple[NameAt, ...]
    """The subject; () where the stretch has none of its own."""
    start: int
    """Where the stretch begins, its subject included."""
    predicate: int
    """Where its predicate begins."""
    end: int
    person: bool = False
    """The subject is a person or post: nobody's body, and nobody's elided subject after it."""
    bound: bool = False
    """The predicate opens with a word of duty (要, 应, 负责)."""


@lru_cache(maxsize=16384)
def segments(text: str) -> tuple[Segment, ...]:
    """The sentence cut at its subjects, from left to right, without gaps."""
    folded = fold_signs(text)
    found: list[Segment] = []
    for place in _clause_starts(folded):
        if found and place < found[-1].predicate:
            continue
        if segment := _subject(folded, place):
            found.append(segment)
    return _cover([_with_clause_before(folded, segment) for segment in found], len(text))


def _with_clause_before(text: str, segment: Segment) -> Segment:
    """各县区政府，高新区管委会要…: a clause of nothing but bodies at the head of a sentence belongs to the subject."""
    place = segment.start
    if not segment.names or not place or text[place - 1] != "，":
        return segment
    start = max(text.rfind(mark, 0, place - 1) for mark in "，；。") + 1
    if start and text[start - 1] == "，":
        return segment
    names = body_names(text, start, place - 1, False)
    sure = names and all(name.form and name.form.confidence > 0.8 for name in names)
    return replace(segment, names=(*names, *segment.names), start=start) if sure else segment


def _cover(found: list[Segment], length: int) -> tuple[Segment, ...]:
    out: list[Segment] = []
    if not found or found[0].start > 0:
        out.append(Segment((), 0, 0, found[0].start if found else length))
    for place, segment in enumerate(found, 1):
        end = found[place].start if place < len(found) else length
        out.append(Segment(segment.names, segment.start, segment.predicate, end, segment.person, segment.bound))
    return tuple(out)


def _clause_starts(text: str) -> list[int]:
    """Heads of clauses outside brackets and quotation marks, and places behind 由."""
    outside = depths(text)
    starts = [
        0,
        *(
            match.end()
            for match in re.finditer(r"[，；。：\n]|(?<=牵头|负责|配合|参与)、", text)
            if not outside[match.start()]
        ),
    ]
    starts += [match.start() for match in AGENT.finditer(text) if not outside[match.start()]]
    return sorted(set(starts))


def depths(text: str) -> list[int]:
    """For every character how many brackets, quotation marks and title marks are open around it."""
    out: list[int] = []
    depth = 0
    for match in ENCLOSING.finditer(text):
        out += [depth] * (match.start() - len(out))
        if match[0] in "（《“〔【":
            depth += 1
        out.append(depth)
        if match[0] in "）》”〕】" and depth:
            depth -= 1
    return out + [depth] * (len(text) - len(out))


def _subject(text: str, place: int) -> Segment | None:
    if (text[place : place + 1] == "由" and MEMBERS.match(text, place)) or SEATS.match(text, place):
        return None
    opener = words().opener.match(text, place)
    start = opener.end() if opener else place
    while start < len(text) and text[start].isspace():
        start += 1
    if text[start : start + 1] != "各" and words().predicate.match(text, start) and not _opens_with_body(text, start):
        return Segment((), place, start, start, person=True) if person_follows(text, start) else None
    for match in words().predicate.finditer(text, start + 1, min(len(text), start + FARTHEST)):
        stop = match.start()
        candidate = STAFF.sub("", text[start:stop])
        if re.search(r"[；。：]|，(?!$)", _outside(candidate)):
            break
        if candidate[-1] in "、和及与":
            continue
        named = start + len(candidate) - (candidate[-1] == "等")
        bound = any(match.group().lstrip("，, ").startswith(word) for word in BOUND) or bool(LATER.match(text, stop))
        posts = names_person(candidate) or person_follows(text, stop)
        if posts and "，" not in candidate and (len(candidate) < 40 or list_names(candidate)):
            return Segment((), place, stop, stop, person=True, bound=bound)
        if MEMBERSHIP.match(text, stop) or (TAKING_PART.match(text, stop) and SETTING_UP.search(text, 0, start)):
            return None
        if named > start and (names := body_names(text, start, named, bound)):
            return Segment(names, place, stop, stop, bound=bound)
    found = match_body(text, start, loose=True) if text[place : place + 1] == "由" else None
    if found and text[found[0] : found[0] + 1] not in "、和及与" and is_calm(text[start : found[0]]):
        name = NameAt(start, found[0], text[start : found[0]], found[1], found[1].confidence)
        return Segment((name,), place, found[0], found[0])
    return None


def _opens_with_body(text: str, start: int) -> bool:
    """组织部 and 建设单位 begin like verbs and are bodies; 组织有关部门 and 报区政府 are none."""
    if TRADES.match(text, start):
        return True
    if _ORGANISING.match(text, start) and match_body(text, start + 2, persons=True):
        return False
    found = match_body(text, start, persons=True)
    if found is None or found[1].place or found[1].kind == "territory":
        return False
    return found[1].confidence > 0.9 and not re.search(r"^..?(?:有关|相关|各)", text[start : found[0]])


def _outside(text: str) -> str:
    return "".join(c for c, depth in zip(text, depths(text), strict=True) if not depth)


def body_names(text: str, start: int, stop: int, bound: bool) -> tuple[NameAt, ...]:
    """The bodies of an enumeration that fills the stretch exactly; () when anything in it is no body."""
    items = list_names(text[start:stop])
    if not items or not all(_acts(item.text, item.form, bound) for item in items):
        return ()
    last = start + max(item.start for item in items)
    longest = match_body(text, last, persons=True)
    if longest and longest[0] > stop and longest[1].kind != "territory":
        return ()
    return tuple(NameAt(i.start + start, i.end + start, i.text, i.form, i.confidence, i.tight) for i in items)


_SETTING_UP = re.compile("成立|组建|设立")


def _acts(name: str, form: Form | None, bound: bool) -> bool:
    """Whether what is so named can be the one who acts."""
    if form is None or (not bound and is_level(name) and (len(name) == 1 or name.endswith(("级", "国", "家", "央")))):
        return False
    if form.kind == "class" and re.match("各|所有|全体", name):
        return True
    if form.kind == "class" or (name.endswith("企业") and form.kind != "enterprise"):
        return bound and not re.match(r"[对向将为在由以按把使]|引导|鼓励|督促|支持|指导|帮助|协助|要求|组织|推动", name)
    if form.confidence > 0.85 or (bound and form.kind == "collective" and form.distributive):
        return True
    if form.kind == "group":
        return not _SETTING_UP.search(name)
    return is_calm(name) and (bound or "的" not in name)
