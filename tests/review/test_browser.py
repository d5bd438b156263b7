"""The page in a real Chromium: marks answer pointer and keyboard, and no text of the document acts."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, sync_playwright
from tests.review.hostile import DOCUMENT, PLAN

from zeren.loading import understand
from zeren.readers import open_document
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
    assert 'action = "role"' in (example.locator("#card pre").first.text_content() or "")
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
