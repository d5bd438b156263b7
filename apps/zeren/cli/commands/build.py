"""zeren build: read files and folders into a kept library."""

from __future__ import annotations

from pathlib import Path

import click

from zeren.cli.language import Speaker
from zeren.cli.reading import gather, read_plans
from zeren.cli.targets import LIBRARY


def command(say: Speaker) -> click.Command:
    """Make the command in the speaker's language."""

    @click.command("build", help=say("build.help"))
    @click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
    @click.option("--into", type=click.Path(path_type=Path, file_okay=False), default=LIBRARY, help=say("option.into"))
    @click.option("--jobs", type=click.IntRange(1), help=say("option.jobs"))
    def build(paths: tuple[Path, ...], into: Path, jobs: int | None) -> int:
        return build_library(paths, into, jobs, say)

    return build


def build_library(paths: tuple[Path, ...], into: Path, jobs: int | None, say: Speaker) -> int:
    """Read the files into the library and say what is new; exit status."""
    from zeren.explorer.originals import keep
    from zeren.store.library import Library

    plans, failures = read_plans(paths, jobs, say)
    if not plans:
        click.echo(say("build.nothing", paths=", ".join(map(str, paths))), err=True)
        return 2
    library = Library(into)
    changes = library.add(plans)
    keep(into, gather(paths), plans)
    graph = library.graph()
    labels = [str(data["label"]) for _, data in graph.nodes(data=True)]
    news = say("list.comma").join(
        say(f"build.{kind}", count=len(ids))
        for kind, ids in (("added", changes.added), ("changed", changes.changed), ("same", changes.same))
        if ids
    )
    click.echo(
        say(
            "build.summary",
            folder=into,
            plans=labels.count("Plan"),
            tasks=labels.count("Task"),
            bodies=labels.count("Agency"),
            news=news,
        )
    )
    return 2 if failures else 0
