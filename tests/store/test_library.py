from __future__ import annotations

import dataclasses
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from benchmarks.plans import generate_plans

from zeren.graph.identity import plan_id
from zeren.model import Plan, UsageError
from zeren.store.library import Library
from zeren.store.locking import exclusive

COUNT = "MATCH (p:Plan) RETURN count(*) AS n"


@pytest.fixture
def plans() -> list[Plan]:
    return generate_plans(120, 6)


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    found = Library(tmp_path / "library")
    yield found
    found.close()


def test_plans_are_kept_as_given(library: Library, plans: list[Plan]) -> None:
    assert library.add(plans).added == tuple(plan_id(plan) for plan in plans)
    again = Library(library.folder)
    assert set(again.plans()) == set(plans)
    assert again.cypher(COUNT).rows == ((len(plans),),)
    assert again.sparql("SELECT (COUNT(?p) AS ?n) { ?p a z:Plan }").rows == ((len(plans),),)
    again.close()


def test_a_second_run_changes_nothing(library: Library, plans: list[Plan]) -> None:
    library.add(plans)
    folder = library.engines().folder
    before = {path: path.stat().st_mtime_ns for path in library.folder.rglob("*") if path.is_file()}
    changes = library.add(plans)
    assert (changes.added, changes.changed, len(changes.same)) == ((), (), len(plans))
    assert library.engines().folder == folder
    after = {path: path.stat().st_mtime_ns for path in library.folder.rglob("*") if path.is_file()}
    assert {path for path in before if path.parent.name == "plans" and before[path] != after[path]} == set()


def test_another_reading_of_a_file_replaces_the_older(library: Library, plans: list[Plan]) -> None:
    library.add(plans)
    other = dataclasses.replace(plans[0], tasks=plans[0].tasks[:3])
    assert library.add([other]).changed == (plan_id(plans[0]),)
    assert library.cypher(
        "MATCH (p:Plan {id: $id})-[:HAS_TASK]->(t) RETURN count(t) AS n", {"id": plan_id(other)}
    ).rows == ((3,),)
    assert len(library.plans()) == len(plans)


def test_a_draft_and_the_issued_text_stand_side_by_side(library: Library, plans: list[Plan]) -> None:
    draft = dataclasses.replace(plans[0], status="draft", sha256="f" * 64, source="draft.docx")
    library.add([plans[0], draft])
    assert len(library.plans()) == 2
    assert library.cypher(COUNT).rows == ((2,),)


def test_a_plan_can_be_removed(library: Library, plans: list[Plan]) -> None:
    library.add(plans)
    assert library.remove([plan_id(plans[0]), "plan-0000000000000000"]) == (plan_id(plans[0]),)
    assert library.cypher(COUNT).rows == ((len(plans) - 1,),)


def test_a_reader_keeps_what_it_opened_while_plans_are_added(library: Library, plans: list[Plan]) -> None:
    library.add(plans[:1])
    reader = Library(library.folder)
    opened = reader.engines()
    assert opened.cypher(COUNT).rows == ((1,),)
    library.add(plans)
    assert library.cypher(COUNT).rows == ((len(plans),),)
    assert opened.cypher(COUNT).rows == ((1,),)
    assert reader.cypher(COUNT).rows == ((len(plans),),)
    reader.close()


def test_two_writers_do_not_mix(library: Library, plans: list[Plan]) -> None:
    with exclusive(library.folder / "lock"), pytest.raises(UsageError) as caught:
        library.add(plans)
    assert caught.value.code == "library-locked"
    assert library.plans() == ()


def test_a_writer_that_is_killed_leaves_a_whole_library(library: Library, plans: list[Plan]) -> None:
    script = (
        "import os, sys; from pathlib import Path; from zeren.store import library\n"
        "from benchmarks.plans import generate_plans\n"
        "kept = library._whole; done = []\n"
        "def whole(path, text):\n"
        "    if len(done) == 1:\n"
        "        path.with_name('.' + path.name).write_text(text[:100], 'utf-8'); os.kill(os.getpid(), 9)\n"
        "    kept(path, text); done.append(path)\n"
        "library._whole = whole\n"
        "library.Library(Path(sys.argv[1])).add(generate_plans(120, 6))\n"
    )
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", script, str(library.folder)], cwd=root, check=False)
    assert done.returncode == -9
    assert len(library.plans()) == 1
    library.add(plans)
    assert set(library.plans()) == set(plans)
    assert library.cypher(COUNT).rows == ((len(plans),),)


@pytest.mark.parametrize("content", ['{"format": 99}', "{}", "no json", "[]"])
def test_a_library_of_another_version_is_not_touched(tmp_path: Path, content: str) -> None:
    (tmp_path / "zeren.json").write_text(content, "utf-8")
    with pytest.raises(UsageError) as caught:
        Library(tmp_path)
    assert caught.value.code == "library-format"
    assert (tmp_path / "zeren.json").read_text("utf-8") == content


def test_records_are_readable_json(library: Library, plans: list[Plan]) -> None:
    library.add(plans[:1])
    (record,) = (library.folder / "plans").iterdir()
    assert json.loads(record.read_text("utf-8"))["plan"]["title"] == plans[0].title


def test_old_engines_are_cleared_away(library: Library, plans: list[Plan]) -> None:
    for count in range(1, 5):
        library.add(generate_plans(60 * count, 9))
        library.engines()
    assert len(list((library.folder / "engines").iterdir())) == 2


def test_adding_many_compares_none_with_all(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    plans = [Plan(f"云岭市方案{number}", "云岭市", source=f"{number}.md") for number in range(60)]
    library.add(plans[:30])
    asked: list[Plan] = []
    monkeypatch.setattr("zeren.store.library.plan_id", lambda plan: asked.append(plan) or plan_id(plan))
    assert len(library.add(plans[30:]).added) == 30
    assert len(asked) < 5 * len(plans)


def test_records_are_read_without_finding_out_their_types_again(
    library: Library, plans: list[Plan], monkeypatch: pytest.MonkeyPatch
) -> None:
    library.add(plans)
    library.plans()
    monkeypatch.setattr("zeren.model.interchange.get_type_hints", None)
    assert set(library.plans()) == set(plans)
