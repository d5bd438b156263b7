"""The vocabulary declares what the graph holds, labels it, and its shapes tell a sound plan from a faulty one."""

from __future__ import annotations

from typing import get_args

import pytest
from pyshacl import validate
from rdflib import RDF, SH, Graph

from zeren.graph.schema import NODES, RELATIONSHIPS
from zeren.model import Severity, Status
from zeren.model.plan import ROLES, DeadlineSource, DeadlineType
from zeren.vocabulary import declared, label, load_ontology, load_shapes, local_name, roles, superclasses, terms


def test_every_name_of_the_graph_is_declared_and_nothing_else() -> None:
    classes, properties, relationships = declared()
    assert classes == {*NODES, "Similarity"}
    assert properties == {local_name(name) for names in NODES.values() for name in names} | {"score", "strength"}
    assert relationships == {local_name(name) for name in RELATIONSHIPS} | {"involves", "similar"}


@pytest.mark.parametrize(
    "term", [*NODES, *RELATIONSHIPS, *sorted({name for names in NODES.values() for name in names})]
)
def test_every_name_has_two_labels(term: str) -> None:
    chinese = label(term, "zh")
    assert chinese != term
    assert any("一" <= character <= "鿿" for character in chinese)
    assert label(term, "en").isascii()


def test_closed_lists_are_those_of_the_records() -> None:
    assert [role.code for role in roles()] == list(ROLES)
    assert [term.code for term in terms("deadline-types")] == list(get_args(DeadlineType))
    assert [term.code for term in terms("deadline-sources")] == list(get_args(DeadlineSource))
    assert [term.code for term in terms("severities")] == list(get_args(Severity))
    assert [term.code for term in terms("statuses")] == list(get_args(Status))


def test_roles_come_close_to_raci() -> None:
    assert {role.code: "".join(role.raci) for role in roles()} == {
        "accountable": "A", "lead": "AR", "responsible": "R", "joint": "R", "support": "C", "supervise": "",
    }  # fmt: skip


def test_labels_of_entries() -> None:
    assert (label("lead", "zh"), label("start_by", "zh"), label("error", "zh")) == ("牵头", "启动", "错误")
    assert label("municipal-district", "en") == "municipal district"
    assert label("no such term", "zh") == "no such term"


def test_public_classes() -> None:
    assert superclasses("Agency") == (
        "http://data.europa.eu/m8g/PublicOrganisation",
        "http://www.w3.org/ns/org#FormalOrganization",
    )


def test_shapes_are_shapes() -> None:
    assert len(set(load_shapes().subjects(RDF.type, SH.NodeShape))) >= 10
    assert len(load_ontology()) > 400


SOUND = """
@prefix z: <https://w3id.org/zeren#> .
@prefix : <https://w3id.org/zeren/id/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
:p a z:Plan ; z:title "方案" ; z:status "issued" ; z:issued "2024-03-05"^^xsd:date ; z:hasTask :t ; z:hasSection :s .
:s a z:Section ; z:title "总体要求" ; z:due :d ; z:contains :t .
:t a z:Task ; z:text "编制名录" ; z:hasAssignment :a .
:a a z:Assignment ; z:role "lead" ; z:position 1 ; z:nameAsWritten "市应急局" ; z:assignee :g .
:g a z:Agency ; z:name "云川市应急管理局" .
:d a z:Deadline ; z:type "by" ; z:text "2024年底前" ; z:date "2024-12-31"^^xsd:date .
"""


def findings(turtle: str) -> set[str]:
    _, report, _ = validate(Graph().parse(data=turtle, format="turtle"), shacl_graph=load_shapes())
    assert isinstance(report, Graph)
    return {text for text in map(str, report.objects(None, SH.resultMessage)) if text.isascii()}


def test_sound_plan_conforms() -> None:
    assert findings(SOUND) == set()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("z:hasAssignment :a", "z:number '1'", "Nobody is named for the task"),
        ("; z:due :d", "", "Neither the task nor a heading above has a time limit"),
        ('z:role "lead"', 'z:role "boss"', "An assignment has one role of the scheme"),
        ("z:hasAssignment :a", 'z:hasAssignment :a, :b . :b a z:Assignment ; z:role "lead" ; z:position 2 ; z:nameAsWritten "x" ; z:assignee :g', "The task has more than one lead"),
        ('"云川市应急管理局"', '"x" ; z:validTo "2019-03-31"^^xsd:date', "The body's name was out of force when the plan was signed"),
        ('z:date "2024-12-31"', 'z:start "2025-01-01"^^xsd:date ; z:date "2024-12-31"', "The first day is after the last"),
        ('; z:issued "2024-03-05"^^xsd:date', "", "The plan has no date of signing"),
    ],
)  # fmt: skip
def test_faulty_plan_does_not(old: str, new: str, message: str) -> None:
    assert old in SOUND
    assert message in findings(SOUND.replace(old, new))


def test_two_doers_without_a_lead() -> None:
    two = 'z:hasAssignment :a, :b . :b a z:Assignment ; z:role "responsible" ; z:position 2 ; z:nameAsWritten "x" ; z:assignee :h . :h a z:Agency ; z:name "y"'
    assert "Several bodies are responsible and none leads" in findings(
        SOUND.replace("z:hasAssignment :a", two).replace('"lead"', '"responsible"')
    )
