"""Lines whose sentence was broken by the layout, joined again."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from zeren.agencies.forms import recognise
from zeren.ledgers import is_firm_name
from zeren.outline.heads import read_head
from zeren.outline.numbering import read_marker
from zeren.outline.prose.rosters import is_post
from zeren.outline.sentences import CLAUSE, depths
from zeren.readers import Paragraph, Passage
from zeren.readers.line_ends import pieces_at_blanks
from zeren.wording.owners.labels import find_labels

_CLOSED = CLAUSE + "：:"
_HALF_STOP = re.compile(r"(?<=[\u4e00-\u9fff）)”])\.$")
_OPEN = "，,、—－-及和与或的"
_NARROWEST, _WIDEST = 40, 140
"""Columns between which a text is thought to have been broken at one width."""
_RAGGED = 8
"""Columns by which a full line may be shorter: an indent (two signs), a sign that may not open a line."""
_MUCH_LONGER = 1.5
"""A line so many times as long as the one before cannot be its rest: breaks come at an even width."""
_LABEL = re.compile(r"[（(【〔\[]?[^：:。；，,]{2,16}[：:]")
_LABELS = 24
_HEADS = 3
"""Heads of columns in a row from which the lines below are cells of a table that lost its form."""
_ROW = re.compile(r"\d{1,4}(?:\t| {3,})")
"""The number of a row whose cells are set apart by tabs or spaces."""
_LABEL_END = re.compile(r"(?:责任|牵头|配合|协办|主办|参与|实施|完成|落实)(?:单位|部门|科室|处室|主体|时限|时间)[：:]$")
"""An owner label whose value stands on the next line."""


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in text)


Bounds = Mapping[int, tuple[int, int | None]]
"""Where the plan's own words begin and end in blocks that the masthead shares (None: at the end)."""


def physical(paragraphs: Iterable[Paragraph], bounds: Bounds | None = None) -> Iterator[tuple[Passage, int | None]]:
    """Every line that is not empty, with its paragraph's outline level."""
    for paragraph in paragraphs:
        start, end = (bounds or {}).get(paragraph.index, (0, None))
        for piece in Passage.of(paragraph.text, paragraph.index)[start:end].split(r"[\n\r\v\f]+"):
            for first, last in pieces_at_blanks(piece.text):
                if line := piece[first:last].strip():
                    yield line, paragraph.level


@dataclass(frozen=True, slots=True)
class Measure:
    """How long the full lines of a text are that was broken by hand or by the page."""

    columns: int
    """Least width of a full line; a Chinese character takes two."""
    characters: int
    """Least number of characters, for texts that were broken by counting them."""

    def fills(self, text: str) -> bool:
        """Whether a line is full, so that its sentence may go on in the next."""
        return _width(text) >= self.columns or len(text) >= self.characters


def measure(lines: Sequence[Passage]) -> Measure | None:
    """The measure of a broken text; None where lines end with their paragraphs.

    A broken text has several lines as long as its longest, some of which end amid a sentence.
    """
    longest = max((_width(line.text) for line in lines), default=0)
    if not _NARROWEST <= longest <= _WIDEST:
        return _usual([line.text for line in lines])
    found = Measure(longest - _RAGGED, max(len(line) for line in lines) - _RAGGED // 2)
    full = [line.text[-1] for line in lines if found.fills(line.text)]
    return found if len(full) >= 3 and sum(end not in _CLOSED for end in full) >= 2 else _usual([x.text for x in lines])


def _usual(texts: Sequence[str]) -> Measure | None:
    """The measure that most lines have which end amid a sentence, where single lines are longer."""
    long = [width for text in texts if text[-1] not in _CLOSED and (width := _width(text)) >= _NARROWEST]
    if len(long) < 6 or len(long) < len(texts) / 4:
        return None
    usual, _ = Counter(width // 2 for width in long).most_common(1)[0]
    near = sum(1 for width in long if abs(width // 2 - usual) <= 2)
    return Measure(2 * (usual - 2), 2 * usual) if near >= 0.6 * len(long) else None


def _ends_with_owner(text: str) -> bool:
    """Whether a line closes with owners under a label, the last name whole (…。责任单位：省商务厅、文旅厅)."""
    match = _OWNERS.search(text)
    form = recognise(match["last"]) if match else None
    return form is not None and form.confidence > _SURE


_OWNERS = re.compile(
    r"[。；）)]\s*(?:责任|牵头|配合|主办|协办)(?:单位|部门)[：:](?:[^。：:]*[、，,；;])?(?P<last>[^、，,；;。：:]{2,30})$"
)
_SURE = 0.9


def _goes_on(line: Passage, following: Passage, width: Measure | None) -> bool:
    """Whether a sentence broken at the end of `line` goes on in `following`, which no marker heads."""
    end = line.text[-1]
    if _LABEL_END.search(line.text) and not re.match(r".{2,10}[：:]", following.text):
        return True
    if (is_post(line.text) or _ends_with_owner(line.text)) and end not in _OPEN:
        return False
    if end in _CLOSED or _HALF_STOP.search(line.text) or ((level := depths(line.text))[-1] == 0 and end in "）)】"):
        return width is not None and end in "）)】" and width.fills(line.text)
    if (end in _OPEN and not line.text.endswith("目的")) or _unpaired(line.text):
        return True
    if width is not None:
        return width.fills(line.text)
    running = re.compile("[，。；：,;]")
    return (
        len(level) >= 18
        and _width(following.text) <= _MUCH_LONGER * _width(line.text)
        and bool(running.search(line.text))
        and bool(following.text[-1] in _CLOSED or running.search(following.text))
    )


def _is_rest(line: Passage, following: Passage, width: Measure | None) -> bool:
    """Whether a line goes on the one before, and is not the next row or the next firm of a list."""
    if not _goes_on(line, following, width):
        return False
    return not _ROW.match(following.text) and not (is_firm_name(line.text) and is_firm_name(following.text))


def _unpaired(text: str) -> bool:
    """Whether a bracket or quotation mark is still open at the end of a line."""
    return any(text.count(a) > text.count(b) for a, b in ("（）", "“”", "《》", "()", "【】", "〔〕"))


def _is_label(text: str) -> bool:
    """Whether a line begins with a label of owners or limits (责任单位：)."""
    match = _LABEL.match(text)
    if not match:
        return False
    head = read_head(match[0].strip("（(【〔[：:"))
    timed = head is not None and head.kind in ("deadline", "person")
    return timed or any(label.start == 0 for label in find_labels(text[:_LABELS]))


def join_broken(lines: Sequence[tuple[Passage, int | None]]) -> Iterator[tuple[Passage, int | None]]:
    """Lines whose sentence was broken by the layout, joined again. Lines that a marker heads and cells stand alone."""
    width = measure([line for line, _ in lines])
    held: list[Passage] = []
    level: int | None = None
    heads = 0
    for line, its_level in lines:
        heads = heads + 1 if read_head(line.text) else heads * (heads >= _HEADS)
        inside = bool(held) and _unpaired(held[-1].text)
        opens = bool(read_marker(line.text)) or (_is_label(line.text) and not inside)
        cells = heads >= _HEADS and not (held and held[-1].text[-1] in "，、")
        if held and its_level is None and not opens and not cells and _is_rest(held[-1], line, width):
            held.append(line)
            continue
        if held:
            yield Passage.joined(held), level
        held, level = [line], its_level
    if held:
        yield Passage.joined(held), level
