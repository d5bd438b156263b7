from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from tests.readers import files

from zeren.model import UsageError
from zeren.readers import Paragraph, Table, read_bytes

_RTF = rb"{\rtf1\ansi\ansicpg936{\fonttbl{\f0 Song;}}\f0 \u-26137?\u20214?\par}"


@pytest.mark.slow
def test_rtf_and_doc_are_read_through_libreoffice(tmp_path: Path) -> None:
    program = shutil.which("soffice")
    assert program, "LibreOffice is among what the tests need"
    (tmp_path / "a.docx").write_bytes(files.as_docx([["序号", "任务"], ["1", "修桥"]]))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    subprocess.run(
        [program, profile, "--headless", "--convert-to", "doc", "--outdir", tmp_path, tmp_path / "a.docx"],
        check=True,
        timeout=120,
    )
    document = read_bytes((tmp_path / "a.doc").read_bytes(), "a.doc")
    (table,) = (block for block in document.blocks if isinstance(block, Table))
    assert [[cell.text for cell in row] for row in table.rows] == [["序号", "任务"], ["1", "修桥"]]
    rtf = read_bytes(_RTF, "a.rtf")
    assert (rtf.format, [block.text for block in rtf.blocks if isinstance(block, Paragraph)]) == (
        "rtf",
        ["\u99e7\u4ef6".replace("\u99e7", chr(65536 - 26137))],
    )


def test_without_libreoffice_the_way_on_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError) as caught:
        read_bytes(_RTF, "a.rtf")
    assert "LibreOffice" in caught.value.message("zh")
