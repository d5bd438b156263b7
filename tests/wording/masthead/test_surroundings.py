"""Mastheads of papers of invented places (and of real ones where the number's letters must be known)."""

from __future__ import annotations

import hashlib

import pytest

from zeren.readers.document import Block, Cell, Document, Paragraph, Table
from zeren.wording.masthead import Masthead, read_masthead


def paper(*texts: str | list[list[str]], name: str = "plan.txt", **metadata: str) -> Document:
    blocks: list[Block] = []
    for index, text in enumerate(texts):
        if isinstance(text, str):
            blocks.append(Paragraph(index, text))
        else:
            rows = tuple(tuple(Cell(cell, (r, c)) for c, cell in enumerate(row)) for r, row in enumerate(text))
            blocks.append(Table(index, rows))
    return Document(
        name, "txt", hashlib.sha256(name.encode()).hexdigest(), tuple(blocks), metadata=tuple(metadata.items())
    )


def facts(head: Masthead) -> tuple[str, str | None, str | None, str | None, str]:
    return head.title, head.jurisdiction, head.document_number, head.issued, head.status


BODY = ("为推进河道整治，制定本方案。", "一、总体目标", "到2025年，河道水质稳定达标。")

PAPERS: dict[str, tuple[tuple[str | list[list[str]], ...], tuple[str, str | None, str | None, str | None, str]]] = {
    "notice with letterhead": (
        ("云川市人民政府办公室文件", "云政办发〔2022〕8号", "云川市人民政府办公室关于印发云川市河道整治实施方案的通知", "各县（市、区）人民政府，市政府各部门：",
         "《云川市河道整治实施方案》已经市政府同意，现印发给你们，请认真贯彻执行。", "云川市人民政府办公室", "2022年3月15日", "云川市河道整治实施方案", *BODY),
        ("云川市河道整治实施方案", "云川市", "云政办发〔2022〕8号", "2022-03-15", "issued"),
    ),
    "title over lines with years": (
        ("青禾县农村饮水安全提升", "三年行动方案", "（2022—2024年）", *BODY),
        ("青禾县农村饮水安全提升三年行动方案（2022—2024年）", "青禾县", None, None, "issued"),
    ),
    "draft for comment": (
        ("青禾县充电设施建设方案", "（征求意见稿）", *BODY),
        ("青禾县充电设施建设方案", "青禾县", None, None, "consultation"),
    ),
    "draft for decision, status in the title": (
        ("云川市停车管理办法（送审稿）", *BODY),
        ("云川市停车管理办法", "云川市", None, None, "draft"),
    ),
    "call for comments": (
        ("关于公开征求《云川市绿地管理办法（征求意见稿）》意见的公告", "云川市绿地管理办法", "（征求意见稿）", *BODY),
        ("云川市绿地管理办法", "云川市", None, None, "consultation"),
    ),
    "annex alone": (
        ("附件2", "云川市重点任务分工表", [["序号", "工作任务", "责任单位"], ["1", "完成摸底", "市水务局"]]),
        ("云川市重点任务分工表", "云川市", None, None, "issued"),
    ),
    "annex label and title on one line": (
        ("附件1：云川市重点任务分工表", "说明如下。", "一、总体目标", "到2025年达标。"),
        ("云川市重点任务分工表", "云川市", None, None, "issued"),
    ),
    "notice with orders of its own, signed at the end in Chinese numerals": (
        ("云川市水务局关于做好防汛准备工作的通知", "云水发〔2021〕31号", "各县（市、区）水务局：", "为做好防汛工作，现通知如下。", "一、压实责任", "各地要落实预案。",
         "云川市水务局", "二〇二一年四月三十日"),
        ("云川市水务局关于做好防汛准备工作的通知", "云川市", "云水发〔2021〕31号", "2021-04-30", "issued"),
    ),
    "state": (
        ("国务院办公厅关于印发全国农村厕所革命重点任务分工方案的通知", "国办发〔2021〕99号", "各省、自治区、直辖市人民政府：", "现将《全国农村厕所革命重点任务分工方案》印发给你们，请认真贯彻执行。",
         "国务院办公厅", "2021年5月6日", "（此件公开发布）", "全国农村厕所革命重点任务分工方案", *BODY),
        ("全国农村厕所革命重点任务分工方案", "全国", "国办发〔2021〕99号", "2021-05-06", "issued"),
    ),
    "ministries without a place": (
        ("关于印发《绿色包装行动计划》的通知", "发改环资〔2022〕77号", "各省、自治区、直辖市发展改革委：", "现将《绿色包装行动计划》印发给你们，请认真贯彻落实。", "国家发展改革委", "商务部", "2022年1月9日",
         "绿色包装行动计划", *BODY),
        ("绿色包装行动计划", "全国", "发改环资〔2022〕77号", "2022-01-09", "issued"),
    ),
    "province by its number alone": (
        ("川府发〔2022〕99号", "关于印发农产品冷链建设方案的通知", "各市（州）人民政府：", "现将《农产品冷链建设方案》印发给你们。", "2022年2月1日", "农产品冷链建设方案", *BODY),
        ("农产品冷链建设方案", "四川省", "川府发〔2022〕99号", "2022-02-01", "issued"),
    ),
    "district by city and district letters": (
        ("关于印发加装电梯工作计划的通知", "沪松府办〔2022〕99号", "2022年2月1日", "加装电梯工作计划", *BODY),
        ("加装电梯工作计划", "松江区", "沪松府办〔2022〕99号", "2022-02-01", "issued"),
    ),
    "town": (
        ("清溪镇人民政府关于印发清溪镇道路清扫工作方案的通知", "各村（社区）、各站所：", "现将《清溪镇道路清扫工作方案》印发给你们，请遵照执行。", "清溪镇人民政府", "2023年7月1日", "清溪镇道路清扫工作方案", *BODY),
        ("清溪镇道路清扫工作方案", "清溪镇", None, "2023-07-01", "issued"),
    ),
    "street office, district in front": (
        ("云川市青禾区人民政府柳荫街道办事处关于印发柳荫街道垃圾分类方案的通知", "现印发给你们，请认真执行。", "2023年7月1日", "柳荫街道垃圾分类方案", *BODY),
        ("柳荫街道垃圾分类方案", "柳荫街道", None, "2023-07-01", "issued"),
    ),
    "region of its own government": (
        ("内蒙古自治区人民政府办公厅关于印发自治区草原防火方案的通知", "内政办发〔2022〕99号", "各盟行政公署、市人民政府：", "现将《自治区草原防火方案》印发给你们。", "2022年9月1日", "自治区草原防火方案", *BODY),
        ("自治区草原防火方案", "内蒙古自治区", "内政办发〔2022〕99号", "2022-09-01", "issued"),
    ),
    "web page around it": (
        ("首页 > 政务公开 > 正文", "云川市人民政府关于印发云川市数据共享实施办法的通知", "发布时间：2022-08-20 来源：市政府办公室 字号：大 中 小",
         "各县（市、区）人民政府：", "《云川市数据共享实施办法》已经审议通过，现印发给你们。", "云川市人民政府", "2022年8月12日", "云川市数据共享实施办法", *BODY, "【打印】【关闭】", "版权所有：云川市人民政府"),
        ("云川市数据共享实施办法", "云川市", None, "2022-08-12", "issued"),
    ),
    "card of a web page, nobody signed": (
        ([["索引号", "0011", "发文字号", "云政发〔2020〕3号"], ["发布机构", "云川市人民政府", "成文日期", "2020年02月03日"]], "云川市品牌培育行动计划", *BODY),
        ("云川市品牌培育行动计划", "云川市", "云政发〔2020〕3号", "2020-02-03", "issued"),
    ),
    "year before the place": (
        ("2023年度云川市民生实事任务清单", [["序号", "工作任务", "责任单位"], ["1", "完成改造", "市住建局"]]),
        ("2023年度云川市民生实事任务清单", "云川市", None, None, "issued"),
    ),
    "place after words of urging": (
        ("关于进一步加强云川市古树保护的实施意见", *BODY),
        ("关于进一步加强云川市古树保护的实施意见", "云川市", None, None, "issued"),
    ),
    "issuer on its own line above, vertical body signs": (
        ("国家税务总局云川市税务局", "关于印发《发票电子化推广措施》的通知", "各县（市、区）税务局：", "现将《发票电子化推广措施》印发给你们，请认真执行。", "国家税务总局云川市税务局", "2022年5月6日", "发票电子化推广措施", *BODY),
        ("发票电子化推广措施", "云川市", None, "2022-05-06", "issued"),
    ),
    "party and government, province in front": (
        ("中共四川省达州市委 达州市人民政府关于全面推进乡村振兴的实施意见", *BODY),
        ("中共四川省达州市委达州市人民政府关于全面推进乡村振兴的实施意见", "达州市", None, None, "issued"),
    ),
    "kind of place behind the place": (
        ("云川市中心城区停车设施建设方案", *BODY),
        ("云川市中心城区停车设施建设方案", "云川市", None, None, "issued"),
    ),
    "title without a kind of paper": (
        ("云川市深化医药卫生体制改革2022年重点工作", *BODY),
        ("云川市深化医药卫生体制改革2022年重点工作", "云川市", None, None, "issued"),
    ),
    "place only in the names of bodies": (
        ("重点任务分解表", [["任务", "责任单位"], ["完成摸底", "张掖市应急局、甘州区、高台县、市公安局"], ["完成验收", "市住建局、市财政局"]]),
        ("重点任务分解表", "张掖市", None, None, "issued"),
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", PAPERS)
def test_papers(kind: str) -> None:
    texts, wanted = PAPERS[kind]
    assert facts(read_masthead(paper(*texts))) == wanted


def test_place_that_the_number_writes_out_and_a_day_among_labels() -> None:
    head = read_masthead(
        paper(
            "市人民政府办公室关于分解2018年主要任务的通知",
            "鄂州政办发〔2018〕1号",
            "信息来源:政府网 日期:2018-03-14 语音:播放",
            "各区人民政府，市政府各部门：",
            "一、增强责任。各部门要认真落实。",
        )
    )
    assert (head.jurisdiction, head.issued) == ("鄂州市", "2018-03-14")


def test_trail_and_stamp_of_a_web_page() -> None:
    head = read_masthead(
        paper(
            "您的位置: 首页 > 政务公开 > 公示公告 > 详细内容",
            "青禾县问题整改方案（公开版）",
            "分享到: 打印 字体: 2021-06-25 16:57 来源:县生态环境局",
            *BODY,
        )
    )
    assert (head.title, head.issued) == ("青禾县问题整改方案（公开版）", "2021-06-25")


def test_everything_on_one_line() -> None:
    head = "云川市人民政府办公室关于印发云川市河道整治实施方案的通知云政办发〔2022〕8号"
    letter = "各县（市、区）人民政府，市政府各部门：《云川市河道整治实施方案》已经市政府同意，现印发给你们，请认真贯彻执行。云川市人民政府办公室2022年3月15日（此件公开发布）"
    body = "云川市河道整治实施方案一、总体目标到2025年，河道水质稳定达标。二、重点任务（一）清淤。市水务局负责清淤。"
    found = read_masthead(paper(head + letter + body))
    assert (found.title, found.document_number, found.issued) == (
        "云川市河道整治实施方案",
        "云政办发〔2022〕8号",
        "2022-03-15",
    )
    assert (head + letter + body)[found.bounds[0][0] :].startswith(("云川市河道整治实施方案一、", "一、"))


def test_blocks_that_only_frame_the_plan() -> None:
    texts, _ = PAPERS["notice with letterhead"]
    found = read_masthead(paper(*texts, "附件：1.任务分工表", "2.名词解释", "云川市人民政府办公室 2022年3月16日印发"))
    assert [block for block, kind in sorted(found.blocks.items()) if kind == "title"] == [2, 7]
    assert {0, 1, 3, 4, 5, 6, 11, 12, 13} <= {block for block, kind in found.blocks.items() if kind == "boilerplate"}
    assert not {8, 9, 10} & set(found.blocks)


def test_title_from_metadata_and_from_the_file_name() -> None:
    assert (
        read_masthead(
            paper(
                "一、总体目标",
                "到2025年达标。",
                标题="关于印发《青禾县林长制方案》的通知",
                文号="青政办〔2021〕5号",
                发布日期="2021-06-01",
            )
        ).title
        == "青禾县林长制方案"
    )
    assert read_masthead(paper(name="云川市方案.docx")).title == "云川市方案"


def test_calendar_comes_from_title_and_signing() -> None:
    texts, _ = PAPERS["notice with letterhead"]
    assert read_masthead(paper(*texts)).calendar.issued == "2022-03-15"
    assert read_masthead(paper(*PAPERS["title over lines with years"][0])).calendar.period == (2022, 2024)
