from __future__ import annotations

import pytest

from zeren.graph.calls import actors
from zeren.graph.clauses import clauses
from zeren.graph.ordinals import ordinal, series
from zeren.graph.titles import drifting
from zeren.graph.works import works


@pytest.mark.parametrize(
    ("text", "objects"),
    [
        ("负责对辖区内加油站进行检查。", ["加油站"]),
        ("会同市水务局积极推进岸线复绿示范段建设，确保水质。", ["岸线复绿示范段", "水质"]),
        ("按照职责分工，修订《云溪市渡口管理办法》。", ["《云溪市渡口管理办法》"]),
        ("建立台账并公示名单", ["台账", "名单"]),
    ],
)
def test_what_a_clause_is_about(text: str, objects: list[str]) -> None:
    assert [clause.object for clause in clauses(text)] == objects


def test_urging_is_told_from_doing() -> None:
    assert [clause.urging for clause in clauses("督促企业整改，拆除码头，配合市水务局开展清淤")] == [True, False, True]


def test_works_are_counted_once_a_thing_and_without_aims() -> None:
    assert works("建立巡查台账，开展岸线复绿，编制年度计划，确保水质达标。") == 2
    assert works("拆除非法码头，拆除剩余非法码头，编制岸线规划。") == 2
    assert works("加强组织领导，形成合力。") == 0


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("组织评审，由市工信局牵头验收。", ["市工信局"]),
        ("市、县应急部门确定执法主体。", ["市应急部门", "县应急部门"]),
        ("报市政府审定，督促市水务局整改，市公安局配合查处。", []),
        ("市工业和信息化局要制定目录（责任单位：市财政局）。", ["市工业和信息化局"]),
    ],
)
def test_bodies_that_the_words_set_to_work(text: str, found: list[str]) -> None:
    assert list(actors(text)) == found


def test_numbers_as_integers() -> None:
    assert [ordinal(number) for number in ("四", "（十二）", "二十", "7.", "三十一", "1.2", "附件", None)] == [
        4, 12, 20, 7, 31, None, None, None,
    ]  # fmt: skip
    assert [series(number) for number in ("四", "（3）", "附")] == ["chinese", "arabic", None]


def test_titles_that_drift() -> None:
    assert list(drifting(["云溪市码头奖励暂行办法", "云溪市码头奖励办法"])) == [
        ("云溪市码头奖励暂行办法", "云溪市码头奖励办法")
    ]
    assert list(drifting(["云溪市码头奖励办法", "码头奖励办法"])) == []
    assert list(drifting(["2025年渡口检查计划", "2026年渡口检查计划"])) == []
    shortened = ["云溪市工业码头调整退出指导目录", "调整退出指导目录"]
    assert len(list(drifting(shortened))) == 1
    assert list(drifting(shortened, own=False)) == []
    assert list(drifting(shortened, frozenset({"调整退出指导目录"}))) == []
