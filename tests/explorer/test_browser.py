"""The explorer in a real Chromium, over a kept library, in both languages."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from tests.explorer import sample
from tests.explorer.browser import chromium, served, visit

from zeren.explorer.language import Speaker
from zeren.explorer.shell import PAGES
from zeren.explorer.state import LANGUAGES
from zeren.graph.identity import plan_id
from zeren.store.library import Library

pytestmark = pytest.mark.browser

DRAFT = """云岭市安全生产整治工作方案

一、主要任务
（一）开展隐患排查。由市应急管理局牵头，市生态环境局配合，2025年6月30日前完成。
（二）制定整改清单。由市工业和信息化局负责，2025年9月底前完成。
二、保障措施
（一）落实资金保障。由市财政局负责。
（二）建立整改台账。
"""

TOFU = """() => {
  const family = getComputedStyle(document.body).fontFamily;
  const pictures = ["责", "任", "图"].map((letter) => {
    const canvas = document.createElement("canvas");
    const context = canvas.getContext("2d");
    context.font = `40px ${family}`;
    context.fillText(letter, 10, 60);
    return canvas.toDataURL();
  });
  return new Set(pictures).size;
}"""


@pytest.fixture(scope="module")
def address(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    folder = tmp_path_factory.mktemp("library")
    Library(folder).add([sample.plan()])
    with served(folder) as found:
        yield found


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    with chromium(tmp_path_factory.mktemp("browser")) as found:
        yield found


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_every_page_is_drawn(browser: Browser, address: str, language: str, dark: bool) -> None:
    say = Speaker(language)
    with visit(browser, address, dark=dark) as tab:
        for name in PAGES:
            tab.open(name, language)
            assert tab.page.locator("h1").inner_text() == say(f"{name}.title")
            assert tab.page.get_by_text(say("shell.defect")).count() == 0
        assert tab.page.evaluate("document.documentElement.lang") == ("zh-CN" if language == "zh" else "en")


def test_chinese_is_drawn_without_a_chinese_font_on_the_machine(browser: Browser, address: str) -> None:
    with visit(browser, address) as tab:
        tab.open("network", "zh")
        assert any(tab.page.evaluate(TOFU) == 3 or tab.page.wait_for_timeout(500) for _ in range(40))
        loaded = tab.page.evaluate("[...document.fonts].filter((face) => face.status === 'loaded').length")
        assert loaded >= 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_click_in_the_network_shows_the_words(browser: Browser, address: str, language: str) -> None:
    with visit(browser, address) as tab:
        tab.open("network", language)
        network = tab.page.locator(".network")
        network.locator(".search").fill("退出协议")
        assert network.locator(".count").inner_text() == "1"
        tab.page.wait_for_timeout(600)
        network.locator(".canvas").click()
        tab.page.get_by_text("组织企业签订退出协议").first.wait_for(timeout=15_000)
        tab.settle()
        assert "task=" in tab.page.url
        assert tab.page.locator(".listing").get_by_text("市财政局").count() >= 1


def test_hide_undo_and_export(browser: Browser, address: str) -> None:
    with visit(browser, address) as tab:
        tab.open("network", "en")
        network = tab.page.locator(".network")
        network.locator(".search").fill("退出协议")
        tab.page.wait_for_timeout(600)
        network.locator(".canvas").click()
        tab.settle()
        network.get_by_role("button", name="Hide").click()
        assert network.get_by_role("button", name="Undo").is_enabled()
        network.get_by_role("button", name="Undo").click()
        assert network.get_by_role("button", name="Redo").is_enabled()
        for button, beginning in (("Save SVG", b"<svg"), ("Save PNG", b"\x89PNG")):
            with tab.page.expect_download() as download:
                network.get_by_role("button", name=button).click()
            assert Path(download.value.path()).read_bytes().startswith(beginning)


def test_the_matrix_by_keyboard(browser: Browser, address: str) -> None:
    with visit(browser, address) as tab:
        tab.open("matrix", "zh")
        table = tab.page.locator(".matrix table")
        assert table.locator("th.task").count() == 5
        assert table.locator("th.task.unowned").count() == 1
        table.locator("td.cell").first.focus()
        tab.page.keyboard.press("ArrowRight")
        tab.page.keyboard.press("Enter")
        tab.page.get_by_text(Speaker("zh")("details.duties")).first.wait_for(timeout=15_000)
        assert "body=" in tab.page.url
        assert "task=" in tab.page.url


def test_a_gap_is_picked_from_the_list(browser: Browser, address: str) -> None:
    with visit(browser, address) as tab:
        tab.open("gaps", "en")
        tab.page.locator(".listing tr[data-row]").first.click()
        tab.page.get_by_text(Speaker("en")("gaps.fix")).wait_for(timeout=15_000)
        tab.settle()
        assert "finding=" in tab.page.url


def test_the_language_is_switched_in_place(browser: Browser, address: str) -> None:
    with visit(browser, address) as tab:
        tab.open("gaps", "zh", severity="warning")
        tab.page.get_by_role("radio", name="English").or_(tab.page.get_by_role("button", name="English")).first.click()
        tab.page.locator("h1", has_text=Speaker("en")("gaps.title")).wait_for(timeout=15_000)
        tab.settle()
        assert "lang=en" in tab.page.url
        assert "severity=warning" in tab.page.url
        assert tab.page.get_by_role("link", name=Speaker("en")("shell.network"), exact=True).count() >= 1


def test_a_task_leads_to_its_words(browser: Browser, address: str, tmp_path: Path) -> None:
    draft = tmp_path / "整治方案.txt"
    draft.write_text(DRAFT, "utf-8")
    with visit(browser, address) as tab:
        tab.open("drafts", "en")
        tab.page.locator("input[type=file]").set_input_files(str(draft))
        tab.page.get_by_text(Speaker("en")("drafts.opened")).wait_for(timeout=60_000)
        tab.page.get_by_role("link", name=Speaker("en")("shell.matrix"), exact=True).click()
        tab.page.locator(".matrix th.task").first.wait_for(timeout=30_000)
        words = tab.page.locator(".matrix th.task").first.get_attribute("title")
        tab.page.locator(".matrix th.task").first.click()
        tab.page.get_by_role("button", name=Speaker("en")("details.in_document")).click()
        tab.page.locator(".paper mark.focus").first.wait_for(timeout=30_000)
        assert "".join(tab.page.locator(".paper mark.focus").all_inner_texts()) == words


def test_a_link_opens_what_was_looked_at(browser: Browser, address: str) -> None:
    with visit(browser, address) as tab:
        tab.open("gaps", "zh", severity="warning")
        rows = tab.page.locator(".listing tr[data-row]")
        assert rows.count() > 0
        assert rows.count() == tab.page.locator(".listing tr.warning").count()


def test_files_uploaded_one_after_the_other_are_all_kept(browser: Browser, address: str, tmp_path: Path) -> None:
    with visit(browser, address) as tab:
        tab.open("drafts", "zh")
        for place, name in enumerate(("第一份.txt", "第二份.txt", "第三份.txt"), 1):
            path = tmp_path / name
            path.write_text(DRAFT.replace("安全生产", path.stem), "utf-8")
            tab.page.locator("input[type=file]").set_input_files(str(path))
            rows = tab.page.locator(".listing tr[data-row]")
            rows.nth(place - 1).wait_for(timeout=60_000)
            assert name in rows.nth(place - 1).inner_text()


def test_what_is_hidden_and_pinned_stands_in_the_address(browser: Browser, address: str) -> None:
    with visit(browser, address) as tab:
        tab.open("network", "zh")
        canvas = tab.page.locator(".network .canvas")
        canvas.wait_for(timeout=30_000)
        tab.page.wait_for_timeout(1500)
        box = canvas.bounding_box()
        assert box is not None
        for act in ("hide", "pin"):
            for place in range(2, 18):
                tab.page.mouse.click(box["x"] + box["width"] * place / 20, box["y"] + box["height"] * 0.5)
                tab.page.wait_for_timeout(400)
                if tab.page.locator(f".network [data-act={act}]").is_enabled():
                    break
            tab.page.locator(f".network [data-act={act}]").click()
            tab.settle()
        assert "hidden=" in tab.page.url and "pinned=" in tab.page.url
        tab.page.goto(tab.page.url)
        tab.page.locator(".network [data-act=undo]:enabled").wait_for(timeout=30_000)
        tab.page.locator(".network [data-act=undo]").click()
        tab.settle()
        assert "hidden=" not in tab.page.url


def test_a_draft_is_uploaded_and_shown_in_its_words(browser: Browser, address: str, tmp_path: Path) -> None:
    good, bad = tmp_path / "整治方案.txt", tmp_path / "坏文件.docx"
    good.write_text(DRAFT, "utf-8")
    bad.write_bytes(b"PK\x03\x04 this is no document")
    with visit(browser, address) as tab:
        tab.open("drafts", "zh")
        tab.page.locator("input[type=file]").set_input_files([str(good), str(bad)])
        tab.page.get_by_text(Speaker("zh")("drafts.opened")).wait_for(timeout=60_000)
        assert tab.page.locator("[data-testid=stAlertContentError]").count() == 1
        assert "坏文件" in tab.page.locator("[data-testid=stAlertContentError]").inner_text()
        tab.page.get_by_role("link", name=Speaker("zh")("shell.document")).click()
        tab.page.locator(".paper mark.body", has_text="市应急管理局").first.wait_for(timeout=30_000)
        tab.page.locator(".paper mark.body", has_text="市应急管理局").first.click()
        tab.page.get_by_text(Speaker("zh")("details.duties")).first.wait_for(timeout=15_000)
        tab.page.get_by_role("link", name=Speaker("zh")("shell.gaps")).click()
        tab.page.locator(".listing tr[data-row]").first.wait_for(timeout=30_000)


@pytest.mark.parametrize("engine", ["Cypher", "SPARQL"])
def test_a_query_is_run_and_saved(browser: Browser, address: str, engine: str) -> None:
    with visit(browser, address) as tab:
        tab.open("query", "en", mode="free", engine=engine.lower())
        tab.page.get_by_role("button", name="Run").click()
        tab.page.locator(".listing tr[data-row]").first.wait_for(timeout=30_000)
        with tab.page.expect_download() as download:
            tab.page.get_by_role("button", name="Download CSV").click()
        assert Path(download.value.path()).read_bytes().startswith(b"\xef\xbb\xbf")
        tab.page.locator("textarea").fill("LOAD FROM '/etc/passwd' RETURN *")
        tab.page.get_by_role("button", name="Run").click()
        tab.page.locator("[data-testid=stAlertContentError]").wait_for(timeout=30_000)


def test_hostile_words_make_no_markup(browser: Browser, address: str) -> None:
    with visit(browser, address) as tab:
        for page in ("network", "matrix", "gaps", "enterprises"):
            tab.open(page, "zh", plan=plan_id(sample.plan()))
            assert tab.page.locator("b", has_text="名单").count() == 0
            assert tab.page.locator("img[src*='evil.example'], a[href*='evil.example']").count() == 0


DECISIONS = """[[decision]]
action = "role"
quote = "制定整改清单"
body = "市工业和信息化局"
role = "lead"
person = "督查室 李某"
reason = "分工会议明确"
"""


def test_a_draft_is_corrected_by_file_and_by_form(browser: Browser, address: str, tmp_path: Path) -> None:
    draft, decisions = tmp_path / "整治方案.txt", tmp_path / "整治方案.decisions.toml"
    draft.write_text(DRAFT, "utf-8")
    decisions.write_text(DECISIONS, "utf-8")
    with visit(browser, address) as tab:
        tab.open("drafts", "en")
        tab.page.locator("input[type=file]").set_input_files([draft, decisions])
        tab.page.get_by_text("1 corrections, applied to the draft").wait_for(timeout=30_000)
        tab.page.get_by_role("link", name="Document").click()
        tab.settle()
        tab.page.locator(".frame mark.body", has_text="市财政局").click()
        tab.page.get_by_text("Correct this").click()
        tab.settle()
        tab.page.get_by_label("Reason").fill("settled")
        tab.page.get_by_role("button", name="Note down").click()
        tab.page.get_by_text("Please fill in: Person.").wait_for()
        tab.page.get_by_label("Person").fill("Li")
        tab.page.get_by_role("button", name="Note down").click()
        tab.page.get_by_text("It was not noted down").wait_for(timeout=20_000)
        tab.page.get_by_role("combobox", name="What is wrong").click()
        tab.page.get_by_role("option", name="another name").click()
        tab.settle()
        for name, value in (("Should be", "市财政与国资局"), ("Reason", "renamed"), ("Person", "Li")):
            tab.page.get_by_label(name).fill(value)
        tab.page.get_by_role("button", name="Note down").click()
        tab.page.get_by_text("Correction 2 (name, Li): applied").first.wait_for(timeout=20_000)
        with tab.page.expect_download() as download:
            tab.page.get_by_text("Download 整治方案.decisions.toml").click()
        download.value.save_as(tmp_path / "kept.toml")
        text = (tmp_path / "kept.toml").read_text("utf-8")
        assert text.startswith(DECISIONS.rstrip())
        assert 'name = "市财政与国资局"' in text
        tab.page.get_by_role("button", name="×").last.click()
        tab.settle()
        assert tab.page.get_by_text("Correction 2").count() == 0


def test_nothing_can_be_fetched_from_elsewhere(browser: Browser, address: str) -> None:
    with visit(browser, address) as tab:
        tab.open("overview", "zh")
        refused = tab.page.evaluate(
            """() => new Promise((done) => {
              document.addEventListener("securitypolicyviolation", (event) => done(event.violatedDirective));
              setTimeout(() => done("nothing"), 3000);
              new Image().src = "https://example.org/x.png"; })"""
        )
        assert refused == "img-src"
        assert any("Content Security Policy" in fault for fault in tab.faults)
        tab.faults.clear()
        tab.outside.clear()


def test_labels_that_are_only_heard_are_chinese(browser: Browser, address: str) -> None:
    with visit(browser, address) as tab:
        tab.open("drafts", "zh")
        labels = tab.page.evaluate("[...document.querySelectorAll('[aria-label]')].map((e) => e.ariaLabel)")
        assert "页面" in labels
        assert not [label for label in labels if label.isascii()]


def test_the_matrix_is_printed_in_blocks(browser: Browser, address: str) -> None:
    with visit(browser, address) as tab:
        tab.open("matrix", "zh")
        tab.page.evaluate("dispatchEvent(new Event('beforeprint'))")
        assert tab.page.locator(".paper table").count() >= 1
        assert tab.page.locator(".paper thead .task").count() == tab.page.locator(".frame thead .task").count()
        tab.page.evaluate("dispatchEvent(new Event('afterprint'))")
        assert tab.page.locator(".paper table").count() == 0
