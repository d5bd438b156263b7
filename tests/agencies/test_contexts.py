"""The context of a plan is gathered from its own words."""

from __future__ import annotations

from zeren.agencies import load_gazetteer, load_register
from zeren.agencies.contexts import places_in


def test_places_in_running_text() -> None:
    found = places_in("北京市通州区与河北省接壤，达州市通川区、达川区等区县各负其责，通州区牵头", load_gazetteer())
    assert found == {"北京市": 1, "通州区": 2, "河北省": 1, "达州市": 1, "通川区": 1, "达川区": 1}


def test_context_parts_namesakes() -> None:
    register = load_register()
    context = register.context("通州区", "2016-06-14", ["区环保局"], ["落实《北京市清洁空气行动计划》"])
    assert register.resolve("区环保局", context).name == "北京市通州区环境保护局"
    other = register.context("通州区", "2016-06-14", ["区环保局"], ["南通市人民政府"])
    assert register.resolve("区环保局", other).name == "南通市通州区环境保护局"


def test_levels_that_names_speak_of() -> None:
    register = load_register()
    single = register.context("青禾县", None, ["县财政局", "各乡镇"])
    assert single.levels == ("county",)
    several = register.context("云川市", None, ["市财政局", "县应急管理局", "生态环境部门"])
    assert several.levels == ("city", "county")
    assert register.resolve("生态环境部门", several).issues == ("level-ambiguous",)


def test_invented_places_are_known_from_their_governments() -> None:
    context = load_register().context("云川市", None, ["青禾县人民政府", "临江区政府"])
    assert set(context.known) == {"青禾县", "临江区"}
