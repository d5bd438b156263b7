"""Who acts in running prose: subjects, partners, elided subjects, and the agency that heads a duty list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from zeren.model import Assignment, Role
from zeren.readers.document import Passage
from zeren.wording.actors.predicates import Duty, is_setting, judge
from zeren.wording.actors.subjects import PRINCIPLE, Segment, body_names, segments
from zeren.wording.actors.words import words
from zeren.wording.names import NameAt, fold_signs, list_names
from zeren.wording.owners.assignments import merge_assignments

OFFICE = re.compile(
    r"(?:下设|(?P<group>(?:^|(?<=[。；，]))[^，。；]{0,16}))(?P<office>办公室)(?:(?(group)设[在于立])[^，。；]{0,24})，(?:负责|承担|具体负责)"
)
SIDE = re.compile(r"(?:积极|密切|协同|通力|共同|按职责)*(?:配合|参加|参与|协助|协办)(?=[，。；、]|$)")
"""What the others do where one leads."""
CONDITION = re.compile(r"(?!要|应|须).*[^，]的$")
"""涉及法律法规调整的，…: of what the order speaks."""
HEADING, BOUND, VERB, CARRIED, CARRIED_FREELY = 0.95, 0.95, 0.85, 0.75, 0.6


@dataclass(frozen=True, slots=True)
class _Subject:
    """Whom a stretch of text without a subject of its own belongs to."""

    names: tuple[NameAt, ...]
    reason: str
    passage: Passage | None = None


def read_actors(
    sentences: Sequence[Passage], body: str | None = None, carried: bool = False, beside_owners: bool = False
) -> list[tuple[Assignment, ...]]:
    """Who acts in each sentence of one paragraph, in order; () where nobody is named.

    `body`: the agency (or agencies, parted by 、) that heads the duty list the sentences stand in: what has no subject
    of its own is its duty. With `carried` it is instead the subject of an earlier sentence, taken on only where the
    sentence goes on giving orders. An elided subject is carried from sentence to sentence; a person as subject ends it.
    `beside_owners`: an owner note already answers for the unit, so only subjects bound by 要, 应, 负责 … and those
    with partners (会同) or 牵头 are read.
    """
    heading = _Subject(list_names(body), "heading") if body and not carried else None
    previous = _Subject(list_names(body), "carried") if body and carried else None
    out: list[tuple[Assignment, ...]] = []
    for passage in sentences:
        readings: list[tuple[Assignment, ...]] = []
        for sentence in passage.split(r"(?<=。)"):
            if sentence.text.strip():
                given, previous = _sentence(sentence, heading, previous, beside_owners)
                readings.append(given)
        out.append(merge_assignments(*readings))
    return out


def read_stronger(sentences: Sequence[Passage], owners: Sequence[Assignment]) -> tuple[Assignment, ...]:
    """Where the words of a unit give a body that its owner column names a stronger role (A对…负总责; A牵头).

    Bodies of a supporting column keep their role; bodies that only the words name are left out.
    """
    if not any(words().raising.search(sentence.text) for sentence in sentences):
        return ()
    raised = {item.agency for item in owners if item.role not in ("support", "supervise")}
    given = merge_assignments(*read_actors(sentences, beside_owners=True))
    return tuple(item for item in given if item.agency in raised and item.role in ("accountable", "lead"))


def _sentence(
    passage: Passage, heading: _Subject | None, previous: _Subject | None, beside_owners: bool
) -> tuple[tuple[Assignment, ...], _Subject | None]:
    """The sentence's assignments and the subject it leaves to the next."""
    found: list[Assignment] = []
    subject = previous
    parts = segments(passage.text)
    leads = False
    shared = PRINCIPLE.search(fold_signs(passage.text)) is not None
    for place, segment in enumerate(parts):
        duty = judge(passage.text, segment.predicate, segment.end)
        if leads and SIDE.match(fold_signs(passage.text), segment.predicate, segment.end):
            duty = replace(duty, role="support", verb="配合")
        leads = leads or (duty.role == "lead" and bool(segment.names))
        if shared and "共同" in passage.text[segment.predicate : segment.end]:
            duty = replace(duty, role="joint", verb="共同")
        if segment.names:
            told = duty.role in ("accountable", "lead") or (leads and duty.role == "support")
            if segment.bound or duty.partners or told or not beside_owners:
                found += _given(passage, segment.names, duty, BOUND if segment.bound else VERB, "form")
            if place == 0:
                subject = _Subject(segment.names, "carried", passage)
            elif place == 1 and not parts[0].names:
                lead_in = judge(passage.text, parts[0].predicate, parts[0].end)
                subject = None if lead_in.works else _Subject(segment.names, "carried", passage)
        elif segment.person:
            subject = None
        elif place == 0:
            alone = len(parts) == 1
            before = _before_agent(passage.text, parts)
            if alone or before.works:
                found += _elided(passage, segment, before, heading, previous, beside_owners)
    found += _special(passage)
    return merge_assignments(found), subject


def _elided(
    passage: Passage,
    segment: Segment,
    duty: Duty,
    heading: _Subject | None,
    previous: _Subject | None,
    beside_owners: bool,
) -> list[Assignment]:
    """The stretch at the head of a sentence that has no subject of its own."""
    text = passage.text[segment.start : segment.end]
    if heading:
        return _given(passage, heading.names, duty, HEADING, "heading", located=False)
    if previous is None or beside_owners or words().sanction.search(text) or words().no_carry.match(text.strip()):
        return []
    if not _orders(text):
        return []
    bound = bool(words().modal.match(text)) or bool(re.search(r"(?:^|[，；])(?:还|也|同时|并)?要", text))
    return _given(passage, previous.names, duty, CARRIED if bound else CARRIED_FREELY, "carried", located=False)


def _before_agent(text: str, parts: Sequence[Segment]) -> Duty:
    """The duty of the stretch before the first subject; what a 由 clause speaks of is no duty of its own."""
    first = parts[0]
    end = first.end
    if len(parts) > 1 and text[end : end + 1] == "由":
        end = max(first.start, *(text.rfind(mark, first.start, end) + 1 for mark in "，；,;。"))
    opener = words().opener.match(text, first.start, end)
    start = opener.end() if opener else first.start
    return judge(text, start, end)


def _orders(text: str) -> bool:
    """Whether the first clause that is more than a setting opens with a verb or a word of duty."""
    clauses = [clause for clause in re.split(r"[，,；;。]", text) if clause.strip()]
    work = next((clause for clause in clauses if not is_setting(clause) and not CONDITION.match(clause)), "")
    opener = words().opener.match(work)
    return bool(words().predicate.match(work[opener.end() if opener else 0 :]))


def _given(
    passage: Passage, names: Sequence[NameAt], duty: Duty, confidence: float, reason: str, located: bool = True
) -> list[Assignment]:
    subject = [_assignment(passage, name, duty.role, duty.verb, confidence, reason, located) for name in names]
    partners = [_assignment(passage, p.name, p.role, p.verb, confidence, "form") for p in duty.partners]
    return subject + partners


def _special(passage: Passage) -> list[Assignment]:
    """按照X负责的原则 and 下设办公室在X，负责…"""
    found: list[Assignment] = []
    folded = fold_signs(passage.text)
    for match in PRINCIPLE.finditer(folded):
        names = body_names(folded, *match.span("names"), True)
        found += [_assignment(passage, name, "responsible", "负责", VERB, "form") for name in names]
    if office := OFFICE.search(folded):
        start = office.start("group") if office["group"] else office.start("office")
        name = NameAt(start, office.end("office"), folded[start : office.end("office")])
        found.append(_assignment(passage, name, "responsible", "负责", VERB, "form"))
    return found


def _assignment(
    passage: Passage, name: NameAt, role: Role, verb: str | None, confidence: float, reason: str, located: bool = True
) -> Assignment:
    span = passage[name.start : name.end].without(r"\s+").span() if located else None
    weight = round(confidence * (name.confidence if name.form else 0.8), 3)
    return Assignment(name.text, role, 1, verb, None, weight, reason, span)
