"""Brings the tree of a docx to what a person sees: changes accepted, hidden text and field codes gone, wrappers opened.

All steps find their elements by tag inside libxml2, so that a document without them costs next to nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from zeren.readers.docx_names import MC, PPR, RPR, TC, TR, P, W, is_on

if TYPE_CHECKING:
    from lxml.etree import _Element

_FORMER = tuple(
    W + name
    for name in (
        "pPrChange", "rPrChange", "sectPrChange", "tblPrChange", "tblPrExChange", "tblGridChange", "tcPrChange",
        "trPrChange", "numberingChange",
    )
)  # fmt: skip
"""Properties as they were before a tracked change."""
_WRAPPERS = (W + "sdt", W + "customXml", W + "smartTag", W + "ins", W + "moveTo")
_PICTURE = (
    "{http://schemas.openxmlformats.org/drawingml/2006/picture}pic",
    "{urn:schemas-microsoft-com:vml}imagedata",
    "{http://schemas.openxmlformats.org/drawingml/2006/chart}chart",
    "{http://schemas.openxmlformats.org/drawingml/2006/diagram}relIds",
)

_SPECIAL = (
    *_FORMER, *_WRAPPERS, *_PICTURE, MC + "AlternateContent", W + "del", W + "moveFrom", W + "cellDel", W + "vanish",
    W + "rt", W + "fldChar", W + "object", W + "altChunk", W + "txbxContent",
)  # fmt: skip
"""All that the steps look for: one pass tells whether there is anything to do."""


def clean(root: _Element, hidden_styles: frozenset[str]) -> Counter[str]:
    """Change the tree in place; returns how much of each kind was found, by notice code."""
    counts: Counter[str] = Counter()
    if not hidden_styles and next(root.iter(*_SPECIAL), None) is None:
        return counts
    _drop(root, *_FORMER)
    _choose(root)
    counts["notice-changes-accepted"] = _accept(root)
    counts["notice-hidden-text"] = _drop_hidden(root, hidden_styles)
    _drop(root, W + "rt")
    _keep_field_results(root)
    counts["notice-pictures"] = sum(1 for _ in root.iter(*_PICTURE))
    counts["notice-objects"] = _drop(root, W + "object") + _drop(root, W + "altChunk")
    _open_wrappers(root)
    counts["notice-text-boxes"] = _lift_text_boxes(root)
    return counts


def _drop(root: _Element, *tags: str) -> int:
    """Remove the elements of these tags with all they hold."""
    found = list(root.iter(*tags))
    for element in found:
        _remove(element)
    return len(found)


def _remove(element: _Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _choose(root: _Element) -> None:
    """Keep the first branch of each alternative: the fallback repeats its words for older programs."""
    for alternative in list(root.iter(MC + "AlternateContent")):
        if alternative.find(MC + "Choice") is not None:
            for fallback in alternative.findall(MC + "Fallback"):
                alternative.remove(fallback)
        for other in alternative.findall(MC + "Choice")[1:]:
            alternative.remove(other)


def _accept(root: _Element) -> int:
    """Accept the tracked changes: deletions and the old places of moves go, rows and paragraph marks too."""
    count = sum(1 for _ in root.iter(W + "ins", W + "moveTo"))
    marks: list[_Element] = []
    for deleted in list(root.iter(W + "del", W + "moveFrom", W + "cellDel")):
        count += 1
        parent = deleted.getparent()
        if parent is None:
            continue
        if parent.tag == RPR:
            marks.append(parent)
        elif parent.tag == W + "trPr":
            _remove(_ancestor(parent, TR))
        elif deleted.tag == W + "cellDel":
            _remove(_ancestor(parent, TC))
        else:
            parent.remove(deleted)
    for mark in reversed(marks):
        _join_with_next(_ancestor(mark, P))
    return count


def _ancestor(element: _Element, tag: str) -> _Element:
    return next(element.iterancestors(tag), element)


def _join_with_next(paragraph: _Element) -> None:
    """A deleted paragraph mark: the words go to the head of the paragraph that follows."""
    target = paragraph.getnext()
    content = [child for child in paragraph if child.tag != PPR]
    if target is None or target.tag != P:
        if not content and paragraph.getparent() is not None and len(_siblings(paragraph)) > 1:
            _remove(paragraph)
        return
    place = 1 if len(target) and target[0].tag == PPR else 0
    for offset, child in enumerate(content):
        target.insert(place + offset, child)
    _remove(paragraph)


def _siblings(paragraph: _Element) -> list[_Element]:
    parent = paragraph.getparent()
    return [] if parent is None else parent.findall(P)


def _drop_hidden(root: _Element, hidden_styles: frozenset[str]) -> int:
    runs = [_ancestor(mark, W + "r") for mark in root.iter(W + "vanish") if is_on(mark) and _is_run_property(mark)]
    if hidden_styles:
        for style in root.iter(W + "rStyle", W + "pStyle"):
            if style.get(W + "val") in hidden_styles:
                runs.append(_ancestor(style, P if style.tag == W + "pStyle" else W + "r"))
    for run in runs:
        _remove(run)
    return len(runs)


def _is_run_property(mark: _Element) -> bool:
    """A mark in the properties of a paragraph hides the paragraph's end only, no words."""
    parent = mark.getparent()
    holder = parent.getparent() if parent is not None else None
    return holder is not None and holder.tag == W + "r"


def _keep_field_results(root: _Element) -> None:
    """Take out the words between the beginning of a field and its result (nested fields compute the code)."""
    depth: list[bool] = []
    for run in _runs_with_fields(root):
        for child in list(run):
            if child.tag == W + "fldChar":
                _follow(depth, child.get(W + "fldCharType"))
            elif any(depth) and child.tag == W + "t":
                run.remove(child)


def _runs_with_fields(root: _Element) -> Iterator[_Element]:
    if next(root.iter(W + "fldChar"), None) is not None:
        yield from root.iter(W + "r")


def _follow(depth: list[bool], kind: str | None) -> None:
    """`depth` holds for every open field whether its code is being read."""
    if kind == "begin":
        depth.append(True)
    elif kind == "separate" and depth:
        depth[-1] = False
    elif kind == "end" and depth:
        depth.pop()


def _open_wrappers(root: _Element) -> None:
    """Put the content of content controls and the like in their place; a control that only prompts is emptied."""
    for wrapper in reversed(list(root.iter(*_WRAPPERS))):
        parent = wrapper.getparent()
        if parent is None or parent.tag in (RPR, W + "trPr", W + "numPr", W + "tcPr"):
            continue
        place = parent.index(wrapper)
        content: _Element | None = wrapper
        if wrapper.tag == W + "sdt":
            prompts = wrapper.find(f"{W}sdtPr/{W}showingPlcHdr")
            content = None if is_on(prompts) else wrapper.find(W + "sdtContent")
        inner = [] if content is None else [child for child in content if not str(child.tag).endswith("Pr")]
        parent[place : place + 1] = inner


def _lift_text_boxes(root: _Element) -> int:
    """Move the paragraphs and tables of text boxes behind the paragraph that anchors the box."""
    boxes = list(root.iter(W + "txbxContent"))
    for box in reversed(boxes):
        anchor = next(box.iterancestors(P), None)
        holder = anchor.getparent() if anchor is not None else None
        if anchor is None or holder is None:
            continue
        place = holder.index(anchor) + 1
        holder[place:place] = list(box)
        _remove(box)
    return len(boxes)
