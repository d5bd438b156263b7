"""Paragraphs into the lines a plan is made of: broken sentences joined, text set on one line parted at its numbers."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from zeren.outline.heads import read_head
from zeren.outline.numbering import Marker, forms, read_marker
from zeren.outline.prose.rosters import is_post
from zeren.outline.sentences import CLAUSE, depths
from zeren.readers import Paragraph, Passage
from zeren.wording.owners.labels import find_labels

_CLOSED = CLAUSE + "：:"
_OPEN = "，,、—－-及和与或的"
_MUCH_LONGER = 1.5
"""A line so many times as long as the one before cannot be its rest: breaks come at an even width."""
_HEADING = 20
"""Code points of a heading after which a count may begin with no sign between (一、主要任务1.推进…)."""
_CANDIDATE = re.compile(
    r"[（(]\s*[一二三四五六七八九十百\d０-９]{1,5}\s*[)）]|[一二三四五六七八九十百\d０-９]{1,5}\s*[、．.丶]|第.{1,4}条|[①-⑳⑴-⒇⒈-⒛]"
)
_LABEL = re.compile(r"[（(【〔\[]?[^：:。；，,]{2,16}[：:]")
_LABELS = 24
_HEADS = 3
"""Heads of columns in a row from which the lines below are cells of a table that lost its form."""
_SECOND = re.compile("(?<=[。；;])(?:[二三四五六七八九十][是要]|第[二三四五六]，)")
"""The second of several points that one paragraph counts (一是…。二是…)."""
_LABEL_END = re.compile(r"(?:责任|牵头|配合|协办|主办|参与|实施|完成|落实)(?:单位|部门|科室|处室|主体|时限|时间)[：:]$")
"""An owner label whose value stands on the next line."""
_ANNOUNCED = re.compile(r"(?<=[。；;）)])[^。；;，,（）()]{1,14}[：:]$")


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a plan."""

    passage: Passage
    """Its text without the marker that heads it."""
    whole: Passage
    marker: Marker | None = None
    level: int | None = None
    """Outline level that the format gives its paragraph."""
    label: str = ""
    """What its label said, in a labelled list: work, name, aside (整改目标：…, or a label alone); see `work_labels`."""


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


Bounds = Mapping[int, tuple[int, int | None]]
"""Where the plan's own words begin and end in blocks that the masthead shares (None: at the end)."""


def physical(paragraphs: Iterable[Paragraph], bounds: Bounds | None = None) -> Iterator[tuple[Passage, int | None]]:
    """Every line that is not empty, with its paragraph's outline level."""
    for paragraph in paragraphs:
        start, end = (bounds or {}).get(paragraph.index, (0, None))
        for piece in Passage.of(paragraph.text, paragraph.index)[start:end].split(r"[\n\r\v\f]+"):
            if line := piece.strip():
                yield line, paragraph.level


def wrap_width(lines: Sequence[Passage]) -> int | None:
    """The width at which a text was broken by hand or by the page; None where lines end with their paragraphs."""
    open_ = [_width(line.text) for line in lines if line.text[-1] not in _CLOSED]
    long = [width for width in open_ if width >= 40]
    if len(long) < 6 or len(long) < len(lines) / 4:
        return None
    usual, _ = Counter(width // 2 for width in long).most_common(1)[0]
    near = sum(1 for width in long if abs(width // 2 - usual) <= 2)
    return 2 * (usual - 2) if near >= 0.6 * len(long) else None


def _goes_on(line: Passage, following: Passage, width: int | None) -> bool:
    """Whether a sentence broken at the end of `line` goes on in `following`, which no marker heads."""
    end = line.text[-1]
    if _LABEL_END.search(line.text) and not re.match(r".{2,10}[：:]", following.text):
        return True
    if is_post(line.text) and end not in _OPEN:
        return False
    if end in _CLOSED or ((level := depths(line.text))[-1] == 0 and end in "）)】"):
        return width is not None and end not in _CLOSED and _width(line.text) >= width
    unpaired = max(line.text.count(a) - line.text.count(b) for a, b in ("（）", "“”", "《》", "()"))
    if end in _OPEN or unpaired > 0:
        return True
    if width is not None:
        return _width(line.text) >= width
    running = re.compile("[，。；：,;]")
    return (
        len(level) >= 18
        and _width(following.text) <= _MUCH_LONGER * _width(line.text)
        and bool(running.search(line.text))
        and bool(following.text[-1] in _CLOSED or running.search(following.text))
    )


def _is_label(text: str) -> bool:
    """Whether a line begins with a label of owners or limits (责任单位：)."""
    return bool(_LABEL.match(text)) and any(label.start == 0 for label in find_labels(text[:_LABELS]))


def join_broken(lines: Sequence[tuple[Passage, int | None]]) -> Iterator[tuple[Passage, int | None]]:
    """Lines whose sentence was broken by the layout, joined again. Lines that a marker heads and cells stand alone."""
    width = wrap_width([line for line, _ in lines])
    held: list[Passage] = []
    level: int | None = None
    heads = 0
    for line, its_level in lines:
        heads = heads + 1 if read_head(line.text) else heads * (heads >= _HEADS)
        opens = bool(read_marker(line.text)) or _is_label(line.text)
        cells = heads >= _HEADS and not (held and held[-1].text[-1] in "，、")
        if held and its_level is None and not opens and not cells and _goes_on(held[-1], line, width):
            held.append(line)
            continue
        if held:
            yield Passage.joined(held), level
        held, level = [line], its_level
    if held:
        yield Passage.joined(held), level


def _announcement(text: str) -> int:
    """Where the words begin that only announce the units that follow (…。具体措施：); the end where none do."""
    match = _ANNOUNCED.search(text.rstrip())
    return match.start() if match else len(text)


class Splitter:
    """Parts a running text at its numbers; remembers how far each form has counted, for text on few long lines."""

    def __init__(self) -> None:
        self.counted: dict[str, int] = {}
        self.running: dict[str, int] = {}

    def split(self, passage: Passage, level: int | None = None) -> Iterator[Line]:
        """The pieces, each with the marker that heads it."""
        text = passage.text
        marker = read_marker(text)
        start = marker.length if marker else 0
        begin = 0
        self._note(marker)
        for place, found in self._inner(text, start, marker):
            cut = start + _announcement(text[start:place])
            yield Line(passage[start:cut].strip(), passage[begin:cut].strip(), marker, level)
            if rest := passage[cut:place].strip():
                yield Line(rest, rest)
            marker, begin, start = found, place, place + found.length
        yield Line(passage[start:].strip(), passage[begin:].strip(), marker, level)

    def _note(self, marker: Marker | None) -> None:
        if marker:
            rank = forms()[marker.form].rank
            self.counted = {form: value for form, value in self.counted.items() if forms()[form].rank <= rank}
            self.counted[marker.form] = self.running[marker.form] = marker.value

    def _inner(self, text: str, start: int, marker: Marker | None) -> Iterator[tuple[int, Marker]]:
        found = [(m.start(), read_marker(text, m.start(), inline=True)) for m in _CANDIDATE.finditer(text, start + 1)]
        candidates = [(place, item) for place, item in found if item and not item.weak]
        if not candidates:
            return
        open_ = depths(text)
        last, last_end = marker, start
        for index, (place, item) in enumerate(candidates):
            if open_[place] or not self._opens(text[last_end:place], last, item, candidates[index + 1 :]):
                continue
            self._note(item)
            last, last_end = item, place + item.length
            yield place, item

    def _opens(self, between: str, last: Marker | None, item: Marker, later: list[tuple[int, Marker]]) -> bool:
        """Whether a marker inside a running text heads a new piece, seen from what stands before it and after."""
        before = between.rstrip()
        rank = forms()[item.form].rank
        last_rank = forms()[last.form].rank if last else -1
        if rank > last_rank and last_rank >= forms()["digit"].rank:
            return False
        titled = last is not None and rank > last_rank and not re.search(f"[{CLAUSE}]", before)
        heads = titled and (item.form in ("hundred", "bracketed") or (item.value == 1 and len(before) <= _HEADING))
        if before and before[-1] not in _CLOSED + "）)】”" and not heads:
            return False
        if item.value > 1 and item.value - 1 in (self.counted.get(item.form), self.running.get(item.form)):
            return bool(before)
        return item.value == 1 and any(other.form == item.form and other.value == 2 for _, other in later)


def _confirmed(lines: Sequence[Line]) -> Iterator[Line]:
    """Markers parted from the text by white space alone count only where the series has a neighbour on another line;
    一是, 一要 only where 二是, 二要 does not follow in the same."""
    known = {(line.marker.form, line.marker.value) for line in lines if line.marker}
    for line in lines:
        marker = line.marker
        lone = marker and not {(marker.form, marker.value - 1), (marker.form, marker.value + 1)} & known
        if marker and ((marker.weak and lone) or (marker.form == "ordinal" and _SECOND.search(line.passage.text))):
            yield Line(line.whole, line.whole, None, line.level)
        else:
            yield line


def read_lines(paragraphs: Sequence[Paragraph], bounds: Bounds | None = None) -> list[Line]:
    """The lines of a run of paragraphs in reading order; of those in `bounds` only what lies inside."""
    splitter = Splitter()
    whole = join_broken(list(physical(paragraphs, bounds)))
    lines = [line for passage, level in whole for line in splitter.split(passage, level) if line.whole]
    return list(_confirmed(lines))
