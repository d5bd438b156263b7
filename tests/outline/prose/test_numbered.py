"""Numbered parts and running text as headings and units, in layouts of several kinds."""

from __future__ import annotations

from collections.abc import Callable

from zeren.model import Plan, Task

Told = Callable[[Plan], list[tuple[str, str | None, str]]]
ReadText = Callable[[str], Plan]


def roles(task: Task) -> dict[str, str]:
    return {item.agency: item.role for item in task.assignments}


def test_a_run_in_heading_is_a_section_split_at_full_stops(read_text: ReadText, told: Told) -> None:
    plan = read_text("青岚县清河方案\n一、保障措施\n（一）健全机制。县水利局要建立台账。各乡镇要每月报送进展。\n")
    assert told(plan) == [("健全机制", None, "县水利局要建立台账。"), ("健全机制", None, "各乡镇要每月报送进展。")]
    assert [task.locator for task in plan.tasks] == ["一（一）#1", "一（一）#2"]


def test_a_numbered_unit_with_a_run_in_title_is_one_task(read_text: ReadText, told: Told) -> None:
    plan = read_text("青岚县清河方案\n一、主要任务\n1.清理一批。对违建依法拆除。\n2.修复一批。对岸线进行修复。\n")
    assert told(plan) == [
        ("主要任务", "1", "清理一批。对违建依法拆除。"),
        ("主要任务", "2", "修复一批。对岸线进行修复。"),
    ]


def test_a_block_headed_by_a_body_is_a_section_and_each_clause_a_task(read_text: ReadText, told: Told) -> None:
    plan = read_text(
        "青岚县清河方案\n一、职责分工\n1.县水利局。负责河道清淤；会同县财政局筹措资金。\n2.县公安局：查处非法采砂。\n"
    )
    assert told(plan) == [
        ("县水利局", None, "负责河道清淤；"),
        ("县水利局", None, "会同县财政局筹措资金。"),
        ("县公安局", None, "查处非法采砂。"),
    ]
    assert roles(plan.tasks[1]) == {"县水利局": "lead", "县财政局": "joint"}
    assert [task.locator for task in plan.tasks] == ["一.1#1", "一.1#2", "一.2"]


def test_a_duty_list_needs_no_numbers(read_text: ReadText, told: Told) -> None:
    plan = read_text(
        "青岚县清河方案\n一、职责分工\n县水利局：负责河道清淤。\n县公安局：依法查处非法采砂；维护治安。\n二、要求\n各乡镇要抓紧落实。\n"
    )
    assert told(plan) == [
        ("县水利局", None, "负责河道清淤。"),
        ("县公安局", None, "依法查处非法采砂；"),
        ("县公安局", None, "维护治安。"),
        ("要求", None, "各乡镇要抓紧落实。"),
    ]


def test_numbered_duties_of_a_body_are_units(read_text: ReadText) -> None:
    plan = read_text("青岚县清河方案\n（一）县水利局\n1.负责清淤。\n2.制定规划。\n（二）县林业局\n造林一万亩。\n")
    assert [(task.number, roles(task)) for task in plan.tasks] == [
        ("1", {"县水利局": "responsible"}),
        ("2", {"县水利局": "responsible"}),
        (None, {"县林业局": "responsible"}),
    ]


def test_an_owner_parenthesis_closes_one_task(read_text: ReadText, told: Told) -> None:
    text = "摸清底数。建立清单。（县水利局牵头，县林业局配合）严格执法。（县公安局负责）"
    plan = read_text(f"青岚县清河方案\n一、任务\n（一）开展排查\n{text}\n")
    assert [text for _, _, text in told(plan)] == [
        "摸清底数。建立清单。（县水利局牵头，县林业局配合）",
        "严格执法。（县公安局负责）",
    ]
    assert roles(plan.tasks[0]) == {"县水利局": "lead", "县林业局": "support"}


def test_an_owner_paragraph_closes_one_task_and_is_left_out_of_it(read_text: ReadText, told: Told) -> None:
    plan = read_text(
        "青岚县清河方案\n一、任务\n（一）开展排查\n摸清底数。\n建立清单。\n（责任单位：县水利局、各乡镇）\n"
    )
    assert told(plan) == [("开展排查", None, "摸清底数。建立清单。")]
    assert roles(plan.tasks[0]) == {"县水利局": "responsible", "各乡镇": "responsible"}


def test_labelled_lines_below_a_task(read_text: ReadText, told: Told) -> None:
    text = "1.清淤河道。\n牵头单位：县水利局\n配合单位：各乡镇\n完成时限：2024年6月底\n2.加固堤防。责任单位：县住建局\n"
    plan = read_text("青岚县清河方案\n一、任务\n" + text)
    assert told(plan) == [("任务", "1", "清淤河道。"), ("任务", "2", "加固堤防。")]
    assert roles(plan.tasks[0]) == {"县水利局": "lead", "各乡镇": "support"}
    assert [item.date for item in plan.tasks[0].deadlines] == ["2024-06-30"]
    assert plan.tasks[0].columns == ("牵头单位", "配合单位", "完成时限")
    assert roles(plan.tasks[1]) == {"县住建局": "responsible"}


def test_the_label_after_the_last_of_a_list_counts_for_all(read_text: ReadText) -> None:
    plan = read_text("青岚县清河方案\n（一）工程\n1.加固堤防。\n2.清淤河道。\n责任单位：县水利局\n")
    assert [roles(task) for task in plan.tasks] == [{"县水利局": "responsible"}] * 2


def test_a_statement_with_owners_that_heads_units_is_section_and_task(read_text: ReadText, told: Told) -> None:
    plan = read_text(
        "青岚县放权方案\n（一）推进简政放权，压缩审批时限。（县政务局牵头）\n1.编制清单。（县司法局负责）\n2.公开流程。（县政务局负责）\n"
    )
    section = "推进简政放权，压缩审批时限"
    assert [(title, number) for title, number, _ in told(plan)] == [(section, "一"), (section, "1"), (section, "2")]
    assert roles(plan.tasks[1]) == {"县司法局": "responsible"}


def test_a_field_with_owners_gives_them_to_units_without_own(read_text: ReadText) -> None:
    plan = read_text(
        "青岚县民生清单\n一、健康惠民（牵头单位：县卫健局）\n1.筛查一万人。\n2.建设卫生室。责任单位：县住建局\n"
    )
    assert [roles(task) for task in plan.tasks] == [{"县卫健局": "lead"}, {"县住建局": "responsible"}]


def test_a_date_in_a_heading_binds_all_below(read_text: ReadText) -> None:
    plan = read_text("青岚县清河方案\n（一）排查阶段（2024年3月底前）\n1.开展排查。\n2.建立台账。\n")
    assert plan.sections[0].title == "排查阶段"
    assert plan.sections[0].deadlines[0].date == "2024-03-31"
    assert [task.deadlines[0].source for task in plan.tasks] == ["heading", "heading"]


def test_aims_and_principles_are_no_tasks_but_dated_aims_are(read_text: ReadText, told: Told) -> None:
    text = "一、总体要求\n（一）指导思想。以新发展理念为指导，坚持绿色发展。\n（二）基本原则\n1.坚持规划引领。\n（三）工作目标。到2025年底，绿化率达到40%。环境持续向好。\n"
    plan = read_text("青岚县绿化方案\n" + text)
    assert told(plan) == [("工作目标", None, "到2025年底，绿化率达到40%。")]


def test_the_first_name_leads_where_a_rule_says_so(read_text: ReadText) -> None:
    text = "一、任务（列第一位的为牵头单位，下同）\n1.清淤河道。（县水利局、县财政局负责）\n"
    plan = read_text("青岚县清河方案\n以下任务列在第一位的为牵头单位，下同。\n" + text)
    assert roles(plan.tasks[-1])["县水利局"] == "lead"


def test_a_closing_paragraph_belongs_to_the_chapter(read_text: ReadText, told: Told) -> None:
    plan = read_text("青岚县清河方案\n一、任务\n（一）工程\n1.清淤河道。\n2.加固堤防。\n各乡镇要按月报送进展情况。\n")
    assert told(plan)[-1] == ("任务", None, "各乡镇要按月报送进展情况。")


def test_stages_stand_below_the_chapter_that_names_them(read_text: ReadText) -> None:
    text = "二、步骤\n第一阶段：动员（3月1日—3月10日）。县林业局制定方案。\n第二阶段：整治（3月11日至5月31日）。各乡镇组织排查。\n三、要求\n各单位要抓好落实。\n"
    plan = read_text("青岚县2024年防火方案\n一、对象\n" + text)
    depths = {section.title: section.depth for section in plan.sections}
    assert (depths["动员"], depths["整治"], depths["要求"]) == (2, 2, 1)
    assert plan.tasks[0].deadlines[0].type == "between"


def test_a_text_without_headings_is_split_into_its_orders(read_text: ReadText, told: Told) -> None:
    plan = read_text("2024年青岚县安全生产工作安排\n\n县应急局要开展隐患排查，6月底前完成。各乡镇要每月报送进展。\n")
    assert [text for _, _, text in told(plan)] == ["县应急局要开展隐患排查，6月底前完成。", "各乡镇要每月报送进展。"]


def test_a_roster_is_a_group_and_no_task(read_text: ReadText) -> None:
    text = "一、组织领导\n成立青岚县防汛指挥部，名单如下：\n总指挥：李某 县长\n成员：县水利局、县应急局\n指挥部办公室设在县水利局。\n"
    plan = read_text("青岚县防汛方案\n" + text)
    assert len(plan.tasks) == 1
    assert [(group.name, group.members, group.office) for group in plan.groups] == [
        ("青岚县防汛指挥部", ("县水利局", "县应急局"), "县水利局")
    ]


def test_articles_of_a_rule_are_units(read_text: ReadText, told: Told) -> None:
    text = "第一章 总则\n第一条 为加强管理，制定本办法。\n第二章 职责\n第二条 县水利局应当建立河湖名录。\n第三章 附则\n第三条 本办法自印发之日起施行。\n"
    assert told(read_text("青岚县河湖管理办法\n" + text)) == [("职责", "二", "县水利局应当建立河湖名录。")]


def test_a_label_before_its_list_binds_the_list_and_so_does_a_body_alone(read_text: ReadText) -> None:
    text = "责任单位：区委宣传部\n1.制定创建方案\n2.刊播公益广告\n责任单位：区城管局\n1.整治占道经营\n区住建局\n1.施划停车位\n"
    plan = read_text("松岭区文明创建任务清单\n一、任务\n" + text)
    assert [roles(task) for task in plan.tasks] == [
        {"区委宣传部": "responsible"},
        {"区委宣传部": "responsible"},
        {"区城管局": "responsible"},
        {"区住建局": "responsible"},
    ]


def test_a_closing_sentence_on_force_is_no_task(read_text: ReadText, told: Told) -> None:
    plan = read_text(
        "青岚县养老意见\n一、设施\n（一）落实用地保障。（责任单位：县民政局）\n本意见自2022年3月1日起施行。\n"
    )
    assert told(plan) == [("设施", "一", "落实用地保障。（责任单位：县民政局）")]


def test_an_order_that_a_full_stop_closes_heads_nothing(read_text: ReadText, told: Told) -> None:
    plan = read_text(
        "青岚县救助意见\n一、组织实施\n（一）各镇人民政府要落实责任，年底前制定办法。\n县财政局要做好资金支持。\n"
    )
    assert [number for _, number, _ in told(plan)] == ["一", None]
