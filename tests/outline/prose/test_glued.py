"""Headings that lost the line end behind them."""

from __future__ import annotations

from zeren.outline.prose.lines import read_lines
from zeren.readers import Paragraph


def lines(text: str) -> list[tuple[str, str]]:
    return [(line.marker.number if line.marker else "", line.passage.text) for line in read_lines([Paragraph(0, text)])]


def test_a_heading_ends_where_its_text_opens() -> None:
    found = lines(
        "一、主要任务（一）完善供水设施结合旧区改造，更换老旧管网。（二）加强水质监测围绕水源、出厂两端，布设监测点。"
        "（三）规范水价管理各区县要公开成本，接受监督。二、保障措施区水务局牵头成立专班，每月调度。"
    )
    assert found == [
        ("一", "主要任务"),
        ("一", "完善供水设施"),
        ("", "结合旧区改造，更换老旧管网。"),
        ("二", "加强水质监测"),
        ("", "围绕水源、出厂两端，布设监测点。"),
        ("三", "规范水价管理"),
        ("", "各区县要公开成本，接受监督。"),
        ("二", "保障措施"),
        ("", "区水务局牵头成立专班，每月调度。"),
    ]


def test_units_without_a_heading_stay_whole() -> None:
    text = "一、放权（一）研究将奖补资金直达机制实施中的做法制度化。（二）继续优化审批流程，压缩时限。二、监管（三）推行抽查。（四）公开结果。"
    assert ("一", "研究将奖补资金直达机制实施中的做法制度化。") in lines(text)


def test_the_first_chapter_may_follow_the_title_at_once() -> None:
    found = lines(
        "石桥镇散煤治理工作方案一、工作目标到2024年底，散煤清零。二、主要任务（一）摸清底数。逐户登记。（二）更换炉具。分批补贴。"
    )
    assert [number for number, _ in found if number] == ["一", "二", "一", "二"]


def test_a_missing_number_does_not_swallow_the_rest() -> None:
    found = lines(
        "一、目标。全面达标。二、分工。县水利局负责巡查。四、要求（一）加强领导。各乡镇要建专班。（二）严格督查。每月通报。"
    )
    assert [number for number, _ in found] == ["一", "二", "四", "一", "二"]


def test_one_piece_alone_is_not_parted() -> None:
    assert lines("（一）加强组织领导各镇要重视。") == [("一", "加强组织领导各镇要重视。")]
