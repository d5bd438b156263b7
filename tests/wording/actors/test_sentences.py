"""Who acts in running prose."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from zeren.model import Assignment
from zeren.readers.document import Passage
from zeren.wording.actors import read_actors, read_stronger
from zeren.wording.owners import read_owners


def shown(assignments: Sequence[Assignment]) -> str:
    return "|".join(f"{item.agency}:{item.role}" for item in assignments)


def read(*sentences: str, body: str | None = None, carried: bool = False, beside: bool = False) -> list[str]:
    passages = [Passage.of(text, 0) for text in sentences]
    return [shown(given) for given in read_actors(passages, body, carried, beside)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("各县（市、区）人民政府要切实加强组织领导。", "各县（市、区）人民政府:responsible"),
        ("市应急管理局会同市公安局、市交通运输局开展联合检查。", "市应急管理局:lead|市公安局:joint|市交通运输局:joint"),
        ("各乡镇（街道）应当在10月底前完成排查，并将结果报送县应急管理局。", "各乡镇（街道）:responsible"),
        ("县水务局要牵头制定实施方案，县财政局要保障资金。", "县水务局:lead|县财政局:responsible"),
        ("生产经营单位必须落实安全生产主体责任。", "生产经营单位:accountable"),
        ("督促企业落实安全生产主体责任。", ""),
        ("组织有关部门开展督导检查。", ""),
        ("由市发展改革委牵头，市财政局配合，建立联席会议制度。", "市发展改革委:lead|市财政局:support"),
        ("市委宣传部要加强舆论引导，引导新闻媒体做好宣传报道。", "市委宣传部:responsible"),
        ("市教育局负责指导各级各类学校开展安全教育。", "市教育局:responsible"),
        ("市领导小组办公室要定期调度，及时通报进展情况。", "市领导小组办公室:responsible"),
        ("各级各部门要高度重视，主要负责同志要亲自抓。", "各级各部门:responsible"),
        ("主要负责同志要亲自部署、亲自过问。", ""),
        ("任何单位和个人不得擅自占用消防通道。", ""),
        ("经市政府同意，现将方案印发给你们。", ""),
        ("向社会公布举报电话，接受群众监督。", ""),
        (
            "公安机关依法打击拒不支付劳动报酬犯罪行为，人力资源社会保障部门做好案件移送。",
            "公安机关:responsible|人力资源社会保障部门:responsible",
        ),
        ("市交通运输局与市公安局共同组织路面执法。", "市交通运输局:responsible|市公安局:joint"),
        ("供电企业配合生态环境部门对停产企业采取限电措施。", "供电企业:support|生态环境部门:lead"),
        ("国网白沙供电公司负责保障重点项目用电。", "国网白沙供电公司:responsible"),
        ("村（居）委会协助乡镇（街道）做好宣传工作。", "村（居）委会:support|乡镇（街道）:lead"),
        ("省生态环境厅对各市进行监督检查。", "省生态环境厅:responsible"),
        ("全市上下要统一思想、提高认识。", ""),
        ("建立市、县、乡三级网格化监管体系。", ""),
        ("本方案自印发之日起施行。", ""),
        ("各地、各有关部门要按照职责分工抓好落实。", "各地:responsible|各有关部门:responsible"),
        ("各县区政府对本辖区治理工作负总责。", "各县区政府:accountable"),
        ("金融机构要加大信贷投放力度。", "金融机构:responsible"),
        ("请各单位于每月5日前将工作进展报市应急管理局。", "各单位:responsible"),
        (
            "住房城乡建设、城市管理、公安等部门要加强协作，形成合力。",
            "住房城乡建设部门:responsible|城市管理部门:responsible|公安部门:responsible",
        ),
        ("支持白沙经开区建设绿色园区。", ""),
        ("鼓励金融机构创新产品。", ""),
        (
            "县发改局、县财政局、县自然资源局要按各自职责做好项目审批、资金保障和用地报批。",
            "县发改局:responsible|县财政局:responsible|县自然资源局:responsible",
        ),
        ("镇人民政府成立专项整治工作领导小组。", "镇人民政府:responsible"),
        ("街道办事处每季度组织一次消防演练。", "街道办事处:responsible"),
        (
            "市场监管部门要严把准入关，税务部门要落实税收优惠政策，公安部门要加强治安巡逻。",
            "市场监管部门:responsible|税务部门:responsible|公安部门:responsible",
        ),
        ("对逾期未完成的单位，由市政府督查室予以通报。", "市政府督查室:responsible"),
        (
            "白沙县人民政府、云岭县人民政府负责本辖区内河道清淤，市水利局负责技术指导。",
            "白沙县人民政府:responsible|云岭县人民政府:responsible|市水利局:responsible",
        ),
        ("加强与市财政局的沟通衔接，争取资金支持。", ""),
        ("推动市属国有企业退出低效资产。", ""),
        ("要充分发挥工会、共青团、妇联等群团组织作用。", ""),
        ("教育部门要把安全教育纳入课程。", "教育部门:responsible"),
        ("市委、市政府成立市生态环境保护督察整改工作领导小组。", "市委:responsible|市政府:responsible"),
        ("地方各级人民政府要落实属地责任，加大资金投入。", "地方各级人民政府:responsible"),
        ("省级人民政府对本地区耕地保护工作负总责。", "省级人民政府:accountable"),
        (
            "各省、自治区、直辖市人民政府要结合实际制定实施方案。",
            "各省人民政府:responsible|自治区人民政府:responsible|直辖市人民政府:responsible",
        ),
        ("中央网信办要会同工业和信息化部等部门健全工作机制。", "中央网信办:lead|工业和信息化部:joint"),
        (
            "县级以上地方人民政府住房城乡建设主管部门负责本行政区域内的监督管理工作。",
            "县级以上地方人民政府住房城乡建设主管部门:responsible",
        ),
        ("村民委员会、居民委员会应当协助做好相关工作。", "村民委员会:support|居民委员会:support"),
        ("各级党委（党组）要把这项工作纳入重要议事日程。", "各级党委（党组）:responsible"),
        ("学校党组织书记、校长要履行第一责任人职责。", ""),
        ("对符合条件的企业，由市财政局给予奖励。", "市财政局:responsible"),
        ("物业服务企业应当配合有关部门开展检查。", "物业服务企业:support|有关部门:lead"),
        ("各部门之间要加强信息共享。", ""),
        ("全区各级党组织要充分发挥战斗堡垒作用。", "全区各级党组织:responsible"),
        ("建设、施工、监理单位要落实主体责任。", "建设单位:accountable|施工单位:accountable|监理单位:accountable"),
        ("组织、宣传、政法等部门要密切配合。", "组织部门:responsible|宣传部门:responsible|政法部门:responsible"),
        ("由市水务局牵头，会同市生态环境局编制黑臭水体清单。", "市水务局:lead|市生态环境局:joint"),
        (
            "生态环境、自然资源、水利等部门依职责开展联合执法。",
            "生态环境部门:responsible|自然资源部门:responsible|水利部门:responsible",
        ),
        (
            "乡镇（街道）每月25日前向县专班办公室报送进展，县专班办公室汇总后报县政府。",
            "乡镇（街道）:responsible|县专班办公室:responsible",
        ),
        ("市城管局应会同市公安局交警支队优化渣土车行驶路线。", "市城管局:lead|市公安局交警支队:joint"),
        ("本办法由市市场监督管理局负责解释。", "市市场监督管理局:responsible"),
        ("依托街道综治中心开展排查。", ""),
        ("市区主要道路机扫率达到90%。", ""),
        ("医院、学校、养老机构等重点场所全覆盖排查。", ""),
        ("党中央、国务院高度重视安全生产工作。", ""),
        ("推动各县区开展试点。", ""),
        ("推行“街道吹哨、部门报到”机制。", ""),
        ("强化部门协同，形成工作合力。", ""),
        ("组织部门联审、专家评审。", ""),
        ("提高金融机构服务实体经济能力。", ""),
        ("街道综合执法改革基本完成。", ""),
        ("经市委常委会会议研究同意。", ""),
        ("申请人可向受理机关提出申请。", ""),
        ("地区生产总值增长6%。", ""),
    ],
)
def test_sentence(text: str, expected: str) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("负责排查污染问题；", "市水务局:responsible"),
        ("会同市财政局修订奖励办法。", "市水务局:lead|市财政局:joint"),
        ("联合市城管局开展执法。", "市水务局:responsible|市城管局:joint"),
        ("协同各街道办事处推进改造。", "市水务局:responsible|各街道办事处:joint"),
        ("配合市生态环境局做好监测。", "市水务局:support|市生态环境局:lead"),
        ("负责配合上级部门做好注销工作。", "市水务局:support|上级部门:lead"),
        ("做好规划工作，配合市林业局制定政策。", "市水务局:responsible|市林业局:lead"),
        ("牵头组织清理河道。", "市水务局:lead"),
        ("配合研究优待措施。", "市水务局:support"),
        ("组织相关部门制定流程。", "市水务局:responsible"),
        ("协调青湖供电公司保障用电。", "市水务局:responsible"),
        ("督促各县区落实整改。", "市水务局:responsible"),
        ("税务部门负责清缴税款。", "税务部门:responsible"),
        ("根据实际情况,为核定指标提供数据。", "市水务局:responsible"),
        ("停供生产用水,集中供水的用户由青湖水务有限公司停供。", "市水务局:responsible|青湖水务有限公司:responsible"),
        ("密切配合、协同联动，开展整治。", "市水务局:responsible"),
    ],
)
def test_duty_list(text: str, expected: str) -> None:
    assert read(text, body="市水务局") == [expected]


def test_several_bodies_head_a_list() -> None:
    assert read("加强征管。", body="区国税局、区地税局") == ["区国税局:responsible|区地税局:responsible"]


def test_an_elided_subject_is_carried() -> None:
    given = read("各县区要制定方案。", "要加强宣传。", "对未按时完成的，要严肃追究责任。")
    assert given == ["各县区:responsible", "各县区:responsible", ""]


def test_a_person_as_subject_ends_the_carrying() -> None:
    assert read("各县区要制定方案。", "主要领导要亲自抓。", "要加强宣传。") == ["各县区:responsible", "", ""]


def test_a_subject_carried_from_before() -> None:
    assert read("要加强宣传。", "市教育局要开展培训。", body="各镇", carried=True) == [
        "各镇:responsible",
        "市教育局:responsible",
    ]


def test_beside_an_owner_note_only_bound_subjects_count() -> None:
    text = "公安部门将消防纳入巡查，建设单位要加强维护。"
    assert read(text, beside=True) == ["建设单位:responsible"]


def test_reasons_confidence_and_spans() -> None:
    (own,), (carried,) = read_actors([Passage.of("各县区要制定方案。", 2), Passage.of("要加强宣传。", 3)])
    assert (own.reason, carried.reason) == ("form", "carried")
    assert own.confidence > carried.confidence
    assert own.span is not None
    assert (own.span.block, own.span.start, own.span.end, carried.span) == (2, 0, 3, None)


def test_roles_have_one_place_each() -> None:
    (given,) = read_actors([Passage.of("市水务局会同市财政局制定办法，市财政局要保障资金。", 0)])
    assert shown(given) == "市水务局:lead|市财政局:responsible"
    assert [item.position for item in given] == [1, 2]


def test_words_raise_the_role_of_a_body_its_column_names() -> None:
    owners = read_owners(Passage.of("各县区、市财政局", 0), "responsible", "责任单位")
    text = Passage.of("各县区对治理工作负总责，市教育局要开展宣传。", 0)
    assert shown(read_stronger([text], owners)) == "各县区:accountable"
    helpers = read_owners(Passage.of("各县区", 0), "support", "配合单位")
    assert read_stronger([text], helpers) == ()


def test_a_budget_that_an_expense_is_booked_on_does_nothing() -> None:
    text = Passage.of("奖励资金由县财政列支。", 0)
    assert read_actors([text]) == [()]
