"""Notes beside a table: how it was filled in, and what binds its rows (who leads, until when, what its signs mean)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from zeren.model import Deadline
from zeren.outline.sentences import split_sentences
from zeren.outline.tables.marks import Legend, read_legend
from zeren.readers import Block, Paragraph, Passage, Table
from zeren.wording.calendar import Calendar
from zeren.wording.deadlines import read_deadlines
from zeren.wording.owners import StandingRule, read_standing_rule

_BELOW = 4
"""Paragraphs below a table among which its notes are looked for."""
_NOTE = re.compile(r"[（(]?\s*(?:备?注|说明)\s*\d?(?:[：:.、]|(?=[“\"]?[●○★☆▲△◎■□◆◇√]))")
_BESIDE = re.compile(
    r"[（(]?\s*(?:(?:备?注|说明)\s*\d?[：:.、]|填[报表](?:单位|部门|人|日期|时间)|制表|审核人?[：:]|单位[：:])"
)
_ITEM = re.compile(r"\s*[（(]?\d{1,2}[）).．、]")
_ALL = re.compile(r"(?:[各所全每本上以表]|均)[^，。；]{0,6}(?:任务|事项|工作|措施|问题|项目|清单)|均")
_REST = re.compile(
    r"(?:未|没有?|无|不)[^，。；]{0,6}(?:注明|明确|标注|列明|填写|规定|标明|写明|说明)|(?:时限|时间|期限)[^，。；]{0,4}(?:空白|空缺|为空)"
)
_DONE = re.compile(r"(?:完成|办结|到位|见效|销号|结束|落实)(?!情况|进度|进展|率|后|质量)")


@dataclass(frozen=True, slots=True)
class TableNotes:
    """What the notes of a table say about its rows."""

    rule: StandingRule | None = None
    limits: tuple[Deadline, ...] = ()
    """Of every row."""
    rest: tuple[Deadline, ...] = ()
    """Of the rows that have none of their own."""
    legend: Legend = field(default_factory=dict)


def is_beside(blocks: Sequence[Block], block: Block) -> bool:
    """Whether a paragraph beside a table only says how it was filled in (注：, 填报单位：), or goes on such a note."""
    if not isinstance(block, Paragraph):
        return False
    if _BESIDE.match(block.text) or _NOTE.match(block.text) or read_legend(block.text):
        return any(isinstance(other, Table) for other in blocks[max(0, block.index - 1) : block.index + 2])
    return any(block is other for other in _items(blocks, block.index))


def _items(blocks: Sequence[Block], index: int) -> Iterator[Block]:
    """The numbered paragraphs that go on the note which begins below a table shortly before a block."""
    start = next((at for at in range(index - 1, max(-1, index - 1 - _BELOW), -1) if _opens(blocks, at)), None)
    for block in blocks[start + 1 : start + 1 + _BELOW] if start is not None else ():
        if not isinstance(block, Paragraph) or not _ITEM.match(block.text):
            return
        yield block


def _opens(blocks: Sequence[Block], at: int) -> bool:
    block = blocks[at]
    below = at > 0 and isinstance(blocks[at - 1], Table)
    return below and isinstance(block, Paragraph) and bool(_NOTE.match(block.text))


def notes_around(blocks: Sequence[Block], first: int, last: int, calendar: Calendar) -> TableNotes:
    """What the paragraphs before the table at the first block and those below the last say of its rows."""
    near = [*blocks[max(0, first - 1) : first], *blocks[last + 1 : last + 1 + _BELOW]]
    texts = [block for block in near if isinstance(block, Paragraph) and is_beside(blocks, block)]
    return read_notes([Passage.of(block.text, block.index) for block in texts], calendar)


def read_notes(passages: Sequence[Passage], calendar: Calendar) -> TableNotes:
    """What notes say of the rows of their table."""
    rules = [rule for passage in passages if (rule := read_standing_rule(passage))]
    limits: list[Deadline] = []
    rest: list[Deadline] = []
    legend: dict[str, object] = {}
    for passage in passages:
        legend |= read_legend(passage.text)
        for sentence in split_sentences(passage, "。；;"):
            found = read_deadlines(sentence, calendar) if _DONE.search(sentence.text) else ()
            if _REST.search(sentence.text):
                rest += found
            elif _ALL.search(sentence.text):
                limits += found
    return TableNotes(rules[0] if rules else None, tuple(limits), tuple(rest), legend)  # type: ignore[arg-type]
