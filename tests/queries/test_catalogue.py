"""The query files keep to what they promise: equal headers, names of the schema, no query text in Python."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import pytest

from zeren.graph.schema import NODES, RELATIONSHIPS
from zeren.graph.triples import camel
from zeren.model import UsageError
from zeren.queries import catalogue, load
from zeren.queries.catalogue import header
from zeren.rules import catalogue as rules

GRAPH = Path(str(files("zeren.queries"))).parent
NAMED = sorted((GRAPH / "queries" / "named").iterdir())
CYPHER = [*(p for p in NAMED if p.suffix == ".cypher"), *sorted((GRAPH / "rules").glob("*/query.cypher"))]
SPARQL = [*(p for p in NAMED if p.suffix == ".rq"), *sorted((GRAPH / "rules").glob("*/query.rq"))]

PROPERTIES = {"id"} | {name for properties in NODES.values() for name in properties}
PROPERTIES |= {name for kind in RELATIONSHIPS.values() for name, _ in kind.properties}
PREDICATES = {camel(name) for name in PROPERTIES} | {camel(kind) for kind in RELATIONSHIPS} | {"similar", "similarTo"}


def _name(path: Path) -> str:
    return path.stem if path.parent.name == "named" else path.parent.name


def _code(path: Path) -> str:
    """The text without comments and strings."""
    mark = "//" if path.suffix == ".cypher" else r"(?<![\w>])#"
    text = re.sub(rf"{mark}[^\n]*", "", path.read_text("utf-8").split("PREFIX z: <https://w3id.org/zeren#>\n")[-1])
    return re.sub(r"'[^']*'|\"[^\"]*\"", "''", text)


def test_enough_of_both() -> None:
    assert len(catalogue()) >= 13
    assert len(rules()) >= 15
    assert len(CYPHER) == len(SPARQL) == len(catalogue()) + len(rules())


@pytest.mark.parametrize("name", [query.name for query in catalogue()])
def test_both_files_of_a_query_have_the_same_header(name: str) -> None:
    folder = GRAPH / "queries" / "named"
    cypher = header((folder / f"{name}.cypher").read_text("utf-8"), "//")
    assert cypher == header((folder / f"{name}.rq").read_text("utf-8"), "#")
    assert cypher.keys() <= {"title", "question", "parameters", "columns", "order"}


@pytest.mark.parametrize("path", CYPHER, ids=_name)
def test_every_name_in_cypher_is_of_the_schema(path: Path) -> None:
    code = _code(path)
    labels = {name for match in re.findall(r"\(\w*:([\w|]+)", code) for name in match.split("|")}
    kinds = {name for match in re.findall(r"\[\w*:([\w|]+)", code) for name in match.split("|")}
    properties = set(re.findall(r"\b[a-z]\w*\.(\w+)", code)) | set(re.findall(r"\{(\w+):", code))
    assert labels <= NODES.keys()
    assert kinds <= RELATIONSHIPS.keys()
    assert properties <= PROPERTIES
    assert labels
    assert ";" not in code


@pytest.mark.parametrize("path", SPARQL, ids=_name)
def test_every_name_in_sparql_is_of_the_schema(path: Path) -> None:
    names = set(re.findall(r"\bz:(\w+)", _code(path)))
    assert {name for name in names if name[0].isupper()} <= NODES.keys() | {"Similarity"}
    assert {name for name in names if name[0].islower()} <= PREDICATES


def _texts() -> Iterator[tuple[str, str, list[str], list[str]]]:
    for query in catalogue():
        yield (
            query.name,
            query.texts.cypher + query.texts.sparql,
            [p.name for p in query.parameters],
            list(query.columns),
        )
    for rule in rules():
        texts = rule.texts
        yield (
            rule.code,
            texts.cypher + texts.sparql,
            [p.name for p in texts.parameters],
            [name for name, _ in texts.columns],
        )


@pytest.mark.parametrize(("name", "text", "parameters", "columns"), list(_texts()))
def test_parameters_and_columns_are_those_declared(
    name: str, text: str, parameters: list[str], columns: list[str]
) -> None:
    code = "\n".join(line for line in text.splitlines() if not line.startswith(("//", "#")))
    used = set(re.findall(r"\$(\w+)", code))
    measured = {"score", "share", "bodies", "least"} if name == "overload-agency" else set()
    assert used == set(parameters) - measured
    assert all(re.search(rf"\b{column}\b", code) for column in columns)


def test_an_unknown_name_is_told_what_there_is() -> None:
    with pytest.raises(UsageError) as caught:
        load("tasks-without-onwer")
    assert "tasks-without-owner" in caught.value.message("zh")


def test_no_query_text_stands_in_python() -> None:
    folders = [GRAPH / name for name in ("queries", "rules", "workload")]
    modules = [path for folder in folders for path in folder.glob("*.py")]
    assert len(modules) > 10
    assert [
        path.name for path in modules if re.search(r"MATCH \(|SELECT \?|RETURN \w+\.", path.read_text("utf-8"))
    ] == []
