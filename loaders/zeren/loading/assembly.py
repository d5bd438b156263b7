"""The outline of a document with its words read: the plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from zeren.model import Assignment, Deadline, Enterprise, Group, Section, Task
from zeren.outline import Heading, Outline, Unit
from zeren.outline.sentences import split_sentences
from zeren.readers import Passage
from zeren.wording.actors import read_actors, read_stronger
from zeren.wording.calendar import Calendar
from zeren.wording.deadlines import merge_deadlines, read_deadlines
from zeren.wording.instruments import read_instruments
from zeren.wording.owners import merge_assignments

LAYOUT = r"\s*[\n\r]\s*"
"""White space that the layout put inside a sentence."""


def join_numbers(parts: Sequence[str]) -> str:
    """A path of numbers as a person writes it: 四.10, 三（一）4."""
    path = ""
    for part in parts:
        bare_before, bare = path[-1:] not in ("", "）", ")"), part[:1] not in ("（", "(")
        path += f".{part}" if path and bare_before and bare else part
    return path


def section_paths(headings: Sequence[Heading]) -> list[str]:
    """For every heading its numbers from the top, as locators write them; its title where it is unnumbered."""
    paths: list[list[str]] = []
    for heading in headings:
        above = paths[heading.parent] if heading.parent is not None else []
        paths.append([*above, heading.written or heading.title.text])
    return [join_numbers(path) for path in paths]


def section_ids(headings: Sequence[Heading]) -> list[str]:
    """For every heading an id made of the numbers on its way: stays where numbers stay."""
    ids: list[str] = []
    used: Counter[str] = Counter()
    for heading in headings:
        above = f"{ids[heading.parent]}/" if heading.parent is not None else ""
        name = above + (heading.number or heading.title.text)
        used[name] += 1
        ids.append(name if used[name] == 1 else f"{name}~{used[name]}")
    return ids


def read_sections(headings: Sequence[Heading]) -> tuple[Section, ...]:
    """The headings as records."""
    ids = section_ids(headings)
    return tuple(
        Section(
            ids[place],
            heading.number,
            heading.title.without(LAYOUT).text,
            ids[heading.parent] if heading.parent is not None else None,
            place,
            heading.depth,
            heading.deadlines,
            heading.title.span(),
            heading.confidence,
            heading.reason,
        )
        for place, heading in enumerate(headings)
    )


def locators(outline: Outline) -> list[str]:
    """For every unit its locator: its number in a table, in prose the path of numbers, #n for the n-th clause."""
    paths = section_paths(outline.headings)
    unnumbered = Counter(unit.heading for unit in outline.units if not unit.written and not unit.tabular)
    counted: Counter[int | None] = Counter()
    numbers = Counter(unit.number for unit in outline.units if unit.tabular)
    seen: Counter[str] = Counter()
    found = []
    for unit in outline.units:
        path = paths[unit.heading] if unit.heading is not None else ""
        if unit.tabular and unit.number:
            clash = numbers[unit.number] > 1
            place = join_numbers([path, unit.number]) if clash and path else unit.number
        elif unit.written:
            place = join_numbers([path, unit.written])
        else:
            counted[unit.heading] += 1
            place = f"{path}#{counted[unit.heading]}" if unnumbered[unit.heading] > 1 or not path else path
        seen[place] += 1
        found.append(place if seen[place] == 1 else f"{place}#{seen[place]}")
    return found


def heading_deadlines(headings: Sequence[Heading], place: int | None) -> Iterator[Deadline]:
    """The limits of all headings above a unit, the nearest first."""
    while place is not None:
        for deadline in headings[place].deadlines:
            yield replace(deadline, source="heading")
        place = headings[place].parent


def read_tasks(outline: Outline, calendar: Calendar) -> tuple[Task, ...]:
    """The units as records, their words read."""
    places, ids = locators(outline), section_ids(outline.headings)
    named: Counter[str] = Counter()
    tasks: list[Task] = []
    for _, run in groupby(enumerate(outline.units), _paragraph):
        paragraph = list(run)
        actors = _actors([unit for _, unit in paragraph])
        for (position, unit), acting in zip(paragraph, actors, strict=True):
            name = places[position].replace("#", ".") or str(position + 1)
            named[name] += 1
            text = unit.text.without(LAYOUT)
            instruments = read_instruments(text)
            tasks.append(
                Task(
                    name if named[name] == 1 else f"{name}~{named[name]}",
                    unit.number,
                    ids[unit.heading] if unit.heading is not None else None,
                    text.text,
                    merge_assignments(unit.assignments, acting),
                    _deadlines(outline, unit, text, calendar),
                    instruments.cites,
                    instruments.produces,
                    position,
                    places[position],
                    unit.columns,
                    text.span(),
                    unit.confidence,
                    unit.reason,
                )
            )
    return tuple(tasks)


def _paragraph(item: tuple[int, Unit]) -> tuple[int, int | None, int]:
    """What units share inside which a subject is carried: a paragraph; a row of a table stands alone."""
    position, unit = item
    return unit.paragraph, unit.heading, position if unit.tabular else -1


def _deadlines(outline: Outline, unit: Unit, text: Passage, calendar: Calendar) -> tuple[Deadline, ...]:
    own = [*unit.deadlines, *read_deadlines(text, calendar)]
    return merge_deadlines([*own, *heading_deadlines(outline.headings, unit.heading)])


def _actors(units: Sequence[Unit]) -> list[tuple[Assignment, ...]]:
    """Who acts in the units of one paragraph; a subject is carried from one to the next."""
    first = units[0]
    if first.read is None:
        return [read_stronger(split_sentences(unit.text), unit.assignments) for unit in units]
    body = first.body
    if first.tabular:
        return [merge_assignments(*read_actors(split_sentences(first.read), body))]
    if len(units) > 1:
        return read_actors([unit.read or unit.text for unit in units], body)
    sentences = split_sentences(first.read) or [first.read]
    return [merge_assignments(*read_actors(sentences, body, beside_owners=bool(first.assignments)))]


def place_enterprises(enterprises: Sequence[Enterprise]) -> tuple[Enterprise, ...]:
    """The enterprises, a place that several ledgers give told apart (3, 3#2)."""
    seen: Counter[str] = Counter()
    placed = []
    for one in enterprises:
        seen[one.locator] += 1
        count = seen[one.locator]
        placed.append(one if count == 1 else replace(one, locator=f"{one.locator}#{count}"))
    return tuple(placed)


def join_groups(groups: Sequence[Group]) -> tuple[Group, ...]:
    """The groups, each once by name, with all members told of it; 指挥部 alone is the one named in full before."""
    found: dict[str, Group] = {}
    for group in groups:
        longer = [name for name in found if name.endswith(group.name)]
        name = longer[0] if len(longer) == 1 else group.name
        known = found.get(name)
        if known is None:
            found[name] = group
            continue
        members = tuple(dict.fromkeys((*known.members, *group.members)))
        found[name] = replace(
            known, members=members, office=known.office or group.office, sunset=known.sunset or group.sunset
        )
    return tuple(found.values())
