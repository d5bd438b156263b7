"""The way from a file to a plan, on the shared corpus and on long documents."""

from __future__ import annotations

from pathlib import Path

import pytest

from zeren.loading import load, understand
from zeren.model import interchange
from zeren.readers import Document, Table, open_document

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
