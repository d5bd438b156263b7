"""A document and a plan whose every text would do harm on a page that let it through."""

from __future__ import annotations

from zeren.model import Assignment, Coverage, CoverageEntry, Deadline, Enterprise, Group, Plan, Section, Span, Task
from zeren.readers.document import Cell, Document, Paragraph, Table

EVIL = "</script><script>alert(1)</script><img src=x onerror=alert(2)>\"'&amp; <!-- ]]> \0\x07\ud800\u2028]"
TEXT = f"市水务局{EVIL}牵头"
NOTICE = f"notice-decision-vanished|number=1|action=role|person={EVIL}|quote={EVIL}|at={EVIL}|found="


def _span(row: int | None = None, column: int | None = None, block: int = 0) -> Span:
    return Span(block, 0, len(TEXT), TEXT, row, column)


DOCUMENT = Document(
    EVIL,
    "docx",
    "0" * 64,
    (
        Paragraph(0, TEXT, level=1),
        Table(1, ((Cell(TEXT, (0, 0)), Cell(TEXT, (0, 1))), (Cell(TEXT, (1, 0)), Cell(TEXT, (0, 1)))), name=EVIL),
        Paragraph(2, TEXT),
    ),
)

PLAN = Plan(
    EVIL,
    EVIL,
    EVIL,
    EVIL,
    sections=(Section(EVIL, EVIL, EVIL, span=_span(), reason=EVIL),),
    tasks=(
        Task(
            EVIL, EVIL, EVIL, TEXT,
            (Assignment(EVIL, "lead", 1, EVIL, EVIL, 0.5, EVIL, _span(0, 1, 1)), Assignment(EVIL, "support", reason=EVIL)),
            (Deadline("by", EVIL, EVIL, EVIL, EVIL, reason=EVIL, span=_span(1, 1, 1)),),
            (EVIL,), (EVIL,), 0, EVIL, (EVIL,), _span(0, 0, 1), 0.4, EVIL,
        ),
    ),
    groups=(Group(EVIL, (EVIL,), EVIL, EVIL, _span()),),
    enterprises=(Enterprise(EVIL, EVIL, EVIL, EVIL, EVIL, EVIL, EVIL, EVIL, span=_span()),),
    source=EVIL,
    sha256="0" * 64,
    coverage=Coverage(
        (CoverageEntry(0, "heading", EVIL), CoverageEntry(1, "task", EVIL, 0), CoverageEntry(1, "not understood", EVIL, 1, EVIL),
         CoverageEntry(2, "not understood", EVIL, None, "no-pattern")),
        (NOTICE, EVIL),
    ),
)  # fmt: skip
