"""Starts the explorer: Streamlit on the loopback address, with our settings, fonts and theme."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import Any

from zeren.explorer.language import Speaker
from zeren.model import UsageError

HERE = Path(__file__).resolve().parent
ADDRESS = "127.0.0.1"
UPLOAD_LIMIT = 50
"""Megabytes a file."""


def address(port: int) -> str:
    """Where the explorer answers."""
    return f"http://{ADDRESS}:{port}/"


def settings(port: int) -> dict[str, Any]:
    """Streamlit's options. Nothing is asked of or told to another machine; without the garbage collection after each
    run an empty page costs a tenth of the time."""
    return {
        "server.address": ADDRESS,
        "server.port": port,
        "server.headless": True,
        "server.enableStaticServing": True,
        "server.maxUploadSize": UPLOAD_LIMIT,
        "server.fileWatcherType": "none",
        "server.runOnSave": False,
        "browser.serverAddress": ADDRESS,
        "browser.gatherUsageStats": False,
        "client.showErrorLinks": False,
        "client.showErrorDetails": "none",
        "client.toolbarMode": "minimal",
        "runner.postScriptGC": False,
        "global.developmentMode": False,
        "logger.hideWelcomeMessage": True,
        **theme(),
    }


def theme() -> dict[str, Any]:
    """Light and dark ground by the browser's wish, and our own font, so that Chinese draws on any machine."""
    return {
        "theme.font": "'Noto Sans SC Variable', sans-serif",
        "theme.fontFaces": _faces(),
        "theme.baseFontSize": 15,
        "theme.baseRadius": "6px",
        "theme.showWidgetBorder": True,
        "theme.light.primaryColor": "#b3261e",
        "theme.light.backgroundColor": "#ffffff",
        "theme.light.secondaryBackgroundColor": "#f3f5f8",
        "theme.light.textColor": "#1f2430",
        "theme.light.borderColor": "#d5dae1",
        "theme.dark.primaryColor": "#ff8a80",
        "theme.dark.backgroundColor": "#14171d",
        "theme.dark.secondaryBackgroundColor": "#20252e",
        "theme.dark.textColor": "#e8eaee",
        "theme.dark.borderColor": "#3a414d",
    }


def _faces() -> list[dict[str, str]]:
    faces = HERE / "static" / "fonts.json"
    if not faces.is_file():
        raise UsageError("explorer-not-built", folder=str(faces.parent))
    found: list[dict[str, str]] = json.loads(faces.read_text("utf-8"))
    return found


def serve(library: Path | None = None, port: int = 8501, language: str | None = None) -> int:
    """Serve the explorer over a kept library (None: only what is uploaded) until it is interrupted; returns 0.

    Says the address on stdout when it listens. Raises UsageError explorer-missing without Streamlit,
    explorer-not-built without its browser parts, port-taken.
    """
    try:
        from streamlit import config
        from streamlit.web import bootstrap
    except ImportError as fault:
        raise UsageError("explorer-missing") from fault
    _check_port(port)
    _tell(library, language)
    main = str(HERE / "main.py")
    options = settings(port)
    config._main_script_path = main
    bootstrap.load_config_options(options)
    sys.stdout.write(Speaker(language or "zh")("shell.serving", address=address(port)) + "\n")
    sys.stdout.flush()
    bootstrap.run(main, False, [], options)
    return 0


def _check_port(port: int) -> None:
    import socket

    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((ADDRESS, port))
        except OSError as fault:
            raise UsageError("port-taken", port=port) from fault


def _tell(library: Path | None, language: str | None) -> None:
    """Hand the call's facts to the script, which Streamlit runs in this process."""
    for name, value in (("ZEREN_LIBRARY", library and str(library.resolve())), ("ZEREN_LANG", language)):
        if value:
            os.environ[name] = value
        else:
            os.environ.pop(name, None)
