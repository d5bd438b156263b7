"""Task tables of several layouts."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from zeren.model import Plan, Task
from zeren.outline.heads import read_head

Told = Callable[[Plan], list[tuple[str, str | None, str]]]
ReadTable = Callable[..., Plan]


def roles(task: Task) -> dict[str, str]:
    return {item.agency: item.role for item in task.assignments}


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("序号", "number"),
        ("序 号", "number"),
        ("工作任务", "task"),
        ("具体措施", "detail"),
        ("牵头单位", "owner"),
        ("责任部门（单位）", "owner"),
        ("配合\n单位", "owner"),
        ("完成时限", "deadline"),
        ("责任人", "person"),
        ("任务类型", "section"),
        ("工作目标", "target"),
        ("备注", "remark"),
    ],
)
def test_heads_are_known_by_meaning(head: str, kind: str) -> None:
    column = read_head(head)
    assert column is not None
    assert column.kind == kind


def test_words_of_a_task_are_no_head() -> None:
    assert read_head("推进重点任务落实，完善工作机制，明确责任单位") is None


HEAD = ("序号", "工作任务", "牵头单位", "配合单位", "完成时限")
ROWS = (
    ("1", "建设道路5条。", "市交通局", "市财政局、各县区", "2024年6月底"),
    ("2", "维修桥梁3座。", "市城管局", "/", "2024年底"),
)


@pytest.mark.parametrize("order", [(0, 1, 2, 3, 4), (4, 2, 3, 1, 0), (1, 4, 0, 3, 2)])
def test_the_order_of_columns_changes_nothing(read_table: ReadTable, order: tuple[int, ...]) -> None:
    plan = read_table(*[[row[place] for place in order] for row in (HEAD, *ROWS)])
    assert [task.number for task in plan.tasks] == ["1", "2"]
    assert roles(plan.tasks[0]) == {"市交通局": "lead", "市财政局": "support", "各县区": "support"}
    assert roles(plan.tasks[1]) == {"市城管局": "lead"}
    assert [task.deadlines[0].date for task in plan.tasks] == ["2024-06-30", "2024-12-31"]
    assert [task.locator for task in plan.tasks] == ["1", "2"]


def test_heads_over_two_rows_with_merged_cells(read_table: ReadTable, told: Told) -> None:
    plan = read_table(
        ("序号", "重点任务", "<", "责任分工", "<", "完成时限"),
        ("^", "任务名称", "具体措施", "牵头单位", "配合单位", "^"),
        ("1", "项目建设", "新开工项目10个", "市发改委", "市工信局", "2024年6月底"),
        ("2", "^", "竣工项目8个", "市工信局", "", "2024年底"),
    )
    assert told(plan) == [("项目建设", "1", "新开工项目10个"), ("项目建设", "2", "竣工项目8个")]
    assert roles(plan.tasks[0]) == {"市发改委": "lead", "市工信局": "support"}


def test_the_name_of_a_single_task_stays_before_its_content(read_table: ReadTable, told: Told) -> None:
    plan = read_table(
        ("序号", "任务名称", "任务内容", "责任单位"),
        ("1", "清河行动", "清淤河道5条。", "市水利局"),
        ("2", "净山行动", "造林1万亩。", "市林业局"),
    )
    assert told(plan) == [("", "1", "清河行动。清淤河道5条。"), ("", "2", "净山行动。造林1万亩。")]


def test_heading_rows_at_two_depths_and_heads_repeated_after_a_page_break(read_table: ReadTable) -> None:
    head = ("序号", "工作任务", "责任单位")
    plan = read_table(
        head,
        ("一、产业发展", "<", "<"),
        ("（一）招商引资", "<", "<"),
        ("1", "引进项目10个。", "市商务局"),
        head,
        ("一、产业发展", "<", "<"),
        ("（一）招商引资", "<", "<"),
        ("2", "举办推介会5场。", "市商务局"),
        ("（二）科技创新", "<", "<"),
        ("3", "建设实验室2个。", "市科技局"),
        ("二、民生", "<", "<"),
        ("4", "建设学校3所。", "市教育局"),
        ("注：任务按季度调度。", "<", "<"),
    )
    assert [(section.number, section.title, section.parent) for section in plan.sections] == [
        ("一", "产业发展", None),
        ("一", "招商引资", "一"),
        ("二", "科技创新", "一"),
        ("二", "民生", None),
    ]
    assert [task.section for task in plan.tasks] == ["一/一", "一/一", "一/二", "二"]
    kinds = [entry.kind for entry in plan.coverage.entries if entry.row is not None]
    assert kinds.count("table head") == 2
    assert kinds[-1] == "background"


def test_a_group_cell_over_rows_is_a_section(read_table: ReadTable) -> None:
    plan = read_table(
        ("任务类型", "序号", "工作任务", "推进单位"),
        ("行动一：提质", "1", "改造小区5个。", "市住建局"),
        ("^", "2", "加装电梯10台。", "市住建局"),
        ("行动二：增绿", "3", "建设公园2座。", "市林业局"),
    )
    assert [(section.number, section.title) for section in plan.sections] == [("一", "提质"), ("二", "增绿")]


def test_a_number_over_rows_with_different_owners_is_one_task(read_table: ReadTable) -> None:
    plan = read_table(
        ("序号", "工作任务", "责任单位"),
        ("1", "开展联合执法。", "市公安局"),
        ("^", "^", "市城管局"),
        ("2", "清理占道经营。", "市城管局"),
    )
    assert [roles(task) for task in plan.tasks] == [
        {"市公安局": "responsible", "市城管局": "responsible"},
        {"市城管局": "responsible"},
    ]


def test_sub_rows_of_one_number_are_tasks(read_table: ReadTable) -> None:
    plan = read_table(
        ("序号", "工作任务", "责任单位"),
        ("1", "建设道路。", "市交通局"),
        ("^", "维修桥梁。", "市城管局"),
    )
    assert [(task.number, task.text) for task in plan.tasks] == [("1", "建设道路。"), ("1", "维修桥梁。")]
    assert len({task.id for task in plan.tasks}) == 2


def test_same_as_above_and_none(read_table: ReadTable) -> None:
    plan = read_table(
        ("序号", "工作任务", "责任单位", "配合单位", "完成时限"),
        ("1", "建设道路。", "市交通局", "市财政局", "2024年底"),
        ("2", "维修桥梁。", "同上", "—", "同上"),
        ("3", "增设公交站。", "市交通局", "无", "2024年6月"),
    )
    assert [roles(task) for task in plan.tasks[1:]] == [{"市交通局": "responsible"}] * 2
    assert plan.tasks[1].deadlines[0].date == "2024-12-31"


def test_an_empty_owner_cell_is_a_task_without_owner(read_table: ReadTable) -> None:
    rows = [(str(number), f"建设{number}号路。", "" if number == 3 else "市交通局") for number in range(1, 7)]
    plan = read_table(("序号", "工作任务", "责任单位"), *rows)
    assert [bool(task.assignments) for task in plan.tasks] == [True, True, False, True, True, True]
    assert plan.tasks[2].columns == ("责任单位",)


def test_owners_given_once_for_a_group_count_for_the_rows_below(read_table: ReadTable) -> None:
    owners = ["市交通局", "", "", "市林业局", "", ""]
    rows = [(str(number), f"完成{number}号工程。", owner) for number, owner in enumerate(owners, 1)]
    plan = read_table(("序号", "工作任务", "责任单位"), *rows)
    assert [next(iter(roles(task))) for task in plan.tasks] == ["市交通局"] * 3 + ["市林业局"] * 3


def test_a_table_without_heads_is_guessed_with_low_confidence(read_table: ReadTable) -> None:
    plan = read_table(
        ("1", "开展入户排查，建立台账", "各乡镇、县民政局", "2023年5月"),
        ("2", "发放补贴资金", "县财政局", "2023年6月"),
        ("3", "组织项目验收", "县审计局", "2023年7月"),
    )
    assert [(task.number, task.confidence, task.reason) for task in plan.tasks] == [
        (str(number), 0.6, "columns-guessed") for number in (1, 2, 3)
    ]
    assert roles(plan.tasks[0]) == {"各乡镇": "responsible", "县民政局": "responsible"}


def test_scored_duties_belong_to_the_body_that_heads_the_row(read_table: ReadTable, told: Told) -> None:
    plan = read_table(
        ("考核对象", "考核内容", "分值", "评分标准"),
        ("县公安局", "开展治安巡逻；查处违法行为。", "10", "少一次扣1分"),
        ("县住建局", "推进老旧小区改造。", "20", "未完成扣5分"),
    )
    assert [(title, text) for title, _, text in told(plan)] == [
        ("县公安局", "开展治安巡逻；"),
        ("县公安局", "查处违法行为。"),
        ("县住建局", "推进老旧小区改造。"),
    ]
    assert roles(plan.tasks[2]) == {"县住建局": "responsible"}


def test_a_table_of_figures_is_not_understood_but_accounted_for(read_table: ReadTable) -> None:
    plan = read_table(("年份", "产值", "增速"), ("2021", "35", "6%"), ("2022", "38", "8%"))
    assert not plan.tasks
    assert [entry.kind for entry in plan.coverage.entries[1:]] == ["not understood"] * 3


def test_the_finest_indicator_is_the_task(read_table: ReadTable, told: Told) -> None:
    plan = read_table(
        ["一级指标", "序号", "二级指标", "目标值", "责任部门"],
        ["综合效益", "1", "规模以上工业增加值增速", "8%", "区经济发展局"],
        ["创新发展", "2", "全社会研发投入强度", "3.2%", "区科技创新局"],
    )
    assert told(plan) == [
        ("综合效益", "1", "规模以上工业增加值增速"),
        ("创新发展", "2", "全社会研发投入强度"),
    ]


def test_a_row_of_role_words_is_no_head(read_table: ReadTable) -> None:
    plan = read_table(
        ["任务类别", "任务内容", "责任单位", "<", "<"],
        ["^", "^", "市委宣传部", "市城管局", "各区人民政府"],
        ["环境秩序", "清理背街小巷乱堆乱放", "配合", "牵头", "责任"],
        ["环境秩序", "整治占道经营", "", "牵头", "责任"],
    )
    assert [task.text for task in plan.tasks] == ["清理背街小巷乱堆乱放", "整治占道经营"]
    assert {item.agency: item.role for item in plan.tasks[0].assignments} == {
        "市委宣传部": "support",
        "市城管局": "lead",
        "各区人民政府": "responsible",
    }
