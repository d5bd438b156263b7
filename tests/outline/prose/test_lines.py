"""Broken sentences joined, running text parted at its numbers."""

from __future__ import annotations

from zeren.outline.prose.lines import read_lines
from zeren.readers import Paragraph


def lines(*texts: str) -> list[tuple[str, str]]:
    found = read_lines([Paragraph(index, text) for index, text in enumerate(texts)])
    return [(line.marker.number if line.marker else "", line.passage.text) for line in found]


def test_a_sentence_broken_at_a_comma_goes_on() -> None:
    assert lines("1.改造一批。对符合规划，", "按要求能够达标的企业督促改造。", "2.关闭一批。") == [
        ("1", "改造一批。对符合规划，按要求能够达标的企业督促改造。"),
        ("2", "关闭一批。"),
    ]


def test_a_title_is_not_joined_to_its_paragraph() -> None:
    assert lines("（一）建立机制", "市政府建立联席会议制度。") == [("一", "建立机制"), ("", "市政府建立联席会议制度。")]


def test_text_on_one_line_is_parted_at_its_numbers() -> None:
    found = lines("一、主要任务（一）夯实基础1.建设网络。2.建设站点。（二）发展产业。推广农机。二、保障措施加强领导。")
    assert [number for number, _ in found] == ["一", "一", "1", "2", "二", "二"]


def test_a_count_may_run_on_over_chapters_on_one_line() -> None:
    found = lines(
        "一、放权（一）取消审批。（甲局负责）（二）压缩时限。（乙局负责）二、监管（三）联合抽查。（丙局负责）"
    )
    assert [number for number, _ in found] == ["一", "一", "二", "二", "三"]


def test_words_that_announce_stand_alone() -> None:
    found = lines("（一）减轻负担。（甲局牵头）具体措施：1．清理收费。（甲局负责）2．公开目录。（乙局负责）")
    assert ("", "具体措施：") in found


def test_numbers_in_brackets_quotes_and_references_part_nothing() -> None:
    assert len(lines("按照（一）项要求，落实“1.巡查；2.上报”制度，执行《办法》第二条（三）项。")) == 1


def test_a_weak_number_needs_a_neighbour() -> None:
    assert lines("3 个月内完成整改工作") == [("", "3 个月内完成整改工作")]
    assert lines("1 开展排查", "2 落实整改") == [("1", "开展排查"), ("2", "落实整改")]


def test_lines_wrapped_by_a_page_are_joined() -> None:
    text = "各县区要建立健全排查整治长效机制定期组织开展隐患排查并将结果报送市应急局办公室汇总" * 8
    wrapped = [text[start : start + 28] for start in range(0, len(text), 28)]
    assert [line for _, line in lines("一、总体要求", *wrapped[:-1], wrapped[-1] + "。")] == ["总体要求", text + "。"]


def test_a_label_broken_amid_its_bracket_is_joined() -> None:
    assert lines("16.修缮三处老宅。（牵头", "单位：河西街道、南门街道）", "17.更新绿道。") == [
        ("16", "修缮三处老宅。（牵头单位：河西街道、南门街道）"),
        ("17", "更新绿道。"),
    ]


def test_a_count_that_begins_inside_a_line_goes_on_below() -> None:
    found = lines("（一）夯实基础。1.建设站点。", "2.铺设管网。", "（二）发展产业。1.推广农机。", "2.培育大户。")
    assert [number for number, _ in found] == ["一", "1", "2", "二", "1", "2"]


def test_blanks_stand_for_line_ends_where_the_pieces_end_like_lines() -> None:
    text = (
        "清源县河道清淤工作方案 为保障行洪安全，制定本方案。 一、工作目标 到2025年底前，完成三条河道清淤。 二、工作任务 "
        "（一）调查测量 县水务局组织测量断面，编制清淤清单，逐条河道明确工程量。 （二）清淤施工 各乡镇人民政府负责组织施工，"
        "确保汛期前完成年度任务，做好淤泥处置。 三、工作要求 各单位要按月报送进展，县水务局每季度通报一次，年底组织验收考核。"
    )
    assert [found for found in lines(text) if found[0]] == [
        ("一", "工作目标"),
        ("二", "工作任务"),
        ("一", "调查测量"),
        ("二", "清淤施工"),
        ("三", "工作要求"),
    ]


def test_a_number_parts_behind_an_owner_label_that_no_sign_closes() -> None:
    text = "一、任务1.建设站点。责任单位：县水利局2.铺设管网。责任单位：县住建局3.培育大户。责任单位：县林业局"
    found = lines(text)
    assert [number for number, _ in found] == ["一", "1", "2", "3"]
