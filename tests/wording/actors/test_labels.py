"""Labels that head an agency."""

from __future__ import annotations

import pytest

from zeren.readers.document import Passage
from zeren.wording.actors.labels import read_body_label


@pytest.mark.parametrize(
    ("text", "body", "rest"),
    [
        ("8.生态环境部门。负责排查；加强执法。", "生态环境部门", "负责排查；加强执法。"),
        ("3、市生态环境局：负责统筹", "市生态环境局", "负责统筹"),
        ("(三)区环保局", "区环保局", ""),
        ("（一）市发展改革委：负责统筹", "市发展改革委", "负责统筹"),
        ("市财政局：保障资金", "市财政局", "保障资金"),
        ("2．县教育体育局 负责组织", "县教育体育局", "负责组织"),
        ("二、白石镇和青湖镇：负责接收", "白石镇、青湖镇", "负责接收"),
        (
            "5、市、镇、区其他方面工作有关部门：配合",
            "市其他方面工作有关部门、镇其他方面工作有关部门、区其他方面工作有关部门",
            "配合",
        ),
        ("（六）供水、供电、供气等单位：配合", "供水单位、供电单位、供气单位", "配合"),
        ("●国网青湖供电公司：负责", "国网青湖供电公司", "负责"),
        ("（3）各乡镇人民政府、街道办事处：", "各乡镇人民政府、街道办事处", ""),
        ("（五）市消防救援支队（市消防委办公室）：负责", "市消防救援支队（市消防委办公室）", "负责"),
        ("(三十二)领导小组职责", "领导小组", ""),
        ("（二）属地政府。负责", "属地政府", "负责"),
        ("各成员单位：按职责分工落实", "各成员单位", "按职责分工落实"),
    ],
)
def test_label(text: str, body: str, rest: str) -> None:
    label = read_body_label(Passage.of(text, 0))
    assert label is not None
    assert (label.body, label.rest.text) == (body, rest)
    assert [item.role for item in label.assignments] == ["responsible"] * len(label.names)


@pytest.mark.parametrize(
    "text",
    [
        "1.改造提升一批。对存在问题的企业",
        "2、定期会商机制。指挥部每月",
        "（一）建立工作机制。市政府成立",
        "二、加强监管。市应急管理局要",
        "5.完善机制：建立",
        "1.强化组织领导：各县",
        "一、总体要求",
        "4.宣传组：由市委宣传部牵头",
        "市长：",
        "8.企业：",
        "责任单位：市应急局",
        "市发展改革委负责统筹。",
        "引入专业机构",
        "三、产业园区",
        "三、组织机构",
        "五、部门职责",
        "（一）农村地区。",
        "（五）重点区域",
        "",
    ],
)
def test_no_label(text: str) -> None:
    assert read_body_label(Passage.of(text, 0)) is None


def test_the_title_is_without_number_and_mark() -> None:
    label = read_body_label(Passage.of("（三）市水务局：负责", 1))
    assert label is not None
    assert (label.label.text, label.label.span().start) == ("市水务局", 3)
