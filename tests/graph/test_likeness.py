from __future__ import annotations

import time

from benchmarks.plans import generate_plans

from zeren.graph.likeness import likenesses


def test_the_same_work_in_other_words() -> None:
    pairs = likenesses(
        [
            "定期排查园区无证照经营、异地经营的企业，提出名单并上报区领导小组，建立工作台账。",
            "加强价格监管，防止哄抬物价。",
            "定期排查辖区无证照经营、异地经营的企业，提出名单上报区领导小组，建立工作台账。",
            "加强价格监管，防止哄抬物价。",
        ]
    )
    assert [(pair.first, pair.second) for pair in pairs] == [(0, 2), (1, 3)]
    assert pairs[0].score >= 0.85
    assert pairs[1].score == 1.0


def test_a_verb_in_common_is_not_enough() -> None:
    assert likenesses(["依法严厉查处违法排污。", "依法严厉查处非法采砂。", "依法严厉查处超限超载。"]) == []


def test_another_object_is_another_work() -> None:
    pairs = likenesses(
        ["加强对名单中企业环保设施的监督检查，建立检查台账", "加强对名单中企业消防设施的监督检查，建立检查台账"]
    )
    assert [pair for pair in pairs if pair.score >= 0.75] == []


def test_one_clause_in_common_is_enough_where_nobody_else_has_it() -> None:
    texts = ["会同市港航局对沿江排放口开展溯源；", "负责对沿江排放口开展溯源，建立排放口清单。"]
    assert [(pair.first, pair.second, pair.score) for pair in likenesses(texts)] == [(0, 1, 0.85)]
    urged = [*texts, "配合对沿江排放口开展溯源，通报溯源结果和处置意见。"]
    assert [(pair.first, pair.second) for pair in likenesses(urged)] == [(0, 1)]
    trades = [*texts, "对沿江排放口开展溯源，追查来水。", "抓紧对沿江排放口开展溯源，分类整治。"]
    assert [pair for pair in likenesses(trades) if pair.score >= 0.8] == []


def test_a_long_plan_does_not_take_the_square_of_the_time() -> None:
    texts = [task.text for plan in generate_plans(6000, 2) for task in plan.tasks]
    began = time.monotonic()
    assert len(likenesses(texts)) > 1000
    assert time.monotonic() - began < 20


def test_equal_texts_are_found_in_a_long_plan_however_common() -> None:
    texts = [f"第{n}项：{n}号地块修复" for n in range(700)] + ["开展河道保洁"] * 200
    found = {(pair.first, pair.second) for pair in likenesses(texts) if pair.first >= 700}
    assert all((place, place + 1) in found for place in range(700, 899))
