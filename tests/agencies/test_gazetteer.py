"""Places on record and places told from the form of their names."""

from __future__ import annotations

from collections import Counter

import pytest

from zeren.agencies import Context, load_gazetteer
from zeren.agencies.territories import provinces, suffix_level

GAZETTEER = load_gazetteer()


def test_all_province_level_units_with_their_short_names() -> None:
    units = list(provinces())
    assert len(units) == 34
    assert Counter(unit.level for unit in units) == {"province": 30, "municipality": 4}
    characters = {character: unit.name for unit in units for character in unit.characters}
    assert (characters["川"], characters["沪"], characters["粤"], characters["陇"]) == (
        "四川省",
        "上海市",
        "广东省",
        "甘肃省",
    )


def test_enough_places_below() -> None:
    living = Counter(place.level for place in GAZETTEER.places if not place.until)
    assert living["city"] >= 333
    assert living["county"] + living["municipal-district"] >= 2840


def test_codes_are_of_six_digits_and_unique_among_living_places() -> None:
    codes = [place.code for place in GAZETTEER.places if place.code and not place.until]
    assert len(codes) > 3000
    assert all(len(code) == 6 and code.isdecimal() for code in codes)
    assert [code for code, count in Counter(codes).items() if count > 1] == []


def test_every_parent_is_on_record() -> None:
    orphans = [place.name for place in GAZETTEER.places if place.parent and GAZETTEER.parent(place) is None]
    assert orphans == []


@pytest.mark.parametrize(
    ("name", "context", "title", "above"),
    [
        ("张掖市", None, "张掖市", "甘肃省"),
        ("甘肃省张掖市", None, "张掖市", "甘肃省"),
        ("张掖", None, "张掖市", "甘肃省"),
        ("通州区", Context("南通市"), "南通市通州区", "江苏省"),
        ("北京市通州区", None, "北京市通州区", "北京市"),
        ("延边", None, "延边朝鲜族自治州", "吉林省"),
        ("虎门镇", None, "东莞市虎门镇", "广东省"),
        ("云川市", Context("云川市", province="甘肃省"), "云川市", "甘肃省"),
        ("临江新村区", Context("云川市"), "云川市临江新村区", "云川市"),
    ],
)
def test_find(name: str, context: Context | None, title: str, above: str) -> None:
    place = GAZETTEER.find(name, context)
    assert place is not None
    assert place.title == title
    assert above in {*(one.name for one in GAZETTEER.chain(place)), place.parent}


@pytest.mark.parametrize("name", ["服务区", "开发区", "市", "有条件的地区", "发展改革局", "社区", "财政部"])
def test_no_place(name: str) -> None:
    assert GAZETTEER.find(name) is None


def test_form_speaks_for_a_level() -> None:
    forms = {"云川市": "city", "青禾县": "county", "白鹭街道": "township", "云岭自治州": "city", "青禾": None}
    assert {name: suffix_level(name) for name in forms} == forms
