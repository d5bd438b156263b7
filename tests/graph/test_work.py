import pytest

from zeren.graph.firms import citation, class_treated, classes_named
from zeren.graph.identity import work_title
from zeren.graph.work import has_support_column, verb_classes, verb_scheme, work_kind


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("编制实施方案并印发。", ("draft", "issue")),
        ("按照《关于建设台账的通知》开展验收。", ("improve", "accept")),
        ("停止审批新建项目，新建管网。", ("coerce", "build")),
        ("思想高度统一。", ()),
        ("建设监管平台，对关停企业加强管理。", ("build", "improve")),
        ("新建物流园区必须取得许可证。", ()),
        ("新建物流园区两处，关停企业五家。", ("build", "close")),
        ("组织人员开展宣传，明确组织机构。", ("coordinate", "improve", "inform")),
    ],
)
def test_verb_classes(text: str, classes: tuple[str, ...]) -> None:
    assert verb_classes(text) == classes


def test_a_verb_has_one_class() -> None:
    import tomllib
    from importlib.resources import files

    data = tomllib.loads(files("zeren.graph").joinpath("verbs.toml").read_text("utf-8"))
    verbs = [verb for name in verb_scheme().kinds for verb in data[name]["verbs"]]
    assert len(verbs) == len(set(verbs)) == len(verb_scheme().classes) > 100


def test_work_kind() -> None:
    assert [work_kind(c) for c in (("improve", "draft"), ("check",), ())] == ["product", "routine", "statement"]


@pytest.mark.parametrize(
    ("head", "asks"), [("配合单位", True), ("协办部门", True), ("责任单位", False), ("完成时限", False)]
)
def test_has_support_column(head: str, asks: bool) -> None:
    assert has_support_column(("序号", head)) is asks


def test_classes_of_enterprises() -> None:
    assert classes_named("督促非重点企业、中小微企业和搬迁企业") == ("非重点企业", "中小型企业", "搬迁企业")
    assert class_treated("搬迁升级类") == "搬迁企业"
    assert class_treated("另行研究") == "另行研究"


@pytest.mark.parametrize(
    ("written", "title", "number"),
    [
        ("《关于推进搬迁的意见》（国办发〔2017〕77号）", "关于推进搬迁的意见", "国办发〔2017〕77号"),
        ("云政办[2019]3号", None, "云政办〔2019〕3号"),
        ("安全生产法", "安全生产法", None),
    ],
)
def test_citation(written: str, title: str | None, number: str | None) -> None:
    found = citation(written)
    assert (found.title, found.document_number) == (title, number)


@pytest.mark.parametrize(
    "mark", ["（征求意见稿）", "(公开征求意见稿)", "（第二次征求意见稿）", "（送审稿）", "征求意见稿", "（试行）", ""]
)
def test_a_draft_has_the_title_of_the_work(mark: str) -> None:
    assert work_title(f"云岭市 实施方案{mark}") == "云岭市实施方案"
