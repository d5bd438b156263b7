"""The page in a real Chromium: marks answer pointer and keyboard, and no text of the document acts."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from tests.review.hostile import DOCUMENT, PLAN

from zeren.loading import read_corrected, understand
from zeren.readers import open_document, read_bytes
from zeren.readers.sources import Source
from zeren.review.page import review

pytestmark = pytest.mark.browser

EXAMPLE = Path(__file__).parents[2] / "examples" / "qinghe-plan.docx"
CHROMIUM = "/usr/bin/chromium"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu"])
        yield chromium
        chromium.close()


@pytest.fixture
def faults() -> list[str]:
    return []


@pytest.fixture
def page(browser: Browser, faults: list[str]) -> Iterator[Page]:
    context = browser.new_context()
    tab = context.new_page()
    tab.on("console", lambda message: faults.append(message.text))
    tab.on("pageerror", lambda fault: faults.append(str(fault)))
    tab.on("dialog", lambda dialog: faults.append(f"dialog: {dialog.message}"))
    tab.on("request", lambda request: None if request.url.startswith("file:") else faults.append(request.url))
    yield tab
    context.close()


def opened(page: Page, path: Path, text: str) -> Page:
    path.write_text(text, "utf-8")
    page.goto(path.as_uri())
    return page


@pytest.fixture
def example(page: Page, tmp_path: Path) -> Page:
    document = open_document(EXAMPLE)
    return opened(
        page, tmp_path / "page.html", review(document, understand(document), "en", "qinghe-plan.decisions.toml")
    )


def test_a_click_shows_what_was_read_and_why(example: Page, faults: list[str]) -> None:
    example.locator(".m.k-body", has_text="县市场监管局").first.click()
    card = example.locator("#card").inner_text()
    assert "县市场监管局" in card
    assert "has the form of a body's name" in card
    assert "%" in card
    assert example.locator("#card .kinds button").first.text_content() == "another role"
    assert faults == []


def test_the_keyboard_goes_through_all_marks_and_back(example: Page, faults: list[str]) -> None:
    seen = []
    for key in ("j", "j", "j", "k"):
        example.keyboard.press(key)
        seen.append(example.locator("#card h2").first.inner_text())
    assert seen[3] == seen[1] != seen[2]
    example.keyboard.press("Tab")
    assert example.evaluate("document.activeElement.classList.contains('m')")
    example.keyboard.press("Escape")
    assert "Pick a mark" in example.locator("#card").inner_text()
    assert faults == []


def test_only_doubtful_marks_stay_when_sieved(example: Page) -> None:
    every = example.locator(".m").count()
    example.select_option("#below", "85")
    assert 0 < example.locator("#paper.sieved .m.doubt").count() < every
    example.keyboard.press("Escape")
    example.locator("h1").click()
    example.keyboard.press("d")
    assert example.locator(".m.picked.doubt").count() >= 1


def test_a_kind_can_be_hidden(example: Page) -> None:
    chip = example.locator("[data-kind='body']")
    chip.click()
    assert chip.get_attribute("aria-pressed") == "false"
    line = "getComputedStyle(document.querySelector('main .k-body')).textDecorationLine"
    assert example.evaluate(line) == "none"


def test_a_hostile_document_is_only_shown(page: Page, tmp_path: Path, faults: list[str]) -> None:
    opened(page, tmp_path / "page.html", review(DOCUMENT, PLAN, "zh", "x.decisions.toml"))
    for mark in page.locator(".m").all()[:4]:
        mark.dispatch_event("click")
    page.keyboard.press("u")
    assert "alert(1)" in page.locator("#card").inner_text()
    assert page.locator("img").count() == 0
    assert faults == []


def fill(page: Page, **values: str) -> None:
    for name, value in values.items():
        control = page.locator(f"form.entry [name='{name}']")
        if control.evaluate("control => control.tagName") == "SELECT":
            control.select_option(value)
        else:
            control.fill(value)


def correct(page: Page, words: str, kind: str, **values: str) -> None:
    page.locator(".m", has_text=words).first.click()
    page.locator("#card details.fix summary").first.click()
    page.locator("#card .kinds button", has_text=kind).first.click()
    fill(page, **values, reason="settled", person="Li")
    page.locator("form.entry button[type=submit]").click()


def saved(page: Page, path: Path) -> str:
    page.keyboard.press("b")
    with page.expect_download() as download:
        page.locator("#basket button.main").click()
    assert download.value.suggested_filename == "qinghe-plan.decisions.toml"
    download.value.save_as(path)
    return path.read_text("utf-8")


def test_a_tick_survives_and_goes_on_to_the_next(example: Page, faults: list[str]) -> None:
    example.keyboard.press("n")
    first = example.locator("#card h2").last.inner_text()
    example.keyboard.press("c")
    assert example.locator("#progress").inner_text() == "1 of 24 checked"
    assert example.locator("#card h2").last.inner_text() != first
    example.reload()
    assert example.locator("#progress").inner_text() == "1 of 24 checked"
    assert example.locator(".m.ticked").count() >= 1
    assert faults == []


def test_corrections_and_ticks_become_the_decisions_file(example: Page, tmp_path: Path, faults: list[str]) -> None:
    correct(example, "县供电公司", "another role", role="support")
    correct(example, "县供电公司", "another name", name="县供电局")
    example.keyboard.press("n")
    example.keyboard.press("c")
    example.locator("[data-plan]").click()
    example.locator("#card .kinds button").first.click()
    fill(example, field="jurisdiction", value="青禾县河东", reason="seal", person="Li")
    example.locator("form.entry button[type=submit]").click()
    example.reload()
    assert example.locator("#count").inner_text() == "3"
    path = tmp_path / "d.toml"
    text = saved(example, path)
    plan, outcomes = read_corrected(Source(EXAMPLE), path)
    assert [(o.correction.action, o.fate) for o in outcomes] == [
        ("role", "applied"), ("name", "applied"), ("plan", "applied"), ("confirm", "applied"),
    ]  # fmt: skip
    assert plan.jurisdiction == "青禾县河东"
    assert [a.role for task in plan.tasks for a in task.assignments if a.agency == "县供电局"] == ["support"]
    assert text.count("[[decision]]") == 4
    example.locator("#basket .drop").first.click()
    assert example.locator("#count").inner_text() == "2"
    assert faults == []


def test_what_was_kept_is_in_the_file_saved(page: Page, tmp_path: Path) -> None:
    kept = '# ours\n[[decision]]\naction = "not-a-task"\nquote = "甲"\nperson = "Li"\nreason = "x"\n'
    document = open_document(EXAMPLE)
    text = review(document, understand(document), "en", "qinghe-plan.decisions.toml", kept)
    opened(page, tmp_path / "page.html", text)
    correct(page, "县供电公司", "does not act here")
    assert saved(page, tmp_path / "d.toml").startswith(kept)


def test_selected_words_go_into_the_form(example: Page) -> None:
    example.locator(".block.is-background .text").first.click()
    example.evaluate(
        """() => { const text = document.querySelector(".is-background .text").firstChild;
        getSelection().setBaseAndExtent(text, 2, text, 9); }"""
    )
    example.locator("#card details.fix summary").first.click()
    example.locator("#card .kinds button", has_text="is a task").click()
    assert example.locator("form.entry [name=quote]").input_value() == "决沿河小型加工"


def test_the_list_leads_to_the_text_and_can_be_sifted(example: Page) -> None:
    example.locator("[data-tab=list]").click()
    assert example.locator("#list .tasks li:visible").count() == 24
    example.locator("#list select").select_option("nobody")
    few = example.locator("#list .tasks li:visible").count()
    assert 0 < few < 24
    example.locator("#list select").select_option("all")
    example.locator("#list input").fill("县供电公司")
    assert example.locator("#list .tasks li:visible").count() == 1
    example.locator("#list .tasks li:visible .jump").click()
    assert example.locator(".m.picked").count() >= 1
    assert example.locator("#list").is_visible()


def test_a_sentence_broken_by_the_layout_is_marked_to_its_end(page: Page, tmp_path: Path) -> None:
    text = (
        "云川市方案\n\n一、任务\n\n1.建立健全巡查制度，对沿河重点企业逐户\n登记造册，\n及时更新台账。（市水务局负责）\n"
    )
    document = read_bytes(text.encode(), "plan.txt")
    opened(page, tmp_path / "page.html", review(document, understand(document), "zh"))
    marked = "".join(page.locator(".m.k-task").all_text_contents())
    assert marked.replace("\n", "") == "建立健全巡查制度，对沿河重点企业逐户登记造册，及时更新台账。（市水务局负责）"
    assert page.locator(".loose").count() == 0


def test_a_plan_of_two_thousand_rows_opens_quickly(page: Page, tmp_path: Path, faults: list[str]) -> None:
    rows = (f"{n},完成第{n}批排查整治工作,市水务局,市财政局、市公安局,2024年6月底前" for n in range(1, 2001))
    text = "序号,工作任务,牵头单位,配合单位,完成时限\n" + "\n".join(rows)
    document = read_bytes(text.encode(), "plan.csv")
    path = tmp_path / "page.html"
    path.write_text(review(document, understand(document), "zh"), "utf-8")
    began = time.perf_counter()
    page.goto(path.as_uri())
    page.keyboard.press("n")
    page.keyboard.press("l")
    assert page.locator("#list .tasks li").count() == 2000
    assert time.perf_counter() - began < 15
    assert faults == []
