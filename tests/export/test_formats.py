from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import networkx as nx
import pytest
from benchmarks.plans import generate_plans

from zeren.export import FORMATS, write
from zeren.export.sheets import safe
from zeren.graph import build
from zeren.graph.triples import triples
from zeren.model import Plan, Task, UsageError


@pytest.fixture(scope="module")
def graph() -> nx.MultiDiGraph[str]:
    odd = Plan("怪字", "云岭市", tasks=(Task("1", "1", None, '=1+1 "引\t号"\\ <b>\x0b&', locator="1"),))
    return build([*generate_plans(70, 3), odd])


@pytest.mark.parametrize("suffix", FORMATS)
def test_two_exports_give_the_same_bytes(graph: nx.MultiDiGraph[str], suffix: str, tmp_path: Path) -> None:
    one = write(graph, tmp_path / f"one{suffix}").read_bytes()
    other = write(build(reversed(generate_plans(70, 3))), tmp_path / f"other{suffix}").read_bytes()
    again = write(build(generate_plans(70, 3)), tmp_path / f"again{suffix}").read_bytes()
    assert other == again
    assert len(one) > len(other) > 1000


def test_turtle_holds_every_triple(graph: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    import pyoxigraph

    read = pyoxigraph.parse(write(graph, tmp_path / "g.ttl").read_bytes(), format=pyoxigraph.RdfFormat.TURTLE)
    want = pyoxigraph.parse("\n".join(triples(graph)).encode(), format=pyoxigraph.RdfFormat.N_TRIPLES)
    found = {str(quad.triple) for quad in read}
    expected = {str(quad.triple) for quad in want}
    assert len(expected) == len(list(triples(graph)))
    assert expected < found
    assert all("22-rdf-syntax-ns#type" in triple for triple in found - expected)
    assert any("http://data.europa.eu/eli/ontology#LegalResource" in triple for triple in found - expected)


def test_graphml_is_read_back_by_networkx(graph: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    read = nx.read_graphml(write(graph, tmp_path / "g.graphml"), force_multigraph=True)
    assert {id: data["label"] for id, data in read.nodes(data=True)} == {
        id: data["label"] for id, data in graph.nodes(data=True)
    }
    edges = sorted((source, target, data["type"]) for source, target, data in read.edges(data=True))
    assert edges == sorted(graph.edges(keys=True))
    task = next(id for id, data in graph.nodes(data=True) if data["label"] == "Task" and data["position"] == 5)
    assert read.nodes[task]["text"] == graph.nodes[task]["text"]
    assert read.nodes[task]["position"] == 5


def test_sheets_hold_every_node_and_relationship(graph: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    path = write(graph, tmp_path / "g.csv")
    assert path.name == "g.csv.zip"
    with zipfile.ZipFile(path) as archive:
        texts = {name: archive.read(name).decode("utf-8-sig") for name in archive.namelist()}
    rows = {name: list(csv.DictReader(io.StringIO(text, newline=""))) for name, text in texts.items()}
    assert len(rows["relationships.csv"]) == graph.number_of_edges()
    assert sum(len(found) for name, found in rows.items() if name.startswith("nodes/")) == graph.number_of_nodes()
    assert {row["text"][0] for row in rows["nodes/Task.csv"] if "1+1" in row["text"]} == {"'"}


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"])
def test_no_text_becomes_a_formula(text: str) -> None:
    assert safe(text) == "'" + text


def test_numbers_stay_numbers() -> None:
    assert [safe(value) for value in (-1, 0.5, True, None, "市财政局")] == ["-1", "0.5", "true", "", "市财政局"]


def test_an_unknown_suffix_is_refused(graph: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no export is known") as caught:
        write(graph, tmp_path / "g.docx")
    assert caught.value.code == "export-format"


def test_a_path_that_cannot_be_written_is_said(graph: nx.MultiDiGraph[str], tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        write(graph, tmp_path / "missing" / "g.ttl")
    assert caught.value.code == "export-unwritable"
