"""What is built is what is in the folders, and it works where only the wheel is."""

from __future__ import annotations

import subprocess
import sys
import tarfile
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOTS = ("ontology", "loaders", "graph", "apps")
pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sdist, and the wheel built from that sdist."""
    out = tmp_path_factory.mktemp("dist")
    subprocess.run([sys.executable, "-m", "build", "--outdir", str(out), str(ROOT)], check=True, capture_output=True)
    return next(out.glob("*.tar.gz")), next(out.glob("*.whl"))


def _tracked() -> set[str]:
    listing = subprocess.run(["git", "ls-files", *ROOTS], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    return {line.split("/", 1)[1] for line in listing.splitlines() if "/zeren/" in line and "/frontend/" not in line}


def test_the_wheel_holds_every_file_of_the_folders_and_only_the_namespace(built: tuple[Path, Path]) -> None:
    names = set(zipfile.ZipFile(built[1]).namelist())
    assert {name.split("/")[0].split("-")[0] for name in names} == {"zeren"}
    missing = _tracked() - names
    assert not missing
    assert {name for name in names if name.startswith("zeren/explorer/static/")}, "the browser's parts were not built"


def test_the_sdist_holds_tests_and_examples(built: tuple[Path, Path]) -> None:
    with tarfile.open(built[0]) as archive:
        names = {name.split("/", 1)[-1] for name in archive.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "Makefile", "examples/README.md"} <= names


def test_the_command_works_from_the_wheel_alone(built: tuple[Path, Path], tmp_path: Path) -> None:
    subprocess.run([sys.executable, "-m", "venv", str(tmp_path / "env")], check=True)
    binary = tmp_path / "env" / "bin"
    subprocess.run([str(binary / "pip"), "install", "-q", str(built[1])], check=True)
    plan = tmp_path / "plan.txt"
    plan.write_text(
        "云川市工作方案\n一、重点任务\n1.编制整治方案。（市工业和信息化局牵头，市财政局配合，2024年6月底前完成）\n2.加强日常巡查。\n",
        "utf-8",
    )
    done = subprocess.run(
        [str(binary / "zeren"), "--lang", "zh", "check", str(plan)], capture_output=True, text=True, cwd=tmp_path
    )
    assert done.returncode == 1, done.stderr
    assert "unowned-task" in done.stdout
    assert subprocess.run([str(binary / "zeren"), "--version"], capture_output=True, check=True).stdout.startswith(
        b"zeren "
    )
