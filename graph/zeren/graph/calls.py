"""Whom the words of a task call for: fields of duty by what is to be done, bodies that the text itself sets to work."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from zeren.agencies.competence import topics_of
from zeren.graph.assembly import Assembly
from zeren.graph.identity import hashed
from zeren.graph.parties import Parties
from zeren.graph.work import verb_scheme
from zeren.model import Task

_BODY = "(?:局|委|办|厅|部门|政府|管委会|中心|办公室|支队|大队|街道|乡镇|街镇|地区)"
_NO_ACTOR = re.compile(
    "报|经|送|向|对|在|为|将|与|把|以|按|由|会同|配合|协助|联合|通过|结合|根据|依据|帮助|邀请|所有|给"
)
"""What a clause begins with whose first body does not act."""
_LABELLED = re.compile("[（(【〔][^（()）】〕]*[:：][^（()）】〕]*[）)】〕]")
"""A bracket with a label in it (责任单位：…) is no part of the sentence."""
_JOINED = re.compile("、|(?<=[局委办厅府会门心])[和与及]")
_LEVELS = re.compile("[国省市州县区旗镇乡]|国家|中央|街道")


@cache
def _acting() -> re.Pattern[str]:
    """A clause that opens with bodies and goes on with what they do."""
    verbs = verb_scheme().verbs
    then = f"(?:要|应|须|必须|负责|牵头|会同|联合|共同|分别|依法|向|对|{verbs})"
    helps = "(?:要|应|须|必须)?(?:做好|积极|密切|加强)?(?:配合|协助|参与|支持|指导|督促|监督|协调|统筹)"
    names = f"(?:(?![由向对将把等或])[一-龥、（）()]){{0,26}}?{_BODY}(?:[（(][^（）()]{{1,14}}[）)])?"
    return re.compile(f"(?:(?P<by>由)|^|[，,。；;](?!由))(?P<names>{names})(?!{helps})(?={then})")


def actors(text: str) -> Iterator[str]:
    """Names of the bodies that a text itself sets to work, as written, each level before its own trade.

    >>> list(actors("组织专家评审，由市工信局牵头验收；市、县应急部门确定执法主体。督促企业整改。"))
    ['市工信局', '市应急部门', '县应急部门']
    """
    for found in _acting().finditer(_LABELLED.sub("", text)):
        names = found["names"]
        if found["by"] or not (verb_scheme().pattern.match(names) or _NO_ACTOR.match(names)):
            yield from _each(_JOINED.split(names))


def _each(names: list[str]) -> Iterator[str]:
    """The names of an enumeration; a bare level shares the trade of the last: 市、县应急部门."""
    trade = _LEVELS.sub("", names[-1], count=1) if _LEVELS.match(names[-1]) else ""
    full = (name + trade if _LEVELS.fullmatch(name) else name for name in names)
    yield from (name for name in full if len(name) > 2)


class Calls:
    """Puts what one plan's tasks call for into the graph."""

    def __init__(self, assembly: Assembly, parties: Parties) -> None:
        self._assembly = assembly
        self._parties = parties

    def relate(self, node: str, task: Task) -> None:
        """Join a task with the fields of duty and, in a row with columns of owners, the bodies that its text calls."""
        for topic in topics_of(task.text):
            domain = self._domain(topic.domain)
            self._assembly.edge("CALLS_FOR", node, domain)
            for other in topic.also:
                self._assembly.edge("COVERS", self._domain(other), domain)
        if any(assignment.header for assignment in task.assignments):
            for name in actors(task.text):
                self._call_on(node, name)

    def _domain(self, name: str) -> str:
        return self._assembly.node("Domain", hashed("domain", name), {"name": name})

    def _call_on(self, node: str, name: str) -> None:
        answer = self._parties.resolution(name)
        if answer.kind == "collective" or (answer.kind == "agency" and answer.body is not None):
            called = self._parties.assignee(name)
            if self._assembly.fits("CALLS_ON", node, called):
                self._assembly.edge("CALLS_ON", node, called)
