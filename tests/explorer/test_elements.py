from __future__ import annotations

from dataclasses import replace

from zeren.explorer.elements import Captions, Elements, Filter, elements, readable_roles, task_label
from zeren.explorer.picture import BodyNode, Duty, Picture, TaskNode

CAPTIONS = Captions("{name} 等{count}个", "{name}\n{count}/{total}", "")


def drawn(picture: Picture, **wanted: object) -> Elements:
    return elements(picture, Filter(**wanted), (), CAPTIONS)  # type: ignore[arg-type]


def grown(tasks: int, bodies: int) -> Picture:
    """A plan where every body but the last has its own tasks, and the last has them all."""
    nodes = tuple(TaskNode(f"t{n}", str(n), f"任务{n}", str(n), "", n, (), None) for n in range(tasks))
    own = [Duty(f"a{n}", f"t{n}", f"b{n % bodies}", "responsible", 1, "", "", "", 1.0, "", None) for n in range(tasks)]
    everywhere = [Duty(f"e{n}", f"t{n}", "all", "support", 2, "", "", "", 1.0, "", None) for n in range(tasks)]
    people = (*(BodyNode(f"b{n}", f"单位{n}", "body") for n in range(bodies)), BodyNode("all", "各县区", "collective"))
    return Picture("p", "", people, (), nodes, (*own, *everywhere))


def test_the_whole_plan_is_drawn(picture: Picture) -> None:
    found = drawn(picture, fold=False)
    assert sum(node.kind == "task" for node in found.nodes) == 5
    assert {edge.role for edge in found.edges} == {"lead", "responsible", "support"}
    assert [node.label for node in found.nodes if node.unowned] == ["二 建立退出企业名录库"]


def test_filters_by_role_section_and_body(picture: Picture) -> None:
    assert {edge.role for edge in drawn(picture, roles=("lead",)).edges} == {"lead"}
    section = picture.sections[1].id
    assert {picture.task[n.id].section for n in drawn(picture, section=section).nodes if n.kind == "task"} == {section}
    finance = next(body.id for body in picture.bodies if "财政" in body.name)
    assert [node.label for node in drawn(picture, body=finance).nodes if node.kind == "task"] == [
        "一 组织企业签订退出协议"
    ]


def test_an_expanded_body_brings_its_tasks(picture: Picture) -> None:
    finance = next(body.id for body in picture.bodies if "财政" in body.name)
    emergency = next(body.id for body in picture.bodies if "应急" in body.name)
    before = {node.id for node in drawn(picture, body=finance).nodes}
    after = {node.id for node in drawn(picture, body=finance, expanded=(emergency,)).nodes}
    assert before < after
    assert {duty.task for duty in picture.duties_of_body[emergency]} <= after


def test_bodies_with_the_same_duties_are_one_node(picture: Picture) -> None:
    twin = BodyNode("twin", "市税务局", "body")
    finance = next(duty for duty in picture.duties if "财政" in duty.written)
    wider = replace(picture, bodies=(*picture.bodies, twin), duties=(*picture.duties, replace(finance, body="twin")))
    merged = next(node for node in drawn(wider).nodes if len(node.members) == 2)
    assert merged.label.endswith("等2个")
    assert "市税务局" in merged.words


def test_a_body_on_nearly_every_task_is_folded() -> None:
    plan = grown(40, 8)
    folded = drawn(plan)
    badge = next(node for node in folded.nodes if node.badge)
    assert (badge.id, badge.label) == ("all", "各县区\n40/40")
    assert all(edge.source != "all" for edge in folded.edges)
    assert sum(edge.source == "all" for edge in drawn(plan, fold=False).edges) == 40


def test_weaker_roles_are_left_out_while_the_picture_is_too_full() -> None:
    assert readable_roles(grown(40, 8)) == ("responsible", "support")
    assert readable_roles(grown(200, 8), fold=False) == ("responsible",)


def test_a_body_is_found_by_the_name_the_plan_writes(picture: Picture) -> None:
    forms = {node.forms for node in drawn(picture, fold=False).nodes if node.kind == "body"}
    assert "市财政局" in forms


def test_labels_are_short() -> None:
    task = TaskNode("t", "", "一" * 50, "四.10", "", 0, (), None)
    assert task_label(task) == "四.10 " + "一" * 15 + "…"
