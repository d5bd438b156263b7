"""Leading groups."""

from __future__ import annotations

import pytest

from zeren.readers.document import Passage
from zeren.wording.groups import merge_groups, read_group, read_group_lines, read_groups, read_office


@pytest.mark.parametrize(
    ("text", "name", "members", "office", "sunset"),
    [
        (
            "成立县河道清淤工作领导小组，由县长任组长，分管副县长任副组长，县水利局、县财政局主要负责人为成员。"
            "领导小组办公室设在县水利局，县水利局局长兼任办公室主任。工作结束后，领导小组自行撤销。",
            "县河道清淤工作领导小组",
            "县水利局|县财政局",
            "县水利局",
            "工作结束后，领导小组自行撤销",
        ),
        (
            "市政府成立以市长任组长，分管副市长为副组长的全市绿色矿山建设领导小组，市自然资源局、市应急局为成员单位。"
            "领导小组下设办公室在市自然资源局，负责日常工作。",
            "全市绿色矿山建设领导小组",
            "市自然资源局|市应急局",
            "市自然资源局",
            None,
        ),
        (
            "建立市级联席会议制度，由市商务局、市公安局等部门组成，办公室设在市商务局。",
            "市级联席会议",
            "市商务局|市公安局",
            "市商务局",
            None,
        ),
        (
            "成立白沙县人居环境整治工作专班，成员单位包括县农业农村局、县住建局。",
            "白沙县人居环境整治工作专班",
            "县农业农村局|县住建局",
            None,
            None,
        ),
        (
            "成立现场指挥部，由青湖新区领导任总指挥，区、镇各相关部门为成员单位。",
            "现场指挥部",
            "区各相关部门|镇各相关部门",
            None,
            None,
        ),
        (
            "领导小组成员单位在原来的基础上增加区司法局、区经管站等单位,领导小组办公室设在区经信委。",
            "领导小组",
            "区司法局|区经管站",
            "区经信委",
            None,
        ),
        ("领导小组下设办公室，办公室设在市应急管理局，承担日常工作。", "领导小组", "", "市应急管理局", None),
    ],
)
def test_group(text: str, name: str, members: str, office: str | None, sunset: str | None) -> None:
    group = read_group(Passage.of(text, 0))
    assert group is not None
    assert (group.name, "|".join(group.members), group.office, group.sunset) == (name, members, office, sunset)


@pytest.mark.parametrize(
    "text", ["建立健全长效机制。", "建立市、县、乡三级网格体系。", "各成员单位要密切配合。", "市水利局要加强管理。"]
)
def test_no_group(text: str) -> None:
    assert read_groups(Passage.of(text, 0)) == ()


def test_a_list_over_several_lines() -> None:
    lines = [
        "成立青湖市消防整治领导小组",
        "组  长：张某  市长",
        "副组长：李某",
        "成  员：市应急管理局局长、市公安局副局长",
        "市住建局副局长",
        "办公室设在市消防救援支队。",
    ]
    group = read_group_lines([Passage.of(line, place) for place, line in enumerate(lines)])
    assert group is not None
    assert group.members == ("市应急管理局局长", "市公安局副局长", "市住建局副局长")
    assert group.office == "市消防救援支队"


def test_short_and_full_name_are_one_group() -> None:
    full = read_groups(Passage.of("成立青湖镇印染基地搬迁协调工作小组。", 0))
    short = read_groups(Passage.of("成立搬迁协调工作小组，市各有关部门分管领导为成员。", 1))
    (group,) = merge_groups([*full, *short])
    assert (group.name, group.members) == ("青湖镇印染基地搬迁协调工作小组", ("市各有关部门分管领导",))


def test_office() -> None:
    name = read_office(Passage.of("联席会议办公室设在市发展改革委，负责日常工作。", 0))
    assert name is not None
    assert name.text == "市发展改革委"
