"""Running text parted at the numbers inside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from zeren.outline.numbering import Marker, forms, read_marker
from zeren.outline.sentences import CLAUSE, SENTENCE, depths
from zeren.readers import Passage
from zeren.wording.masthead.lines import any_of

_CLOSED = CLAUSE + "：:"
_HEADING = 20
"""Code points of a heading after which a count may begin with no sign between (一、主要任务1.推进…)."""
_TITLED = ("hundred", "bracketed")
_SKIPPED = 3
"""So many numbers of headings may be missing in a count, in a paper that was cut or numbered by hand."""
_LABELLED = re.compile(r"(?:单位|部门|科室|处室|主体|时限|时间)[：:][^。；：]{2,120}$")
"""An owner or time label whose value no sign closes (责任单位：市教育局3.推进…)."""
_CANDIDATE = re.compile(
    r"[（(]\s*[一二三四五六七八九十百\d０-９]{1,5}\s*[)）]|[一二三四五六七八九十百\d０-９]{1,5}\s*[、．.丶]|第.{1,4}条|[①-⑳⑴-⒇⒈-⒛]"
)
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


def ends_title(text: str) -> bool:
    """Whether a text that no sign closes ends with the title of a paper (…工作方案一、工作目标)."""
    return bool(re.search(rf"{any_of('nouns')}$", text))


def _announcement(text: str) -> int:
    """Where the words begin that only announce the units that follow (…。具体措施：); the end where none do."""
    match = _ANNOUNCED.search(text.rstrip())
    return match.start() if match else len(text)


def candidates(text: str, start: int) -> list[tuple[int, Marker]]:
    """Whatever looks like a number of a part inside a text, from `start` on, with its place."""
    found = [
        (match.start(), read_marker(text, match.start(), inline=True)) for match in _CANDIDATE.finditer(text, start)
    ]
    return [(place, item) for place, item in found if item and not item.weak]


class Splitter:
    """Parts a running text at its numbers; remembers how far each form has counted, for text on few long lines."""

    def __init__(self) -> None:
        self.counted: dict[str, int] = {}
        self.running: dict[str, int] = {}
        self.following: Sequence[Passage] = ()

    def split(self, passage: Passage, level: int | None = None, following: Sequence[Passage] = ()) -> list[Line]:
        """The pieces, each with the marker that heads it. `following`: the next passages, where a count may go on."""
        self.following = following
        return list(self._pieces(passage, level))

    def _pieces(self, passage: Passage, level: int | None) -> Iterator[Line]:
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
        found = candidates(text, start + 1)
        if not found:
            return
        open_ = depths(text)
        last, last_end = marker, start
        for index, (place, item) in enumerate(found):
            if open_[place] or not self._opens(text[last_end:place], last, item, found[index + 1 :]):
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
        follows = item.value == 1 or self.running.get(item.form) == item.value - 1
        heads = titled and (item.form in _TITLED or (follows and len(before) <= _HEADING))
        heads = heads or (last is None and item.form == "hundred" and item.value == 1 and ends_title(before))
        heads = heads or (follows and bool(_LABELLED.search(before)))
        if before and before[-1] not in _CLOSED + "）)】”" and not heads:
            return False
        if item.value > 1 and item.value - 1 in (self.counted.get(item.form), self.running.get(item.form)):
            return bool(before)
        skipped = item.value - self.counted.get(item.form, item.value)
        if item.form in _TITLED and before and before[-1] in SENTENCE and 0 < skipped <= _SKIPPED:
            return True
        return item.value == 1 and (
            any(other.form == item.form and other.value == 2 for _, other in later) or self._goes_on_below(item)
        )

    def _goes_on_below(self, item: Marker) -> bool:
        """Whether a count that begins inside a text goes on in one of the next passages, at its head or inside it."""
        for passage in self.following:
            head = read_marker(passage.text)
            for other in (head, *(found for _, found in candidates(passage.text, 1))):
                if other and other.form == item.form:
                    return other.value == 2
        return False
