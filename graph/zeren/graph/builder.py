"""From records to the graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import networkx as nx

from zeren.agencies import Context, Register
from zeren.graph.assembly import Assembly, day
from zeren.graph.duties import Duties
from zeren.graph.identity import plan_id, version_id
from zeren.graph.ledgers import add_enterprises, add_groups, join_named_enterprises
from zeren.graph.parties import Parties
from zeren.model import Plan

_STAGES = ("consultation", "draft", "issued")


def build(plans: Iterable[Plan], register: Register | None = None) -> nx.MultiDiGraph[str]:
    """The graph of these plans as `design.md` draws it: node key is the id, edge key the relationship type.

    Every node carries `label` and all properties of its label in `zeren.graph.schema` (None where unknown, dates as
    `datetime.date`). The order of the plans does not count. The same file given twice is one plan; of several versions
    of one plan the latest (issued before draft before consultation, then by date) has the plan's id, the others ids of
    their own. Names are resolved by the register given, else by the one shipped with zeren.
    Raises InputError plan-date-invalid for a date that is none.
    """
    assembly = Assembly()
    if register is None:
        from zeren.agencies import load_register

        register = load_register()
    for id, plan in _identified(plans):
        _add(assembly, plan, id, register)
    return assembly.graph


def _identified(plans: Iterable[Plan]) -> Iterator[tuple[str, Plan]]:
    """Each plan with its node's id, sorted by it."""
    works: dict[str, list[Plan]] = {}
    for plan in plans:
        versions = works.setdefault(plan_id(plan), [])
        if plan not in versions:
            versions.append(plan)
    for id, versions in sorted(works.items()):
        *older, latest = sorted(versions, key=lambda plan: (_STAGES.index(plan.status), plan.issued or "", plan.sha256))
        yield id, latest
        yield from sorted(((version_id(plan), plan) for plan in older), key=lambda pair: pair[0])


def _add(assembly: Assembly, plan: Plan, id: str, register: Register) -> None:
    parties = Parties(assembly, register, _context(plan, register), id)
    assembly.node(
        "Plan",
        id,
        {
            "title": plan.title,
            "document_number": plan.document_number,
            "issued": day(plan.issued, plan.title),
            "status": plan.status,
            "jurisdiction": plan.jurisdiction,
            "level": register.level_of(plan.jurisdiction) if plan.jurisdiction else None,
            "source": plan.source,
            "sha256": plan.sha256,
        },
    )
    if plan.jurisdiction:
        assembly.edge("APPLIES_TO", id, parties.territory(plan.jurisdiction))
    add_groups(assembly, parties, plan, id)
    tasks = Duties(assembly, parties, plan, id).add()
    add_enterprises(assembly, parties, plan, id)
    join_named_enterprises(assembly, plan, tasks, id)


def _context(plan: Plan, register: Register) -> Context:
    """Whose plan it is, with the places and levels that its own words name."""
    names = [assignment.agency for task in plan.tasks for assignment in task.assignments]
    names += [member for group in plan.groups for member in group.members]
    texts = [plan.title, *(section.title for section in plan.sections), *(task.text for task in plan.tasks)]
    return register.context(plan.jurisdiction, plan.issued, names, texts)
