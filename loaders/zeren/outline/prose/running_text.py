"""Running text without numbers: which sentences are tasks, and which owners close them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from zeren.agencies.forms import recognise
from zeren.outline.entries import Entries, Place
from zeren.outline.notes import Noted, find_notes, is_contact, line_note
from zeren.outline.orders import is_idle, orders_work, sets_target, sets_up_group, tells_members
from zeren.outline.prose.rosters import is_post, read_roster
from zeren.outline.prose.tree import Item
from zeren.outline.sentences import CLAUSE, SENTENCE, split_sentences
from zeren.outline.units import Unit
from zeren.readers import Passage, Table
from zeren.wording.actors import read_actors
from zeren.wording.deadlines import read_deadlines


@dataclass(slots=True)
class TextReader:
    """Reads unnumbered lines. `read_table` is called for each table among them with the place it stands at."""

    entries: Entries
    read_table: Callable[[Table, Place], None]
    alone: bool = False
    """Whether the part has no headings at all, so that its unnumbered text is all there is."""

    def read_items(self, items: Sequence[Item], place: Place, announced: bool) -> None:
        """The lines and tables under a heading, before its numbered parts."""
        lines: list[Passage] = []
        for item in items:
            if isinstance(item, Table):
                self.read_text(lines, place, announced)
                self.read_table(item, place)
                lines = []
            elif item.label == "aside":
                self.entries.outline.account.mark(item.passage, "background", "label")
            else:
                lines.append(item.passage)
        self.read_text(lines, place, announced)

    def read_text(self, lines: Sequence[Passage], place: Place, announced: bool = False) -> None:
        """Unnumbered lines: with owner notes each note closes one task, else each sentence that orders is one."""
        held: list[Passage] = []
        entered: Unit | None = None
        for line in self.without_rosters(lines, place):
            if self.entries.read_rule(line):
                continue
            self.entries.note_groups(line)
            if note := line_note(line):
                if held:
                    entered = self.entries.add(Passage.joined(held), place)
                    held = []
                if entered:
                    self.entries.attach(entered, note, line)
                elif announced or _text_after(line, lines):
                    self.entries.lead(note)
                    self.entries.outline.account.mark(line, "owner")
                else:
                    self.entries.outline.account.mark(line, "owner", "no-text")
                continue
            start = 0
            for noted in find_notes(line):
                piece = line[start : noted.end]
                shifted = Noted(noted.start - start, noted.end - start, noted.note, noted.labelled)
                if noted.start > start or held:
                    before = len(Passage.joined(held)) if held else 0
                    moved = Noted(before + shifted.start, before + shifted.end, noted.note, noted.labelled)
                    entered = self.entries.add(Passage.joined([*held, piece]), place, [moved])
                    held, start = [], noted.end
            if rest := line[start:].strip():
                held.append(rest)
        self.entries.paragraphs += 1
        if held and place.note:
            self.entries.add(Passage.joined(held), place)
            return
        for line in held:
            self.read_sentences(line, place, announced)

    def without_rosters(self, lines: Sequence[Passage], place: Place) -> Iterator[Passage]:
        """The lines that are no list of a group's posts and members and tell no telephone; such lists are taken in."""
        title = self.entries.outline.headings[place.heading].title.text if place.heading is not None else ""
        index = 0
        while index < len(lines):
            if not is_post(lines[index].text):
                if is_contact(lines[index]):
                    self.entries.outline.account.mark(lines[index], "boilerplate")
                else:
                    yield lines[index]
                index += 1
                continue
            known = self.entries.outline.groups[-1].name if self.entries.outline.groups else ""
            group, count = read_roster(lines[index:], [title, known])
            if group:
                self.entries.outline.groups.append(group)
            for line in lines[index : index + count]:
                self.entries.outline.account.mark(line, "group")
            index += count

    def read_sentences(self, line: Passage, place: Place, announced: bool) -> None:
        """A line without owner notes."""
        self.entries.paragraphs += 1
        duties = _DUTIES.match(line.text)
        line = line[duties.end() :] if duties else line
        for sentence in split_sentences(line, CLAUSE if place.bodies or duties else SENTENCE):
            if self.is_work(sentence, place, announced):
                own = replace(place, bodies=(), body=None) if sets_up_group(sentence.text) else place
                self.entries.add(sentence, own)
            else:
                self.entries.outline.account.mark(sentence, "background", place.kind)

    def is_work(self, sentence: Passage, place: Place, announced: bool) -> bool:
        """Whether an unnumbered sentence is a task where it stands."""
        text = sentence.text
        if text[-1] not in CLAUSE and (form := recognise(text)) and form.confidence > 0.9:
            return False
        if sets_up_group(text):
            return place.kind == "work"
        if is_idle(text) or tells_members(text) or (announced and text[-1] in "：:" and not _answers(sentence)):
            return False
        if place.bodies:
            return True
        if place.kind == "aim" or (place.heading is None and not place.closing):
            dated = any(
                item.type in ("by", "between", "start_by") for item in read_deadlines(sentence, self.entries.calendar)
            )
            if place.heading is None and not self.alone:
                return dated and sets_target(text)
            if place.kind == "aim" and place.heading is not None:
                return dated or any(read_actors([sentence], beside_owners=True))
            return dated or orders_work(text) or (any(read_actors([sentence])) and not _TOLD.search(text))
        told = orders_work(text) or any(read_actors([sentence])) or bool(_DATED.match(text))
        return place.kind == "work" and told


def _text_after(line: Passage, lines: Sequence[Passage]) -> bool:
    """Whether text without owners follows a line, so that a label there binds it (牵头单位：… 主要职责：…)."""
    below = lines[lines.index(line) + 1 :]
    return any(not (line_note(other) or is_post(other.text)) for other in below)


def _answers(sentence: Passage) -> bool:
    """Whether words that announce what follows also make a body answer for the whole (承担主体责任，履行以下职责：)."""
    return any(actor.role == "accountable" for actors in read_actors([sentence]) for actor in actors)


_DUTIES = re.compile(r"(?:主要|工作|具体|其)?(?:工作)?职责(?:分工)?(?:是|为)?[：:]\s*(?=\S)")
"""What announces the duties of a group in its own line: they are parted as those of a body are."""
_TOLD = re.compile("[了过]|已经?|近年来|目前")
"""What shows that a sentence tells what was done."""
_DATED = re.compile(
    r"(?!截[至止])[^，。；]{0,4}\d[^，。；]{1,10}(?:底前|日前|末前|年底|月底)，(?!我|全[国省市县区镇]已|已)"
)
"""A day by which something shall be so, though nobody is told to do it (2016年底前，全县河流…)."""
