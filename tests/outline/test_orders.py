"""What orders work and what only tells of it."""

from __future__ import annotations

import pytest

from zeren.outline.headings import is_title, kind_of, split_run_in
from zeren.outline.orders import is_idle, orders_work, sets_up_group, tells_members
from zeren.readers import Passage


@pytest.mark.parametrize(
    "text",
    [
        "各乡镇要建立台账。",
        "建立健全联席会议制度，定期研究问题。",
        "积极为企业提供用地保障。",
        "市统计局按季公布监测结果。",
        "对逾期未整改的单位，予以通报。",
        "将整治工作纳入年度考核。",
        "严禁在禁养区新建养殖场。",
        "企业开办时间压缩至1个工作日。",
        "进一步加大执法力度，切实维护市场秩序。",
    ],
)
def test_orders(text: str) -> None:
    assert orders_work(text)


@pytest.mark.parametrize(
    "text",
    [
        "为做好防汛工作，结合我市实际，特制定本方案。",
        "现印发给你们，请认真贯彻执行。",
        "本方案自印发之日起施行。",
        "近年来，我市产业结构不断优化。",
        "本办法由市司法局负责解释。",
        "重点区域包括城区及周边八个乡镇。",
        "园区面临转型的主要矛盾和重要机遇。",
        "市场主体适应发展需要。",
    ],
)
def test_background(text: str) -> None:
    assert not orders_work(text)


def test_sentences_about_a_group_are_told_from_its_setting_up() -> None:
    assert sets_up_group("成立市防汛抗旱指挥部，由分管副市长任总指挥。")
    assert tells_members("领导小组成员单位包括市水利局、市气象局。")
    assert not tells_members("领导小组下设办公室在市水利局，负责日常工作，局长兼任办公室主任。")
    assert is_idle("有关事项通知如下：")


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("指导思想", "background"),
        ("面临的形势", "background"),
        ("基本原则", "principle"),
        ("总体目标", "aim"),
        ("整治范围", "scope"),
        ("持续稳控社会面安全形势", "work"),
        ("主要任务", "work"),
    ],
)
def test_a_heading_says_what_may_follow(title: str, kind: str) -> None:
    assert kind_of(title) == kind


def test_a_heading_without_a_kind_takes_that_above() -> None:
    assert kind_of("科学谋划", "principle") == "principle"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("建立工作机制。市政府成立工作专班。", "建立工作机制。"),
        ("排查阶段（2023年6月底前）。各县区开展排查。", "排查阶段（2023年6月底前）。"),
        ("加强领导：各单位要明确专人负责此项工作。", "加强领导："),
        ("工作目标到2025年底，行政村覆盖率达到九成。", "工作目标"),
    ],
)
def test_a_heading_may_run_into_its_text(text: str, title: str) -> None:
    parts = split_run_in(Passage.of(text, 0))
    assert parts is not None
    assert parts[0].text == title


def test_a_first_sentence_with_clauses_is_no_heading() -> None:
    assert split_run_in(Passage.of("坚持规划引领，统筹布局，完善设施。加强管理。", 0)) is None
    assert not is_title("坚持规划引领，统筹布局")
