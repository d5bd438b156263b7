from __future__ import annotations

import socket

import pytest

from zeren.explorer import server
from zeren.explorer.frontend.build_hook import is_fresh
from zeren.model import UsageError


def test_nothing_is_told_to_other_machines() -> None:
    options = server.settings(8501)
    assert options["server.address"] == options["browser.serverAddress"] == "127.0.0.1"
    assert options["browser.gatherUsageStats"] is False
    assert options["client.showErrorLinks"] is False
    assert options["runner.postScriptGC"] is False
    assert options["server.maxUploadSize"] == 50


def test_streamlit_knows_every_option() -> None:
    from streamlit import config

    known = config.get_config_options()
    assert [name for name in server.settings(8501) if name not in known] == []


def test_the_font_covers_chinese_and_comes_from_ourselves() -> None:
    faces = server.theme()["theme.fontFaces"]
    assert len(faces) > 50
    assert all(face["url"].startswith("app/static/fonts/") for face in faces)
    assert all((server.HERE / face["url"].removeprefix("app/")).is_file() for face in faces)


def test_a_taken_port_is_told() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(UsageError) as fault:
            server.serve(None, port, "en")
    assert fault.value.code == "port-taken"
    assert fault.value.message("zh") == f"端口 {port} 已被占用。请用 --port 另选一个。"


def test_the_browser_parts_are_built() -> None:
    assert is_fresh(server.HERE / "frontend", server.HERE / "static")
    assert "MIT" in (server.HERE / "static" / "LICENSES.txt").read_text("utf-8")
