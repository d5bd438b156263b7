from __future__ import annotations

import re
from pathlib import Path

import pytest
from tests.readers.files import raw_docx

from zeren.readers import docx_formatting, read_bytes
from zeren.readers.docx_formatting import NAMES, without_formatting

EXAMPLES = Path(__file__).parents[2] / "examples"
PLAIN = "<w:tc><w:p><w:r><w:t>市财政局</w:t></w:r></w:p></w:tc>"
FORMATTED = (
    '<w:tc><w:tcPr><w:tcW w:w="1500" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr><w:p><w:pPr><w:jc w:val="left"/>'
    '</w:pPr><w:r><w:rPr><w:rFonts w:eastAsia="仿宋"/><w:b/><w:sz w:val="24"/></w:rPr><w:t>市财政局</w:t></w:r></w:p></w:tc>'
)


def test_formatting_goes_and_the_words_stay() -> None:
    assert without_formatting(FORMATTED.encode()).decode() == PLAIN


def test_what_the_reader_asks_for_stays() -> None:
    kept = (
        '<w:tcPr><w:gridSpan w:val="2"/></w:tcPr><w:pPr><w:numPr><w:ilvl w:val="0"/></w:numPr></w:pPr><w:tab/><w:br/>'
    )
    assert without_formatting(kept.encode()).decode() == kept


def test_no_module_of_the_reader_asks_for_what_is_taken_out() -> None:
    folder = Path(docx_formatting.__file__).parent
    sources = [path.read_text("utf-8") for path in folder.glob("docx*.py") if path.name != "docx_formatting.py"]
    asked = {name for source in sources for name in re.findall(r'"(\w+)"', source)}
    assert len(asked) > 50
    assert not asked & set(NAMES)
    assert list(NAMES) == sorted(NAMES)


@pytest.mark.parametrize("text", ["&lt;w:b/&gt;", "a &lt;w:tcPr/> b"])
def test_words_about_markup_are_words(text: str) -> None:
    document = read_bytes(raw_docx(f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"), "a.docx")
    assert [block.text for block in document.blocks] == [text.replace("&lt;", "<").replace("&gt;", ">")]  # type: ignore[union-attr]


def test_a_part_with_cdata_is_left_as_it_is() -> None:
    body = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t><![CDATA[写作 <w:b/>]]></w:t></w:r></w:p>"
    assert without_formatting(body.encode()) == body.encode()
    assert [block.text for block in read_bytes(raw_docx(body), "a.docx").blocks] == ["写作 <w:b/>"]  # type: ignore[union-attr]


def test_a_long_part_is_the_same_wherever_it_is_cut(monkeypatch: pytest.MonkeyPatch) -> None:
    for size in (1, 7, 64, 1 << 18):
        monkeypatch.setattr(docx_formatting, "_PIECE", size)
        found = without_formatting(FORMATTED.encode() * 50).decode()
        assert re.sub("<w:(tcPr|pPr|rPr)></w:\\1>", "", found) == PLAIN * 50


def test_the_examples_read_the_same_without_it(monkeypatch: pytest.MonkeyPatch) -> None:
    files = sorted(EXAMPLES.glob("*.docx"))
    assert len(files) > 2
    found = [read_bytes(path.read_bytes(), path.name) for path in files]
    monkeypatch.setattr("zeren.readers.docx.without_formatting", lambda data: data)
    assert found == [read_bytes(path.read_bytes(), path.name) for path in files]
