"""The way from a file to a plan, on the shared corpus and on long documents."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from zeren.loading import load, understand
from zeren.model import interchange
from zeren.readers import Cell, Document, Paragraph, Table, open_document

CORPUS = Path(__file__).parents[3] / "shared" / "corpus"
FILES = sorted((CORPUS / "seeds").glob("*.txt")) + sorted(
    path for path in (CORPUS / "more" / "docs").glob("*") if path.name[:2] not in ("02", "04", "08")
)

pytestmark_corpus = pytest.mark.skipif(not FILES, reason="the shared corpus is not on this machine")


@pytestmark_corpus
def test_the_corpus_is_there() -> None:
    assert len(FILES) >= 13


@pytestmark_corpus
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[:6])
def test_every_paragraph_and_row_has_one_entry(path: Path) -> None:
    document = open_document(path)
    wanted = [
        (block.index, row)
        for block in document.blocks
        for row in (range(len(block.rows)) if isinstance(block, Table) else [None])
    ]
    entries = understand(document).coverage.entries
    assert [(entry.block, entry.row) for entry in entries] == wanted
    assert all(entry.reason for entry in entries if entry.kind == "not understood")


@pytestmark_corpus
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[:6])
def test_spans_quote_the_document(path: Path) -> None:
    document = open_document(path)
    for task in understand(document).tasks:
        assert task.span is not None
        block = document.blocks[task.span.block]
        if isinstance(block, Table):
            assert task.span.row is not None
            assert task.span.column is not None
            text = block.rows[task.span.row][task.span.column].text
        else:
            text = block.text
        quoted = "".join(text[task.span.start : task.span.end].split())
        assert "".join(task.span.text.split())[:12] in quoted


@pytestmark_corpus
def test_two_runs_give_the_same_bytes() -> None:
    assert [interchange.dumps(load(path)) for path in FILES[:5]] == [
        interchange.dumps(load(path)) for path in FILES[:5]
    ]


@pytestmark_corpus
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name[:6])
def test_ids_and_locators_tell_tasks_apart(path: Path) -> None:
    plan = load(path)
    assert len({task.id for task in plan.tasks}) == len(plan.tasks)
    assert len({section.id for section in plan.sections}) == len(plan.sections)
    assert all(task.locator for task in plan.tasks)


def test_an_empty_document_is_an_empty_plan() -> None:
    plan = understand(Document("empty.txt", "txt", "0", ()))
    assert (plan.tasks, plan.sections, plan.coverage.entries) == ((), (), ())


def _long_table(rows: int) -> Document:
    texts = [("序号", "工作任务", "责任单位", "完成时限")]
    texts += [
        (str(row), f"推进第{row}项工程建设。", "市发展改革委、市财政局", "2024年6月底") for row in range(1, rows + 1)
    ]
    cells = tuple(tuple(Cell(text, (r, c)) for c, text in enumerate(row)) for r, row in enumerate(texts))
    return Document("long.docx", "docx", "0", (Paragraph(0, "云溪市任务分工表"), Table(1, cells)))


@pytest.mark.slow
def test_time_grows_with_the_rows_and_no_faster() -> None:
    def seconds(rows: int) -> float:
        document = _long_table(rows)
        start = time.perf_counter()
        assert len(understand(document).tasks) == rows
        return time.perf_counter() - start

    seconds(200)
    assert seconds(8000) < 16 * seconds(1000)
