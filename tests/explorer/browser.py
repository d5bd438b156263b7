"""A real server and a real browser: the explorer over a library, in a Chromium that may only talk to this machine."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
LOOPBACK = ("http://127.0.0.1:", "ws://127.0.0.1:", "data:", "blob:", "about:")
ALLOWED_404 = ("/_stcore/health", "/_stcore/host-config")
"""Streamlit asks for these below the page's own path first, where a page is opened by its direct link."""

_NO_CHINESE = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>/usr/share/fonts/truetype/dejavu</dir><cachedir>{cache}</cachedir></fontconfig>"""


@contextmanager
def served(library: Path) -> Iterator[str]:
    """The explorer over a library, on a free port; gives its address."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    code = "import sys; from pathlib import Path; from zeren.explorer.server import serve; serve(Path(sys.argv[1]), int(sys.argv[2]))"
    process = subprocess.Popen(
        [sys.executable, "-c", code, str(library), str(port)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        _wait(f"http://127.0.0.1:{port}/_stcore/health", process)
        yield f"http://127.0.0.1:{port}/"
    finally:
        process.terminate()
        process.wait(20)


def _wait(address: str, process: subprocess.Popen[str]) -> None:
    for _ in range(240):
        if process.poll() is not None:
            raise RuntimeError(f"the explorer ended: {process.stdout.read() if process.stdout else ''}")
        try:
            with urllib.request.urlopen(address, timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.25)
    raise RuntimeError("the explorer did not answer within a minute")


@contextmanager
def chromium(folder: Path) -> Iterator[Browser]:
    """Debian's Chromium without any Chinese font: what is drawn in Chinese comes from the explorer's own."""
    fonts = folder / "fonts.conf"
    fonts.write_text(_NO_CHINESE.format(cache=folder / "cache"), "utf-8")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=list(FLAGS), env={**os.environ, "FONTCONFIG_FILE": str(fonts)}
        )
        yield browser
        browser.close()


@dataclass
class Visit:
    """One tab, with what it asked other machines for and what went wrong in it."""

    page: Page
    address: str
    outside: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)

    def open(self, name: str, language: str, **query: str) -> None:
        """Open a page by its direct link and wait until it is drawn."""
        path = "" if name == "overview" else name
        more = "".join(f"&{key}={value}" for key, value in query.items())
        self.page.goto(f"{self.address}{path}?lang={language}{more}")
        self.page.wait_for_selector("h1", timeout=30_000)
        self.settle()

    def settle(self) -> None:
        """Wait until Streamlit has nothing left to run."""
        self.page.wait_for_timeout(300)
        self.page.wait_for_selector("[data-testid=stApp][data-test-script-state=notRunning]", timeout=30_000)
        self.page.wait_for_timeout(200)

    def note(self, message: Any) -> None:
        """Take down errors of the console, but for the two requests Streamlit always makes in vain."""
        place = message.location.get("url", "")
        if message.type == "error" and not place.split("?")[0].endswith(ALLOWED_404):
            self.faults.append(f"{message.text} ({place})")

    def ask(self, request: Any) -> None:
        """Take down requests to other machines."""
        if not request.url.startswith(LOOPBACK):
            self.outside.append(request.url)


@contextmanager
def visit(browser: Browser, address: str, *, dark: bool = False) -> Iterator[Visit]:
    """A tab of its own that is clean at the end: nothing asked of others, no error."""
    context = browser.new_context(
        viewport={"width": 1440, "height": 900}, color_scheme="dark" if dark else "light", accept_downloads=True
    )
    tab = Visit(context.new_page(), address)
    tab.page.on("console", tab.note)
    tab.page.on("pageerror", lambda error: tab.faults.append(str(error)))
    tab.page.on("request", tab.ask)
    yield tab
    context.close()
    assert tab.outside == []
    assert tab.faults == []
