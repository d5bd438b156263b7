"""Who the names of a plan are: bodies, collectives, groups and classes of enterprises as nodes."""

from __future__ import annotations

import itertools

from zeren.agencies import Body, Context, Register, Resolution
from zeren.graph.assembly import Assembly, Value, day
from zeren.graph.firms import firm_classes
from zeren.graph.identity import folded, hashed


class Parties:
    """The bodies of one plan."""

    def __init__(self, assembly: Assembly, register: Register, context: Context, plan: str) -> None:
        self._assembly = assembly
        self._register = register
        self._context = context
        self.home = context.jurisdiction or plan
        """What makes names that the register cannot place distinct: two places' 财政局 are two bodies."""
        self._groups: dict[str, str] = {}

    def resolution(self, written: str) -> Resolution:
        """What the register says of the name."""
        return self._register.resolve(written, self._context)

    def naming(self, written: str) -> str:
        """Whether the name says who it is: named, each (everybody on its own ground), or vague (nobody is named)."""
        if self._group_named(written):
            return "named"
        answer = self.resolution(written)
        if answer.kind == "collective":
            return "each" if answer.distributive else "vague"
        body = answer.body
        if body is None or body.kind not in ("government", "zone", "self-governing"):
            return "named"
        return "each" if body.kind != "government" or body.territory != self._context.jurisdiction else "named"

    def assignee(self, written: str) -> str:
        """Node of whoever the name stands for."""
        group = self._group_named(written)
        if group:
            return group
        answer = self.resolution(written)
        match answer.kind:
            case "collective":
                return self._collective(answer)
            case "group":
                return self.group(answer.name)
            case "enterprise class":
                return self.firm_class(answer.name)
            case _:
                return self.agency(written)

    def agency(self, written: str) -> str:
        """Node of a single body, also where the register takes the name for something else."""
        answer = self.resolution(written)
        if answer.body is not None:
            return self._body(answer.body)
        id = hashed("agency", self.home, folded(answer.name))
        return self._assembly.node("Agency", id, {"name": answer.name, "kind": "unknown"})

    def group(self, name: str) -> str:
        """Node of a leading group of this place."""
        id = hashed("group", self.home, folded(name))
        self._groups.setdefault(folded(name), id)
        return self._assembly.node("LeadingGroup", id, {"name": name})

    def firm_class(self, name: str) -> str:
        """Node of a class of enterprises, below its wider class."""
        id = hashed("class", folded(name))
        self._assembly.node("EnterpriseClass", id, {"name": name})
        wider = firm_classes().wider.get(name)
        if wider:
            self._assembly.edge("PART_OF", id, self.firm_class(wider))
        return id

    def territory(self, name: str) -> str:
        """Node of a place by its full name, below the places that hold it as far as they are known."""
        found = self._register.territory(name, self._context)
        if found is None:
            return self._assembly.node("Territory", hashed("territory", folded(name)), {"name": name})
        chain = self._register.gazetteer.chain(found)
        ids = [hashed("territory", place.code or place.title) for place in chain]
        for id, place in zip(ids, chain, strict=True):
            self._assembly.node("Territory", id, {"name": place.name, "code": place.code or None})
        for lower, upper in itertools.pairwise(ids):
            self._assembly.edge("PART_OF", lower, upper)
        return ids[0]

    def _group_named(self, written: str) -> str | None:
        """The plan's own group of this name, or the only one whose name ends with it (领导小组)."""
        name = folded(written)
        if name in self._groups:
            return self._groups[name]
        ending = {
            id for known, id in self._groups.items() if len(name) > 2 and known.endswith(name.lstrip("市县区省镇"))
        }
        return ending.pop() if len(ending) == 1 else None

    def _collective(self, answer: Resolution) -> str:
        properties: dict[str, Value] = {
            "name": answer.name,
            "distributive": answer.distributive,
            "indefinite": answer.indefinite,
        }
        return self._assembly.node("Collective", hashed("collective", self.home, folded(answer.name)), properties)

    def _body(self, body: Body) -> str:
        id = hashed("agency", body.id)
        if id in self._assembly.graph and self._assembly.graph.nodes[id]["level"]:
            return id
        self._assembly.node(
            "Agency",
            id,
            {
                "name": body.name,
                "level": body.level,
                "kind": body.kind,
                "domain": body.domain or None,
                "territory": body.territory or None,
                "valid_from": day(body.valid_from, body.name),
                "valid_to": day(body.valid_to, body.name),
            },
        )
        self._surroundings(body, id)
        return id

    def _surroundings(self, body: Body, id: str) -> None:
        """The body's field, place, parent and successors."""
        if body.domain:
            domain = self._assembly.node("Domain", hashed("domain", body.domain), {"name": body.domain})
            self._assembly.edge("HAS_DOMAIN", id, domain)
        if body.territory:
            self._assembly.edge("IN_TERRITORY", id, self.territory(body.territory))
        if body.parent:
            self._assembly.edge("PART_OF", id, self._named(body.parent))
        for successor in self._register.successors(body):
            self._assembly.edge("SUCCEEDED_BY", id, self._body(successor))

    def _named(self, name: str) -> str:
        """Node of a body the register speaks of by its full name."""
        body = self._register.body(name)
        if body is not None:
            return self._body(body)
        id = hashed("agency", name)
        return self._assembly.node("Agency", id, {"name": name, "kind": "unknown"})
