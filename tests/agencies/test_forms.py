"""Names told by their form."""

from __future__ import annotations

import pytest

from zeren.agencies.forms import find_bodies, is_field, is_level, match_body, recognise


@pytest.mark.parametrize(
    ("name", "kind", "level", "place", "field"),
    [
        ("青湖市应急管理局", "organ", "市", "青湖市", "应急管理"),
        ("市发展改革委", "organ", "市", None, "发展改革"),
        ("市水利和湖泊局", "organ", "市", None, "水利和湖泊"),
        ("县农业农村和水务局", "organ", "县", None, "农业农村和水务"),
        ("国家能源局", "organ", "国家", None, "能源"),
        ("市委", "party", "市", None, ""),
        ("市委组织部", "party", "市", None, "组织"),
        ("有关县（市）区政府", "government", "县（市）区", None, ""),
        ("白沙县人民政府", "government", "县", "白沙县", ""),
        ("青湖经开区管委会", "zone", "经开区", "青湖经开区", ""),
        ("生态环境部门", "trade", None, None, "生态环境"),
        ("有关部门", "trade", None, None, ""),
        ("各成员单位", "collective", None, None, ""),
        ("各县区", "territory", "县区", None, ""),
        ("白石镇", "territory", "镇", "白石镇", ""),
        ("青湖供电公司", "enterprise", None, None, ""),
        ("搬迁协调工作小组", "group", None, None, ""),
        ("市总工会", "association", "市", None, ""),
        ("青湖公安分局", "branch", None, None, "公安"),
        ("居委会", "self-governing", None, None, ""),
    ],
)
def test_form(name: str, kind: str, level: str | None, place: str | None, field: str) -> None:
    form = recognise(name)
    assert form is not None
    assert form.kind == kind
    if level or place:
        assert (form.level, form.place) == (level, place)
    if field:
        assert form.field == field


@pytest.mark.parametrize(
    "text",
    [
        "市长",
        "主要负责人",
        "市应急局局长",
        "分管领导",
        "2021年底前",
        "持续推进",
        "全市",
        "城区",
        "布局",
        "加强管理",
        "",
        "一",
        "青湖之友",
        "派出所民警",
    ],
)
def test_what_is_no_body(text: str) -> None:
    assert recognise(text) is None


def test_distributive_and_indefinite() -> None:
    each, some, named = recognise("各县区"), recognise("有关部门"), recognise("市财政局")
    assert each is not None and each.distributive and not each.indefinite
    assert some is not None and some.indefinite and not some.distributive
    assert named is not None and not named.distributive and not named.indefinite


def test_bodies_in_a_sentence() -> None:
    text = "市应急管理局会同市公安局、青湖海关开展检查，结果报市政府办公室。"
    assert [text[start:end] for start, end, _ in find_bodies(text)] == [
        "市应急管理局",
        "市公安局",
        "青湖海关",
        "市政府办公室",
    ]


def test_a_post_is_not_found() -> None:
    assert find_bodies("市公安局局长主持会议") == []


def test_longest_match_at_a_place() -> None:
    found = match_body("市政府督查室负责通报")
    assert found is not None
    assert found[0] == 6


def test_fields_and_levels() -> None:
    assert is_field("住房和城乡建设")
    assert not is_field("公安和消防")
    assert is_level("县（市、区）")
    assert not is_level("市财政局")


def test_white_space_and_width_change_nothing() -> None:
    assert recognise("市 财 政 局") == recognise("市财政局")
    assert recognise("通川区人民政府(管委会)") == recognise("通川区人民政府（管委会）")
