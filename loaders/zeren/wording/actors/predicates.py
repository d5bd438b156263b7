"""What a predicate makes of its subject, and which partners it names (会同B, 配合B, 与B共同)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from zeren.agencies.forms import is_calm, match_body
from zeren.model import Role
from zeren.wording.actors.subjects import body_names, depths
from zeren.wording.actors.words import words
from zeren.wording.names import NameAt, fold_signs
from zeren.wording.roles import vocabulary

OWN_AGAIN = re.compile(r"^(?:并|还|同时)?(?:负责|牵头|要|应|承担|须)")
HELP_NOUN = re.compile(r"(?:做好|开展|抓好)[^，。；]*?(?:配合|协助|支持配合)工作$")
MUTUAL = re.compile(r"密切|协同|相互|通力|加强")
"""With these 配合 is the way all work together, not help for somebody."""
LEADING = re.compile(r"(?<![\u4e00-\u9fff])牵头(?!单位|部门|司局|处室|科室|地区|人|方|的)(?=[\u4e00-\u9fff])")
"""牵头区建管委、区交通委开展…: the subject leads those it names."""
GATHERING = re.compile("组成(?!部门|单位|人员|部分|机构)")
"""What a body does with its partners that is no order (会同A、B组成督查组)."""
PARTNER_REACH = 90


@dataclass(frozen=True, slots=True)
class Partner:
    """A body that the predicate binds to its subject."""

    name: NameAt
    role: Role
    verb: str


@dataclass(frozen=True, slots=True)
class Duty:
    """What a predicate says of its subject."""

    role: Role
    verb: str | None
    partners: tuple[Partner, ...]
    works: bool
    """Whether the stretch orders anything: False where it only says how, when or of what."""


@lru_cache(maxsize=16384)
def judge(text: str, start: int, end: int) -> Duty:
    """The duty that the stretch of the sentence gives its subject."""
    folded, outside = _folded(text)
    partners = _partners(folded, start, end, outside)
    clauses = _clauses(folded, start, end, outside)
    role, verb = _role(folded[start:end], clauses, partners)
    return Duty(role, verb, tuple(partners), any(not is_setting(clause) for clause in clauses))


@lru_cache(maxsize=64)
def _folded(text: str) -> tuple[str, list[int]]:
    """A sentence with its signs folded, and the depth of each character: asked for every stretch of it."""
    folded = fold_signs(text)
    return folded, depths(folded)


def _clauses(text: str, start: int, end: int, outside: list[int]) -> list[str]:
    cuts = [start - 1] + [i for i in range(start, end) if text[i] in "，；。" and not outside[i]] + [end]
    pieces = [text[a + 1 : b].strip() for a, b in pairwise(cuts)]
    return [piece for piece in pieces if piece]


def is_setting(clause: str) -> bool:
    """A clause that only says by what, when or where; 对…进行检查 is work."""
    if not words().preposition.match(clause):
        return False
    return not re.search(
        r"进行|予以|给予|加强|开展|实施|落实|实行|做到|采取|建立|制定|追究|处置|停止|清理|查处", clause
    )


def _role(text: str, clauses: list[str], partners: list[Partner]) -> tuple[Role, str | None]:
    if verb := _accountable(text):
        return "accountable", verb
    if match := words().lead.search(text):
        return "lead", match.group().lstrip("，；、。：")
    together = next((p for p in partners if words().kinds.get(p.verb) == "lead"), None)
    if together:
        return "lead", together.verb
    if verb := _helping(clauses):
        return "support", verb
    if clauses and all(words().supervising.match(clause) for clause in clauses):
        return "supervise", words().supervising.match(clauses[0]).group()  # type: ignore[union-attr]
    match = re.match(r"(?:按职责分工|按照职责分工|具体|主要|共同|要|应)*负责", text)
    return "responsible", match.group() if match else None


def _accountable(text: str) -> str | None:
    for match in words().accountable.finditer(text):
        before = re.split(r"[，；。]", text[: match.start()])[-1]
        if match.group().startswith("负") or (match.group().endswith("责任主体") and re.match(r"(?:是|为)", before)):
            return match.group()
        if (
            not words().others.search(before[-14:])
            and not words().others.match(before)
            and re.search(r"承担|履行|落实|负|扛", before + match.group())
        ):
            return match.group()
    return None


def _helping(clauses: list[str]) -> str | None:
    """The wording when the subject only helps: no work of its own before, and none taken up again behind."""
    works = [clause for clause in clauses if not is_setting(clause)]
    if not works:
        return None
    head = words().helping.match(works[0])
    if (
        head
        and re.match(r"、|$", works[0][head.end() :])
        and (len(works[0]) > head.end() or MUTUAL.search(head.group()))
    ):
        head = None
    if head is None and not HELP_NOUN.search(works[0]):
        return None
    if any(OWN_AGAIN.match(clause) for clause in works[1:]):
        return None
    return head.group() if head else "配合"


def _partners(text: str, start: int, end: int, outside: list[int]) -> list[Partner]:
    found: list[Partner] = []
    for match in words().partner.finditer(text, start, end):
        if outside[match.start()] or text[match.end() : match.end() + 1] in "，。；" or _names_group(text, match):
            continue
        kind = words().kinds[match.group()]
        role: Role = "lead" if kind == "support" else "joint"
        names = _named(text, match.end(), end)
        found += [Partner(name, role, match.group()) for name in names]
    for match in LEADING.finditer(text, start, end):
        if not outside[match.start()]:
            named = _named(text, match.end(), end)
            called = all(not words().predicate.match(name.text) for name in named)
            found += [Partner(name, "joint", "牵头") for name in named if called]
    for match in vocabulary().together.finditer(text, start, end):
        if outside[match.start()] or match.end("verb") > end:
            continue
        names = body_names(text, match.start() + 1, match.start("verb"), False)
        found += [Partner(name, "joint", match["verb"]) for name in names]
    return found


def _names_group(text: str, match: re.Match[str]) -> bool:
    """组成联合工作组, 成立联合督查组: 联合 is part of what is set up."""
    return match.group() == "联合" and text[max(0, match.start() - 2) : match.start()] in (
        "组成",
        "成立",
        "组建",
        "建立",
    )


def _can_partner(name: NameAt) -> bool:
    """Whether work can be shared with what is so named: no class of firms, and no clause taken for a name."""
    return name.form is not None and name.form.kind != "class" and (name.form.confidence > 0.8 or is_calm(name.text))


def _named(text: str, start: int, end: int) -> tuple[NameAt, ...]:
    """The longest enumeration of bodies that begins at `start` and ends before a predicate or a mark."""
    if gathered := GATHERING.search(text, start, end):
        end = gathered.start()
        text = text[:end]
    reach = min(end, start + PARTNER_REACH)
    best: tuple[NameAt, ...] = ()
    stops = [match.start() for match in words().predicate.finditer(text, start + 1, reach)]
    mark = re.compile(r"[，。；]").search(text, start, end)
    stops.append(mark.start() if mark and mark.start() <= reach else reach)
    for stop in stops:
        if mark and stop > mark.start():
            break
        names = body_names(text, start, stop, True)
        if names and all(_can_partner(name) for name in names):
            best = names
    return best or _told_by_form(text, start, end)


def _told_by_form(text: str, start: int, end: int) -> tuple[NameAt, ...]:
    """Bodies told by their form, where the verb behind the last is in no list (财政局、人社局组成考核组)."""
    names: list[NameAt] = []
    while True:
        found = match_body(text, start)
        if found is None or found[0] > end or found[1].confidence < 0.9 or found[1].kind in ("class", "territory"):
            return ()
        names.append(NameAt(start, found[0], text[start : found[0]], found[1], 0.7))
        sign = text[found[0] : found[0] + 1]
        if sign in ("的", "等"):
            return ()
        if not sign or sign not in "、和及与":
            return tuple(names)
        start = found[0] + 1
