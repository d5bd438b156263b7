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
