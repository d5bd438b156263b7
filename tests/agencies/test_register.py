"""Who a written name is: by the plan's place, level and day. Invented places are 云川市, 青禾县 and 临江区."""

from __future__ import annotations

from pathlib import Path

import pytest

from zeren.agencies import Context, Resolution, load_register

CITY = Context("云川市", "2024-03-05", known=("青禾县", "临江区"))
COUNTY = Context("青禾县", "2022-05-06", known=("云川市",))
DISTRICT = Context("通州区", "2016-06-14", province="北京市")
ZHANGYE = Context("张掖市", "2021-03-01")


def resolve(name: str, context: Context = CITY) -> Resolution:
    return load_register().resolve(name, context)


@pytest.mark.parametrize(
    ("name", "context", "full"),
    [
        ("市应急局", ZHANGYE, "张掖市应急管理局"),
        ("市应急管理局", ZHANGYE, "张掖市应急管理局"),
        ("省应急管理厅", ZHANGYE, "甘肃省应急管理厅"),
        ("张掖银保监分局", ZHANGYE, "中国银行保险监督管理委员会张掖监管分局"),
        ("人行张掖中心支行", ZHANGYE, "中国人民银行张掖市中心支行"),
        ("张掖经开区", ZHANGYE, "张掖经济技术开发区管理委员会"),
        ("市市场监管局", ZHANGYE, "张掖市市场监督管理局"),
        ("市场监管局", ZHANGYE, "张掖市市场监督管理局"),
        ("市政府国资委", ZHANGYE, "张掖市人民政府国有资产监督管理委员会"),
        ("市委编办", ZHANGYE, "中共张掖市委机构编制委员会办公室"),
        ("区环保局", DISTRICT, "北京市通州区环境保护局"),
        ("市环保局", DISTRICT, "北京市环境保护局"),
        ("通州公安分局", DISTRICT, "北京市公安局通州分局"),
        ("市规划委通州分局", DISTRICT, "北京市规划委员会通州分局"),
        ("区经济信息化委", DISTRICT, "北京市通州区经济和信息化委员会"),
        ("区环保局", Context("通州区", "2016-06-14", known=("南通市",)), "南通市通州区环境保护局"),
        ("市应急局", COUNTY, "云川市应急管理局"),
        ("县应急局", COUNTY, "青禾县应急管理局"),
        ("市生态环境局青禾分局", COUNTY, "云川市生态环境局青禾分局"),
        ("青禾生态环境分局", CITY, "云川市生态环境局青禾分局"),
        ("云溪镇", COUNTY, "青禾县云溪镇人民政府"),
        ("青禾县应急局", CITY, "青禾县应急管理局"),
        ("临江区政府", CITY, "云川市临江区人民政府"),
        ("临江公安分局", CITY, "云川市公安局临江分局"),
        ("国家税务总局云川市税务局", CITY, "国家税务总局云川市税务局"),
        ("市税务局", CITY, "国家税务总局云川市税务局"),
        ("市委组织部", CITY, "中共云川市委组织部"),
        ("市委", CITY, "中共云川市委员会"),
        ("团市委", CITY, "共青团云川市委员会"),
        ("市政府", CITY, "云川市人民政府"),
        ("市", COUNTY, "云川市人民政府"),
        ("财政部", CITY, "财政部"),
        ("国家发改委", CITY, "国家发展和改革委员会"),
        ("税务总局", CITY, "国家税务总局"),
        ("区发展改革委", Context("广西壮族自治区", "2021-01-01"), "广西壮族自治区发展和改革委员会"),
        ("州应急管理局", Context("凉山彝族自治州", "2022-01-01"), "凉山彝族自治州应急管理局"),
        ("区公安分局", Context("静安区", "2019-08-21"), "上海市公安局静安分局"),
        ("江宁路街道", Context("静安区", "2023-12-12"), "上海市静安区江宁路街道办事处"),
        ("沙田镇", Context("虎门镇"), "东莞市沙田镇人民政府"),
        ("通川区人民政府（管委会）", Context("达州市"), "达州市通川区人民政府"),
        ("达州高新区人民政府（管委会）", Context("达州市"), "达州高新技术产业开发区管理委员会"),
        ("浦东新区", Context("上海市"), "上海市浦东新区人民政府"),
        ("国家卫生健康委", Context("全国", "2020-11-01"), "国家卫生健康委员会"),
    ],
)
def test_body_meant(name: str, context: Context, full: str) -> None:
    answer = resolve(name, context)
    assert (answer.kind, answer.name) == ("agency", full)
    assert answer.body is not None
    assert answer.body.name == full
    assert answer.body.id.isascii()
    assert answer.written == name
    assert 0 < answer.confidence <= 1
    assert answer.reason


@pytest.mark.parametrize(
    ("name", "distributive", "indefinite"),
    [
        ("各县区", True, False),
        ("各县（市、区）人民政府", True, False),
        ("县（市）区政府", True, False),
        ("乡镇（街道）", True, False),
        ("各镇街", True, False),
        ("属地政府", True, False),
        ("各级生态环境部门", True, False),
        ("县应急管理局", True, False),
        ("开发区管委会", True, False),
        ("有关县（市、区）", True, True),
        ("有关部门", False, True),
        ("市级有关部门", False, True),
        ("各有关部门", False, True),
        ("各负有危险化学品安全监管职责的部门", False, True),
        ("各成员单位", False, False),
        ("市领导小组成员单位", False, False),
        ("各部门", False, False),
    ],
)
def test_collective(name: str, distributive: bool, indefinite: bool) -> None:
    answer = resolve(name)
    assert (answer.kind, answer.distributive, answer.indefinite) == ("collective", distributive, indefinite)
    assert answer.name == name
    assert answer.body is None


@pytest.mark.parametrize("name", ["市安委会", "专项整治领导小组", "现场指挥部", "区“两旧”专班", "市安委办", "办公室"])
def test_group(name: str) -> None:
    assert resolve(name).kind == "group"


@pytest.mark.parametrize("name", ["企业", "规模以上工业企业", "各金融机构", "建设单位", "有条件的高速公路服务区"])
def test_enterprise_class(name: str) -> None:
    assert resolve(name).kind == "enterprise class"


def test_firm_with_a_name_is_an_enterprise() -> None:
    body = resolve("云川水务集团有限公司").body
    assert body is not None
    assert body.kind == "enterprise"


@pytest.mark.parametrize(
    ("name", "kind"),
    [("市税务局", "vertical"), ("市气象局", "vertical"), ("人行云川市分行", "vertical"), ("市委宣传部", "party"),
     ("市财政局", "organ"), ("青禾县人民政府", "government"), ("云川经开区管委会", "zone"), ("市人才服务中心", "institution")],
)  # fmt: skip
def test_kind_of_body(name: str, kind: str) -> None:
    body = resolve(name).body
    assert body is not None
    assert body.kind == kind


def test_trade_is_the_agency_of_the_plans_level() -> None:
    assert resolve("生态环境部门", ZHANGYE).name == "张掖市生态环境局"
    assert resolve("公安部门", COUNTY).name == "青禾县公安局"
    assert resolve("环保部门", DISTRICT).name == "北京市通州区环境保护局"


def test_trade_is_ambiguous_where_the_plan_addresses_several_levels() -> None:
    several = Context("云川市", "2024-03-05", levels=("city", "county"))
    assert resolve("生态环境部门", several).issues == ("level-ambiguous",)
    assert resolve("市生态环境部门", several).issues == ()


def test_impossible_form_is_marked_and_the_bodys_usual_form_proposed() -> None:
    answer = resolve("市环保厅", Context("鞍山市"))
    assert answer.name == "鞍山市环境保护局"
    assert answer.issues == ("level-suffix",)
    assert answer.confidence < 0.8
    assert resolve("省环境保护厅", Context("鞍山市")).issues == ()
    assert resolve("市政府办公厅", Context("鞍山市")).issues == ()


def test_obsolete_name_is_marked_with_its_successor() -> None:
    answer = resolve("市农业委员会")
    assert answer.issues == ("obsolete",)
    assert answer.body is not None
    assert answer.body.successors == ("云川市农业农村局",)
    assert answer.body.valid_to == "2019-03-31"


def test_nothing_is_obsolete_in_a_plan_without_a_day() -> None:
    assert resolve("市农业委员会", Context("云川市")).issues == ()


def test_before_and_after_a_reform_are_two_bodies() -> None:
    register = load_register()
    before = register.body("张掖市工业和信息化委员会", "2017-01-01")
    assert before is not None
    (after,) = register.successors(before)
    assert after == register.body("张掖市工业和信息化局", "2020-01-01")
    assert after.id != before.id


def test_name_of_unknown_form_keeps_its_words_with_little_confidence() -> None:
    answer = resolve("市低空经济发展局")
    assert (answer.kind, answer.name, answer.body) == ("agency", "云川市低空经济发展局", None)
    assert answer.reason == "form"
    assert answer.confidence < 0.7
    assert resolve("低空").kind == "unknown"


def test_namesakes_that_nothing_parts_lower_the_confidence() -> None:
    sure, unsure = resolve("区环保局", DISTRICT), resolve("区环保局", Context("通州区", "2016-06-14"))
    assert unsure.issues == ("namesake",)
    assert unsure.confidence < sure.confidence


def test_plan_of_no_known_place_keeps_the_words() -> None:
    answer = resolve("市应急局", Context(""))
    assert answer.name == "市应急管理局"
    assert answer.confidence < 0.9


@pytest.mark.parametrize(
    ("place", "level"),
    [("云川市", "city"), ("青禾县", "county"), ("张掖市", "city"), ("北京市", "municipality"), ("甘肃省", "province"), ("四川", "province"),
     ("北京市通州区", "municipal-district"), ("达川区", "county"), ("虎门镇", "township"), ("全国", "national"), ("锡林郭勒盟", "city"),
     ("科尔沁左翼中旗", "county"), ("平潭综合实验区", "city"), ("古美路街道", "township"), ("济源市", "county"), ("某处", None)],
)  # fmt: skip
def test_level_of_a_place(place: str, level: str | None) -> None:
    assert load_register().level_of(place) == level


def test_decisions_override(tmp_path: Path) -> None:
    path = tmp_path / "decisions.toml"
    path.write_text(
        '[[name]]\nwritten = "市生态局"\nis = "云川市生态环境局"\njurisdiction = "云川市"\nby = "张三"\n', "utf-8"
    )
    register = load_register().decisions(path)
    answer = register.resolve("市生态局", CITY)
    assert (answer.name, answer.reason, answer.confidence) == ("云川市生态环境局", "decision", 1.0)
    assert answer.body is not None
    assert register.resolve("市生态局", ZHANGYE).reason == "form"
    assert load_register().resolve("市生态局", CITY).reason == "form"
