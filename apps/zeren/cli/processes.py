"""Work over many files on several processes: answers in order, and what ends the command ends all of them at once.

Not with `concurrent.futures`: its threads wait forever where a process is ended while a large call is on its way to it.
"""

from __future__ import annotations

import gc
import os
import signal
from collections.abc import Callable, Iterator, Sequence
from multiprocessing import Process
from multiprocessing.connection import Connection, Pipe, wait
from types import FrameType
from typing import Any, TypeVar

from zeren.model import InputError

Item = TypeVar("Item")
Answer = TypeVar("Answer")

BATCH = 25
"""Items a process is handed at once: large enough that handing over costs nothing."""
BATCHES = 4
"""At least so many for each process, so that none is idle long before the others."""
AHEAD = 2
"""Batches a process has been handed at any time, so that it need not wait for this one."""
POOL_FROM = 8
"""Fewer items are worked on in this process: starting others would take longer."""
PATIENCE = 1.0
"""Seconds a process gets to leave things whole before it is killed."""


def spread(
    work: Callable[[Item], Answer], items: Sequence[Item], jobs: int | None, warm: Callable[[], object]
) -> Iterator[Answer]:
    """What `work` makes of each item, in the order of the items, over `jobs` processes (default: one a core).

    `work` is a function of a module, or a partial of one; what it gives travels between processes, and is small. `warm`
    loads what the processes, forked after it, then share; it must start no threads. Raises what `work` raises, and
    InputError process-ended where the system ended a process.
    """
    jobs = jobs or os.cpu_count() or 1
    if jobs == 1 or len(items) < POOL_FROM:
        yield from map(work, items)
        return
    warm()
    gc.freeze()
    size = max(1, min(BATCH, len(items) // (jobs * BATCHES)))
    batches = [items[start : start + size] for start in range(0, len(items), size)]
    crew = Crew(work, batches, jobs)
    try:
        yield from crew.answers()
    finally:
        crew.end()


class Crew:
    """Processes that each hold the work and all batches, and are told by number which to do."""

    def __init__(self, work: Callable[[Any], Any], batches: Sequence[Sequence[Any]], jobs: int) -> None:
        self._count = len(batches)
        self._processes: list[Process] = []
        self._pipes: list[Connection] = []
        for _ in range(jobs):
            here, there = Pipe()
            self._pipes.append(here)
            process = Process(target=_serve, args=(there, self._pipes, work, batches), daemon=True)
            process.start()
            there.close()
            self._processes.append(process)

    def answers(self) -> Iterator[Any]:
        """The answers to all items of all batches, in order."""
        numbers = iter(range(self._count))
        for _ in range(AHEAD):
            for pipe in self._pipes:
                _hand(pipe, numbers)
        done: dict[int, list[Any]] = {}
        for number in range(self._count):
            while number not in done:
                wait(self._pipes)
                done.update(_received(self._pipes, numbers))
            yield from done.pop(number)

    def end(self) -> None:
        """End the processes, whatever they are at."""
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            process.join(PATIENCE)
            if process.is_alive():
                process.kill()
                process.join()
        for pipe in self._pipes:
            pipe.close()


def _hand(pipe: Connection, numbers: Iterator[int]) -> None:
    number = next(numbers, None)
    if number is not None:
        pipe.send(number)


def _received(pipes: Sequence[Connection], numbers: Iterator[int]) -> Iterator[tuple[int, list[Any]]]:
    """The answers that have come; whoever gave one gets a further batch."""
    try:
        for pipe in pipes:
            if pipe.poll():
                number, answers = pipe.recv()
                if isinstance(answers, Exception):
                    raise answers
                yield number, answers
                _hand(pipe, numbers)
    except (EOFError, ConnectionError) as fault:
        raise InputError("process-ended") from fault


def _serve(
    pipe: Connection, parents: Sequence[Connection], work: Callable[[Any], Any], batches: Sequence[Sequence[Any]]
) -> None:
    """In a new process: interruptions are the parent's business, which then tells this one to leave.

    The parent's ends of the pipes, which came along, are closed, so that the end of the parent is seen.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, _leave)
    for one in parents:
        one.close()
    try:
        while True:
            number = pipe.recv()
            pipe.send((number, _done(work, batches[number])))
    except (EOFError, ConnectionError):  # the parent is gone
        return


def _done(work: Callable[[Any], Any], batch: Sequence[Any]) -> list[Any] | Exception:
    try:
        return [work(item) for item in batch]
    except Exception as fault:  # whatever it is, it is raised where the answers are wanted
        return fault


def _leave(_signal: int, _frame: FrameType | None) -> None:
    """Unwind, so that what is being written is taken back and an engine's process ended."""
    raise SystemExit(1)
