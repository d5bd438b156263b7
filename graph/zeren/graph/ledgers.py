"""Leading groups and enterprise ledgers of one plan, as nodes."""

from __future__ import annotations

from zeren.graph.assembly import Assembly, place
from zeren.graph.firms import class_treated
from zeren.graph.identity import Counter, folded
from zeren.graph.parties import Parties
from zeren.model import Enterprise, Group, Plan
from zeren.model.locators import section_locators
from zeren.model.uscc import is_valid
from zeren.vocabulary.industries import industry_of


def add_groups(assembly: Assembly, parties: Parties, plan: Plan, id: str) -> None:
    """The groups a plan sets up or names, with members and office. They come before the tasks that name them."""
    for group in plan.groups:
        parties.group(group.name)
    for group in plan.groups:
        _add_group(assembly, parties, group, id, _set_up_at(plan, group))


def _set_up_at(plan: Plan, group: Group) -> str:
    """Place of the section that sets the group up: the last heading before it; without spans the one that names it."""
    places = section_locators(plan.sections)
    if group.span is not None:
        above = [s for s in plan.sections if s.span is not None and s.span.block <= group.span.block]
        return places[above[-1].id] if above else ""
    naming = [task.section for task in plan.tasks if group.name in task.text]
    return places.get(naming[0] or "", "") if naming else ""


def _add_group(assembly: Assembly, parties: Parties, group: Group, plan: str, locator: str) -> None:
    id = parties.group(group.name)
    set_up = bool(group.members or group.office) or None
    assembly.node(
        "LeadingGroup",
        id,
        {"name": group.name, "sunset": group.sunset, "set_up": set_up, "locator": locator} | place(group.span),
    )
    assembly.edge("SETS_UP", plan, id)
    for written in group.members:
        member = parties.assignee(written)
        if not assembly.fits("MEMBER_OF", member, id):
            member = parties.agency(written)
        assembly.edge("MEMBER_OF", member, id)
    if group.office:
        assembly.edge("OFFICE_AT", id, parties.agency(group.office))


def add_enterprises(assembly: Assembly, parties: Parties, plan: Plan, id: str) -> None:
    """The rows of the plan's enterprise ledgers, with class, place and the body answerable for each."""
    ids = Counter()
    for enterprise in plan.enterprises:
        node = ids.hashed("enterprise", id, enterprise.uscc or folded(enterprise.name))
        assembly.node("Enterprise", node, _properties(enterprise) | place(enterprise.span))
        assembly.edge("LISTS", id, node)
        _relate(assembly, parties, enterprise, node)


def _properties(enterprise: Enterprise) -> dict[str, str | bool | None]:
    return {
        "name": enterprise.name,
        "uscc": enterprise.uscc,
        "uscc_valid": _valid(enterprise.uscc),
        "industry": enterprise.industry,
        "industry_code": _industry_code(enterprise.industry),
        "treatment": enterprise.treatment,
        "deadline": enterprise.deadline,
        "address": enterprise.address,
        "jurisdiction": enterprise.jurisdiction,
        "agency_as_written": enterprise.agency,
        "locator": enterprise.locator,
    }


def _industry_code(industry: str | None) -> str | None:
    """Code of GB/T 4754 for the industry as written; None where it names none."""
    found = industry_of(industry) if industry else None
    return found.code if found else None


def _valid(uscc: str | None) -> bool | None:
    """Whether the 统一社会信用代码 keeps to GB 32100; None where the row gives none."""
    return None if uscc is None else is_valid(uscc)


def _relate(assembly: Assembly, parties: Parties, enterprise: Enterprise, node: str) -> None:
    if enterprise.treatment:
        assembly.edge("OF_CLASS", node, parties.firm_class(class_treated(enterprise.treatment)))
    if enterprise.jurisdiction and enterprise.jurisdiction != enterprise.address:
        assembly.edge("IN_TERRITORY", node, parties.territory(enterprise.jurisdiction))
    if enterprise.agency:
        owner = parties.assignee(enterprise.agency)
        if not assembly.fits("ANSWERABLE", node, owner):
            owner = parties.agency(enterprise.agency)
        assembly.edge("ANSWERABLE", node, owner)


def join_named_enterprises(assembly: Assembly, plan: Plan, tasks: dict[str, str], id: str) -> None:
    """CONCERNS between a task and every enterprise of the plan's ledger that its text names in full."""
    listed = [
        (folded(assembly.graph.nodes[node]["name"]), node)
        for _, node, kind in assembly.graph.out_edges(id, keys=True)
        if kind == "LISTS"
    ]
    for task in plan.tasks:
        text = folded(task.text) if listed else ""
        for name, node in listed:
            if len(name) > 3 and name in text:
                assembly.edge("CONCERNS", tasks[task.id], node)
