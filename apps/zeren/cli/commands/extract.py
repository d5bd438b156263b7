"""zeren extract: facts as JSON."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import click

from zeren.cli.language import Speaker
from zeren.cli.progress import follow
from zeren.cli.reading import complain, gather, read_files
from zeren.model import Plan
from zeren.model.interchange import dumps, to_json
from zeren.readers.sources import Source


def command(say: Speaker) -> click.Command:
    """Make the command in the speaker's language."""

    @click.command("extract", help=say("extract.help"))
    @click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
    @click.option("--out", type=click.Path(path_type=Path, file_okay=False), help=say("extract.out"))
    @click.option("--jobs", type=click.IntRange(1), help=say("option.jobs"))
    def extract(files: tuple[Path, ...], out: Path | None, jobs: int | None) -> int:
        paths = gather(files)
        facts, failures = [], 0
        names = _names(paths)
        for read in follow(read_files(paths, jobs), len(paths), say("progress.reading"), say):
            if read.plan is None:
                complain(read, say)
                failures += 1
            elif out is None:
                facts.append(to_json(read.plan))
            else:
                _write(out / names[read.source], read.plan)
                click.echo(_summary(read.plan, say), err=True)
        if out is None and facts:
            click.echo(json.dumps(facts[0] if len(paths) == 1 else facts, ensure_ascii=False, indent=2))
        return 2 if failures else 0

    return extract


def _write(path: Path, plan: Plan) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(dumps(plan), "utf-8")


def _names(sources: list[Source]) -> dict[Source, str]:
    """`plan.json` for plan.docx; where two files would share it, the suffix stays in the name, then a number comes."""
    stems = Counter(Path(source.name).stem for source in sources)
    names: dict[Source, str] = {}
    used: Counter[str] = Counter()
    for source in sources:
        stem = Path(source.name).stem
        name = stem if stems[stem] == 1 else source.name
        used[name] += 1
        names[source] = f"{name}.json" if used[name] == 1 else f"{name}.{used[name]}.json"
    return names


def _summary(plan: Plan, say: Speaker) -> str:
    facts: dict[str, Any] = {
        "source": plan.source,
        "sections": len(plan.sections),
        "tasks": len(plan.tasks),
        "assignments": sum(len(task.assignments) for task in plan.tasks),
        "enterprises": len(plan.enterprises),
        "blocks": len(plan.coverage.entries),
        "doubtful": len(plan.coverage.not_understood()),
    }
    return say("extract.summary", **facts)
