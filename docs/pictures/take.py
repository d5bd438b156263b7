"""Takes the pictures of the README from the explorer over the shipped examples: python docs/pictures/take.py."""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from playwright.sync_api import Page, sync_playwright  # noqa: E402
from tests.explorer.browser import CHROMIUM, FLAGS, Visit, served  # noqa: E402

from zeren.explorer.originals import keep  # noqa: E402
from zeren.graph.identity import plan_id  # noqa: E402
from zeren.loading import load  # noqa: E402
from zeren.readers.sources import Source  # noqa: E402
from zeren.store.library import Library  # noqa: E402

EXAMPLES = ("yunchuan-table.docx", "qinghe-plan.docx", "yunchuan-ledger.xlsx")
PICTURES = (
    ("overview", "zh", False), ("network", "zh", False), ("matrix", "zh", False), ("gaps", "zh", False),
    ("overview", "en", False), ("network", "en", True), ("matrix", "en", True), ("gaps", "en", False),
    ("document", "en", False), ("timeline", "en", False),
)  # fmt: skip
"""Page, language, dark."""


def library(folder: Path) -> str:
    """Build the library; returns the key of the plan that is shown."""
    files = [ROOT / "examples" / name for name in EXAMPLES]
    plans = [load(file) for file in files]
    Library(folder).add(plans)
    keep(folder, map(Source, files), plans)
    return plan_id(plans[0])


def prepare(page: Page, name: str) -> None:
    """Pick something, so that the picture shows its details."""
    if name == "gaps":
        page.locator(".listing tr[data-row]").first.click()
    if name == "document":
        page.locator(".paper .frame mark.body").nth(1).click()
    if name == "network":
        network = page.locator(".network")
        network.locator(".search").fill("市公安局")
        page.wait_for_timeout(800)
        network.locator(".canvas").click()
        page.wait_for_timeout(2000)
        network.locator(".search").fill("")
        network.locator("[data-act=fit]").click()
        page.mouse.move(5, 5)
        page.evaluate("document.querySelector('[data-testid=stMain]').scrollTop = 0")
    if name == "matrix":
        page.locator(".matrix td[data-role]").nth(3).hover()
    page.wait_for_timeout(2500)


def main() -> None:
    """Write every picture beside this file."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        plan = library(Path(folder))
        with served(Path(folder)) as address:
            browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
            for name, language, dark in PICTURES:
                context = browser.new_context(
                    viewport={"width": 1440, "height": 900}, color_scheme="dark" if dark else "light"
                )
                tab = Visit(context.new_page(), address)
                tab.open(name, language, plan=plan)
                prepare(tab.page, name)
                tab.page.screenshot(path=Path(__file__).with_name(f"{name}-{language}.png"))
                context.close()
            browser.close()


if __name__ == "__main__":
    main()
