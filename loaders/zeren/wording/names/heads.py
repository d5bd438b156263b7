"""Heads that several names share: 市、县应急管理部门 is two departments, 自然资源、住房和城乡建设等部门 two more."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from zeren.agencies.forms import is_field, is_level, names_person, recognise
from zeren.wording.names.records import NameAt, named

DETERMINER = re.compile(r"^(?:各级|各有关|各相关|各|有关|相关)")
BARE = re.compile(r"^(?:部门|单位|(?:人民)?政府(?:（[^（）]+）)?|机构|机关|企业|管委会)$")
_LEVELS = re.compile(
    r"(?:地方)?(?:各级|[省市县区镇州]{1,3}[两三]级|[省市县区]级(?:以上)?(?:地方)?(?:各级)?|[省市县区镇州]|国家|全国|地方)"
)
"""What stands before a field: the level of the department."""
GOVERNMENT = re.compile(r"(?:人民)?政府(?:（[^（）]+）)?$|办事处$")
_ATTACHED = re.compile(r"[省市县区州][直级属](?:各?(?:有关|相关)|各)?")
"""What stands before 部门 or 单位 that belong to a level: 市直有关部门、单位."""
_ZONES = ("开发区", "高新区", "经开区", "新区", "园区")
_PARTY = re.compile(r"(.+?)(党工?委|委)")
STAGES = re.compile(r"^(?:[两三四五]级)")


LONGEST_RUN = 20
"""No head is shared by more names than this."""


def distribute(items: Sequence[NameAt], generic: str = "") -> list[NameAt]:
    """The names with the heads they share; `generic` is the word after 等 (部门) that bare fields take."""
    out = _with_generic(list(items), generic)
    for index in range(len(out) - 1, 0, -1):
        last = out[index]
        run = _run_before(out, index)
        if run and (shared := _shared(out[run[0] : index], last)):
            out[run[0] : index + 1] = shared
    return _with_determiners(out)


def _with_generic(items: list[NameAt], generic: str) -> list[NameAt]:
    if not generic:
        return items
    return [_headed(item, generic) if _is_bare_field(item.text) else item for item in items]


def _headed(item: NameAt, head: str) -> NameAt:
    new = named(item.start, item.end, item.text + head, item.tight)
    return replace(new, confidence=max(0.0, new.confidence - 0.1))


def _is_bare_field(text: str) -> bool:
    if recognise(text):
        return False
    levels = _LEVELS.match(text)
    return is_field(text) or bool(levels and is_field(text[levels.end() :]))


def _run_before(items: Sequence[NameAt], index: int) -> list[int]:
    """Places of the names joined to the one at `index` by 、 or a conjunction."""
    first = index
    while first and items[first - 1].tight and index - first < LONGEST_RUN:
        first -= 1
    return list(range(first, index))


def _shared(before: Sequence[NameAt], last: NameAt) -> list[NameAt] | None:
    """The run with the head of its last name, None when it shares none."""
    form = last.form or recognise(last.text)
    if form is None:
        return _persons(before, last)
    if (form.field and (form.kind == "trade" or form.suffix.endswith("部门"))) or form.suffix in ("局", "部"):
        fields = [item for item in before if _is_bare_field(item.text)]
        if fields:
            head = form.suffix
            return [_headed(item, head) if item in fields else item for item in before] + [last]
    if gathered := _gathered(before, last):
        return gathered
    split = _split(last.text)
    if split is None:
        return None
    own, rest = split
    taking = _takers(before, own, rest)
    if not taking:
        return None
    new_last = named(last.start, last.end, own + rest, last.tight)
    return [_headed(item, _tail_for(item.text, own, rest)) if item in taking else item for item in before] + [new_last]


def _gathered(before: Sequence[NameAt], last: NameAt) -> list[NameAt] | None:
    """建设、施工、监理单位: each is a 单位."""
    tail = next((end for end in ("单位", "机构", "企业", "机关") if last.text.endswith(end)), "")
    if not tail or len(last.text) == len(tail):
        return None
    known = [(item, recognise(item.text + tail)) for item in before]
    taking = [
        item for item, form in known if item.form is None and form and form.confidence > 0.9 and not is_level(item.text)
    ]
    return [*(_headed(item, tail) if item in taking else item for item in before), last] if taking else None


def _persons(before: Sequence[NameAt], last: NameAt) -> list[NameAt] | None:
    """党委、政府主要领导: neither is a body."""
    if not names_person(last.text) or not re.match(r"^(?:人民)?政府(?:主要|分管|有关|相关)", last.text):
        return None
    return [item for item in before if not item.text.endswith(("党委", "委"))] + [last]


@lru_cache(maxsize=16384)
def _split(text: str) -> tuple[str, str] | None:
    """A name as its place (determiner and level or place) and the rest."""
    match = DETERMINER.match(text)
    lead = match.group() if match else ""
    body = text[len(lead) :]
    ends = range(min(len(body) - 1, 24), 0, -1)
    level = next((end for end in ends if is_level(body[:end])), 0)
    place = level or next((end for end in ends if _is_place(body[:end])), 0)
    if not place or body[place] == "（":
        return None
    return lead + body[:place], STAGES.sub("", body[place:])


def _is_place(text: str) -> bool:
    form = recognise(text)
    return bool(form and (form.kind == "territory" or text.endswith(_ZONES)) and not form.distributive)


def _takers(before: Sequence[NameAt], own: str, rest: str) -> list[NameAt]:
    """The names at the end of the run that lack a head of their own and are of the same nature as the last."""
    taking: list[NameAt] = []
    for item in reversed(before):
        if not _alike(item, own, rest):
            break
        taking.append(item)
    return taking


def _alike(item: NameAt, own: str, rest: str) -> bool:
    text = DETERMINER.sub("", item.text)
    determined = text != item.text
    if rest == "办事处" and own == "街道" and not text.endswith("街道"):
        return False
    if is_level(own):
        return is_level(text) and (not determined or own == "直辖市" or bool(GOVERNMENT.search(rest)))
    if determined or is_level(text):
        return False
    if rest.endswith("管委会") and text.endswith(_ZONES):
        return own[-1] == text[-1]
    if item.form is None:
        return len(text) <= 6 and not DETERMINER.match(own) and bool(re.fullmatch(r"[\u4e00-\u9fff]+", text))
    if item.form.kind != "territory" or item.form.suffix:
        return False
    if rest.endswith("管委会"):
        return False
    return own[-1] == text[-1] or bool(GOVERNMENT.search(rest)) or bool(re.match(r"各?(?:有关|相关|各|职能)", rest))


def _tail_for(text: str, own: str, rest: str) -> str:
    """打浦、文昌路街道管理办: the first also lacks 街道."""
    bare = recognise(text) is None
    ending = next((end for end in ("街道", "镇") if own.endswith(end)), "")
    return (ending if bare and not re.match(r"各?(?:有关|相关|各)", rest) else "") + rest


def _with_determiners(items: list[NameAt]) -> list[NameAt]:
    """各有关单位、部门: a bare word takes what stands before the first; 各级党委、政府督查部门 shares both ways."""
    out = list(items)
    for index in range(1, len(out)):
        first, second = out[index - 1], out[index]
        prefix = _prefix(first.text)
        if not first.tight or not prefix:
            continue
        if BARE.match(second.text):
            out[index] = named(second.start, second.end, prefix + second.text, second.tight)
        elif first.text.endswith("党委") and (rest := re.match(r"^政府(.+)$", second.text)):
            out[index - 1] = named(first.start, first.end, first.text + rest[1], first.tight)
            out[index] = named(second.start, second.end, prefix + second.text, second.tight)
    return out


def _prefix(text: str) -> str:
    """What stands before the kind of body: 各有关 of 各有关单位, 青湖县 of 青湖县委 that 政府 follows."""
    if match := _PARTY.fullmatch(text):
        form = recognise(text)
        return match[1] if form and (form.kind == "party" or match[2] == "党工委") else ""
    match = re.fullmatch(r"(.+?)(?:部门|单位|机构|机关|人民政府|政府|地区|地方|方面|街道|乡镇|企业)", text)
    if not match:
        return ""
    return match[1] if DETERMINER.match(match[1]) or is_level(match[1]) or _ATTACHED.fullmatch(match[1]) else ""
