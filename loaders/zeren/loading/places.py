"""Where the words of a task stand, also where the layout broke its sentence over several blocks."""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby

from zeren.model import Span, Task
from zeren.readers import Document, Paragraph, Table


def character_places(task: Task, document: Document) -> list[tuple[int, int]]:
    """Block and offset of the characters of a task's text, as far as they are found from its span on.

    A sentence that the layout broke goes on in the paragraphs that follow.
    """
    span, places = task.span, list[tuple[int, int]]()
    if span is None:
        return places
    for block in document.blocks[span.block :]:
        if (span.row is None) != isinstance(block, Paragraph) or (span.row is not None and block.index != span.block):
            break
        text = block.rows[span.row or 0][span.column or 0].text if isinstance(block, Table) else block.text
        for offset in range(span.start if block.index == span.block else 0, len(text)):
            if len(places) < len(task.text) and text[offset] == task.text[len(places)]:
                places.append((block.index, offset))
        if len(places) == len(task.text):
            break
    return places


def spans_of(task: Task, document: Document) -> tuple[Span, ...]:
    """The stretches a task takes up, one a block: its span first; empty where it has none."""
    span = task.span
    if span is None:
        return ()
    if len(task.text) <= len(span.text):
        return (span,)
    found = [span]
    for block, group in groupby(character_places(task, document), key=lambda place: place[0]):
        offsets = [offset for _, offset in group]
        if block != span.block:
            start, end = offsets[0], offsets[-1] + 1
            found.append(replace(span, block=block, start=start, end=end, text=_words(document, block, start, end)))
    return tuple(found)


def _words(document: Document, block: int, start: int, end: int) -> str:
    found = document.blocks[block]
    return found.text[start:end] if isinstance(found, Paragraph) else ""
