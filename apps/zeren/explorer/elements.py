"""Which nodes and edges the network draws: filtered, bodies with the same duties merged, ubiquitous ones folded."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from zeren.explorer.picture import BodyNode, Picture, TaskNode
from zeren.model import Role
from zeren.model.plan import ROLES

MOST_NODES = 500
"""Above this a picture is a hairball in any renderer: ask to narrow and show a table."""

FOLD_SHARE = 0.6
FOLD_TASKS = 15
"""A body on this share of at least so many tasks is drawn as a badge without edges."""


MOST_EDGES = 240
"""Roles are drawn from the strongest on while the picture has no more lines than this."""


@dataclass(frozen=True, slots=True)
class Filter:
    """What of a picture to draw. Empty fields do not narrow."""

    roles: tuple[str, ...] = ROLES
    section: str = ""
    body: str = ""
    expanded: tuple[str, ...] = ()
    """Further bodies and tasks whose neighbours are drawn although the other fields leave them out."""
    fold: bool = True


@dataclass(frozen=True, slots=True)
class Drawn:
    """A node: `members` are the bodies merged into it, `badge` the number of tasks of a folded body."""

    id: str
    kind: str
    label: str
    words: str
    """Full name or words."""
    forms: str = ""
    """Further names by which it can be found: a body as the plan writes it."""
    section: str = ""
    gap: bool = False
    unowned: bool = False
    """A task that nobody has, whatever roles are shown."""
    members: tuple[str, ...] = ()
    badge: int = 0
    weight: int = 1


@dataclass(frozen=True, slots=True)
class Edge:
    """A duty as a line from body to task."""

    id: str
    source: str
    target: str
    role: Role


@dataclass(frozen=True, slots=True)
class Elements:
    """What is drawn, in reading order."""

    nodes: tuple[Drawn, ...]
    edges: tuple[Edge, ...]


@dataclass(frozen=True, slots=True)
class Captions:
    """The words of labels, in the reader's language."""

    more: str
    """Label of merged bodies, with {name} and {count}."""
    badge: str
    """Label of a folded body, with {name}, {count} and {total}."""
    no_owner: str


def elements(picture: Picture, wanted: Filter, gaps: Iterable[str], captions: Captions) -> Elements:
    """The nodes and edges for a filter; `gaps` are ids of tasks to be ringed."""
    tasks = _tasks(picture, wanted)
    ids = {task.id for task in tasks}
    strongest = _strongest(picture, ids, wanted)
    folded = _folded(strongest, len(tasks)) if wanted.fold else frozenset()
    merged = _merged({body: work for body, work in strongest.items() if body not in folded})
    bodies = [_body_node(picture, members, strongest, captions) for members in merged]
    badges = [_badge_node(picture, picture.body[id], len(strongest[id]), len(tasks), captions) for id in sorted(folded)]
    rings = frozenset(gaps)
    nodes = (*badges, *bodies, *(_task_node(picture, task, rings) for task in tasks))
    edges = tuple(
        Edge(f"{members[0]}>{task}", members[0], task, role)
        for members in merged
        for task, role in strongest[members[0]].items()
    )
    return Elements(nodes, edges)


def readable_roles(picture: Picture, section: str = "", body: str = "", fold: bool = True) -> tuple[Role, ...]:
    """The strongest roles of a part of the plan that make a readable picture together; at least the first of them."""
    present = {duty.role for duty in picture.duties}
    chosen: tuple[Role, ...] = ()
    for role in (role for role in ROLES if role in present):
        wider = (*chosen, role)
        wanted = Filter(wider, section, body, fold=fold)
        if chosen and len(elements(picture, wanted, (), Captions("", "", "")).edges) > MOST_EDGES:
            break
        chosen = wider
    return chosen


def _tasks(picture: Picture, wanted: Filter) -> list[TaskNode]:
    branch = picture.branch(wanted.section) if wanted.section else None
    own = {duty.task for duty in picture.duties_of_body.get(wanted.body, ()) if duty.role in wanted.roles}
    more = {duty.task for id in wanted.expanded for duty in picture.duties_of_body.get(id, ())} | set(wanted.expanded)
    return [
        task
        for task in picture.tasks
        if task.id in more or ((branch is None or task.section in branch) and (not wanted.body or task.id in own))
    ]


def _strongest(picture: Picture, tasks: set[str], wanted: Filter) -> dict[str, dict[str, Role]]:
    """Body to its tasks with the strongest of its roles there, among the roles wanted."""
    found: dict[str, dict[str, Role]] = {}
    for duty in picture.duties:
        if duty.task in tasks and (duty.role in wanted.roles or {duty.task, duty.body} & set(wanted.expanded)):
            roles = found.setdefault(duty.body, {})
            roles[duty.task] = min(roles.get(duty.task, duty.role), duty.role, key=ROLES.index)
    return found


def _folded(strongest: Mapping[str, Mapping[str, Role]], total: int) -> frozenset[str]:
    return frozenset(
        body for body, work in strongest.items() if total >= FOLD_TASKS and len(work) >= FOLD_SHARE * total
    )


def _merged(strongest: Mapping[str, Mapping[str, Role]]) -> list[tuple[str, ...]]:
    """Bodies with the same tasks in the same roles, in order of first appearance."""
    groups: dict[frozenset[tuple[str, Role]], list[str]] = {}
    for body, work in strongest.items():
        groups.setdefault(frozenset(work.items()), []).append(body)
    return [tuple(members) for members in groups.values()]


def _body_node(
    picture: Picture, members: tuple[str, ...], strongest: Mapping[str, Mapping[str, Role]], captions: Captions
) -> Drawn:
    first = picture.body[members[0]]
    names = [picture.body[id].name for id in members]
    label = first.label if len(members) == 1 else captions.more.format(name=first.label, count=len(members))
    weight = len(strongest[first.id])
    return Drawn(
        first.id, first.kind, label, "\n".join(names), _forms(picture, members), members=members, weight=weight
    )


def _forms(picture: Picture, bodies: Iterable[str]) -> str:
    return " ".join(dict.fromkeys(duty.written for body in bodies for duty in picture.duties_of_body.get(body, ())))


def _badge_node(picture: Picture, body: BodyNode, count: int, total: int, captions: Captions) -> Drawn:
    label = captions.badge.format(name=body.label, count=count, total=total)
    return Drawn(body.id, body.kind, label, body.name, _forms(picture, (body.id,)), members=(body.id,), badge=count)


def _task_node(picture: Picture, task: TaskNode, rings: frozenset[str]) -> Drawn:
    unowned = task.id in picture.unowned
    return Drawn(task.id, "task", task_label(task), task.text, "", task.section, unowned or task.id in rings, unowned)


def task_label(task: TaskNode, length: int = 15) -> str:
    """Number, or the place where it has none, and the first words of a task."""
    number = task.number or task.locator
    words = task.text[:length] + ("…" if len(task.text) > length else "")
    return f"{number} {words}".strip()
