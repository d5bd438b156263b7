"""Owner notes: a parenthesis or labelled line that says who answers for a unit."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from zeren.agencies.forms import find_bodies
from zeren.model import Assignment
from zeren.readers.document import Passage
from zeren.wording.names import NONE_MARKS
from zeren.wording.owners.assignments import merge_assignments, read_list
from zeren.wording.owners.labels import Label, find_labels
from zeren.wording.owners.parentheses import brackets, inner, tells_owners
from zeren.wording.owners.standing import StandingRule, without_rule

DEADLINE = re.compile(r"\d|[年月]底|[一二三四五六七八九十]+年|期间|持续|长期|常态|完成|启动|每[年月季周]")


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

    def joined(self, later: OwnerNote) -> OwnerNote:
        """Both notes as one, for labels on lines of their own."""
        return OwnerNote(
            later.passage,
            merge_assignments(self.assignments, later.assignments),
            self.deadline_passages + later.deadline_passages,
            later.standing or self.standing,
            self.labels + later.labels,
            self.bracketed,
            self.rest + later.rest,
        )

    @property
    def heads(self) -> tuple[str, ...]:
        """The labels, as the heads of columns are kept on a task."""
        return self.labels


def read_owner_note(passage: Passage, first_leads: bool = False) -> OwnerNote | None:
    """The note that the whole passage is: a bracket （…）〔…〕【…】 or labelled lines 牵头单位：… 完成时限：…

    None for ordinary parentheses and for everything else. `first_leads`: a standing rule in force.
    """
    whole = passage.strip().strip("。")
    inside = inner(whole)
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
    for start, end in brackets(passage.text):
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


def _labelled(whole: Passage, content: Passage, labels: list[Label], bracketed: bool, first: bool) -> OwnerNote | None:
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
            value, found = without_rule(value)
            standing = standing or found
            value, dated = _without_dates(value)
            deadlines += dated
            owners = read_list(value, label.role, label.text, first or bool(found and found.first_leads))
            assignments = merge_assignments(assignments, owners)
    names = tuple(label.text for label in labels)
    return OwnerNote(whole, assignments, tuple(deadlines), standing, names, bracketed, tuple(rest))


def _worded(whole: Passage, content: Passage, first: bool) -> OwnerNote | None:
    if NONE_MARKS.match(content.text):
        return None
    content, standing = without_rule(content)
    content, dated = _without_dates(content)
    if not tells_owners(content.text):
        return None
    owners = read_list(content, None, None, first or bool(standing and standing.first_leads))
    if not owners:
        return None
    return OwnerNote(whole, owners, tuple(dated), standing, (), True)


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
