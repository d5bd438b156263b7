"""Rules that bind the units after them: who leads a list, and who has a part in everything (下同, 不再列出)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from zeren.model import Assignment, Role
from zeren.readers.document import Passage
from zeren.wording.owners.assignments import assign
from zeren.wording.owners.clauses import read_clauses
from zeren.wording.roles import vocabulary

FIRST_LEADS = re.compile(
    r"(?:列|排|排列|列在|排名|排序)?(?:在)?(?:第一|首)(?:位|个|名)?[^，。；、]{0,6}?(?:的|者|单位|部门)*[^，。；]{0,4}?"
    r"(?:为|是|系)(?:工作|项目|任务)?(?:总?牵头|主办)"
)
_OTHERS_HELP = re.compile(r"(?:其[他它余]|后[续面]|以后)[^。；]{0,10}(?:为|是)(?:协办|配合|参与|协助)")
BINDS_LATER = re.compile(
    r"(?:以下|下列|后续|上述|以上|(?:具体|各项)(?:工作)?任务)[^，。；]{0,16}?(?:均|都|全部|皆)?(?:(?:需要|需|须|由|应)"
    r"(?P<names>[^，。；]{2,40}?)(?:共同)?(?P<verb>落实|负责|配合|参与|执行|组织实施|承担)|涉及(?P<others>[^，。；]{2,40}))"
    r"[^。；]{0,8}[，,]?[^。；]{0,6}(?:不再|不另|不逐一|不一一|不重复)[^。；]{0,4}(?:列|写|注明|标注|分工)"
)


@dataclass(frozen=True, slots=True)
class StandingRule:
    """A rule that binds every later unit."""

    passage: Passage
    first_leads: bool = False
    """The first body of each later list leads."""
    assignments: tuple[Assignment, ...] = ()
    """Bodies that are added to every later unit that has an owner note."""
    others: Role = "responsible"
    """What the bodies behind the first are, where the rule says so (其他为配合单位)."""

    def apply(self, assignments: tuple[Assignment, ...]) -> tuple[Assignment, ...]:
        """The owners of a later unit under this rule."""
        doers = [item for item in assignments if item.role == "responsible"]
        leaderless = all(item.role not in ("lead", "accountable") for item in assignments)
        out = list(assignments)
        if self.first_leads and leaderless and len(doers) > 1:
            out = [replace(item, role=self.others) if item in doers else item for item in out]
            first = out.index(replace(doers[0], role=self.others))
            out[first] = replace(doers[0], role="lead", confidence=round(doers[0].confidence * 0.95, 3))
        known = {item.agency for item in out}
        out += [item for item in self.assignments if item.agency not in known]
        return tuple(replace(item, position=place) for place, item in enumerate(out, 1))

    def joined(self, later: StandingRule) -> StandingRule:
        """Both rules; of bodies added, those of the later rule where it names any."""
        told = later if later.first_leads else self
        return StandingRule(later.passage, told.first_leads, later.assignments or self.assignments, told.others)

    @property
    def bodies(self) -> tuple[str, ...]:
        """Names of the bodies added."""
        return tuple(assignment.agency for assignment in self.assignments)

    @property
    def role(self) -> Role | None:
        """Role of the bodies added, None where the rule adds none."""
        return self.assignments[0].role if self.assignments else None


def read_standing_rule(passage: Passage) -> StandingRule | None:
    """A rule for the units that follow, wherever it stands in the passage; None when there is none.

    列第一位者为牵头单位，下同 · 排在第一位的为牵头单位 · 以下各项工作均需各县区落实，不再列出
    """
    if match := BINDS_LATER.search(passage.text):
        role: Role = vocabulary().after.get(match["verb"] or "", "responsible")
        names = passage[slice(*match.span("names" if match["names"] else "others"))]
        claims = read_clauses(names.text, role)
        given = tuple(
            replace(assign(claim, names, None, place), verb=match["verb"], reason="standing", confidence=0.9)
            for place, claim in enumerate(claims, 1)
        )
        if given:
            return StandingRule(passage[match.start() : match.end()], assignments=given)
    if match := FIRST_LEADS.search(passage.text):
        end = re.compile(r"[^。；;）)]*").match(passage.text, match.end())
        rule = passage[match.start() : end.end() if end else match.end()]
        return StandingRule(
            rule, first_leads=True, others="support" if _OTHERS_HELP.search(rule.text) else "responsible"
        )
    return None


def without_rule(content: Passage) -> tuple[Passage, StandingRule | None]:
    """The content without a rule that is stated in it (列第一位者为牵头单位，下同)."""
    rule = read_standing_rule(content)
    if rule is None:
        return content, None
    start = content.text.find(rule.passage.text)
    return content[:start].strip("，,；;。 \n"), rule
