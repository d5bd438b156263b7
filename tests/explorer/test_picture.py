from __future__ import annotations

from tests.explorer.sample import HOSTILE

from zeren.explorer.picture import Picture
from zeren.explorer.picture_reading import short_name


def test_the_picture_holds_what_the_plan_says(picture: Picture) -> None:
    assert [task.locator for task in picture.tasks] == ["1", "2", "3", "二（一）", "二（二）"]
    assert [section.label for section in picture.sections] == ["一、源头管控", "二、企业退出"]
    assert [task.text for task in picture.tasks if task.id in picture.unowned] == ["建立退出企业名录库"]
    assert picture.tasks[2].text == HOSTILE


def test_duties_keep_role_order_and_place(picture: Picture) -> None:
    duties = picture.duties_of_task[picture.tasks[0].id]
    assert [(duty.role, duty.written) for duty in duties] == [
        ("lead", "市应急管理局"), ("support", "市生态环境局"), ("support", "各县区政府"),
    ]  # fmt: skip
    assert duties[0].span is not None
    assert (duties[0].span.block, duties[0].span.row, duties[0].span.column) == (2, 1, 2)


def test_collectives_are_told_from_bodies(picture: Picture) -> None:
    kinds = {body.name: body.kind for body in picture.bodies}
    assert next(kind for name, kind in kinds.items() if "各县区" in name) == "collective"
    assert sum(kind == "body" for kind in kinds.values()) == 4


def test_sections_know_their_branch_and_path(picture: Picture) -> None:
    second = picture.sections[1].id
    assert picture.branch(second) == {second}
    assert [section.label for section in picture.path(second)] == ["二、企业退出"]
    assert picture.path("") == ()


def test_deadlines_carry_quarter_and_place(picture: Picture) -> None:
    limit = picture.tasks[0].deadlines[0]
    assert (limit.quarter, str(limit.date), limit.type) == ("2025Q2", "2025-06-30", "by")
    assert limit.span is not None
    assert limit.span.text == "2025年6月底"


def test_names_are_short_within_their_own_place() -> None:
    assert short_name("云岭市应急管理局", "云岭市") == "市应急管理局"
    assert short_name("云岭经济开发区管委会", "云岭市") == "云岭经济开发区管委会"
    assert short_name("云岭市", "云岭市") == "云岭市"
    assert short_name("北山省应急管理厅", "云岭市") == "北山省应急管理厅"
