from __future__ import annotations

import dataclasses
import datetime as dt
import random

import networkx as nx
import pytest
from benchmarks.plans import generate_plans
from tests.servers.sizes import TASKS, large_graph

from zeren.graph import NODES, RELATIONSHIPS, SHORTCUTS, build
from zeren.graph.identity import ID, plan_id
from zeren.model import Assignment, Deadline, Enterprise, Group, InputError, Plan, Section, Span, Task

TEXT = "编制《云岭市搬迁改造实施方案》，会同有关部门督促中小型企业和云岭华盛化工有限公司落实。"


@pytest.fixture(scope="module")
def plan() -> Plan:
    return Plan(
        title="云岭市危险化学品企业搬迁改造责任分工表",
        jurisdiction="云岭市",
        issued="2021-03-01",
        sections=(
            Section("s1", "一", "总体要求", None, 0, 1),
            Section("s2", "（一）", "推进搬迁", "s1", 1, 2, deadlines=(Deadline("by", "2022年底前", "2022-12-31", source="heading"),)),
        ),
        tasks=(
            Task(
                "t1", "1", "s2", TEXT,
                assignments=(
                    Assignment("市应急管理局", "lead", 1, "牵头", "责任单位", span=Span(3, 0, 6, "市应急管理局", 1, 2)),
                    Assignment("有关部门", "joint", 2, "会同"),
                    Assignment("各县区", "responsible", 3),
                    Assignment("领导小组", "supervise", 4),
                ),
                deadlines=(Deadline("by", "2021年8月底前", "2021-08-31"), Deadline("ongoing", "持续推进", source="column")),
                cites=("鞍政办[2017]23号", "关于加强安全生产的意见"), produces=("云岭市搬迁改造实施方案",),
                position=0, locator="1", columns=("责任单位", "配合单位"), span=Span(3, 0, len(TEXT), TEXT, 1, 1),
            ),
            Task("t2", "2", "s2", "开展检查。", position=1, locator="2"),
        ),
        groups=(Group("云岭市搬迁改造工作领导小组", ("市应急管理局", "市财政局"), "市应急管理局", "完成后撤销"),),
        enterprises=(
            Enterprise("云岭华盛化工有限公司", "91350100M000100Y43", "云岭市", "化工", "搬迁升级", "2022年", "市工信局"),
            Enterprise("云岭恒瑞化工厂", "91350100M000100Y44", treatment="另行研究"),
            Enterprise("云岭无码厂"),
        ),
        source="a.docx", sha256="0" * 64,
    )  # fmt: skip


@pytest.fixture(scope="module")
def graph(plan: Plan) -> nx.MultiDiGraph[str]:
    return build([plan])


def one(graph: nx.MultiDiGraph[str], label: str, **properties: object) -> str:
    found = [
        id
        for id, data in graph.nodes(data=True)
        if data["label"] == label and all(data[name] == value for name, value in properties.items())
    ]
    assert len(found) == 1, (label, properties, len(found))
    return found[0]


def targets(graph: nx.MultiDiGraph[str], source: str, kind: str) -> list[str]:
    return sorted(target for _, target, found in graph.out_edges(source, keys=True) if found == kind)


def test_sections_and_tasks_are_a_tree(graph: nx.MultiDiGraph[str]) -> None:
    plan, upper, lower = one(graph, "Plan"), one(graph, "Section", number="一"), one(graph, "Section", number="（一）")
    assert targets(graph, plan, "HAS_SECTION") == [upper]
    assert targets(graph, upper, "HAS_SECTION") == [lower]
    assert targets(graph, lower, "CONTAINS") == targets(graph, plan, "HAS_TASK")
    assert graph.nodes[lower]["depth"] == 2
    assert graph.nodes[plan]["issued"] == dt.date(2021, 3, 1)
    assert graph.nodes[plan]["level"] == "city"


def test_assignments_keep_words_and_place(graph: nx.MultiDiGraph[str]) -> None:
    task = one(graph, "Task", number="1")
    assert len(targets(graph, task, "HAS_ASSIGNMENT")) == 4
    data = graph.nodes[one(graph, "Assignment", role="lead")]
    assert (data["name_as_written"], data["verb"], data["header"], data["naming"]) == (
        "市应急管理局",
        "牵头",
        "责任单位",
        "named",
    )
    assert (data["block"], data["row"], data["cell"], data["end_offset"]) == (3, 1, 2, 6)
    assert graph.nodes[one(graph, "Assignment", role="joint")]["naming"] == "vague"
    assert graph.nodes[one(graph, "Assignment", role="responsible")]["naming"] == "each"
    assert graph.nodes[one(graph, "Assignment", role="joint")]["block"] is None


def test_names_become_whoever_they_mean(graph: nx.MultiDiGraph[str]) -> None:
    lead = one(graph, "Agency", name="云岭市应急管理局")
    assert graph.nodes[lead]["level"] == "city"
    assert targets(graph, one(graph, "Assignment", role="lead"), "ASSIGNEE") == [lead]
    vague = targets(graph, one(graph, "Assignment", role="joint"), "ASSIGNEE")[0]
    assert (graph.nodes[vague]["label"], graph.nodes[vague]["indefinite"]) == ("Collective", True)
    group = one(graph, "LeadingGroup", set_up=True)
    assert targets(graph, one(graph, "Assignment", role="supervise"), "ASSIGNEE") == [group]
    assert targets(graph, group, "OFFICE_AT") == [lead]
    assert len([s for s, _, kind in graph.in_edges(group, keys=True) if kind == "MEMBER_OF"]) == 2
    territory = one(graph, "Territory", name="云岭市")
    assert targets(graph, one(graph, "Plan"), "APPLIES_TO") == [territory]
    assert territory in targets(graph, lead, "IN_TERRITORY")


def test_a_reform_joins_two_bodies() -> None:
    old = Task(
        "1",
        "1",
        None,
        "监管。",
        (Assignment("市环境保护局", "responsible"), Assignment("市生态环境局", "joint", 2)),
        locator="1",
    )
    graph = build([Plan("方案", "张掖市", issued="2021-01-01", tasks=(old,))])
    before, after = one(graph, "Agency", name="张掖市环境保护局"), one(graph, "Agency", name="张掖市生态环境局")
    assert targets(graph, before, "SUCCEEDED_BY") == [after]
    assert graph.nodes[before]["valid_to"] < graph.nodes[one(graph, "Plan")]["issued"]
    assert "obsolete" in graph.nodes[one(graph, "Assignment", role="responsible")]["issue"]


def test_shortcuts_follow_from_assignments(graph: nx.MultiDiGraph[str]) -> None:
    task, lead = one(graph, "Task", number="1"), one(graph, "Agency", name="云岭市应急管理局")
    assert targets(graph, lead, "LEADS") == [task]
    assert targets(graph, lead, "INVOLVED_IN") == [one(graph, "Plan")]
    derived = sorted(kind for _, target, kind in graph.in_edges(task, keys=True) if kind in SHORTCUTS.values())
    assert derived == ["DOES", "JOINS", "LEADS", "SUPERVISES"]


def test_time_limits_of_text_column_and_heading(graph: nx.MultiDiGraph[str]) -> None:
    limits = [graph.nodes[id] for id in targets(graph, one(graph, "Task", number="1"), "DUE")]
    by, ongoing = sorted(limits, key=lambda data: data["type"])
    assert (by["date"], by["quarter"], by["source"]) == (dt.date(2021, 8, 31), "2021Q3", "text")
    assert (ongoing["date"], ongoing["quarter"], ongoing["source"]) == (None, None, "column")
    heading = targets(graph, one(graph, "Section", number="（一）"), "DUE")
    assert graph.nodes[heading[0]]["quarter"] == "2022Q4"


def test_work_and_instruments(graph: nx.MultiDiGraph[str]) -> None:
    task = graph.nodes[one(graph, "Task", number="1")]
    assert task["verb_class"] == "draft"
    assert task["work_kind"] == "product"
    assert task["has_support_column"] is True
    assert graph.nodes[one(graph, "Task", number="2")]["has_support_column"] is False
    cited = targets(graph, one(graph, "Task", number="1"), "CITES")
    assert {graph.nodes[id]["document_number"] for id in cited} == {"鞍政办〔2017〕23号", None}
    assert targets(graph, one(graph, "Task", number="1"), "PRODUCES") == [
        one(graph, "Instrument", title="云岭市搬迁改造实施方案")
    ]


def test_enterprises_of_the_ledger(graph: nx.MultiDiGraph[str]) -> None:
    good = one(graph, "Enterprise", name="云岭华盛化工有限公司")
    assert [graph.nodes[id]["uscc_valid"] for id in targets(graph, one(graph, "Plan"), "LISTS")].count(None) == 1
    assert graph.nodes[good]["uscc_valid"] is True
    assert graph.nodes[one(graph, "Enterprise", name="云岭恒瑞化工厂")]["uscc_valid"] is False
    assert [graph.nodes[id]["name"] for id in targets(graph, good, "OF_CLASS")] == ["搬迁企业"]
    assert targets(graph, good, "ANSWERABLE") == [one(graph, "Agency", name="云岭市工业和信息化局")]
    concerned = targets(graph, one(graph, "Task", number="1"), "CONCERNS")
    assert good in concerned
    assert one(graph, "EnterpriseClass", name="中小型企业") in concerned


def test_ids_are_of_one_form_and_every_property_is_there(graph: nx.MultiDiGraph[str]) -> None:
    for id, data in graph.nodes(data=True):
        assert ID.fullmatch(id), id
        assert set(data) == {"label", *NODES[data["label"]]}
    for source, target, kind in graph.edges(keys=True):
        assert (graph.nodes[source]["label"], graph.nodes[target]["label"]) in RELATIONSHIPS[kind].ends
        assert source != target


def test_the_order_of_plans_does_not_count() -> None:
    plans = generate_plans(240, 4)
    first = build(plans)
    random.Random(1).shuffle(plans)
    again = build(plans)
    assert list(first.nodes(data=True)) == list(again.nodes(data=True))
    assert list(first.edges(keys=True, data=True)) == list(again.edges(keys=True, data=True))


def test_ids_stay_from_draft_to_issued_text(plan: Plan) -> None:
    draft = dataclasses.replace(
        plan, title=plan.title + "（征求意见稿）", status="consultation", sha256="1" * 64, tasks=plan.tasks[:1]
    )
    assert plan_id(draft) == plan_id(plan)
    tasks = {id for id, data in build([plan]).nodes(data=True) if data["label"] == "Task"}
    kept = {id for id, data in build([draft]).nodes(data=True) if data["label"] == "Task"}
    assert kept < tasks


def test_two_versions_stand_side_by_side(plan: Plan) -> None:
    draft = dataclasses.replace(plan, status="draft", sha256="1" * 64)
    graph = build([draft, plan, plan])
    assert one(graph, "Plan", status="issued") == plan_id(plan)
    assert one(graph, "Plan", status="draft") != plan_id(plan)
    assert sum(data["label"] == "Task" for _, data in graph.nodes(data=True)) == 4


def test_bodies_of_two_places_are_two_and_of_one_place_one() -> None:
    def of(place: str, title: str) -> Plan:
        return Plan(title, place, tasks=(Task("1", "1", None, "做。", (Assignment("市奇物局", "lead"),), locator="1"),))

    graph = build(
        [
            of("云岭市", "甲"),
            of("云岭市", "乙"),
            of("石川市", "丙"),
            dataclasses.replace(of("x", "丁"), jurisdiction=None),
        ]
    )
    assert sum(data["label"] == "Agency" for _, data in graph.nodes(data=True)) == 3


def test_rows_of_one_number_are_kept_apart() -> None:
    twice = tuple(Task(str(n), "1", None, f"办第{n}件事。", locator="1", position=n) for n in range(3))
    graph = build([Plan("方案", "云岭市", tasks=twice)])
    assert sum(data["label"] == "Task" for _, data in graph.nodes(data=True)) == 3


def test_a_day_that_is_none_is_said() -> None:
    with pytest.raises(InputError, match="2021-02-30") as caught:
        build([Plan("方案", "云岭市", issued="2021-02-30")])
    assert caught.value.code == "plan-date-invalid"


@pytest.mark.slow
def test_twenty_thousand_tasks_are_built_in_reasonable_time() -> None:
    graph, seconds = large_graph()
    assert sum(data["label"] == "Task" for _, data in graph.nodes(data=True)) == TASKS
    assert seconds < 60
