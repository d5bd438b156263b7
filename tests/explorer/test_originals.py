from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

from tests.explorer import sample

from zeren.explorer.originals import FOLDER, keep, original
from zeren.readers.sources import Source


def test_a_file_is_kept_once_and_read_again(tmp_path: Path) -> None:
    file = tmp_path / "方案.txt"
    file.write_text("一、源头管控\n（一）排查企业。由市应急管理局负责。\n", "utf-8")
    plan = replace(sample.plan(), source="方案.txt", sha256=hashlib.sha256(file.read_bytes()).hexdigest())
    library = tmp_path / "library"
    assert keep(library, [Source(file)], [plan]) == 1
    assert keep(library, [Source(file)], [plan]) == 0
    document = original(library, plan)
    assert document is not None
    assert document.sha256 == plan.sha256
    assert document.blocks[0].text == "一、源头管控"  # type: ignore[union-attr]


def test_other_files_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "other.txt"
    file.write_text("x", "utf-8")
    assert keep(tmp_path / "library", [Source(file)], [sample.plan()]) == 0
    assert not (tmp_path / "library" / FOLDER).exists()


def test_a_plan_cannot_name_a_file_elsewhere(tmp_path: Path) -> None:
    file = tmp_path / "x.txt"
    file.write_text("x", "utf-8")
    plan = replace(sample.plan(), source="../../escape.txt", sha256=hashlib.sha256(b"x").hexdigest())
    keep(tmp_path / "library", [Source(file)], [plan])
    assert not (tmp_path / "escape.txt").exists()
    assert (tmp_path / "library" / FOLDER / plan.sha256 / "escape.txt").is_file()


def test_a_file_that_is_gone_is_no_fault(tmp_path: Path) -> None:
    assert original(tmp_path, sample.plan()) is None
    assert original(tmp_path, replace(sample.plan(), sha256="../..")) is None
