from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import docx
import pytest
from tests.readers import files

from zeren.model import UsageError
from zeren.readers import Paragraph, Table, read_bytes
from zeren.readers.doc_ending import with_last_paragraph

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


@pytest.mark.slow
def test_a_doc_that_ends_with_its_table_keeps_it(tmp_path: Path) -> None:
    program = shutil.which("soffice")
    assert program, "LibreOffice is among what the tests need"
    document = docx.Document()
    document.add_paragraph("分工表")
    table = document.add_table(2, 2)
    for place, text in enumerate(["序号", "任务", "1", "修桥"]):
        table.cell(place // 2, place % 2).text = text
    document.save(str(tmp_path / "a.docx"))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [program, profile, "--headless", "--convert-to", "doc", "--outdir", tmp_path, tmp_path / "a.docx"]
    subprocess.run(command, check=True, timeout=120)
    _, found = read_bytes((tmp_path / "a.doc").read_bytes(), "a.doc").blocks
    assert isinstance(found, Table)
    assert [[cell.text for cell in row] for row in found.rows] == [["序号", "任务"], ["1", "修桥"]]


def test_bytes_that_are_no_doc_stay_as_they_are() -> None:
    assert with_last_paragraph(b"\xd0\xcf\x11\xe0" + bytes(600), "a.doc") == b"\xd0\xcf\x11\xe0" + bytes(600)


def test_without_libreoffice_the_way_on_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(UsageError) as caught:
        read_bytes(_RTF, "a.rtf")
    assert "LibreOffice" in caught.value.message("zh")
