"""Entering what is read into the outline: headings, units, the owners and limits that stand beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from zeren.model import Assignment, Deadline
from zeren.outline.headings import Kind, kind_of
from zeren.outline.notes import Noted, find_notes
from zeren.outline.phases import as_period, is_phase
from zeren.outline.prose.tree import Node
from zeren.outline.sentences import split_sentences
from zeren.outline.units import Heading, Outline, Unit
from zeren.readers import Passage
from zeren.wording.actors import BodyLabel
from zeren.wording.calendar import Calendar
from zeren.wording.deadlines import read_deadlines, split_heading
from zeren.wording.groups import read_groups
from zeren.wording.owners import OwnerNote, StandingRule, read_standing_rule

_LONGEST_RULE = 120
"""Code points of a sentence that may be a standing rule."""
_RULES = re.compile("(?:第一|首)[^。；]{0,12}(?:牵头|主办)|不再|不另|不一一|不逐一")
_JOINT_BID = re.compile("申报|联合体|投标|合作单位")
"""Sentences on who leads a joint application say nothing of the lists of owners."""


@dataclass(frozen=True, slots=True)
class Place:
    """Under which heading a text stands, and what may be expected of it."""

    heading: int | None = None
    kind: Kind = "work"
    bodies: tuple[Assignment, ...] = ()
    body: str | None = None
    note: OwnerNote | None = None
    """Owners that the heading gives to all that stands under it."""
    closing: bool = False
    """Behind the last numbered unit of a plan without headings: what orders there is work."""


@dataclass(slots=True)
class Entries:
    """An outline while it is being filled from running text."""

    outline: Outline
    calendar: Calendar
    rule: StandingRule | None = None
    """The standing rule in force."""
    paragraphs: int = 0
    """Paragraphs so far; units of one share its number."""
    last_node: Node | None = None
    """The numbered part that the last unit is."""
    inherited: list[tuple[Unit, OwnerNote]] = field(default_factory=list)
    leading: OwnerNote | None = None
    """Labels that stand before the units they bind, not after."""
    led: int = 0
    """Units entered when the last such label was read."""

    def head(self, node: Node, title: Passage, place: Place, label: BodyLabel | None = None) -> Place:
        """Enter a heading and give the place below it."""
        above = self.outline.headings[place.heading] if place.heading is not None else None
        bare, deadlines = self.split_title(title.strip("。.：: 　"))
        if is_phase(bare.text, above.title.text if above else "", node.form()):
            deadlines = tuple(map(as_period, deadlines))
        heading = Heading(
            node.marker.number if node.marker else None,
            node.marker.written if node.marker else "",
            bare.strip("。.：: 　"),
            place.heading,
            above.depth + 1 if above else 1,
            deadlines,
            "work" if label or deadlines else kind_of(bare.text, place.kind),
        )
        if label:
            heading.bodies, heading.body = label.assignments, label.body
        self.leading = None
        self.outline.account.mark(title, "heading")
        self.outline.headings.append(heading)
        below = Place(len(self.outline.headings) - 1, heading.kind, place.bodies, place.body)
        return replace(below, bodies=heading.bodies, body=heading.body) if label else below

    def split_title(self, title: Passage) -> tuple[Passage, tuple[Deadline, ...]]:
        """A heading without the time limit in parentheses before or behind it, and the limits."""
        if opening := re.match(r"[（(]([^（）()]{2,30})[)）][\s：:，,、]*(?=\S)", title.text):
            inside = read_deadlines(title[opening.start(1) : opening.end(1)], self.calendar, "heading")
            if inside:
                return title[opening.end() :], inside
        return split_heading(title, self.calendar)

    def chapter(self, place: Place) -> Place:
        """The heading of the first level above a place."""
        index = place.heading
        while index is not None and self.outline.headings[index].parent is not None:
            index = self.outline.headings[index].parent
        return Place(index, "work", closing=True)

    def add(self, text: Passage, place: Place, notes: Sequence[Noted] = (), node: Node | None = None) -> Unit:
        """Enter a unit; labels without brackets are left out of its text."""
        label = next((noted for noted in notes if noted.labelled), None)
        kept = text
        if label:
            kept = Passage.joined([part for part in (text[: label.start].strip(), text[label.end :].strip()) if part])
        marker = node.marker if node else None
        unit = Unit(marker.number if marker else None, marker.written if marker else "", kept, place.heading)
        unit.bodies, unit.body, unit.read = (
            place.bodies,
            place.body,
            without_notes(kept, [noted for noted in notes if not noted.labelled]),
        )
        unit.paragraph = self.paragraphs
        if node:
            self.paragraphs += 1
            self.last_node = node
        self.outline.units.append(unit)
        self.note_rule(kept)
        self.outline.account.mark(text, "task")
        for noted in notes:
            self.attach(unit, noted.note)
        if note := self.leading or place.note:
            self.inherited.append((unit, note))
        return unit

    def lead(self, note: OwnerNote) -> None:
        """Take in a label before the units it binds; labels that follow one another bind them together."""
        if self.leading and self.led == len(self.outline.units):
            note = self.leading.joined(note)
        self.leading, self.led = note, len(self.outline.units)

    def settle(self) -> None:
        """Give the owners of a heading to the units below it that have none of their own."""
        bare = {id(unit) for unit, _ in self.inherited if not unit.assignments}
        for unit, note in self.inherited:
            if not note.assignments or id(unit) in bare:
                self.attach(unit, note)
        self.inherited.clear()

    def attach(self, unit: Unit, note: OwnerNote, line: Passage | None = None) -> None:
        """Give a unit the owners and limits of a note beside it."""
        unit.assignments += self.bound(note.assignments)
        if note.standing:
            self.rule = self.rule.joined(note.standing) if self.rule else note.standing
        for passage in note.deadline_passages:
            unit.deadlines += read_deadlines(passage, self.calendar, "column")
        unit.columns += tuple(head for head in note.heads if head not in unit.columns)
        if line:
            self.outline.account.mark(line, "owner" if note.assignments else "deadline")

    def bound(self, assignments: tuple[Assignment, ...]) -> tuple[Assignment, ...]:
        """Owners of a note under the standing rules of the plan."""
        if not self.rule or not assignments:
            return assignments
        return self.rule.apply(assignments)

    def extend(self, unit: Unit, passage: Passage) -> None:
        """Add a line to a unit's text."""
        notes = find_notes(passage)
        unit.text = Passage.joined([unit.text, passage])
        unit.read = Passage.joined([unit.read, without_notes(passage, notes)]) if unit.read else None
        self.outline.account.mark(passage, "task")
        for noted in notes:
            self.attach(unit, noted.note)

    def read_rule(self, line: Passage) -> bool:
        """Take in a sentence that binds what follows (列第一位者为牵头单位，下同)."""
        rule = read_standing_rule(line) if len(line) < _LONGEST_RULE else None
        if rule:
            self.rule = self.rule.joined(rule) if self.rule else rule
            self.outline.account.mark(line, "owner", "standing-rule")
        return rule is not None

    def note_rule(self, text: Passage) -> None:
        """Take in a rule that stands among other sentences, also of a notice (列第一位的责任单位为牵头单位)."""
        for sentence in split_sentences(text) if _RULES.search(text.text) else ():
            if (rule := read_standing_rule(sentence)) and not _JOINT_BID.search(sentence.text):
                self.rule = self.rule.joined(rule) if self.rule else rule

    def note_groups(self, line: Passage) -> None:
        """Take in the group that a line sets up or names."""
        self.outline.groups += read_groups(line)


def without_notes(text: Passage, notes: Sequence[Noted]) -> Passage:
    """The words outside the owner notes."""
    kept, start = [], 0
    for noted in notes:
        kept.append(text[start : noted.start])
        start = noted.end
    kept.append(text[start:])
    return Passage.joined([piece for piece in kept if piece] or [text[:0]])
