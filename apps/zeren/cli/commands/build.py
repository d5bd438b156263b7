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
from zeren.model import ZerenError
from zeren.readers.sources import Source


def command(say: Speaker) -> click.Command:
    """Make the command in the speaker's language."""

    @click.command("build", help=say("build.help"))
    @click.argument("paths", nargs=-1, required=True, type=click.Path(path_type=Path))
    @click.option("--into", type=click.Path(path_type=Path, file_okay=False), default=LIBRARY, help=say("option.into"))
    @click.option("--again", is_flag=True, help=say("build.again"))
    @click.option("--jobs", type=click.IntRange(1), help=say("option.jobs"))
    def build(paths: tuple[Path, ...], into: Path, again: bool, jobs: int | None) -> int:
        return build_library(gather(paths), into, jobs, again, say)

    return build


def build_library(sources: Sequence[Source], into: Path, jobs: int | None, again: bool, say: Speaker) -> int:
    """Read into the library the files it does not know yet and say what is new; exit status."""
    from zeren.explorer.originals import keep
    from zeren.store.library import Library

    library = Library(into)
    known = set() if again else {(plan.source, plan.sha256, plan.decisions) for plan in library.plans()}
    fresh = [source for source in sources if _identity(source) not in known]
    plans, failures = read_plans(fresh, jobs, say)
    if not sources or len(fresh) == len(sources) == failures:
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
    labels = Counter(str(data["label"]) for _, data in library.graph().nodes(data=True))
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
    return 2 if failures else 0


def _identity(source: Source) -> tuple[str, str, str] | None:
    """Name and digest of a file's bytes and of its corrections; None where they cannot be had: reading tells why."""
    from zeren.loading import corrections_digest

    try:
        return source.name, hashlib.sha256(source.data()).hexdigest(), corrections_digest(source)
    except ZerenError:
        return None
