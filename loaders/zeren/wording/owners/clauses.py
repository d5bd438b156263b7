"""The grammar of owner clauses on plain text: names, verbs after them, verbs between them.

A牵头，B、C配合，各县区落实 · A会同B等有关部门按职责分工负责 · A与B共同推进 · 由A、B负责
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from zeren.agencies.forms import Form, find_bodies, match_body, may_reach, recognise
from zeren.model import Role
from zeren.wording.names import NameAt, list_names, named, widened
from zeren.wording.roles import RANK, Link, head_role, vocabulary

NO_NAME = re.compile(
    r"(?:19|20)\d\d|\d{1,2}[月日]|[年月]底|期间|完成$|持续|长期|常态|^(?:并|且|其中|按照|根据|依据|确保|建立|制定|具体|另行|下同|以下|等)|工作$|任务$|责任$|"
    r"^(?:无|/|—)$"
)
ENCLOSED = re.compile(r"（[^（）]*）|“[^”]*”|《[^》]*》")
PERSON = re.compile(r"[（(][\u4e00-\u9fff]{2,3}(?:[、，,\s][\u4e00-\u9fff]{2,3})*[）)]")
"""Somebody's name in brackets behind a body."""
MARK = re.compile(r"（(?P<mark>[^（）]{1,8})）$")
COMMA = re.compile(r"[，,（()）]")
LONGEST_UNKNOWN = 24


@dataclass(frozen=True, slots=True)
class Claim:
    """One body with its role, at its place in the text."""

    start: int
    end: int
    name: str
    role: Role
    verb: str | None
    confidence: float
    form: Form | None


@dataclass(slots=True)
class _Group:
    """Names between two commas that wait for their verb."""

    names: list[NameAt]
    role: Role | None = None
    verb: str | None = None


@lru_cache(maxsize=65536)
def read_clauses(text: str, role: Role, strict: bool = False) -> tuple[Claim, ...]:
    """The claims of an owner cell, of the inside of a parenthesis or of a label's value.

    `role` is the role of names that no verb says more about. With `strict` only names told by their form count.
    """
    claims: list[Claim] = []
    for match in re.finditer(r"[^；;\n]+(?:\n[^；;\n]+)*", text):
        for start, end in _sentences(text, match.start(), match.end()):
            claims += _sentence(text, start, end, role, strict)
    return _strongest(claims)


def _sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Parts at 。; where a slip for 、 parts two names only, list reading sees to it."""
    cuts, last = [], start
    for match in re.finditer("。", text[start:end]):
        place = start + match.start()
        if vocabulary().verb.search(text[last:place]):
            cuts.append((last, place))
            last = place + 1
    return [*cuts, (last, end)]


def _strongest(claims: list[Claim]) -> tuple[Claim, ...]:
    best: dict[str, Claim] = {}
    for claim in claims:
        known = best.get(claim.name)
        if known is None:
            best[claim.name] = claim
        elif RANK[claim.role] < RANK[known.role]:
            best[claim.name] = replace(known, role=claim.role, verb=claim.verb)
    return tuple(best.values())


def _sentence(text: str, start: int, end: int, role: Role, strict: bool) -> list[Claim]:
    groups: list[_Group] = [_Group([])]
    place, after = start, None
    for sign in _signs(text, start, end):
        of_duty = after == "responsible" and not COMMA.match(text, place)
        _take(text, place, sign.start, groups, before_verb=True, strict=strict or of_duty)
        after = sign.role
        sign.apply(groups, role)
        place = sign.end
        if sign.link is None:
            groups.append(_Group([]))
    if place < end:
        _take(text, place, end, groups, before_verb=place == start, strict=strict)
    return [_claim(item, group, role) for group in groups for item in group.names]


def _claim(item: NameAt, group: _Group, role: Role) -> Claim:
    mark = MARK.search(widened(item.text)) if item.text.endswith(("）", ")")) else None
    marked = mark and _mark_role(mark["mark"])
    if mark and marked:
        bare = named(item.start, item.end, item.text[: mark.start()])
        return Claim(item.start, item.end, bare.text, marked, mark["mark"], bare.confidence, bare.form)
    return Claim(item.start, item.end, item.text, group.role or role, group.verb, item.confidence, item.form)


def _mark_role(mark: str) -> Role | None:
    """The role that a mark behind a name gives it: （牵头）, （配合单位）."""
    return vocabulary().after.get(mark) or head_role(mark)


def _take(text: str, start: int, end: int, groups: list[_Group], *, before_verb: bool, strict: bool) -> None:
    """Add the names of a stretch, a new group after each comma outside parentheses."""
    for index, (left, right) in enumerate(_commas(text, start, end)):
        if index and groups[-1].names:
            link_role = groups[-1].role if groups[-1].verb and _open(groups) else None
            groups.append(_Group([], link_role, groups[-1].verb if link_role else None))
        for item in map(_without_verb, list_names(text[left:right])):
            if _is_name(item, before_verb, strict):
                moved = replace(item, start=item.start + left, end=item.end + left) if left else item
                groups[-1].names.append(moved)


def _without_verb(item: NameAt) -> NameAt:
    """市财政局提出, 市公安局（张某）: a verb that is in no list and a person are no part of the name."""
    found = match_body(item.text) if item.form is None else None
    if found is None or found[0] < 3:
        return item
    rest = item.text[found[0] :]
    if rest[0] in "（(" and (not PERSON.fullmatch(rest) or _mark_role(rest[1:-1])):
        return item
    return replace(item, text=item.text[: found[0]], form=found[1], end=item.start + found[0], confidence=0.6)


def _open(groups: list[_Group]) -> bool:
    """Whether the last group stands after 会同 and its verb may still come."""
    return groups[-1].role == "joint"


def _is_name(item: NameAt, before_verb: bool, strict: bool) -> bool:
    if item.form is not None and item.form.confidence > 0.7:
        return True
    if strict or NO_NAME.search(item.text) or len(item.text) > LONGEST_UNKNOWN + 40 * bool(item.form):
        return False
    return before_verb or item.form is not None or len(item.text) <= 8


def _commas(text: str, start: int, end: int) -> list[tuple[int, int]]:
    parts, depth, last = [], 0, start
    for match in COMMA.finditer(text, start, end):
        depth += (match[0] in "（(") - (match[0] in "）)")
        if match[0] in "，," and depth <= 0:
            parts.append((last, match.start()))
            last = match.end()
    return [*parts, (last, end)]


@dataclass(frozen=True, slots=True)
class _Sign:
    """A verb found in the text."""

    start: int
    end: int
    wording: str
    role: Role | None = None
    link: Link | None = None
    together: bool = False

    def apply(self, groups: list[_Group], default: Role) -> None:
        """Give the waiting names their role."""
        if self.link:
            _apply_link(groups, self.link, self.wording)
        elif self.role:
            _apply_verb(groups, self.role, self.wording)


def _apply_link(groups: list[_Group], link: Link, wording: str) -> None:
    for group in groups:
        if group.role is None:
            group.role, group.verb = link.left, wording
    groups.append(_Group([], link.right, wording))


def _apply_verb(groups: list[_Group], role: Role, wording: str) -> None:
    """The last group takes the verb; earlier ones too, unless the verb only helps or watches and no verb is told before
    (A、B，C配合; but A牵头，B、C，D配合)."""
    last = groups[-1]
    waiting = [group for group in groups if group.names and (group.role is None or _may_yet(group, last, groups, role))]
    told = any(group.names and group.role in ("lead", "accountable") for group in groups)
    if role in ("support", "supervise") and not told:
        waiting = [group for group in waiting if group is last]
    for group in waiting:
        group.role, group.verb = role, wording


def _may_yet(group: _Group, last: _Group, groups: list[_Group], role: Role) -> bool:
    """A会同B，C配合: C stands after a comma and takes the verb that follows; B keeps 会同."""
    if group is not last or group.role != "joint" or role == "responsible":
        return False
    return sum(g.role == "joint" and g.verb == group.verb and bool(g.names) for g in groups) > 1


def _signs(text: str, start: int, end: int) -> list[_Sign]:
    """Verbs in the stretch that are no part of a name, adjoining ones joined."""
    folded = widened(text)
    known = vocabulary()
    first = known.sign.search(folded, start, end)
    if first is None:
        return []
    covered = [(start + m.start(), start + m.end()) for m in ENCLOSED.finditer(folded[start:end])]
    if may_reach(folded, first.start(), end):  # else no name holds a verb
        bodies = find_bodies(folded[start:end])
        covered += [(start + a, start + b) for a, b, form in bodies if form.confidence > 0.9]
    signs: list[_Sign] = []
    while first:
        place = first.start()
        inside = next((b for a, b in covered if a <= place < b), None)
        sign = _sign_at(folded, place, end) if inside is None else None
        if sign:
            signs.append(sign)
        first = known.sign.search(folded, sign.end if sign else inside or place + 1, end)
    return _merge(signs, folded)


def _sign_at(text: str, place: int, end: int) -> _Sign | None:
    known = vocabulary()
    if (partner := known.together.match(text, place, end)) and recognise(
        re.split(r"[，；。、]", text[:place])[-1].strip("由")
    ):
        return _Sign(place, place + 1, partner.group("verb"), link=Link("responsible", "joint"))
    link = known.link.match(text, place, end)
    verb = known.verb.match(text, place, end)
    if link and (verb is None or link.end() >= verb.end()):
        for option in known.between[link.group()]:
            if _links(text, link.start(), link.end(), end, option):
                return _Sign(place, link.end(), link.group(), link=option)
    if verb is None or not _ends_clause(text, verb.end(), end, known.after[verb["verb"]]):
        return None
    return _Sign(place, verb.end(), verb.group(), role=known.after[verb["verb"]])


def _links(text: str, start: int, stop: int, end: int, link: Link) -> bool:
    """Whether names stand on both sides, as whole bodies where the verb is one that names contain."""
    after = re.split(r"[，；。、和及与]|等", text[stop:end], maxsplit=1)[0].strip()
    if not after or text[stop : stop + 1] in "，；。、":
        return False
    if not link.bodies_only and link.left != "support":
        return True
    before = re.split(r"[，；。、和及与]", text[:start])[-1].strip()
    head = next((b for a, b, _ in find_bodies(after) if a == 0), 0)
    return bool(recognise(before)) and head > 0


def _ends_clause(text: str, stop: int, end: int, role: Role) -> bool:
    """Whether the verb is the predicate of names before it, not part of a longer noun."""
    rest = text[stop:end]
    return not re.match(
        r"(?:管理局|管理委|中心|小组|领导|部(?!门)|会(?!同)|委|局|办(?!理)|组|站|处|所|队|单位|部门|院|"
        r"职责的|责任的|义务的|权限的|能力|体系|机制|对象|事项|任务的|工作的|的)",
        rest,
    )


def _merge(signs: list[_Sign], text: str) -> list[_Sign]:
    """负责牵头 is 牵头; 负责配合 is 配合: of adjoining verbs the telling one counts."""
    out: list[_Sign] = []
    for sign in signs:
        last = out[-1] if out else None
        if (
            last
            and last.link is None
            and sign.link is None
            and re.fullmatch(r"[、，和并\s]*(?:并|和)?", text[last.end : sign.start])
        ):
            role = _telling(last.role, sign.role)
            out[-1] = _Sign(last.start, sign.end, text[last.start : sign.end], role=role)
        else:
            out.append(sign)
    return out


def _telling(first: Role | None, second: Role | None) -> Role | None:
    order = ("accountable", "lead", "support", "supervise", "joint", "responsible")
    return next((role for role in order if role in (first, second)), first)
