"""The page for checking: complete, safe against any text, the same for the same input."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from pathlib import Path

import pytest
from lxml import html
from tests.review.hostile import DOCUMENT, EVIL, PLAN

from zeren.cli.main import run
from zeren.loading import understand
from zeren.model import Coverage, CoverageEntry, Plan
from zeren.readers import open_document
from zeren.readers.document import Document, Paragraph, Table
from zeren.review.page import review
from zeren.review.readings import readings

EXAMPLES = Path(__file__).parents[2] / "examples"
FILES = sorted(path for path in EXAMPLES.iterdir() if path.suffix in (".docx", ".xlsx", ".html", ".txt"))


def page(path: Path, language: str = "zh") -> html.HtmlElement:
    document = open_document(path)
    return html.fromstring(review(document, understand(document), language))


def words(element: html.HtmlElement) -> str:
    return str(element.text_content())


def test_there_are_examples() -> None:
    assert len(FILES) >= 6


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_text_of_the_document_stands_on_the_page_once(path: Path, language: str) -> None:
    document, root = open_document(path), page(path, language)
    for block in document.blocks:
        (shown,) = root.xpath(f"//*[@id='b{block.index}']")
        if isinstance(block, Paragraph):
            assert words(shown.find("p")) == block.text
            continue
        for row in range(len(block.rows)):
            (line,) = root.xpath(f"//tr[@id='b{block.index}-{row}']")
            assert [words(cell) for cell in line.iterfind("td")] == [cell.text for _, cell in block.own_cells(row)]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_words_under_a_mark_are_those_of_the_reading(path: Path) -> None:
    document = open_document(path)
    plan = understand(document)
    found = readings(plan, document)
    root = html.fromstring(review(document, plan, "zh"))
    shown: dict[int, str] = {}
    for mark in root.xpath("//main//*[@data-r]"):
        for number in map(int, mark.get("data-r").split()):
            shown[number] = shown.get(number, "") + "".join(mark.itertext())
    spans = {number: reading.span for number, reading in enumerate(found) if reading.span}
    assert shown.keys() == spans.keys()
    for number, span in spans.items():
        assert "".join(shown[number].split()) == "".join(span.text.split()), found[number]


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_merged_cells_keep_the_grid(path: Path) -> None:
    document, root = open_document(path), page(path)
    for block in document.blocks:
        if not isinstance(block, Table):
            continue
        rows = root.xpath(f"//*[@id='b{block.index}']//tr")
        covered = {}
        for row, line in enumerate(rows):
            for (column, _), cell in zip(block.own_cells(row), line.iterfind("td"), strict=True):
                for down in range(int(cell.get("rowspan", "1"))):
                    for across in range(int(cell.get("colspan", "1"))):
                        covered[row + down, column + across] = (row, column)
        assert covered == {(r, c): cell.origin for r, line in enumerate(block.rows) for c, cell in enumerate(line)}


@pytest.mark.parametrize("language", ["zh", "en"])
def test_nothing_of_a_hostile_text_acts(language: str) -> None:
    text = review(DOCUMENT, PLAN, language, f"{EVIL}.decisions.toml")
    root = html.fromstring(text)
    assert len(root.xpath("//script")) == 2
    assert root.xpath("//img | //iframe | //object | //link | //base | //form | //style[2]") == []
    assert [
        name for element in root.iter() for name in element.attrib if name.startswith("on") or name == "style"
    ] == []
    assert not re.search("[\0\x07\ud800]", text)
    data = json.loads(root.xpath("//script[@id='data']")[0].text)
    assert data["tasks"][0]["o"][0]["n"].startswith("</script><script>alert(1)")
    assert text.lower().count("<script") == text.lower().count("</script") == 2
    text.encode("utf-8")


def test_only_the_page_s_own_style_and_script_may_act() -> None:
    text = review(DOCUMENT, PLAN, "zh")
    root = html.fromstring(text)
    policy = root.xpath("//meta[@http-equiv='Content-Security-Policy']")[0].get("content")
    assert policy.startswith("default-src 'none';")
    for kind, element in (("style", root.xpath("//style")[0]), ("script", root.xpath("//script[not(@type)]")[0])):
        digest = base64.b64encode(hashlib.sha256(element.text.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in policy
    assert root.xpath("//@src | //link/@href") == []
    assert all(link.startswith("#") for link in root.xpath("//@href"))
    assert "http://" not in text.replace(EVIL, "")
    assert "https://" not in text
    assert "url(" not in text
    assert "innerHTML" not in text


def test_same_input_same_bytes() -> None:
    document = open_document(EXAMPLES / "qinghe-plan.docx")
    plan = understand(document)
    assert review(document, plan, "en") == review(document, plan, "en")


def test_blocks_not_understood_are_listed_first_with_links() -> None:
    root = html.fromstring(review(DOCUMENT, PLAN, "en"))
    (listed,) = root.xpath("//details[@class='unread']")
    assert listed.xpath(".//a/@href") == ["#b1-1", "#b2"]
    assert [root.xpath(f"//*[@id='{place[1:]}']")[0].get("class") for place in listed.xpath(".//a/@href")] == [
        "row is-not_understood",
        "block is-not_understood",
    ]
    assert "fits no known pattern" in words(listed)
    assert listed.getparent().index(listed) == 0


def test_an_empty_document_has_a_page() -> None:
    text = review(Document("a.txt", "txt", "0" * 64, ()), Plan(""), "en")
    assert "(no title)" in text


def test_entries_and_spans_that_fit_no_block_do_no_harm() -> None:
    document = Document("a.txt", "txt", "0" * 64, (Paragraph(0, "甲"),))
    plan = Plan("", tasks=PLAN.tasks, coverage=Coverage((CoverageEntry(7, "task", "乙", 3),)))
    assert "甲" in review(document, plan, "zh")


def test_the_command_writes_one_page(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "deep" / "page.html"
    assert run(["extract", str(EXAMPLES / "qinghe-plan.docx"), "--review", str(target), "--lang", "en"]) == 0
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "qinghe-plan.docx" in shown.err
    assert target.read_text("utf-8").startswith("<!DOCTYPE html>")
    assert "qinghe-plan.decisions.toml" in target.read_text("utf-8")


def test_the_command_writes_a_page_for_every_file_of_a_folder(tmp_path: Path) -> None:
    out = tmp_path / "facts"
    arguments = ["extract", str(EXAMPLES / "qinghe-plan.docx"), str(EXAMPLES / "yunchuan-table.xlsx")]
    assert run([*arguments, "--review", str(tmp_path / "pages"), "--out", str(out)]) == 0
    assert sorted(path.name for path in (tmp_path / "pages").iterdir()) == ["qinghe-plan.html", "yunchuan-table.html"]
    assert sorted(path.name for path in out.iterdir()) == ["qinghe-plan.json", "yunchuan-table.json"]


def test_one_page_for_several_files_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    arguments = ["extract", str(EXAMPLES / "qinghe-plan.docx"), str(EXAMPLES / "yunchuan-table.xlsx")]
    assert run([*arguments, "--review", str(tmp_path / "page.html"), "--lang", "en"]) == 2
    assert "Give a folder" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []
