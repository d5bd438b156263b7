from __future__ import annotations

import pytest

from zeren.ledgers import Ledger, read_ledger
from zeren.model.uscc import check_character
from zeren.readers.document import Cell, Table


def table(*rows: list[str], merged: dict[tuple[int, int], tuple[int, int]] | None = None) -> Table:
    """A grid; `merged` maps a place to the origin whose cell covers it."""
    origins = merged or {}

    def cell(row: int, column: int) -> Cell:
        origin = origins.get((row, column), (row, column))
        return Cell(rows[origin[0]][origin[1]], origin)

    return Table(5, tuple(tuple(cell(r, c) for c in range(len(line))) for r, line in enumerate(rows)))


HEAD = [
    "序号",
    "企业名称",
    "统一社会信用代码",
    "行业类别",
    "整治分类",
    "完成时限",
    "责任单位",
    "所在乡镇",
    "详细地址",
    "职工人数",
]
ROW = [
    "1",
    "青禾县大地化工厂",
    "91350100M000100Y43",
    "化学原料制造",
    "搬迁升级",
    "2023年12月底",
    "县工信局",
    "柳荫镇",
    "工业路5号",
    "85",
]


def read(*rows: list[str], **options: dict[tuple[int, int], tuple[int, int]]) -> Ledger:
    ledger = read_ledger(table(*rows, **options))
    assert ledger is not None
    return ledger


def test_every_field_and_the_rest_in_remarks() -> None:
    (firm,) = read(HEAD, ROW).enterprises
    assert (firm.name, firm.uscc, firm.industry, firm.treatment) == (
        "青禾县大地化工厂",
        "91350100M000100Y43",
        "化学原料制造",
        "搬迁升级",
    )
    assert (firm.deadline, firm.agency, firm.jurisdiction, firm.address) == (
        "2023年12月底",
        "县工信局",
        "柳荫镇",
        "工业路5号",
    )
    assert firm.remarks == (("职工人数", "85"),)
    assert firm.span is not None
    assert (firm.span.block, firm.span.row, firm.span.column, firm.span.text) == (5, 1, 1, "青禾县大地化工厂")


@pytest.mark.parametrize("turn", range(len(HEAD)))
def test_order_of_columns_does_not_matter(turn: int) -> None:
    head, row = HEAD[turn:] + HEAD[:turn], ROW[turn:] + ROW[:turn]
    one, other = read(HEAD, ROW).enterprises[0], read(head, row).enterprises[0]
    assert (one.name, one.uscc, one.industry, one.treatment, one.deadline, one.agency) == (
        other.name,
        other.uscc,
        other.industry,
        other.treatment,
        other.deadline,
        other.agency,
    )


def test_head_over_two_rows_below_a_line_of_the_form() -> None:
    merged = {(0, c): (0, 0) for c in range(1, 6)} | {(2, 0): (1, 0), (1, 2): (1, 1), (1, 4): (1, 3), (2, 5): (1, 5)}
    rows = [
        ["填报单位：青禾县", "", "", "", "", ""],
        ["序号", "企业基本信息", "", "整治情况", "", "备注"],
        ["", "企业名称", "行业类别", "整治分类", "完成时限", ""],
        ["1", "大地化工厂", "化工", "原址关闭", "2023年", "已停产"],
    ]
    ledger = read(*rows, merged=merged)
    assert [(firm.name, firm.industry, firm.treatment, firm.remarks) for firm in ledger.enterprises] == [
        ("大地化工厂", "化工", "原址关闭", (("备注", "已停产"),))
    ]
    assert [entry.kind for entry in ledger.coverage][1:] == ["table head", "table head", "enterprise"]


def test_rows_that_are_no_enterprises_say_why() -> None:
    ledger = read(
        HEAD,
        ["1", *["XX"] * 9],
        ["示例", "示例企业", *[""] * 8],
        ROW,
        HEAD,
        [""] * 10,
        ["合计", "", "1家", *[""] * 7],
        ["注：按县区填报。", *[""] * 9],
        ["3", "/", *[""] * 8],
    )
    assert [firm.name for firm in ledger.enterprises] == ["青禾县大地化工厂"]
    assert [entry.reason for entry in ledger.coverage] == [
        None,
        "template",
        "template",
        None,
        "repeated-head",
        None,
        "total",
        "note",
        "no-enterprise-name",
    ]
    assert [entry.kind for entry in ledger.coverage][5] == "empty"
    assert ledger.coverage[-1].kind == "not understood"
    assert [entry.row for entry in ledger.coverage] == list(range(9))


def test_codes_are_folded_and_never_repaired() -> None:
    wide = [*ROW[:2], "９１３５０１００m000100y43", *ROW[3:]]
    wrong = [*ROW[:2], "9135O100M000100Y43", *ROW[3:]]
    assert [firm.uscc for firm in read(HEAD, wide, wrong).enterprises] == ["91350100M000100Y43", "9135O100M000100Y43"]
    assert check_character("91350100M000100Y4") == "3"


def test_a_merged_cell_counts_for_each_row() -> None:
    rows = [["所属区县", "企业名称", "所属行业"], ["青禾县", "甲厂", "铸造"], ["", "乙厂", "家具"]]
    ledger = read(*rows, merged={(2, 0): (1, 0)})
    assert [(firm.jurisdiction, firm.name) for firm in ledger.enterprises] == [("青禾县", "甲厂"), ("青禾县", "乙厂")]


@pytest.mark.parametrize(
    "head",
    [
        ["序号", "工作任务", "责任单位", "完成时限"],
        ["序号", "重点任务", "企业名称", "责任单位"],
        ["序号", "任务名称", "任务内容", "牵头部门", "配合部门", "时间节点"],
        ["序号", "项目名称", "建设地点", "责任单位", "完成时限"],
        ["序号", "单位名称", "职责", "责任单位"],
        ["年度", "产值", "增长"],
        ["姓名", "职务", "电话"],
    ],
)
def test_other_tables_are_no_ledgers(head: list[str]) -> None:
    assert read_ledger(table(head, ["1", *["甲"] * (len(head) - 1)])) is None


def test_an_empty_table_is_none() -> None:
    assert read_ledger(Table(0, ())) is None


def firms(*rows: list[str], **options: dict[tuple[int, int], tuple[int, int]]) -> list[tuple[str | None, ...]]:
    return [(one.name, one.treatment, one.jurisdiction, one.locator) for one in read(*rows, **options).enterprises]


def test_a_row_over_the_width_says_what_no_column_says() -> None:
    rows = [
        ["序号", "矿山名称", "开采矿种", "完成期限"],
        ["（一）关闭类（1座）", "", "", ""],
        ["1", "青禾县陈沟采石场", "花岗岩", "2019年6月"],
        ["二、整合类（共1座）", "", "", ""],
        ["2", "青禾县大岭石料厂（普通合伙）", "灰岩", "2019年12月"],
    ]
    assert firms(*rows) == [
        ("青禾县陈沟采石场", "关闭类", None, "1"),
        ("青禾县大岭石料厂（普通合伙）", "整合类", None, "2"),
    ]
    assert [entry.reason for entry in read(*rows).coverage] == [None, "group", None, "group", None]


def test_a_place_over_the_width_is_the_jurisdiction() -> None:
    rows = [["序号", "企业名称", "主导产品"], ["一、柳荫镇（1家）", "", ""], ["1", "大地化工厂", "烧碱"]]
    assert firms(*rows) == [("大地化工厂", None, "柳荫镇", "1")]


def test_columns_side_by_side_are_read_row_by_row() -> None:
    rows = [
        ["序号", "企业名称", "区县"] * 2,
        ["1", "甲化工厂", "东区", "2", "乙化工厂", "西区"],
        ["3", "丙化工厂", "东区", "", "", ""],
    ]
    assert [firm[0] for firm in firms(*rows)] == ["甲化工厂", "乙化工厂", "丙化工厂"]
    assert [entry.kind for entry in read(*rows).coverage] == ["table head", "enterprise", "enterprise"]


def test_rows_below_one_merged_name_are_one_enterprise() -> None:
    rows = [
        ["序号", "企业名称", "隐患", "整改时限"],
        ["1", "柳荫镇液化气站", "报警器过期", "9月底"],
        ["", "", "缺警示牌", "10月底"],
        ["2", "大地燃气有限公司", "秤未检定", "9月底"],
    ]
    first, second = read(*rows, merged={(2, 0): (1, 0), (2, 1): (1, 1)}).enterprises
    assert (first.name, first.deadline, second.name) == ("柳荫镇液化气站", "9月底", "大地燃气有限公司")
    assert first.remarks == (("隐患", "报警器过期"), ("整改时限", "10月底"), ("隐患", "缺警示牌"))


def test_a_form_of_one_enterprise() -> None:
    rows = [
        ["企业名称", "青禾县大地化工厂", "信用代码", "91350100M000100Y43"],
        ["所属行业", "化工", "所在乡镇", "柳荫镇"],
        ["整治类型", "提升改造", "完成时限", "2021年10月底"],
        ["联系人", "—", "治理内容", "改造炉窑"],
    ]
    ledger = read(*rows)
    (firm,) = ledger.enterprises
    assert (firm.name, firm.uscc, firm.industry, firm.jurisdiction, firm.treatment, firm.deadline) == (
        "青禾县大地化工厂",
        "91350100M000100Y43",
        "化工",
        "柳荫镇",
        "提升改造",
        "2021年10月底",
    )
    assert firm.remarks == (("治理内容", "改造炉窑"),)
    assert len(ledger.coverage) == 4


def test_the_finish_goes_before_the_start_and_the_county_before_the_city() -> None:
    rows = [
        ["地市", "县（市、区）", "企业名称", "治理时限/开始", "治理时限/完成"],
        ["清江市", "青禾县", "大地化工厂", "4月", "9月"],
    ]
    (firm,) = read(*rows).enterprises
    assert (firm.jurisdiction, firm.deadline) == ("青禾县", "9月")


def test_codes_are_known_by_what_the_column_holds() -> None:
    assert (
        read(["企业名称", "代　码"], ["大地化工厂", "91350100M000100Y43"]).enterprises[0].uscc == "91350100M000100Y43"
    )


def test_a_project_list_is_a_ledger_where_it_says_industry_or_treatment() -> None:
    rows = [
        ["序号", "项目名称", "建设单位", "所属行业", "处置意见"],
        ["1", "合成氨项目", "大地化工厂", "C2621", "整改"],
    ]
    assert firms(*rows) == [("大地化工厂", "整改", None, "1")]


def test_the_sheet_stands_in_the_place() -> None:
    plain = table(["企业名称"], ["甲化工厂"])
    ledger = read_ledger(Table(0, plain.rows, name="关停类"))
    assert ledger is not None
    assert ledger.enterprises[0].locator == "关停类 #1"


def test_a_tick_names_the_treatment_by_its_head() -> None:
    merged = {(0, 3): (0, 2), (1, 0): (0, 0), (1, 1): (0, 1), (1, 4): (0, 4)}
    rows = [
        ["序号", "企业名称", "整治方式", "", "完成时限"],
        ["", "", "关停取缔", "升级改造", ""],
        ["1", "柳荫镇塑料厂", "√", "", "3月底"],
        ["2", "柳荫镇五金厂", "", "√", "6月底"],
    ]
    assert [(one.name, one.treatment, one.deadline) for one in read(*rows, merged=merged).enterprises] == [
        ("柳荫镇塑料厂", "关停取缔", "3月底"),
        ("柳荫镇五金厂", "升级改造", "6月底"),
    ]


def test_names_with_their_codes_in_one_cell() -> None:
    rows = [
        ["企业名称及统一社会信用代码", "行业"],
        ["大地化工厂\n91350100M000100Y43", "化工"],
        ["永固砖厂（91350100M000100Y43）", "砖瓦"],
        ["陈沟采石场", "石料"],
    ]
    assert [(one.name, one.uscc) for one in read(*rows).enterprises] == [
        ("大地化工厂", "91350100M000100Y43"),
        ("永固砖厂", "91350100M000100Y43"),
        ("陈沟采石场", None),
    ]


def test_where_only_an_address_tells_the_place_it_is_the_jurisdiction() -> None:
    (firm,) = read(["用人单位名称", "用人单位住所", "违法事实"], ["大地化工厂", "工业路5号", "欠薪"]).enterprises
    assert (firm.jurisdiction, firm.address, firm.remarks) == ("工业路5号", "工业路5号", (("违法事实", "欠薪"),))


def test_a_table_of_names_alone() -> None:
    rows = [["大地化工厂", "柳荫食品有限公司"], ["永固新型墙材有限公司", ""]]
    assert [(one.name, one.locator) for one in read(*rows).enterprises] == [
        ("大地化工厂", "#1"),
        ("柳荫食品有限公司", "#2"),
        ("永固新型墙材有限公司", "#3"),
    ]
    assert read_ledger(table(["县工信局", "县应急局"], ["县住建局", "大地化工厂"])) is None


def test_a_remark_in_the_column_of_codes_is_none() -> None:
    assert read(["企业名称", "信用代码"], ["大地化工厂", "正在办理"]).enterprises[0].uscc is None
