"""Owner cells, owner notes, standing rules."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from zeren.model import Assignment, Role
from zeren.readers.document import Passage
from zeren.wording.owners import (
    column_role,
    find_owner_notes,
    is_ditto,
    merge_assignments,
    read_owner_note,
    read_owners,
    read_standing_rule,
)


def shown(assignments: Sequence[Assignment]) -> str:
    return "|".join(f"{item.agency}:{item.role}" for item in assignments)


def cell(text: str, role: Role | None = None, head: str | None = None, first_leads: bool = False) -> str:
    return shown(read_owners(Passage.of(text, 0), role, head, first_leads))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "省发展改革委牵头，省财政厅、省自然资源厅配合，各市（州）落实",
            "省发展改革委:lead|省财政厅:support|省自然资源厅:support|各市（州）:responsible",
        ),
        (
            "省教育厅会同省财政厅、省人力资源社会保障厅等有关部门负责",
            "省教育厅:lead|省财政厅:joint|省人力资源社会保障厅:joint|有关部门:joint",
        ),
        (
            "市住建局总牵头，市城管局、市水务局按职责分工负责，各区政府配合",
            "市住建局:lead|市城管局:responsible|市水务局:responsible|各区政府:support",
        ),
        ("市农业农村局主办，市财政局、市林业局协办", "市农业农村局:lead|市财政局:support|市林业局:support"),
        ("县水务局负责，县发改局、县财政局参与", "县水务局:responsible|县发改局:support|县财政局:support"),
        (
            "各县（市、区）人民政府负总责，市应急管理局、市消防救援支队督导",
            "各县（市、区）人民政府:accountable|市应急管理局:supervise|市消防救援支队:supervise",
        ),
        ("由市商务局和市市场监管局共同承担", "市商务局:responsible|市市场监管局:responsible"),
        ("市交通运输局商市公安局、市生态环境局确定", "市交通运输局:lead|市公安局:joint|市生态环境局:joint"),
        ("市科技局与市工信局共同推进", "市科技局:responsible|市工信局:joint"),
        ("市文旅局联合市公安局开展", "市文旅局:responsible|市公安局:joint"),
        ("市财政局负责；市审计局监督", "市财政局:responsible|市审计局:supervise"),
        (
            "市委宣传部、市文旅局牵头；各县区落实；市财政局支持",
            "市委宣传部:lead|市文旅局:lead|各县区:responsible|市财政局:support",
        ),
        (
            "各镇（街道）属地负责，区应急局、区住建局指导",
            "各镇（街道）:responsible|区应急局:supervise|区住建局:supervise",
        ),
        (
            "省能源局牵头负责，国网白沙电力公司、各市人民政府按职责分工落实",
            "省能源局:lead|国网白沙电力公司:responsible|各市人民政府:responsible",
        ),
        (
            "国家发展改革委、财政部按职责分工负责，各省（区、市）人民政府配合",
            "国家发展改革委:responsible|财政部:responsible|各省（区、市）人民政府:support",
        ),
        ("市卫生健康委（牵头）、市医保局、市财政局", "市卫生健康委:lead|市医保局:responsible|市财政局:responsible"),
        ("市国资委、市城投集团", "市国资委:responsible|市城投集团:responsible"),
        ("牵头单位：市民政局；配合单位：市财政局、市残联", "市民政局:lead|市财政局:support|市残联:support"),
        ("A局牵头，B局会同C局办理", "A局:lead|B局:lead|C局:joint"),
        ("A局牵头，B局、C局，D局配合", "A局:lead|B局:support|C局:support|D局:support"),
        ("A局、B局，C局配合", "A局:responsible|B局:responsible|C局:support"),
        (
            "区委编办、区人力资源社会保障局分别牵头，区财政局配合",
            "区委编办:lead|区人力资源社会保障局:lead|区财政局:support",
        ),
        ("市大数据局组织实施，市直各部门配合", "市大数据局:responsible|市直各部门:support"),
        (
            "市发展改革委牵头，市能源局具体负责，市财政局、市自然资源局等部门配合，2024年6月底前完成",
            "市发展改革委:lead|市能源局:responsible|市财政局:support|市自然资源局:support",
        ),
        ("市公安局会同市交通运输局，市城管局配合", "市公安局:lead|市交通运输局:joint|市城管局:support"),
        ("市水利局、市自然资源局按职责分工牵头负责", "市水利局:lead|市自然资源局:lead"),
        ("市场监管部门、公安部门依职责负责", "市场监管部门:responsible|公安部门:responsible"),
        ("市税务局协助市财政局", "市税务局:support|市财政局:lead"),
        ("县教育局牵头、县公安局配合", "县教育局:lead|县公安局:support"),
        ("责任单位为市住房城乡建设局", "市住房城乡建设局:responsible"),
        ("市生态环境局指导监督，各县区人民政府组织实施", "市生态环境局:supervise|各县区人民政府:responsible"),
        ("市政府办公室督办", "市政府办公室:supervise"),
        ("市教育局，各县（市、区）", "市教育局:responsible|各县（市、区）:responsible"),
        ("青湖经开区管委会负主体责任，市自然资源局监管", "青湖经开区管委会:accountable|市自然资源局:supervise"),
        ("各成员单位按照职责分工落实", "各成员单位:responsible"),
        ("市应急管理局牵头组织，各有关部门参与", "市应急管理局:lead|各有关部门:support"),
        (
            "市委政法委牵头，市法院、市检察院、市公安局、市司法局分工负责",
            "市委政法委:lead|市法院:responsible|市检察院:responsible|市公安局:responsible|市司法局:responsible",
        ),
        ("市发改委、市财政局负责，市统计局提供支持", "市发改委:responsible|市财政局:responsible|市统计局:support"),
        (
            "市发改委、市农业农村局主责，各乡镇具体落实",
            "市发改委:responsible|市农业农村局:responsible|各乡镇:responsible",
        ),
    ],
)
def test_clause(text: str, expected: str) -> None:
    assert cell(text) == expected


@pytest.mark.parametrize(
    ("head", "role"),
    [
        ("牵头单位", "lead"),
        ("主办单位", "lead"),
        ("牵头（责任）单位", "lead"),
        ("责任单位", "responsible"),
        ("责任部门", "responsible"),
        ("主责单位", "responsible"),
        ("推进单位", "responsible"),
        ("落实单位", "responsible"),
        ("责任单位及责任人", "responsible"),
        ("内设处室", "responsible"),
        ("配合单位", "support"),
        ("协办单位", "support"),
        ("参与单位", "support"),
        ("支撑单位", "support"),
        ("监督单位", "supervise"),
        ("督导单位", "supervise"),
        ("指导单位", "supervise"),
        ("责任人", None),
        ("责任领导", None),
        ("牵头市领导", None),
        ("完成时限", None),
        ("工作任务", None),
        ("序号", None),
        ("备注", None),
        ("企业名称", None),
    ],
)
def test_column_role(head: str, role: Role | None) -> None:
    assert column_role(head) == role


def test_a_support_column_keeps_the_verb_but_not_its_role() -> None:
    given = read_owners(Passage.of("市工信局会同市水务局按职责分工负责", 0), "support", "配合单位")
    assert [(item.role, item.verb, item.header) for item in given] == [
        ("support", "会同", "配合单位"),
        ("support", None, "配合单位"),
    ]


def test_labels_inside_a_cell_speak_for_themselves() -> None:
    text = "牵头单位：市民政局\n配合单位：市财政局"
    assert cell(text, "responsible", "责任单位") == "市民政局:lead|市财政局:support"


def test_first_name_leads_where_the_plan_says_so() -> None:
    assert cell("市教育局、市财政局", "responsible", "责任单位", True) == "市教育局:lead|市财政局:responsible"
    assert cell("市教育局", "responsible", "责任单位", True) == "市教育局:responsible"
    assert cell("市教育局、市财政局牵头", "responsible", None, True) == "市教育局:lead|市财政局:lead"


def test_positions_verbs_and_spans() -> None:
    given = read_owners(Passage.of("市教育局牵头，市财政局、市人社局配合", 3, 1, 2), None, None)
    assert [item.position for item in given] == [1, 2, 3]
    assert [item.verb for item in given] == ["牵头", "配合", "配合"]
    span = given[1].span
    assert span is not None
    assert (span.block, span.row, span.column, span.start, span.end, span.text) == (3, 1, 2, 7, 11, "市财政局")


def test_none_and_ditto_cells_name_nobody() -> None:
    assert cell("—", "responsible") == ""
    assert cell("同上", "responsible") == ""
    assert is_ditto(Passage.of("同上", 0))


def test_one_role_a_body_the_strongest() -> None:
    one, two = (
        read_owners(Passage.of("市教育局配合", 0), None, None),
        read_owners(Passage.of("市教育局牵头", 0), None, None),
    )
    assert shown(merge_assignments(one, two)) == "市教育局:lead"


@pytest.mark.parametrize(
    ("text", "owners", "dates"),
    [
        (
            "（市发展改革委牵头，市财政局按职责分工负责，2023年12月底前完成）",
            "市发展改革委:lead|市财政局:responsible",
            ["2023年12月底前完成"],
        ),
        (
            "（责任单位：市应急局、市公安局；完成时限：2023年6月底）",
            "市应急局:responsible|市公安局:responsible",
            ["2023年6月底"],
        ),
        ("(牵头单位:市财政局;配合单位:市审计局;完成时限:2024年底)", "市财政局:lead|市审计局:support", ["2024年底"]),
        (
            "（牵头单位：青湖街道、白石镇，支撑单位：区规划资源局、区经委）",
            "青湖街道:lead|白石镇:lead|区规划资源局:support|区经委:support",
            [],
        ),
        (
            "（责任单位：区发展改革委、区建管委，各街道管理办）",
            "区发展改革委:responsible|区建管委:responsible|各街道管理办:responsible",
            [],
        ),
        (
            "〔省教育厅牵头，省财政厅、各市人民政府按职责分工负责〕",
            "省教育厅:lead|省财政厅:responsible|各市人民政府:responsible",
            [],
        ),
        ("【责任单位：市商务局】", "市商务局:responsible", []),
        ("【牵头部门】市财政局 【配合部门】市审计局", "市财政局:lead|市审计局:support", []),
        (
            "牵头单位：市发展改革委  责任单位：市财政局、市科技局  完成时限：2024年12月底前",
            "市发展改革委:lead|市财政局:responsible|市科技局:responsible",
            ["2024年12月底前"],
        ),
        ("责任单位：市住建局。", "市住建局:responsible", []),
        ("（市教育局、市公安局按职责分工负责，持续推进）", "市教育局:responsible|市公安局:responsible", ["持续推进"]),
        ("（县农业农村局、县财政局，2023—2025年）", "县农业农村局:responsible|县财政局:responsible", ["2023—2025年"]),
        ("（由市水利局牵头）", "市水利局:lead", []),
        ("（各地区、各部门负责）", "各地区:responsible|各部门:responsible", []),
        ("（责任领导：李某；责任单位：市水利局）", "市水利局:responsible", []),
        (
            "（责任部门：街道平安办、市场监管所；配合部门：各社区）",
            "街道平安办:responsible|市场监管所:responsible|各社区:support",
            [],
        ),
        ("（各乡镇人民政府，县直有关部门）", "各乡镇人民政府:responsible|县直有关部门:responsible", []),
        ("（市卫健委）", "市卫健委:responsible", []),
    ],
)
def test_owner_note(text: str, owners: str, dates: list[str]) -> None:
    note = read_owner_note(Passage.of(text, 0))
    assert note is not None
    assert shown(note.assignments) == owners
    assert [passage.text for passage in note.deadline_passages] == dates


@pytest.mark.parametrize(
    "text",
    [
        "（以下简称“领导小组”）",
        "（石门路01单元）",
        "（同时设计、同时施工）",
        "（环评批复、验收报告、排污许可证）",
        "（青湖街道、江宁街道、白石镇）",
        "（包括市直部门、县区）",
        "（如医院、学校）",
        "（市级层面）",
        "（二）",
        "（新区）",
        "（党组织）",
        "（乡镇、街道）",
        "（各级政府）",
        "（部门联席会议）",
        "（报市政府批准）",
        "（2023年市政府工作报告）",
        "（2024年底前完成）",
        "（党委领导、政府负责）",
        "（谁审批、谁负责）",
        "（排查范围：商场、医院）",
        "完成时限：2025年6月底前",
        "市财政局要保障资金。",
    ],
)
def test_ordinary_text_is_no_owner_note(text: str) -> None:
    assert read_owner_note(Passage.of(text, 0)) is None


def test_notes_inside_a_unit() -> None:
    text = "完善制度（含配套办法）。（市教育局负责）开展检查。牵头单位：市公安局"
    notes = find_owner_notes(Passage.of(text, 0))
    assert [shown(note.assignments) for note in notes] == ["市教育局:responsible", "市公安局:lead"]
    assert [note.bracketed for note in notes] == [True, False]


@pytest.mark.parametrize(
    "text",
    [
        "列第一位者为牵头单位，下同",
        "排在第一位的为牵头单位",
        "责任单位中排第一位的为牵头单位",
        "排首位的单位为牵头单位",
    ],
)
def test_first_leads_rule(text: str) -> None:
    rule = read_standing_rule(Passage.of(text, 0))
    assert rule is not None
    assert rule.first_leads


def test_rule_inside_a_note_binds_it_and_what_follows() -> None:
    note = read_owner_note(Passage.of("（市教育局、市财政局按职责分工负责。列第一位者为牵头单位，下同）", 0))
    assert note is not None
    assert note.standing is not None
    assert shown(note.assignments) == "市教育局:lead|市财政局:responsible"
    later = read_owners(Passage.of("市科技局、市商务局负责", 0), None, None)
    assert shown(note.standing.apply(later)) == "市科技局:lead|市商务局:responsible"


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("以下各项工作均需各县区落实，不再列出", ("各县区",)),
        ("以下任务均需各市、县政府落实，不再一一列出", ("各市政府", "县政府")),
        ("以下各项均由各街道、各镇负责，不再逐一列出", ("各街道", "各镇")),
    ],
)
def test_bodies_added_to_later_units(text: str, bodies: tuple[str, ...]) -> None:
    rule = read_standing_rule(Passage.of(text, 0))
    assert rule is not None
    assert (rule.bodies, rule.role) == (bodies, "responsible")


def test_no_rule_in_ordinary_text() -> None:
    assert read_standing_rule(Passage.of("市发展改革委牵头，各县区落实", 0)) is None


def test_many_cells_are_read_in_linear_time() -> None:
    cells = [f"青湖市第{number}号泵站、市教育局牵头，各县区配合" for number in range(20000, 22000)]
    assert all(len(read_owners(Passage.of(text, 0), "responsible", "责任单位")) == 3 for text in cells)
