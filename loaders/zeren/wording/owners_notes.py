"""Owner notes: a parenthesis or labelled line that says who answers for a unit, and rules that bind later units."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from zeren.agencies.forms import find_bodies, recognise
from zeren.model import Assignment, Role
from zeren.readers.document import Passage
from zeren.wording.clauses import read_clauses
from zeren.wording.names import NONE_MARKS
from zeren.wording.names_lists import NameAt, list_names
from zeren.wording.owners_labels import Label, find_labels
from zeren.wording.roles import vocabulary

BRACKETS = {"（": "）", "(": ")", "〔": "〕", "【": "】", "［": "］", "[": "]"}
FIRST_LEADS = re.compile(
    r"(?:列|排|排列|列在|排名|排序)?(?:在)?(?:第一|首)(?:位|个|名)?[^，。；、]{0,6}?(?:的|者|单位|部门)*[^，。；]{0,4}?"
    r"(?:为|是|系)(?:总?牵头|主办)"
)
BINDS_LATER = re.compile(
    r"(?:以下|下列|后续|上述|以上)[^，。；]{0,16}?(?:均|都|全部|皆)?(?:需要|需|须|由|应)(?P<names>[^，。；]{2,40}?)"
    r"(?:共同)?(?P<verb>落实|负责|配合|参与|执行|组织实施|承担)[^。；]{0,8}[，,]?[^。；]{0,6}"
    r"(?:不再|不另|不逐一|不一一|不重复)[^。；]{0,4}(?:列|写|注明|标注)"
)
DEADLINE = re.compile(r"\d|[年月]底|[一二三四五六七八九十]+年|期间|持续|长期|常态|完成|启动|每[年月季周]")


@dataclass(frozen=True, slots=True)
class StandingRule:
    """A rule that binds every later unit."""

    passage: Passage
    first_leads: bool = False
    """The first body of each later list leads."""
    assignments: tuple[Assignment, ...] = ()
    """Bodies that are added to every later unit that has an owner note."""

    def apply(self, assignments: tuple[Assignment, ...]) -> tuple[Assignment, ...]:
        """The owners of a later unit under this rule."""
        doers = [item for item in assignments if item.role == "responsible"]
        leaderless = all(item.role not in ("lead", "accountable") for item in assignments)
        out = list(assignments)
        if self.first_leads and leaderless and len(doers) > 1:
            out[out.index(doers[0])] = replace(doers[0], role="lead", confidence=round(doers[0].confidence * 0.95, 3))
        known = {item.agency for item in out}
        out += [item for item in self.assignments if item.agency not in known]
        return tuple(replace(item, position=place) for place, item in enumerate(out, 1))

    def joined(self, later: StandingRule) -> StandingRule:
        """Both rules; of bodies added, those of the later rule where it names any."""
        return StandingRule(later.passage, self.first_leads or later.first_leads, later.assignments or self.assignments)

    @property
    def bodies(self) -> tuple[str, ...]:
        """Names of the bodies added."""
        return tuple(assignment.agency for assignment in self.assignments)

    @property
    def role(self) -> Role | None:
        """Role of the bodies added, None where the rule adds none."""
        return self.assignments[0].role if self.assignments else None


@dataclass(frozen=True, slots=True)
class OwnerNote:
    """What one note says."""

    passage: Passage
    """The whole note, brackets and labels included."""
    assignments: tuple[Assignment, ...]
    deadline_passages: tuple[Passage, ...] = ()
    """Pieces that may give a time limit: values of 完成时限 labels, clauses with a date."""
    standing: StandingRule | None = None
    """A rule stated in the note that binds what follows."""
    labels: tuple[str, ...] = ()
    """Labels it has, as written; () where verbs alone say the roles."""
    bracketed: bool = False
    """In brackets: such a note stays in the task's text; a labelled line does not."""
    rest: tuple[Passage, ...] = field(default=())
    """Pieces that are neither owners nor limits (persons, products)."""

    @property
    def heads(self) -> tuple[str, ...]:
        """The labels, as the heads of columns are kept on a task."""
        return self.labels


def read_owner_note(passage: Passage, first_leads: bool = False) -> OwnerNote | None:
    """The note that the whole passage is: a bracket （…）〔…〕【…】 or labelled lines 牵头单位：… 完成时限：…

    None for ordinary parentheses and for everything else. `first_leads`: a standing rule in force.
    """
    whole = passage.strip().strip("。")
    inside = _inside(whole)
    if inside is None and not find_labels(whole.text):
        return None
    content = whole if inside is None else inside
    labels = find_labels(content.text)
    if inside is None and (not labels or labels[0].start > 0):
        return None
    if labels and labels[0].start == 0:
        return _labelled(whole, content, labels, inside is not None, first_leads)
    return _worded(whole, content, first_leads) if inside is not None else None


def find_owner_notes(passage: Passage, first_leads: bool = False) -> tuple[OwnerNote, ...]:
    """Every owner note inside a unit's text: brackets anywhere, and labels that run to its end."""
    notes: list[OwnerNote] = []
    for start, end in _brackets(passage.text):
        if note := read_owner_note(passage[start:end], first_leads):
            notes.append(note)
    covered = [_place(passage, note) for note in notes]
    for label in find_labels(passage.text):
        if any(a <= label.start < b for a, b in covered) or not _opens(passage.text, label.start):
            continue
        if note := read_owner_note(passage[label.start :], first_leads):
            notes.append(note)
        break
    return tuple(sorted(notes, key=lambda note: _place(passage, note)))


def _place(passage: Passage, note: OwnerNote) -> tuple[int, int]:
    start = passage.text.find(note.passage.text)
    return start, start + len(note.passage.text)


def _opens(text: str, place: int) -> bool:
    return place == 0 or text[place - 1] in "。；;\n \u3000！”"


def _inside(whole: Passage) -> Passage | None:
    text = whole.text
    if len(text) < 4 or text[0] not in BRACKETS or text[-1] != BRACKETS[text[0]]:
        return None
    spans = _brackets(text)
    return whole[1:-1] if spans and spans[0] == (0, len(text)) else None


def _brackets(text: str) -> list[tuple[int, int]]:
    """Outermost brackets as half-open stretches."""
    spans: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for index, character in enumerate(text):
        if character in BRACKETS:
            stack.append((BRACKETS[character], index))
        elif stack and character == stack[-1][0]:
            _, start = stack.pop()
            if not stack:
                spans.append((start, index + 1))
    return spans


def _labelled(whole: Passage, content: Passage, labels: list[Label], bracketed: bool, first: bool) -> OwnerNote | None:
    from zeren.wording.owners import merge_assignments, read_owners

    if not any(label.kind == "owner" for label in labels):
        return None
    assignments: tuple[Assignment, ...] = ()
    deadlines: list[Passage] = []
    rest: list[Passage] = []
    standing: StandingRule | None = None
    for label, follow in zip(labels, [*labels[1:], None], strict=True):
        value = content[label.end : follow.start if follow else len(content)].strip(" \u3000\n，,；;。")
        if label.kind == "deadline":
            deadlines.append(value)
        elif label.kind == "person":
            rest.append(value)
        else:
            value, found = _without_rule(value)
            standing = standing or found
            value, dated = _without_dates(value)
            deadlines += dated
            owners = read_owners(value, label.role, label.text, first or bool(found and found.first_leads))
            assignments = merge_assignments(assignments, owners)
    names = tuple(label.text for label in labels)
    return OwnerNote(whole, assignments, tuple(deadlines), standing, names, bracketed, tuple(rest))


def _worded(whole: Passage, content: Passage, first: bool) -> OwnerNote | None:
    from zeren.wording.owners import read_owners

    if NONE_MARKS.match(content.text):
        return None
    content, standing = _without_rule(content)
    content, dated = _without_dates(content)
    if not _is_owner_wording(content.text):
        return None
    owners = read_owners(content, None, None, first or bool(standing and standing.first_leads))
    if not owners:
        return None
    return OwnerNote(whole, owners, tuple(dated), standing, (), True)


def _is_owner_wording(text: str) -> bool:
    """A bracket without a label is an owner note when bodies with a verb of duty, or nothing but bodies, fill it."""
    if re.match(r"^(?:以下简称|简称|下称|见|详见|附|含|包括|不含|即|如|例如|其中|原|注|参见|依据|根据|除)", text):
        return False
    bodies = find_bodies(text)
    if not bodies or bodies[0][0] > 2:
        names = list_names(re.split(r"[，。；]", text)[0])
        if not names or names[0].form is None or not _verbs(text):
            return False
    if _verbs(text):
        return True
    names = list_names(text)
    if _is_enumeration(names):
        return True
    sure = all(name.form and name.form.confidence > 0.9 and name.form.kind not in _LOOSE_KINDS for name in names)
    return bool(names) and sure and any(_office(name.text) for name in names)


def _is_enumeration(names: Sequence[NameAt]) -> bool:
    """Several bodies and nothing else, the first of a level, with an office of one place or 各县区 among them."""
    first = names[0].form if names else None
    kinds = [name.form.kind if name.form else "" for name in names]
    if len(names) > 1 and _OFFICES.issuperset(kinds) and not {"organ", "branch", "government"}.isdisjoint(kinds):
        return True
    if len(names) < 2 or not first or not (first.level or first.place) or first.kind in ("territory", "class"):
        return False
    forms = [name.form for name in names]
    return all(forms) and any(
        _office(name.text) or (form and form.distributive) for name, form in zip(names, forms, strict=True)
    )


def _verbs(text: str) -> bool:
    return any(claim.verb for claim in read_clauses(text, "responsible"))


_OFFICES = frozenset({"organ", "branch", "government", "party", "zone", "enterprise", "association"})
"""Kinds of which an enumeration names owners and nothing else."""
_LOOSE_KINDS = frozenset({"territory", "class", "institution"})
"""Kinds that also stand in ordinary brackets (商场、医院)."""


def _office(name: str) -> bool:
    """Whether a name is one office of one place, so that it needs no verb to be an owner (市卫健委, 财政部)."""
    form = recognise(name)
    if form is None or form.kind in ("territory", "class", "collective", "trade", "institution"):
        return False
    placed = bool(form.level or form.place)
    return (placed and (bool(form.field) or form.kind != "organ")) or form.suffix.endswith(("部", "总局", "总署"))


def _without_dates(content: Passage) -> tuple[Passage, list[Passage]]:
    """The content without its closing clauses that give a date."""
    dated: list[Passage] = []
    while match := re.search(r"[，,；;。]\s*([^，,；;。]*)$", content.text):
        clause = match[1]
        if not clause.strip() or (DEADLINE.search(clause) and not find_bodies(clause)):
            if clause.strip():
                dated.insert(0, content[match.start(1) :])
            content = content[: match.start()]
        else:
            break
    return content, dated


def _without_rule(content: Passage) -> tuple[Passage, StandingRule | None]:
    """The content without a rule that is stated in it (列第一位者为牵头单位，下同)."""
    rule = read_standing_rule(content)
    if rule is None:
        return content, None
    start = content.text.find(rule.passage.text)
    return content[:start].strip("，,；;。 \n"), rule


def read_standing_rule(passage: Passage) -> StandingRule | None:
    """A rule for the units that follow, wherever it stands in the passage; None when there is none.

    列第一位者为牵头单位，下同 · 排在第一位的为牵头单位 · 以下各项工作均需各县区落实，不再列出
    """
    if match := BINDS_LATER.search(passage.text):
        role: Role = vocabulary().after.get(match["verb"], "responsible")
        names = passage[match.start("names") : match.end("names")]
        claims = read_clauses(names.text, role)
        from zeren.wording.owners import assign

        given = tuple(
            replace(assign(claim, names, None, place), verb=match["verb"], reason="standing", confidence=0.9)
            for place, claim in enumerate(claims, 1)
        )
        if given:
            return StandingRule(passage[match.start() : match.end()], assignments=given)
    if match := FIRST_LEADS.search(passage.text):
        end = re.compile(r"[^。；;）)]*").match(passage.text, match.end())
        return StandingRule(passage[match.start() : end.end() if end else match.end()], first_leads=True)
    return None
