"""Reading many files: over all cores, in order, with progress, and one bad file does not stop the others."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import click

from zeren.cli.language import Speaker
from zeren.cli.progress import follow
from zeren.model import InputError, Plan, ZerenError
from zeren.readers.sources import Source, find_documents

BATCH = 25
"""Files a worker is handed at once: large enough that handing over costs nothing."""
POOL_FROM = 8
"""Fewer files are read in this process: starting others would take longer."""


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


def _read_batch(sources: Sequence[Source]) -> list[Read]:
    return [read_one(source) for source in sources]


def _batches(sources: Sequence[Source]) -> Iterator[list[Source]]:
    rest = iter(sources)
    while batch := list(islice(rest, BATCH)):
        yield batch


def read_files(sources: Sequence[Source], jobs: int | None = None, decisions: Path | None = None) -> Iterator[Read]:
    """Read the files in their order over `jobs` processes (default: one a core; few files: this one).

    A decisions file given goes with one file only; others are found beside their plans.
    """
    if decisions:
        yield from (read_one(source, decisions) for source in sources)
        return
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1 or len(sources) < POOL_FROM:
        yield from map(read_one, sources)
        return
    # The first file is read here: it loads code and vocabulary, which the processes forked after it share.
    yield read_one(sources[0])
    with ProcessPoolExecutor(jobs) as pool:
        for answers in pool.map(_read_batch, _batches(sources[1:])):
            yield from answers


def read_plans(sources: Sequence[Source], jobs: int | None, say: Speaker) -> tuple[list[Plan], int]:
    """The plans of all readable files, and how many files were not; each of these is named on stderr."""
    plans, failures = [], 0
    for read in follow(read_files(sources, jobs), len(sources), say("progress.reading"), say):
        if read.plan is None:
            failures += 1
        else:
            plans.append(read.plan)
        complain(read, say)
    return plans, failures


def complain(read: Read, say: Speaker) -> None:
    """Say on stderr why a file gave nothing, and which of its corrections were not simply applied."""
    from zeren.readers.notices import sentence

    if read.error:
        click.echo(say("zeren.error", message=read.error.message(say.language)), err=True)
    for notice in read.plan.coverage.notices if read.plan else ():
        if notice.startswith("notice-decision-"):
            click.echo(f"{read.source.place}: {sentence(notice, say.language)}", err=True)


def gather(paths: Iterable[Path]) -> list[Source]:
    """The files named, and those in the folders and zip files named.

    Raises InputError file-missing for a path that is not there, nothing-to-read where no file is found at all.
    """
    named = list(paths)
    found = list(find_documents(named))
    if not found:
        raise InputError("nothing-to-read", places=", ".join(map(str, named)))
    return found
