"""Brackets in a unit, and which of them say who answers for it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from zeren.agencies.forms import find_bodies, recognise
from zeren.readers.document import Passage
from zeren.wording.names import NameAt, list_names
from zeren.wording.owners.clauses import read_clauses

BRACKETS = {"（": "）", "(": ")", "〔": "〕", "【": "】", "［": "］", "[": "]"}


def inner(whole: Passage) -> Passage | None:
    """What stands in the bracket that the whole passage is; None where it is none."""
    text = whole.text
    if len(text) < 4 or text[0] not in BRACKETS or text[-1] != BRACKETS[text[0]]:
        return None
    spans = brackets(text)
    return whole[1:-1] if spans and spans[0] == (0, len(text)) else None


def brackets(text: str) -> list[tuple[int, int]]:
    """Outermost brackets as half-open stretches."""
    spans: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for index, character in enumerate(text):
        if character in BRACKETS:
            stack.append((BRACKETS[character], index))
        elif stack and character == stack[-1][0]:
            _, start = stack.pop()
            if not stack:
                spans.append((start, index + 1))
    return spans


def tells_owners(text: str) -> bool:
    """A bracket without a label is an owner note when bodies with a verb of duty, or nothing but bodies, fill it."""
    if re.match(r"^(?:以下简称|简称|下称|见|详见|附|含|包括|不含|即|如|例如|其中|原|注|参见|依据|根据|除)", text):
        return False
    bodies = find_bodies(text)
    if not bodies or bodies[0][0] > 2:
        names = list_names(re.split(r"[，。；]", text)[0])
        if not names or names[0].form is None or not _verbs(text):
            return False
    if _verbs(text):
        return True
    names = list_names(text)
    if _is_enumeration(names):
        return True
    sure = all(name.form and name.form.confidence > 0.9 and name.form.kind not in _LOOSE_KINDS for name in names)
    return bool(names) and sure and any(_office(name.text) for name in names)


def names_only_owners(text: str) -> bool:
    """Whether sentences do nothing but give out the work before them (由市经信委牵头，市统计局配合。)."""
    claims = [claim for claim in read_clauses(text.strip("。；;"), "responsible") if claim.form]
    if not claims or any(claim.verb is None for claim in claims):
        return False
    left = list(text)
    for claim in claims:
        left[claim.start : claim.end] = [""] * (claim.end - claim.start)
    rest = "".join(left)
    for verb in sorted({claim.verb for claim in claims if claim.verb}, key=len, reverse=True):
        rest = rest.replace(verb, "")
    return bool(re.fullmatch(r"(?:[由、，,。；;和及与等\s]|分别|有关|相关|部门|单位|以及)*", rest))


def _is_enumeration(names: Sequence[NameAt]) -> bool:
    """Several bodies and nothing else, the first of a level, with an office of one place or 各县区 among them."""
    first = names[0].form if names else None
    kinds = [name.form.kind if name.form else "" for name in names]
    offices = ["organ" if _is_station(name) else kind for name, kind in zip(names, kinds, strict=True)]
    if len(names) > 1 and _OFFICES.issuperset(offices) and not {"organ", "branch", "government"}.isdisjoint(offices):
        return True
    if len(names) < 2 or not first or not (first.level or first.place) or first.kind in ("territory", "class"):
        return False
    forms = [name.form for name in names]
    return all(forms) and any(
        _office(name.text) or (form and form.distributive) for name, form in zip(names, forms, strict=True)
    )


def _is_station(name: NameAt) -> bool:
    """Whether a name is an office of a town or bureau with a field of duty (财政所, 质安站), no place to go to."""
    form = name.form
    return bool(form and form.kind == "institution" and form.field and form.suffix.endswith(("站", "所", "中心")))


def _verbs(text: str) -> bool:
    return any(claim.verb for claim in read_clauses(text, "responsible"))


_OFFICES = frozenset({"organ", "branch", "government", "party", "zone", "enterprise", "association"})
"""Kinds of which an enumeration names owners and nothing else."""
_LOOSE_KINDS = frozenset({"territory", "class", "institution"})
"""Kinds that also stand in ordinary brackets (商场、医院)."""


def _office(name: str) -> bool:
    """Whether a name is one office of one place, so that it needs no verb to be an owner (市卫健委, 财政部)."""
    form = recognise(name)
    if form is None or form.kind in ("territory", "class", "collective", "trade", "institution"):
        return False
    placed = bool(form.level or form.place) or form.suffix in ("股", "科")
    return (placed and (bool(form.field) or form.kind != "organ")) or form.suffix.endswith(("部", "总局", "总署"))
