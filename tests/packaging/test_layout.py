"""The four source roots hold one namespace and nothing that would import in development but not be shipped."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROOTS = ("ontology", "loaders", "graph", "apps")


@pytest.mark.parametrize("root", ROOTS)
def test_a_source_root_holds_the_namespace_alone(root: str) -> None:
    assert {path.name for path in (ROOT / root).iterdir()} <= {"zeren", "README.md"}
    assert not (ROOT / root / "zeren" / "__init__.py").exists()


def test_every_subpackage_is_typed_and_says_what_it_is_for() -> None:
    packages = [path for root in ROOTS for path in (ROOT / root / "zeren").iterdir() if path.is_dir()]
    packages = [path for path in packages if path.name != "__pycache__"]
    assert len(packages) >= 15
    assert [path.name for path in packages if not (path / "py.typed").exists()] == []
    assert [p.name for p in packages if not (p / "__init__.py").read_text("utf-8").startswith('"""')] == []


def test_importing_reads_nothing_and_pulls_in_nothing_heavy() -> None:
    script = """
import builtins, io, sys
def refuse(file, *rest, **more):
    raise AssertionError(f"read at import: {file}")
import zeren.model.interchange, zeren.readers, zeren.agencies.bodies, zeren.graph.schema, zeren.store.protocol
builtins.open = refuse
import zeren.loading, zeren.rules, zeren.queries, zeren.workload, zeren.export
heavy = {"streamlit", "neo4j", "pdfplumber", "pypdfium2", "rustworkx"} & set(sys.modules)
assert not heavy, heavy
"""
    subprocess.run([sys.executable, "-c", script], check=True, cwd=ROOT)
