"""zeren build: read files and folders into a kept library."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from zeren.cli.language import Speaker
from zeren.cli.reading import gather, read_plans
from zeren.cli.targets import LIBRARY
from zeren.model import Plan, ZerenError
from zeren.readers.sources import Source


def command(say: Speaker) -> click.Command:
    """Make the command in the speaker's language."""

    @click.command("build", help=say("build.help"))
    @click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
    @click.option(
        "--into",
        type=click.Path(path_type=Path, file_okay=False),
        default=LIBRARY,
        help=say("option.into", folder=LIBRARY),
    )
    @click.option("--again", is_flag=True, help=say("build.again"))
    @click.option("--jobs", type=click.IntRange(1), help=say("option.jobs"))
    def build(paths: tuple[Path, ...], into: Path, again: bool, jobs: int | None) -> int:
        return build_library(gather(paths), into, jobs, again, say)

    return build


def build_library(sources: Sequence[Source], into: Path, jobs: int | None, again: bool, say: Speaker) -> int:
    """Read into the library the files it does not know yet and say what is new; exit status."""
    from zeren.explorer.originals import keep
    from zeren.graph import build as build_graph
    from zeren.store.library import Library

    library = Library(into)
    known = set() if again else {plan.sha256 for plan in library.plans()}
    fresh = _fresh(sources, known)
    plans, failures = read_plans(fresh, jobs, say)
    if len(fresh) == len(sources) == failures:
        click.echo(say("build.nothing"), err=True)
        return 2
    changes = library.add(plans)
    keep(into, fresh, plans)
    counts = {
        "added": len(changes.added),
        "changed": len(changes.changed),
        "same": len(changes.same) + len(sources) - len(fresh),
    }
    news = say("list.comma").join(say(f"build.{kind}", count=count) for kind, count in counts.items() if count)
    kept = library.plans()
    labels = Counter(str(data["label"]) for _, data in build_graph(kept).nodes(data=True))
    click.echo(
        say(
            "build.summary",
            folder=into,
            plans=labels["Plan"],
            tasks=labels["Task"],
            bodies=labels["Agency"],
            news=news,
        )
    )
    _warn(plans, kept, say)
    return 2 if failures else 0


def _warn(fresh: Sequence[Plan], kept: Sequence[Plan], say: Speaker) -> None:
    """Say on stderr which files gave nothing, and which seem to be one plan in several formats."""
    empty = [plan.source or "" for plan in fresh if not plan.tasks and not plan.enterprises]
    if empty:
        click.echo(say("build.empty", files=say("list.comma").join(empty)), err=True)
    alike: dict[tuple[object, ...], list[str]] = {}
    for plan in kept:
        if plan.tasks:
            work = (plan.title, plan.jurisdiction, plan.issued, plan.document_number, plan.status, len(plan.tasks))
            alike.setdefault(work, []).append(plan.source or "")
    for files in alike.values():
        if len(files) > 1:
            click.echo(say("build.twins", files=say("list.comma").join(sorted(files))), err=True)


def _fresh(sources: Sequence[Source], known: set[str]) -> list[Source]:
    """The files whose bytes are in no plan yet, the same bytes once; what cannot be opened is kept, to tell why."""
    fresh, seen = [], set(known)
    for source in sources:
        digest = _digest(source)
        if digest is None or digest not in seen:
            fresh.append(source)
        seen |= {digest} if digest else set()
    return fresh


def _digest(source: Source) -> str | None:
    """Digest of a file's bytes; None where they cannot be had: reading it tells why."""
    try:
        return hashlib.sha256(source.data()).hexdigest()
    except ZerenError:
        return None
