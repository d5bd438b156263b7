"""Corrections of who does a task, in what role, and until when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from zeren.loading.corrections.matching import plain
from zeren.loading.corrections.records import DECISION, Correction
from zeren.model import Assignment, Deadline, Role, Task, UsageError
from zeren.wording.owners import merge_assignments


class UnfitError(UsageError):
    """The task is there, what the correction says about it is not. `facts["found"]` names it."""

    def __init__(self, found: str) -> None:
        super().__init__("decision-unfit", found=found)
        self.found = found


def settle_role(task: Task, correction: Correction) -> Task:
    """A body has another role."""
    place = _body(task, correction.body or "")
    return _with_body(task, place, role=correction.role)


def settle_name(task: Task, correction: Correction) -> Task:
    """A body was read under a wrong name. Nothing changes where the right name is read by now."""
    names = [plain(assignment.agency) for assignment in task.assignments]
    if plain(correction.name or "") in names and plain(correction.body or "") not in names:
        return task
    renamed = _with_body(task, _body(task, correction.body or ""), agency=correction.name)
    return replace(renamed, assignments=merge_assignments(renamed.assignments))


def add_body(task: Task, correction: Correction) -> Task:
    """A body was not read; one that is there gets the role instead."""
    names = [plain(assignment.agency) for assignment in task.assignments]
    if plain(correction.body or "") in names:
        return settle_role(task, correction)
    role: Role = correction.role or "responsible"
    added = Assignment(correction.body or "", role, len(names) + 1, reason=DECISION)
    return replace(task, assignments=(*task.assignments, added))


def remove_body(task: Task, correction: Correction) -> Task:
    """A body was read that the text does not name for this task."""
    kept = [item for item in task.assignments if plain(item.agency) != plain(correction.body or "")]
    return replace(task, assignments=ranked(kept)) if len(kept) < len(task.assignments) else task


def ranked(assignments: list[Assignment]) -> tuple[Assignment, ...]:
    """The assignments with their places counted anew."""
    return tuple(replace(assignment, position=place) for place, assignment in enumerate(assignments, 1))


def _body(task: Task, name: str) -> int:
    """Place of the body among the task's assignments. Raises UnfitError."""
    for place, assignment in enumerate(task.assignments):
        if plain(assignment.agency) == plain(name):
            return place
    raise UnfitError(name)


def _with_body(task: Task, place: int, role: Role | None = None, agency: str | None = None) -> Task:
    old = task.assignments[place]
    new = replace(old, role=role or old.role, agency=agency or old.agency)
    if new == old:
        return task
    changed = replace(new, confidence=1.0, reason=DECISION)
    return replace(task, assignments=(*task.assignments[:place], changed, *task.assignments[place + 1 :]))


def settle_limit(task: Task, correction: Correction) -> Task:
    """A time limit was read wrongly: another kind, another day, other words. Where its words are right by now, those
    count."""
    known = correction.text if _limits(task, correction.text) and correction.text else correction.limit
    old = task.deadlines[place := _limit(task, known)]
    new = replace(
        old,
        type=correction.type or old.type,
        date=correction.day or old.date,
        start=correction.start or old.start,
        text=correction.text or old.text,
        rrule=correction.rrule or old.rrule,
    )
    if new == old:
        return task
    changed = replace(new, confidence=1.0, reason=DECISION)
    return replace(task, deadlines=(*task.deadlines[:place], changed, *task.deadlines[place + 1 :]))


def add_limit(task: Task, correction: Correction) -> Task:
    """A time limit was not read; where its words are, they get this meaning."""
    if any(plain(limit.text) == plain(correction.limit or "") for limit in task.deadlines):
        return settle_limit(task, correction)
    words, kind = correction.limit or "", correction.type or "by"
    added = Deadline(kind, words, correction.day, correction.start, correction.rrule, reason=DECISION)
    return replace(task, deadlines=(*task.deadlines, added))


def remove_limit(task: Task, correction: Correction) -> Task:
    """Words were read as a time limit that are none. Nothing changes where they are not read so."""
    if not task.deadlines or (correction.limit and not _limits(task, correction.limit)):
        return task
    place = _limit(task, correction.limit)
    return replace(task, deadlines=(*task.deadlines[:place], *task.deadlines[place + 1 :]))


def _limits(task: Task, words: str | None) -> list[int]:
    return [at for at, limit in enumerate(task.deadlines) if words is None or plain(limit.text) == plain(words)]


def _limit(task: Task, words: str | None) -> int:
    """Place of the limit with these words, or of the only one. Raises UnfitError."""
    places = _limits(task, words)
    if len(places) != 1:
        raise UnfitError(words or "limit = ?")
    return places[0]


def settle_instrument(task: Task, correction: Correction) -> Task:
    """The task cites a document, or has to make one, that was not read or was taken for the other."""
    bare = drop_instrument(task, correction)
    name = correction.name or ""
    if correction.use == "cites":
        return task if name in task.cites else replace(bare, cites=(*bare.cites, name))
    return task if name in task.produces else replace(bare, produces=(*bare.produces, name))


def drop_instrument(task: Task, correction: Correction) -> Task:
    """Words were read as a document that are none."""
    name = plain(correction.name or "")
    cites = tuple(other for other in task.cites if plain(other) != name)
    return replace(task, cites=cites, produces=tuple(other for other in task.produces if plain(other) != name))


FACTS: dict[str, Callable[[Task, Correction], Task]] = {
    "role": settle_role,
    "name": settle_name,
    "add": add_body,
    "remove": remove_body,
    "deadline": settle_limit,
    "add-deadline": add_limit,
    "remove-deadline": remove_limit,
    "instrument": settle_instrument,
    "not-an-instrument": drop_instrument,
}
"""What each action on the facts of one task does; the task as it was where nothing changes."""
