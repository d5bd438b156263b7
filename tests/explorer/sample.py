"""A small invented plan as document and records, with every kind of reading and with hostile words."""

from __future__ import annotations

from zeren.model import (
    Assignment,
    Coverage,
    CoverageEntry,
    Deadline,
    Enterprise,
    Group,
    Plan,
    Section,
    Span,
    Task,
)  # fmt: skip
from zeren.readers.document import Cell, Document, Paragraph, Table

HOSTILE = "公布 <b>名单</b> ![图](http://evil.example/i.png) [链接](http://evil.example) $x$ :red[字] =1+1"
TITLE = "云岭市化工企业整治任务分工方案（征求意见稿）"

_ROWS = (
    ("序号", "工作任务", "牵头单位", "配合单位", "完成时限"),
    ("1", "排查全市化工企业，建立台账。", "市应急管理局", "市生态环境局、各县区政府", "2025年6月底"),
    ("2", "制定企业分类整治清单。", "市工业和信息化局", "市应急管理局、各县区政府", "2025年9月底"),
    ("3", HOSTILE, "市工业和信息化局", "各县区政府", "持续推进"),
)
_PARAGRAPHS = (
    TITLE,
    "一、源头管控",
    None,
    "二、企业退出",
    "（一）组织企业签订退出协议。由市财政局负责，2026年3月31日前完成。",
    "（二）建立退出企业名录库。",
    "成立市化工整治领导小组，办公室设在市应急管理局。",
    "★※★ 附注一二三",
)


def document() -> Document:
    """The plan's text: a heading, a table, prose, and a line that nobody understands."""
    rows = tuple(
        tuple(Cell(text, (row, column)) for column, text in enumerate(cells)) for row, cells in enumerate(_ROWS)
    )
    blocks = tuple(
        Table(index, rows, heads=1) if text is None else Paragraph(index, text, 1 if "、" in text[:2] else None)
        for index, text in enumerate(_PARAGRAPHS)
    )
    return Document("方案.docx", "docx", "ab" * 32, blocks)


def _span(block: int, words: str, row: int | None = None, column: int | None = None) -> Span:
    text = _PARAGRAPHS[block] if row is None or column is None else _ROWS[row][column]
    start = (text or "").index(words)
    return Span(block, start, start + len(words), words, row, column)


def _row(row: int, number: str, limit: Deadline, helpers: tuple[str, ...]) -> Task:
    cells = _ROWS[row]
    lead = Assignment(cells[2], "lead", 1, header="牵头单位", span=_span(2, cells[2], row, 2))
    support = tuple(
        Assignment(
            name, "support", place, header="配合单位", confidence=0.9, reason="register", span=_span(2, name, row, 3)
        )
        for place, name in enumerate(helpers, 2)
    )
    return Task(
        f"1.{number}",
        number,
        "1",
        cells[1],
        (lead, *support),
        (limit,),
        position=row - 1,
        locator=number,
        columns=("牵头单位", "配合单位", "完成时限"),
        span=_span(2, cells[1], row, 1),
    )


def _by(date: str, text: str, span: Span) -> Deadline:
    return Deadline("by", text, date, source="column", span=span)


def plan() -> Plan:
    """The records of that text."""
    first = _row(
        1, "1", _by("2025-06-30", "2025年6月底", _span(2, "2025年6月底", 1, 4)), ("市生态环境局", "各县区政府")
    )
    second = _row(
        2, "2", _by("2025-09-30", "2025年9月底", _span(2, "2025年9月底", 2, 4)), ("市应急管理局", "各县区政府")
    )
    third = _row(
        3, "3", Deadline("ongoing", "持续推进", source="column", span=_span(2, "持续推进", 3, 4)), ("各县区政府",)
    )
    finance = Assignment("市财政局", "responsible", 1, verb="负责", span=_span(4, "市财政局"))
    prose = Task(
        "2.1",
        "一",
        "2",
        "组织企业签订退出协议",
        (finance,),
        (Deadline("by", "2026年3月31日前", "2026-03-31", span=_span(4, "2026年3月31日前")),),
        position=3,
        locator="二（一）",
        span=_span(4, "组织企业签订退出协议"),
    )
    unowned = Task(
        "2.2", "二", "2", "建立退出企业名录库", position=4, locator="二（二）", span=_span(5, "建立退出企业名录库")
    )
    kinds = (
        "title",
        "heading",
        "table head",
        "task",
        "task",
        "task",
        "heading",
        "task",
        "task",
        "group",
        "not understood",
    )
    places = ((0, None), (1, None), *((2, row) for row in range(4)), *((block, None) for block in range(3, 8)))
    entries = tuple(
        CoverageEntry(
            block,
            kind,
            "★※★ 附注一二三" if kind == "not understood" else "",
            row,
            "没有认识的词" if block == 7 else None,
        )
        for (block, row), kind in zip(places, kinds, strict=True)
    )
    return Plan(
        TITLE, "云岭市", None, "2025-02-01", "consultation",
        (Section("1", "一", "源头管控", position=0, span=_span(1, "源头管控")),
         Section("2", "二", "企业退出", position=1, span=_span(3, "企业退出"))),
        (first, second, third, prose, unowned),
        (Group("市化工整治领导小组", (), "市应急管理局", span=_span(6, "市化工整治领导小组")),),
        (Enterprise("云岭永丰化工有限公司", "91350100M000100Y43", "云岭县", "精细化工", "就地改造", "2025年底", "市应急管理局"),
         Enterprise("=HYPERLINK(\"http://evil.example\")化工厂", "91350100M000100Y44", "北山区", None, "关闭退出")),
        "方案.docx", "ab" * 32, Coverage(entries, ("文中有 1 幅图片未读",)),
    )  # fmt: skip
