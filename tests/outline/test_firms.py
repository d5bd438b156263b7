from __future__ import annotations

from io import BytesIO

from docx import Document
from openpyxl import Workbook

from zeren.loading import load_bytes
from zeren.model import Plan


def read(text: str) -> Plan:
    return load_bytes(text.encode(), "a.txt")


def test_a_list_below_its_announcement_is_no_task() -> None:
    plan = read(
        "青禾县关于公布拖欠工资“黑名单”企业的公告\n现将下列2家企业列入名单予以公布：\n1.青禾县柳荫劳务有限公司\n2.青禾县大地建筑有限公司\n"
    )
    assert [(firm.name, firm.locator) for firm in plan.enterprises] == [
        ("青禾县柳荫劳务有限公司", "#1"),
        ("青禾县大地建筑有限公司", "#2"),
    ]
    assert plan.tasks == ()


def test_firms_as_members_of_a_group_are_no_list() -> None:
    plan = read("青禾县企业安全领导小组成员名单\n成员：\n青禾县供水有限公司\n青禾县燃气有限公司\n")
    assert plan.enterprises == ()


def test_titles_of_sheets_are_no_tasks_and_places_name_the_sheet() -> None:
    book = Workbook()
    book.remove(book.active)
    for name, firm in (("关停类", "大岭砖厂"), ("提升类", "柳荫铸造厂")):
        sheet = book.create_sheet(name)
        for row in ([f"青禾县企业整治台账（{name}）"], ["序号", "企业名称", "整治类型"], [1, firm, name]):
            sheet.append(row)
    figures = book.create_sheet("汇总")
    for cells in (["青禾县企业整治情况汇总表"], ["乡镇", "关停（家）", "提升（家）"], ["柳荫镇", 0, 1]):
        figures.append(cells)
    data = BytesIO()
    book.save(data)
    plan = load_bytes(data.getvalue(), "a.xlsx")
    assert [firm.locator for firm in plan.enterprises] == ["关停类 1", "提升类 1"]
    assert plan.tasks == ()


def test_two_ledgers_without_names_keep_their_rows_apart() -> None:
    table = "| 序号 | 企业名称 |\n|---|---|\n| 1 | {} |\n"
    text = (
        "# 青禾县企业名单\n\n"
        + table.format("大岭砖厂")
        + "\n上表为首批企业，下表为第二批企业。\n\n"
        + table.format("柳荫铸造厂")
    )
    plan = load_bytes(text.encode(), "a.md")
    assert [firm.locator for firm in plan.enterprises] == ["1", "1#2"]


def test_rows_set_with_tabs_are_not_joined() -> None:
    rows = [
        "序号\t企业名称\t所在乡镇\t行业",
        "1\t青禾县绿源茶业有限公司\t云雾镇\t精制茶加工",
        "2\t青禾县竹韵家具有限公司\t竹海乡\t竹家具制造",
    ]
    document = Document()
    for text in ("青禾县规模以上工业企业名录", *rows):
        document.add_paragraph(text)
    data = BytesIO()
    document.save(data)
    plan = load_bytes(data.getvalue(), "a.docx")
    assert [(firm.name, firm.jurisdiction) for firm in plan.enterprises] == [
        ("青禾县绿源茶业有限公司", "云雾镇"),
        ("青禾县竹韵家具有限公司", "竹海乡"),
    ]


def test_remarks_below_a_title_and_the_number_of_a_table_are_no_part_of_it() -> None:
    plan = read("表三 青禾县关停企业名单\n（排名不分先后）\n大岭砖厂\n柳荫铸造厂\n")
    assert plan.title == "青禾县关停企业名单"
    assert [firm.name for firm in plan.enterprises] == ["大岭砖厂", "柳荫铸造厂"]
