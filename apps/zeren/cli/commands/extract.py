"""zeren extract: facts as JSON, and pages on which a person checks them."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import click

from zeren.cli.language import Speaker
from zeren.cli.progress import follow
from zeren.cli.reading import complain, gather, read_files
from zeren.model import Plan, UsageError
from zeren.model.interchange import dumps, to_json
from zeren.readers.sources import Source


def command(say: Speaker) -> click.Command:
    """Make the command in the speaker's language."""

    @click.command("extract", help=say("extract.help"))
    @click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
    @click.option("--out", type=click.Path(path_type=Path, file_okay=False), help=say("extract.out"))
    @click.option("--review", "pages", type=click.Path(path_type=Path), help=say("extract.review"))
    @click.option(
        "--decisions", type=click.Path(path_type=Path, exists=True, dir_okay=False), help=say("extract.decisions")
    )
    @click.option("--jobs", type=click.IntRange(1), help=say("option.jobs"))
    def extract(
        files: tuple[Path, ...], out: Path | None, pages: Path | None, decisions: Path | None, jobs: int | None
    ) -> int:
        sources = gather(files)
        if decisions and len(sources) != 1:
            raise UsageError("decisions-several", count=len(sources))
        facts, failures = [], 0
        names = _names(sources)
        for read in follow(read_files(sources, jobs, decisions), len(sources), say("progress.reading"), say):
            complain(read, say)
            if read.plan is None:
                failures += 1
                continue
            if out:
                _write(out / f"{names[read.source]}.json", dumps(read.plan))
            if pages:
                page = _page_path(pages, names[read.source], len(sources))
                _write(page, _review(read.source, read.plan, decisions, say))
            if out or pages:
                click.echo(_summary(read.plan, say), err=True)
            else:
                facts.append(to_json(read.plan))
        if facts:
            click.echo(json.dumps(facts[0] if len(sources) == 1 else facts, ensure_ascii=False, indent=2))
        return 2 if failures else 0

    return extract


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _page_path(wish: Path, name: str, count: int) -> Path:
    """The file named, for one document; else one in the folder named. Raises UsageError review-one-file."""
    if wish.suffix.lower() not in (".html", ".htm"):
        return wish / f"{name}.html"
    if count != 1:
        raise UsageError("review-one-file", file=wish, count=count)
    return wish


def _review(source: Source, plan: Plan, decisions: Path | None, say: Speaker) -> str:
    from zeren.loading import decisions_name
    from zeren.review.page import review

    kept = decisions.name if decisions else decisions_name(source.name)
    return review(source.document(), plan, say.language, kept)


def _names(sources: list[Source]) -> dict[Source, str]:
    """`plan` for plan.docx; where two files would share it, the suffix stays in the name, then a number comes."""
    stems = Counter(Path(source.name).stem for source in sources)
    names: dict[Source, str] = {}
    used: Counter[str] = Counter()
    for source in sources:
        stem = Path(source.name).stem
        name = stem if stems[stem] == 1 else source.name
        used[name] += 1
        names[source] = name if used[name] == 1 else f"{name}.{used[name]}"
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
