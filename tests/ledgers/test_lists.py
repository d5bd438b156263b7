from __future__ import annotations

import pytest

from zeren.ledgers import announces_firms, read_list, read_sentence
from zeren.ledgers.vocabulary import is_firm_name
from zeren.model import Enterprise
from zeren.readers.document import Passage


def lines(*texts: str) -> list[Passage]:
    return [Passage.of(text, block) for block, text in enumerate(texts)]


def read(*texts: str) -> tuple[list[Enterprise], int]:
    found = read_list(lines(*texts))
    return (list(found.enterprises), found.lines) if found else ([], 0)


def test_one_name_a_line_with_a_code_or_none() -> None:
    firms, taken = read(
        "1.青禾县大地化工厂（统一社会信用代码：91350100M000100Y43）", "2、柳荫建筑有限公司青禾分公司", "请各单位落实。"
    )
    assert taken == 2
    assert [(firm.name, firm.uscc, firm.locator) for firm in firms] == [
        ("青禾县大地化工厂", "91350100M000100Y43", "#1"),
        ("柳荫建筑有限公司青禾分公司", None, "#2"),
    ]
    assert firms[0].span is not None
    assert (firms[0].span.start, firms[0].span.end) == (2, 10)


def test_one_name_alone_is_no_list() -> None:
    assert read("青禾县大地化工厂", "负责落实主体责任。") == ([], 0)


def test_names_in_one_line() -> None:
    firms, taken = read("青禾县大地化工厂、柳荫镇永固砖厂。")
    assert ([firm.name for firm in firms], taken) == (["青禾县大地化工厂", "柳荫镇永固砖厂"], 1)


def test_a_table_set_one_cell_a_line() -> None:
    firms, taken = read(
        "序号",
        "煤矿名称",
        "所在县",
        "退出方式",
        "1",
        "大岭煤矿",
        "青禾县",
        "关闭",
        "2",
        "红沟煤矿",
        "清江县",
        "整合",
        "合计",
        "2",
        "附注",
    )
    assert taken == 14
    assert [(firm.name, firm.jurisdiction, firm.treatment, firm.locator) for firm in firms] == [
        ("大岭煤矿", "青禾县", "关闭", "1"),
        ("红沟煤矿", "清江县", "整合", "2"),
    ]


def test_a_table_set_apart_by_spaces() -> None:
    firms, taken = read(
        "序号   企业名称      所在乡镇", "1      大地化工厂    柳荫镇", "2      永固砖厂      东山镇", "特此公告。"
    )
    assert ([(firm.name, firm.jurisdiction) for firm in firms], taken) == (
        [("大地化工厂", "柳荫镇"), ("永固砖厂", "东山镇")],
        3,
    )


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("停产整治企业名单如下：大地化工厂、永固砖厂。", ["大地化工厂", "永固砖厂"]),
        ("责任单位：县工信局、县应急局。", []),
        ("停产企业名单如下：大地化工厂、县工信局。", []),
    ],
)
def test_names_behind_a_colon(text: str, names: list[str]) -> None:
    assert [firm.name for firm in read_sentence(Passage.of(text, 0))] == names


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("关闭退出煤矿名单", True),
        ("对下列3家企业予以公布", True),
        ("“散乱污”企业整治台账", True),
        ("企业安全领导小组成员名单", False),
        ("重点任务清单", False),
    ],
)
def test_what_announces_enterprises(text: str, expected: bool) -> None:
    assert announces_firms(text) is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("青禾县大地化工有限公司（北厂区）", True),
        ("柳荫路桥工程有限公司青禾分公司", True),
        ("青禾县大岭石料厂（普通合伙）", True),
        ("县生态环境局", False),
        ("厂", False),
        ("加强化工厂管理，压实责任的公司", False),
    ],
)
def test_the_form_of_a_firm_name(text: str, expected: bool) -> None:
    assert is_firm_name(text) is expected


def test_groups_between_the_names() -> None:
    firms, taken = read(
        "一、关闭企业（2家）", "大地化工厂", "永固砖厂", "二、搬迁企业（1家）", "陈沟采石场", "特此公告。"
    )
    assert taken == 5
    assert [(firm.name, firm.treatment) for firm in firms] == [
        ("大地化工厂", "关闭企业"),
        ("永固砖厂", "关闭企业"),
        ("陈沟采石场", "搬迁企业"),
    ]


def test_what_is_said_of_a_firm_stands_in_the_remarks_and_a_duty_makes_it_no_entry() -> None:
    firms, _ = read("1.大岭煤矿，产能30万吨/年；", "2.红沟煤矿，产能15万吨/年。")
    assert [(firm.name, firm.remarks) for firm in firms] == [
        ("大岭煤矿", (("", "产能30万吨/年"),)),
        ("红沟煤矿", (("", "产能15万吨/年"),)),
    ]
    assert read("1.大岭煤矿，负责清淤；", "2.红沟煤矿，负责排水。") == ([], 0)


def test_chapter_numbers_and_codes_behind_a_stop() -> None:
    firms, _ = read("一、大通采石有限公司。统一社会信用代码：91350100M000100Y43。", "二、福安烟花经营部。")
    assert [(firm.name, firm.uscc) for firm in firms] == [
        ("大通采石有限公司", "91350100M000100Y43"),
        ("福安烟花经营部", None),
    ]
