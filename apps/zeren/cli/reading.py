"""Reading many files: over all cores, in order, with progress, and one bad file does not stop the others."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

import click

from zeren.cli.language import Speaker
from zeren.cli.progress import follow
from zeren.model import Plan, ZerenError

BATCH = 25
"""Files a worker is handed at once: large enough that handing over costs nothing."""
POOL_FROM = 8
"""Fewer files are read in this process: starting others would take longer."""


@dataclass(frozen=True, slots=True)
class Read:
    """One file and what came of it: a plan, or the error that says why there is none."""

    path: Path
    plan: Plan | None
    error: ZerenError | None = None


def read_one(path: Path) -> Read:
    """Read one file; an unreadable one is an answer, not an exception."""
    from zeren.loading import load

    try:
        return Read(path, load(path))
    except ZerenError as fault:
        return Read(path, None, fault)


def _read_batch(paths: Sequence[Path]) -> list[Read]:
    return [read_one(path) for path in paths]


def _batches(paths: Sequence[Path]) -> Iterator[list[Path]]:
    rest = iter(paths)
    while batch := list(islice(rest, BATCH)):
        yield batch


def read_files(paths: Sequence[Path], jobs: int | None = None) -> Iterator[Read]:
    """Read the files in their order over `jobs` processes (default: one a core; few files: this one)."""
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1 or len(paths) < POOL_FROM:
        yield from map(read_one, paths)
        return
    with ProcessPoolExecutor(jobs) as pool:
        for answers in pool.map(_read_batch, _batches(paths)):
            yield from answers


def read_plans(paths: Sequence[Path], jobs: int | None, say: Speaker) -> tuple[list[Plan], int]:
    """The plans of all readable files, and how many files were not; each of these is named on stderr."""
    files = gather(paths)
    plans, failures = [], 0
    for read in follow(read_files(files, jobs), len(files), say("progress.reading"), say):
        if read.plan is None:
            failures += 1
            complain(read, say)
        else:
            plans.append(read.plan)
    return plans, failures


def complain(read: Read, say: Speaker) -> None:
    """Say on stderr why a file gave nothing."""
    if read.error:
        click.echo(say("zeren.error", message=read.error.message(say.language)), err=True)


def gather(paths: Sequence[Path]) -> list[Path]:
    """The files named, and those in the folders named."""
    from zeren.readers.opening import find_documents

    return list(find_documents(paths))
