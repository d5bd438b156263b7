"""Running text into headings and units: what is a heading, what one task, and who is named beside it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from zeren.model import Assignment, Deadline
from zeren.outline.headings import Kind, is_title, kind_of, split_run_in
from zeren.outline.lines import Line
from zeren.outline.notes import Noted, find_notes, line_note
from zeren.outline.numbering import forms
from zeren.outline.orders import is_idle, is_principle, orders_work, sets_target, sets_up_group, tells_members
from zeren.outline.rosters import is_post, read_roster
from zeren.outline.sentences import CLAUSE, SENTENCE, split_sentences
from zeren.outline.tree import Node
from zeren.outline.units import Heading, Outline, Unit
from zeren.readers import Passage, Table
from zeren.wording.actors import read_actors
from zeren.wording.calendar import Calendar
from zeren.wording.deadlines import read_deadlines, split_heading
from zeren.wording.groups import read_group
from zeren.wording.labels import BodyLabel, read_body_label
from zeren.wording.owners import OwnerNote, StandingRule, read_standing_rule


@dataclass(frozen=True, slots=True)
class Place:
    """Under which heading a text stands, and what may be expected of it."""

    heading: int | None = None
    kind: Kind = "work"
    bodies: tuple[Assignment, ...] = ()
    body: str | None = None
    note: OwnerNote | None = None
    """Owners that the heading gives to all that stands under it."""


@dataclass(frozen=True, slots=True)
class Note:
    """Owners and time limits beside a text, read."""

    assignments: tuple[Assignment, ...] = ()
    deadlines: tuple[Deadline, ...] = ()


class ProseReader:
    """Fills an outline from trees of lines. `read_table` is called for each table with the place it stands at."""

    def __init__(self, outline: Outline, calendar: Calendar, read_table: Callable[[Table, Place], None]) -> None:
        self.outline = outline
        self.calendar = calendar
        self.read_table = read_table
        self.rule: StandingRule | None = None
        self.paragraphs = 0
        self.last_node: Node | None = None
        self.inherited: list[tuple[Unit, OwnerNote]] = []

    # Headings

    def head(self, node: Node, title: Passage, place: Place, label: BodyLabel | None = None) -> Place:
        """Enter a heading and give the place below it."""
        bare, deadlines = split_heading(title.strip("。：: 　"), self.calendar)
        above = self.outline.headings[place.heading] if place.heading is not None else None
        heading = Heading(
            node.marker.number if node.marker else None,
            node.marker.written if node.marker else "",
            bare.strip("。：: 　"),
            place.heading,
            above.depth + 1 if above else 1,
            deadlines,
            "work" if label or deadlines else kind_of(bare.text, place.kind),
        )
        if label:
            heading.bodies, heading.body = label.assignments, label.body
        self.outline.account.mark(title, "heading")
        self.outline.headings.append(heading)
        below = Place(len(self.outline.headings) - 1, heading.kind, place.bodies, place.body)
        return replace(below, bodies=heading.bodies, body=heading.body) if label else below

    # Nodes

    def read(self, node: Node, place: Place) -> None:
        """Everything under a node, in reading order."""
        if node.passage is None:
            self.read_below(node, place)
        elif label := read_body_label(node.passage):
            self.read_duties(node, label, place)
        elif node.children:
            self.read_section(node, place)
        else:
            self.read_leaf(node, place)

    def read_below(self, node: Node, place: Place) -> None:
        """The lines, tables and numbered parts under a heading."""
        self.read_items(node.items, place, bool(node.children))
        for index, child in enumerate(node.children):
            self.read(child, place)
            self.read_closing(child, place, index + 1 < len(node.children))

    def read_duties(self, node: Node, label: BodyLabel, place: Place) -> None:
        """A block that a body heads: each clause of its running text, each numbered part, is a duty of that body."""
        below = self.head(node, label.passage, place, label)
        self.read_text([label.rest] if label.rest else [], below)
        self.read_below(node, below)

    def read_section(self, node: Node, place: Place) -> None:
        """A numbered part that heads further numbered parts; with owners of its own its statement is also a task."""
        assert node.passage is not None
        notes = find_notes(node.passage)
        first, *rest = split_sentences(node.passage, SENTENCE + "：:") or [node.passage]
        if notes and notes[0].start < len(first):
            first = node.passage[: notes[0].start]
        elif run_in := split_run_in(node.passage):
            first, rest = run_in[0], [run_in[1]]
        below = self.head(node, first, place)
        if notes and self.only_names(first):
            below = replace(below, note=notes[0].note)
        elif notes:
            self.add(node.passage, below, notes, node)
        elif rest:
            self.read_text([Passage.joined(rest)], below, announced=True)
        self.read_below(node, below)

    def only_names(self, title: Passage) -> bool:
        """Whether a heading names a field and orders nothing, so that owners beside it are those of all below."""
        return is_title(title.text) and not orders_work(title.text)

    def read_leaf(self, node: Node, place: Place) -> None:
        """A numbered part that heads nothing further: a heading with its text, or one unit."""
        assert node.passage is not None
        below = [item for item in node.items if isinstance(item, Line)]
        text = [line for line in below if not line_note(line.passage)]
        tables = len(node.items) > len(below)
        if is_title(node.passage.text) and node.passage.text[-1] not in SENTENCE and (text or tables):
            notes = find_notes(node.passage)
            title = node.passage[: notes[0].start] if notes else node.passage
            inside = self.head(node, title, place)
            self.read_items(node.items, replace(inside, note=notes[0].note) if notes else inside, False)
        elif (parts := self.run_in(node, place)) is not None:
            inside = self.head(node, parts[0], place)
            self.read_items([Line(parts[1], parts[1]), *node.items], inside, False)
        elif node.marker is None or self.is_bare_heading(node, below, place):
            self.read_items(node.items, self.head(node, node.passage, place), False)
        else:
            self.read_unit(node, place)

    def is_bare_heading(self, node: Node, below: Sequence[Line], place: Place) -> bool:
        """A title with nothing under it that orders nothing."""
        assert node.passage is not None
        title = is_title(node.passage.text) and node.passage.text[-1] not in CLAUSE
        return title and not below and not place.bodies and node.form() in _HEADING_FORMS and not find_notes(node.passage) and (
            not orders_work(node.passage.text)
        )

    def run_in(self, node: Node, place: Place) -> tuple[Passage, Passage] | None:
        """Heading and text of a part whose heading runs into its text; None where the part is one unit."""
        assert node.passage is not None
        parts = split_run_in(node.passage)
        if not parts or place.bodies or place.kind == "background":
            return None
        if node.form() in _HEADING_FORMS:
            return parts if len(find_notes(node.passage)) != 1 else None
        return parts if split_heading(parts[0].strip("。：:"), self.calendar)[1] else None

    def read_unit(self, node: Node, place: Place) -> None:
        """A numbered part as one unit, with the lines under it that belong to it."""
        assert node.passage is not None
        self.note_groups(node.passage)
        if place.kind in ("background", "scope") or not node.passage.text.strip() or is_idle(node.passage.text):
            self.outline.account.mark(node.passage, "background", place.kind)
            return
        if place.kind == "principle" and is_principle(node.passage.text):
            self.outline.account.mark(node.passage, "background", "principle")
            return
        self.add(node.passage, place, find_notes(node.passage), node)

    def read_closing(self, node: Node, place: Place, followed: bool) -> None:
        """The lines under a numbered unit: owners and limits, more of its text, or the close of the chapter."""
        if not self.is_unit(node):
            return
        unit = self.outline.units[-1]
        for item in node.items:
            if isinstance(item, Table):
                self.read_table(item, place)
            elif note := line_note(item.passage):
                self.attach(unit, note, item.passage)
                if not followed:
                    self.inherited += [(other, note) for other in self.bare_siblings(unit)]
            elif self.read_rule(item.passage):
                continue
            elif followed or node.passage is not None and node.passage.text[-1] not in CLAUSE:
                self.extend(unit, item.passage)
            else:
                self.read_text([item.passage], self.chapter(place))

    def bare_siblings(self, unit: Unit) -> list[Unit]:
        """The other numbered units under a heading where none of them has owners: those of the last are for all."""
        siblings: list[Unit] = []
        for other in reversed(self.outline.units[:-1]):
            if other.heading != unit.heading or not other.number:
                break
            siblings.append(other)
        return siblings if not any(other.assignments or other.columns for other in siblings) else []

    def is_unit(self, node: Node) -> bool:
        """Whether the last unit entered is that of the node, so that lines below belong to it."""
        return bool(node.items and self.outline.units and self.last_node is node)

    def chapter(self, place: Place) -> Place:
        """The heading of the first level above a place."""
        index = place.heading
        while index is not None and self.outline.headings[index].parent is not None:
            index = self.outline.headings[index].parent
        return Place(index, "work")

    # Units

    def add(self, text: Passage, place: Place, notes: Sequence[Noted] = (), node: Node | None = None) -> Unit:
        """Enter a unit; labels without brackets are left out of its text."""
        label = next((noted for noted in notes if noted.labelled), None)
        kept = text[: label.start].strip() if label else text
        marker = node.marker if node else None
        unit = Unit(marker.number if marker else None, marker.written if marker else "", kept, place.heading)
        unit.bodies, unit.body, unit.read = place.bodies, place.body, without_notes(kept, notes)
        unit.paragraph = self.paragraphs
        if node:
            self.paragraphs += 1
            self.last_node = node
        self.outline.units.append(unit)
        self.outline.account.mark(text, "task")
        for noted in notes:
            self.attach(unit, noted.note)
        if place.note:
            self.inherited.append((unit, place.note))
        return unit

    def settle(self) -> None:
        """Give the owners of a heading to the units below it that have none of their own."""
        for unit, note in self.inherited:
            if not unit.assignments:
                self.attach(unit, note)
        self.inherited.clear()

    def attach(self, unit: Unit, note: OwnerNote, line: Passage | None = None) -> None:
        """Give a unit the owners and limits of a note beside it."""
        unit.assignments += self.bound(note.assignments)
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

    # Running text

    def read_items(self, items: Sequence[Line | Table], place: Place, announced: bool) -> None:
        """The lines and tables under a heading, before its numbered parts."""
        lines: list[Passage] = []
        for item in items:
            if isinstance(item, Table):
                self.read_text(lines, place, announced)
                self.read_table(item, place)
                lines = []
            else:
                lines.append(item.passage)
        self.read_text(lines, place, announced)

    def read_text(self, lines: Sequence[Passage], place: Place, announced: bool = False) -> None:
        """Unnumbered lines: with owner notes each note closes one task, else each sentence that orders is one."""
        held: list[Passage] = []
        entered: Unit | None = None
        for line in self.without_rosters(lines, place):
            if self.read_rule(line):
                continue
            self.note_groups(line)
            if note := line_note(line):
                if held:
                    entered = self.add(Passage.joined(held), place)
                    held = []
                if entered:
                    self.attach(entered, note, line)
                else:
                    self.outline.account.mark(line, "owner", "no-text")
                continue
            start = 0
            for noted in find_notes(line):
                piece = line[start : noted.end]
                shifted = Noted(noted.start - start, noted.end - start, noted.note, noted.labelled)
                if noted.start > start or held:
                    before = len(Passage.joined(held)) if held else 0
                    moved = Noted(before + shifted.start, before + shifted.end, noted.note, noted.labelled)
                    entered = self.add(Passage.joined([*held, piece]), place, [moved])
                    held, start = [], noted.end
            if rest := line[start:].strip():
                held.append(rest)
        self.paragraphs += 1
        if held and place.note:
            self.add(Passage.joined(held), place)
            return
        for line in held:
            self.read_sentences(line, place, announced)

    def without_rosters(self, lines: Sequence[Passage], place: Place) -> Iterator[Passage]:
        """The lines that are no list of a group's posts and members; such lists are taken in."""
        title = self.outline.headings[place.heading].title.text if place.heading is not None else ""
        index = 0
        while index < len(lines):
            if not is_post(lines[index].text):
                yield lines[index]
                index += 1
                continue
            known = self.outline.groups[-1].name if self.outline.groups else ""
            group, count = read_roster(lines[index:], [title, known])
            if group:
                self.outline.groups.append(group)
            for line in lines[index : index + count]:
                self.outline.account.mark(line, "group")
            index += count

    def read_sentences(self, line: Passage, place: Place, announced: bool) -> None:
        """A line without owner notes."""
        self.paragraphs += 1
        for sentence in split_sentences(line, CLAUSE if place.bodies else SENTENCE):
            if self.is_work(sentence, place, announced):
                self.add(sentence, place)
            else:
                self.outline.account.mark(sentence, "background", place.kind)

    def is_work(self, sentence: Passage, place: Place, announced: bool) -> bool:
        """Whether an unnumbered sentence is a task where it stands."""
        text = sentence.text
        if sets_up_group(text):
            return place.kind == "work"
        if is_idle(text) or tells_members(text) or (announced and text[-1] in "：:"):
            return False
        if place.bodies:
            return True
        if place.kind == "aim" or place.heading is None:
            dated = any(item.type in ("by", "between", "start_by") for item in read_deadlines(sentence, self.calendar))
            if place.heading is None and not self.alone:
                return dated and sets_target(text)
            return dated or (place.heading is None and orders_work(text))
        return place.kind == "work" and (orders_work(text) or any(read_actors([sentence])))

    alone = False
    """Whether the part has no headings at all, so that its unnumbered text is all there is."""

    def read_rule(self, line: Passage) -> bool:
        """Take in a sentence that binds what follows (列第一位者为牵头单位，下同)."""
        rule = read_standing_rule(line) if len(line) < 120 else None
        if rule:
            self.rule = rule
            self.outline.account.mark(line, "owner", "standing-rule")
        return rule is not None

    def note_groups(self, line: Passage) -> None:
        """Take in the group that a line sets up or names."""
        if group := read_group(line):
            self.outline.groups.append(group)


_HEADING_FORMS = {name for name, form in forms().items() if form.rank < forms()["article"].rank}
"""Forms that number headings as a rule; 1. and below number units."""


def without_notes(text: Passage, notes: Sequence[Noted]) -> Passage:
    """The words outside the owner notes."""
    kept, start = [], 0
    for noted in notes:
        kept.append(text[start : noted.start])
        start = noted.end
    kept.append(text[start:])
    return Passage.joined([piece for piece in kept if piece] or [text[:0]])
