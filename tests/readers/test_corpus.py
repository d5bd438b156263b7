"""Nothing of a real plan is lost on the way through the readers."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path

import pytest

from zeren.readers import Document, Table, open_document

_TEXTS = ["seeds/000", "seeds/001", "seeds/002", "seeds/003", "seeds/004", "more/docs/01"]
_PAGES = ["more/docs/05", "more/docs/06", "more/docs/07", "more/docs/09", "more/docs/10"]


def opened(corpus: Path, start: str) -> tuple[Document, str]:
    path = next(corpus.joinpath(start).parent.glob(Path(start).name + "*"))
    return open_document(path), path.read_text("utf-8")


def words_of(document: Document) -> str:
    found = []
    for block in document.blocks:
        if isinstance(block, Table):
            found += [c.text for r, row in enumerate(block.rows) for k, c in enumerate(row) if c.origin == (r, k)]
        else:
            found.append(block.text)
    return re.sub(r"\s", "", "".join(found))


@pytest.mark.parametrize("start", _TEXTS)
def test_every_character_of_a_text_in_its_order(corpus: Path, start: str) -> None:
    document, source = opened(corpus, start)
    assert words_of(document) == re.sub(r"[\s\ufeff\u200b]", "", source)


@pytest.mark.parametrize("start", _PAGES)
def test_every_character_of_a_markdown_page(corpus: Path, start: str) -> None:
    document, source = opened(corpus, start)
    body = re.sub(r"\A---\n.*?\n---\n", "", source, flags=re.DOTALL)
    body = re.sub(r"\]\(\S+?\)", "", body)  # addresses of links
    lost = Counter(re.sub(r"\s", "", body)) - Counter(words_of(document))
    assert set(lost) <= set("#>*-\\|_[]"), lost
    assert {"title", "document_number", "published"} <= set(dict(document.metadata))


def test_a_pdf_in_paragraphs(corpus: Path) -> None:
    document = open_document(next((corpus / "more/docs").glob("03*")))
    words = words_of(document)
    assert len(document.blocks) == 33
    assert "—1—" not in words
    assert "国务院关于印发社会信用体系建设规划纲要（2014­2020年）的通知".replace("­", "") in words.replace("-", "")
