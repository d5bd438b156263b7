"""How an enumeration falls into names, on plain text: separators, 等, conjunctions inside and between names."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from zeren.agencies.forms import Form, is_field, names_person, recognise

FOLD = str.maketrans("(),;:", "（），；：")
_STOP = re.compile(r"(?<=[\u4e00-\u9fff）”》])\.(?=[\u4e00-\u9fff（“《]|\s*$|\d{4}年)")
"""A full stop of half width between words."""


def fold_signs(text: str) -> str:
    """Signs of half width as those of full width, character by character."""
    return _STOP.sub("。", text.translate(FOLD))


CONJUNCTION = re.compile(r"以及|[和与及暨](?!其)")
ET_CETERA = re.compile(r"(?<![高平同中优上一二三初])等(?!级|待|于|候|次)")
NUMBER = re.compile(r"^(?:[（(]?\d{1,2}[)）.．、]\s*)(?=\D)")
INLINE_NUMBER = re.compile(r"（[一二三四五六七八九十\d]{1,2}）|[①-⑳]")
GENERIC = re.compile(
    r"^(?:[\d一二三四五六七八九十两多几]+个?家?)?(?:部门|单位|部门单位|单位部门|部门和单位|地|地区|镇|乡镇|街道|县区|职能部门|机构|企业|市|县|区|方面|"
    r"市直部门单位)?$"
)
SIGN = re.compile(r"[、，；。/／|（）\s]")
"""What may part two names, and the parentheses inside which nothing does."""
OPENING = re.compile(r"(?:[\s由请、，；。：”]|以及)+")
CLOSING = re.compile(r"[\s、，；。：“]+$")
POSITION = 0.5


@dataclass(frozen=True, slots=True)
class NameAt:
    """A name with its place in the text it was read from."""

    start: int
    end: int
    text: str
    form: Form | None = None
    confidence: float = POSITION
    tight: bool = True
    """Whether it is joined to the next by 、 or a conjunction, so that a head may be shared."""


@dataclass(frozen=True, slots=True)
class Tail:
    """What stands after 等."""

    start: int
    end: int
    text: str


@lru_cache(maxsize=65536)
def list_names(text: str, persons: bool = False) -> tuple[NameAt, ...]:
    """The names of an enumeration, heads distributed, without repeats."""
    from zeren.wording.names_heads import distribute

    folded = INLINE_NUMBER.sub(lambda match: "、" * len(match.group()), text.translate(FOLD))
    items: list[NameAt] = []
    head = ""
    for start, end, tight in _pieces(folded):
        found, generic = _piece(folded, start, end, tight)
        items += found
        head = generic or head
    shared = distribute(items, head)
    kept = [item for item in shared if item.text and (persons or not names_person(item.text))]
    unique = {item.text: item for item in reversed(kept)}
    return tuple(_as_written(item, text) for item in kept if unique.get(item.text) is item)


def _as_written(item: NameAt, text: str) -> NameAt:
    """The characters of the source where no head was added."""
    raw = _bare(text[item.start : item.end])
    return replace(item, text=raw) if raw != item.text and raw.translate(FOLD) == item.text else item


def _bare(text: str) -> str:
    """The text without white space."""
    return "".join(text.split())


def named(start: int, end: int, text: str, tight: bool = True) -> NameAt:
    """A name with what its form says of it."""
    form = recognise(text)
    return NameAt(start, end, text, form, form.confidence if form else POSITION, tight)


def _pieces(text: str) -> list[tuple[int, int, bool]]:
    """Stretches between separators outside parentheses, with whether 、 follows."""
    pieces: list[tuple[int, int, bool]] = []
    depth, start = 0, 0
    balanced = text.count("（") == text.count("）")
    for match in SIGN.finditer(text):
        index, character = match.start(), match.group()
        if character in "（）":
            depth += (1 if character == "（" else -1) * balanced
        elif depth <= 0 and _separates(text, start, index):
            pieces.append((start, index, character == "、"))
            start = index + 1
    pieces.append((start, len(text), False))
    return pieces


def _is_torn(follow: Form | None, listed: bool) -> bool:
    """Whether a line break tore one name: what follows is none, or names no place where 、 parts the names."""
    return follow is None or (listed and not (follow.level or follow.place or follow.distributive or follow.indefinite))


_UNTIL = re.compile(r"(?:（[^（）]*）|[^、，；。\s])*")
"""A name up to the next separator outside parentheses."""


def _separates(text: str, start: int, index: int) -> bool:
    character = text[index]
    if character in "、，；。/／|":
        return True
    if not character.isspace():
        return False
    left = _bare(text[start:index])
    right = _UNTIL.match(text[index:].lstrip())[0]  # type: ignore[index]
    right = NUMBER.sub("", right)
    if not left or not right:
        return False
    form, follow, both = recognise(left.strip("由")), recognise(right), recognise(left + right)
    if both and both.field and (form is None or form.kind == "territory"):
        return False
    if character == "\n" and both and form and _is_torn(follow, "、" in text):
        return False
    if form and len(left) > 1 and (follow or character == "\n"):
        return True
    return bool(follow and (follow.level or follow.distributive or follow.indefinite) and len(left) > 3)


def _piece(text: str, start: int, end: int, tight: bool) -> tuple[list[NameAt], str]:
    """Names of one stretch, and the generic word after 等 that bare fields before it share."""
    cut = ET_CETERA.search(text, start, end)
    if cut is None:
        return _joined(text, start, end, tight), ""
    before = _joined(text, start, cut.start(), tight)
    tail = text[cut.end() : end].strip()
    if GENERIC.match(tail):
        return before, re.sub(r"^[\d一二三四五六七八九十两多几]+个?家?", "", tail)
    after = _joined(text, cut.end(), end, tight)
    head = "部门" if after and after[0].text.endswith("部门") else ""
    if after and GENERIC.match(after[0].text):
        return [*before, *after[1:]], after[0].text
    return [*before, *(replace(item, tight=False) for item in after)], head


def _joined(text: str, start: int, end: int, tight: bool) -> list[NameAt]:
    """Names parted by conjunctions; one that belongs to a name parts nothing."""
    start, end = _trim(text, start, end)
    if start >= end:
        return []
    whole = _bare(text[start:end])
    form = recognise(whole)
    for match in CONJUNCTION.finditer(text, start, end):
        depth = text.count("（", start, match.start()) - text.count("）", start, match.start())
        apart = _parts(text, start, match, end, form) or (tight and _opens_list(text, start, match, end))
        if depth == 0 and not _inside_field(text, match) and apart:
            left = named(start, match.start(), _bare(text[start : match.start()]))
            return [left, *_joined(text, match.end(), end, tight)]
    return [named(start, end, whole, tight)]


def _inside_field(text: str, match: re.Match[str]) -> bool:
    """Whether the conjunction belongs to one listed field (人力资源和社会保障)."""
    starts = range(max(0, match.start() - 8), match.start())
    ends = range(match.end() + 1, min(len(text), match.end() + 8) + 1)
    return any(is_field(text[a:b]) for a in starts for b in ends)


def _parts(text: str, start: int, match: re.Match[str], end: int, form: Form | None) -> bool:
    left = _bare(text[start : match.start()])
    right = _bare(text[match.end() : end])
    if not left or not right or _doubled(text, start, match, end):
        return False
    if is_field(left) and form and form.kind == "trade" and not is_field(form.field):
        return True
    return bool(recognise(left)) and (bool(recognise(right)) or right[0] in "各有相" or bool(CONJUNCTION.search(right)))


def _doubled(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """相关部门和单位: two words for one collective."""
    general = ("部门", "单位", "机构")
    following = CONJUNCTION.split(text[match.end() : end], maxsplit=1)[0].strip()
    return following in general and text[start : match.start()].strip().endswith(general)


def _opens_list(text: str, start: int, match: re.Match[str], end: int) -> bool:
    """…成员单位和滨海湾、虎门镇各有关部门: a place without its level word opens a list with a shared head."""
    left = recognise(_bare(text[start : match.start()]))
    if _doubled(text, start, match, end):
        return False
    return bool(left and left.confidence >= 0.9) and len(text[match.end() : end].strip()) <= 6


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    if match := OPENING.match(text, start, end):
        start = match.end()
    if match := NUMBER.match(text[start:end]):
        start += match.end()
    if match := CLOSING.search(text, start, end):
        end = match.start()
    if text[start:end].isdigit():
        start = end
    return start, end
