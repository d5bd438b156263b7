"""Reading files for a command: a plan or the reason why there is none, and what is to be said of either."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from zeren.cli.language import Speaker
from zeren.cli.processes import spread
from zeren.cli.progress import follow
from zeren.model import InputError, Plan, ZerenError
from zeren.readers.sources import Source, find_documents


@dataclass(frozen=True, slots=True)
class Read:
    """One file and what came of it: a plan, or the error that says why there is none."""

    source: Source
    plan: Plan | None
    error: ZerenError | None = None


def read_one(source: Source, decisions: Path | None = None) -> Read:
    """Read one file with its corrections; an unreadable one is an answer, not an exception."""
    from zeren.loading import read_source

    try:
        return Read(source, read_source(source, decisions))
    except ZerenError as fault:
        return Read(source, None, fault)


def warm() -> None:
    """Load the code and vocabulary that reading needs, before other processes are forked that share it."""
    from zeren.loading import load_bytes

    load_bytes("# 方案\n\n1.开展排查。（市财政局负责，2024年6月底前完成）\n".encode(), "plan.md")


def read_plans(sources: Sequence[Source], jobs: int | None, say: Speaker) -> tuple[list[Plan], int]:
    """The plans of all readable files, and how many files were not; each of these is named on stderr."""
    plans, failures = [], 0
    for read in follow(spread(read_one, sources, jobs, warm), len(sources), say("progress.reading"), say):
        if read.plan is None:
            failures += 1
        else:
            plans.append(read.plan)
        complain(complaints(read, say))
    return plans, failures


def complaints(read: Read, say: Speaker) -> tuple[str, ...]:
    """Why a file gave nothing, and which of its corrections were not simply applied, a line each."""
    from zeren.readers.notices import sentence

    if read.error:
        return (say("zeren.error", message=read.error.message(say.language)),)
    notices = read.plan.coverage.notices if read.plan else ()
    found = (notice for notice in notices if notice.startswith("notice-decision-"))
    return tuple(f"{read.source.place}: {sentence(notice, say.language)}" for notice in found)


def complain(lines: Iterable[str]) -> None:
    """Say the lines on stderr."""
    for line in lines:
        click.echo(line, err=True)


def gather(paths: Iterable[Path]) -> list[Source]:
    """The files named, and those in the folders and zip files named.

    Raises InputError file-missing for a path that is not there, nothing-to-read where no file is found at all.
    """
    named = list(paths)
    found = list(find_documents(named))
    if not found:
        raise InputError("nothing-to-read", places=", ".join(map(str, named)))
    return found
