"""Numbered parts into headings and units: what is a heading, what one task, and what belongs to it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from zeren.outline.entries import Entries, Place
from zeren.outline.headings import is_standing, is_title, split_run_in
from zeren.outline.notes import find_notes, is_contact, line_note
from zeren.outline.numbering import forms
from zeren.outline.orders import is_idle, is_principle, orders_work
from zeren.outline.phases import is_phase
from zeren.outline.prose.running_text import TextReader
from zeren.outline.prose.splitting import Line
from zeren.outline.prose.tree import Node
from zeren.outline.sentences import CLAUSE, SENTENCE, split_sentences
from zeren.outline.units import Outline, Unit
from zeren.readers import Passage, Table
from zeren.wording.actors import BodyLabel, read_actors, read_body_label
from zeren.wording.calendar import Calendar
from zeren.wording.deadlines import split_heading
from zeren.wording.owners.parentheses import names_only_owners


class ProseReader:
    """Fills an outline from trees of lines. `read_table` is called for each table with the place it stands at."""

    def __init__(self, outline: Outline, calendar: Calendar, read_table: Callable[[Table, Place], None]) -> None:
        self.outline = outline
        self.entries = Entries(outline, calendar)
        self.text = TextReader(self.entries, read_table)

    def read(self, node: Node, place: Place, label: BodyLabel | None = None) -> None:
        """Everything under a node, in reading order. `label`: the bodies that head it, where it is their block."""
        if node.passage is None:
            self.read_below(node, place)
        elif label:
            self.read_duties(node, label, place)
        elif node.children:
            self.read_section(node, place)
        else:
            self.read_leaf(node, place)

    def read_below(self, node: Node, place: Place) -> None:
        """The lines, tables and numbered parts under a heading."""
        self.text.read_items(node.items, place, bool(node.children))
        mark_parted(node.children)
        if node.children:
            cut_closing(node.children[-1])
        for index, (child, label) in enumerate(zip(node.children, body_labels(node.children), strict=True)):
            self.read(child, place, label)
            self.read_closing(child, place, index + 1 < len(node.children))

    def read_duties(self, node: Node, label: BodyLabel, place: Place) -> None:
        """A block that a body heads: each clause of its running text, each numbered part, is a duty of that body."""
        below = self.entries.head(node, label.passage, place, label)
        self.text.read_text([label.rest] if label.rest else [], below)
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
        below = self.entries.head(node, first, place)
        if notes and self.only_names(first):
            below = replace(below, note=notes[0].note)
        elif notes:
            self.entries.add(node.passage, below, notes, node)
        elif rest:
            self.text.read_text([Passage.joined(rest)], below, announced=True)
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
        notes = find_notes(node.passage)
        title = node.passage[: notes[0].start].strip() if notes else node.passage
        if any(line.label for line in below) or (not notes and has_owned_lines(text)):
            self.text.read_items(node.items, self.entries.head(node, node.passage, place), True)
        elif title and is_title(title.text, node.parted) and (tables or (text and self.closes_as_heading(node, title))):
            inside = self.entries.head(node, title, place)
            self.text.read_items(node.items, replace(inside, note=notes[0].note) if notes else inside, False)
        elif (parts := self.run_in(node, place)) is not None:
            inside = self.entries.head(node, parts[0], place)
            self.text.read_items([Line(parts[1], parts[1]), *node.items], inside, False)
        elif node.marker is None or self.is_bare_heading(node, below, place) or self.is_bare_phase(node, place):
            self.text.read_items(node.items, self.entries.head(node, node.passage, place), False)
        else:
            self.read_unit(node, place)

    def closes_as_heading(self, node: Node, title: Passage) -> bool:
        """Whether a title above its text ends like one; a full stop is no hindrance where the fellows are built alike,
        but owners behind it close it."""
        if title.text[-1] not in SENTENCE:
            return True
        if len(title) < len(node.passage or title) or not is_title(title.text) or any(read_actors([title])):
            return False
        return node.form() in _HEADING_FORMS and (node.parted or is_standing(title.text.rstrip(SENTENCE)))

    def is_bare_heading(self, node: Node, below: Sequence[Line], place: Place) -> bool:
        """A title with nothing under it that orders nothing."""
        assert node.passage is not None
        title = is_title(node.passage.text) and node.passage.text[-1] not in CLAUSE
        return (
            title
            and not below
            and not place.bodies
            and node.form() in _HEADING_FORMS
            and not find_notes(node.passage)
            and (not orders_work(node.passage.text))
        )

    def is_bare_phase(self, node: Node, place: Place) -> bool:
        """A phase with its period and nothing below (总结验收（11月下旬）)."""
        assert node.passage is not None
        title, deadlines = self.entries.split_title(node.passage)
        above = self.outline.headings[place.heading].title.text if place.heading is not None else ""
        return bool(
            deadlines and len(title) < len(node.passage) and is_title(title.text) and is_phase(title.text, above, "")
        )

    def run_in(self, node: Node, place: Place) -> tuple[Passage, Passage] | None:
        """Heading and text of a part whose heading runs into its text; None where the part is one unit."""
        assert node.passage is not None
        parts = split_run_in(node.passage)
        if not parts or place.bodies or place.kind == "background" or is_note(parts[1]):
            return None
        if any(isinstance(item, Line) and line_note(item.passage) for item in node.items[:1]):
            return None
        if node.form() in _HEADING_FORMS:
            return parts if len(find_notes(node.passage)) != 1 else None
        dated = split_heading(parts[0].strip("。：:"), self.entries.calendar)[1]
        return parts if dated and not find_notes(node.passage) else None

    def read_unit(self, node: Node, place: Place) -> None:
        """A numbered part as one unit, with the lines under it that belong to it."""
        assert node.passage is not None
        self.entries.note_groups(node.passage)
        if place.kind in ("background", "scope") or not node.passage.text.strip() or is_idle(node.passage.text):
            self.outline.account.mark(node.passage, "background", place.kind)
            return
        if place.kind == "principle" and is_principle(node.passage.text):
            self.outline.account.mark(node.passage, "background", "principle")
            return
        self.entries.add(node.passage, place, find_notes(node.passage), node)

    def read_closing(self, node: Node, place: Place, followed: bool) -> None:
        """The lines under a numbered unit: owners and limits, more of its text, or the close of the chapter."""
        if not self.is_unit(node):
            return
        unit = self.outline.units[-1]
        for item in node.items:
            if isinstance(item, Table):
                self.text.read_table(item, place)
            elif item.label == "aside":
                self.outline.account.mark(item.passage, "background", "label")
            elif (note := line_note(item.passage)) and self.entries.leading and note.assignments:
                self.entries.lead(note)
                self.outline.account.mark(item.passage, "owner")
            elif note:
                self.entries.attach(unit, note, item.passage)
                if not followed:
                    self.entries.inherited += [(other, note) for other in self.bare_siblings(unit)]
            elif is_contact(item.passage):
                self.outline.account.mark(item.passage, "boilerplate")
            elif self.entries.read_rule(item.passage):
                continue
            elif followed or (node.passage is not None and not _is_closed(node.passage)):
                self.entries.extend(unit, item.passage)
            else:
                self.text.read_text([item.passage], self.entries.chapter(place))

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
        return bool(node.items and self.outline.units and self.entries.last_node is node)


_CLOSING = CLAUSE + "）)】〕."
_HEADING_FORMS = {name for name, form in forms().items() if form.rank < forms()["article"].rank}
"""Forms that number headings as a rule; 1. and below number units."""


def is_note(passage: Passage) -> bool:
    """Whether nothing but owners and limits stand there."""
    notes = find_notes(passage)
    return bool(
        line_note(passage)
        or names_only_owners(passage.text)
        or (notes and notes[0].start == 0 and notes[-1].end == len(passage))
    )


def _is_closed(passage: Passage) -> bool:
    """Whether a unit is over: by its last sign, or by owners under a label behind its last sentence."""
    return passage.text[-1] in _CLOSING or any(noted.labelled for noted in find_notes(passage))


def mark_parted(nodes: Sequence[Node]) -> None:
    """Mark the parts with text on lines below, where most of their fellows have such text."""
    above = [
        node
        for node in nodes
        if not node.children
        and any(
            isinstance(item, Line) and item.passage.text[-1] in _CLOSING and not line_note(item.passage)
            for item in node.items
        )
    ]
    for node in above:
        node.parted = len(above) * 2 > len(nodes)


def has_owned_lines(lines: Sequence[Line]) -> bool:
    """Whether several lines under a numbered one each name their owners at the end (——…（甲部负责）), so that each is
    a task and the number heads them."""
    owned = [line for line in lines if (notes := find_notes(line.passage)) and notes[-1].end >= len(line.passage)]
    return len(owned) >= _OWNED and len(owned) * 2 > len(lines)


_OWNED = 2


def cut_closing(node: Node) -> None:
    """Part the last unit from the words that follow its owners on the same line: they close the chapter."""
    notes = find_notes(node.passage) if node.passage and not node.children else []
    if len(notes) != 1 or notes[0].labelled or node.passage is None:
        return
    rest = node.passage[notes[0].end :].strip()
    sentences = split_sentences(rest) if rest else []
    if sentences and sentences[0].text[-1] in SENTENCE and any(read_actors(sentences)):
        node.passage = node.passage[: notes[0].end].strip()
        node.items.insert(0, Line(rest, rest))


def body_labels(nodes: Sequence[Node]) -> list[BodyLabel | None]:
    """The bodies that head each of several parts; none where few are headed so: a thing may be named like a body."""
    found = [read_body_label(node.passage) if node.passage else None for node in nodes]
    found = [label if label and not (label.rest and line_note(label.rest)) else None for label in found]
    numbered = [label for label, node in zip(found, nodes, strict=True) if node.marker]
    trusted = sum(1 for label in numbered if label) * 3 >= len(numbered)
    return [label if trusted or not node.marker else None for label, node in zip(found, nodes, strict=True)]
