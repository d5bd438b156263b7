"""From a file to its facts, as ratios: against unzip and XML parse, over two processes against one, start of commands.

    python benchmarks/extraction.py [rows ...] [--plans 10000]   (2,000, 10,000 and 50,000 rows by default)

Every measurement has a process of its own, with the collector of cycles set as the command line sets it. Reading is
measured in seconds of the processor, so that what else the machine does disturbs little. Many plans are given to the
command itself, over one process and over two, and measured by the clock: that ratio means something on a quiet machine
with two processors only.
"""

from __future__ import annotations

import argparse
import gc
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.papers import docx_of_table, small_plan, table_rows
from lxml import etree

from zeren.model import Plan


def parse(path: Path) -> int:
    """The yardstick: what any reader of a docx must do."""
    with zipfile.ZipFile(path) as archive:
        etree.fromstring(archive.read("word/document.xml"))
    return 0


def read(path: Path) -> int:
    """Bytes to blocks."""
    from zeren.readers import read_bytes

    return len(read_bytes(path.read_bytes(), path.name).blocks)


def extract(path: Path) -> int:
    """Bytes to facts: tasks, assignments and limits."""
    from zeren.loading import load_bytes

    return facts(load_bytes(path.read_bytes(), path.name))


def facts(plan: Plan) -> int:
    return sum(1 + len(task.assignments) + len(task.deadlines) for task in plan.tasks)


ZEREN = "from zeren.cli.main import main; main()"
STEPS: dict[str, Callable[[Path], int]] = {"parse": parse, "read": read, "extract": extract}


def measure(step: str, path: Path, warm: Path) -> None:
    """Print seconds of the parse and of one step, and its result.

    The parse is timed before and after the step, so that both meet the machine in the same state. A small table first
    loads code and vocabulary. The step runs once: a second reading would find the cells of the first in memory.
    """
    from zeren.cli.main import COLLECTING

    gc.set_threshold(*COLLECTING)
    work = STEPS[step]
    work(warm)
    base = [spent(parse, path)[0] for _ in range(5)]
    seconds, found = spent(work, path)
    base += [spent(parse, path)[0] for _ in range(5)]
    print(statistics.median(base), seconds, found)


def measure_peak(step: str, path: Path) -> None:
    """Print the peak memory (MB) of a process that does the one step and nothing else."""
    STEPS[step](path)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def spent(work: Callable[[Path], int], path: Path) -> tuple[float, int]:
    """Seconds of the processor that the work takes, and its result."""
    begin = time.process_time()
    found = work(path)
    return time.process_time() - begin, found


def child(*arguments: object) -> list[float]:
    """The numbers that a process of its own prints."""
    command = [sys.executable, __file__, *map(str, arguments)]
    return [float(text) for text in subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()]


def tables(folder: Path, counts: Sequence[int]) -> None:
    """A table of tasks at each size: every step against the parse of the same file; of several runs the median."""
    warm = folder / "warm.docx"
    warm.write_bytes(docx_of_table(table_rows(50, seed=1)))
    print(f"{'rows':>7}{'reader':>9}{'whole':>8}{'us/row':>9}{'facts/s':>10}{'parse MB':>10}{'whole MB':>10}")
    for count in counts:
        path = folder / f"{count}.docx"
        path.write_bytes(docx_of_table(table_rows(count)))
        runs = {step: [child("--step", step, path, warm) for _ in range(5 if count < 5_000 else 1)] for step in STEPS}
        ratios = {step: statistics.median(run[1] / run[0] for run in runs[step]) for step in STEPS}
        _, seconds, found = min(runs["extract"], key=lambda run: run[1])
        peaks = {step: child("--peak", step, path)[0] for step in ("parse", "extract")}
        print(
            f"{count:>7}{ratios['read']:>9.2f}{ratios['extract']:>8.1f}{seconds / count * 1e6:>9.0f}"
            f"{found / seconds:>10.0f}{peaks['parse']:>10.0f}{peaks['extract']:>10.0f}"
        )


def plans(folder: Path, count: int) -> None:
    """Many small plans read and written by `zeren extract` over one process and over two."""
    source = folder / "plans"
    source.mkdir()
    for number in range(count):
        (source / f"{number:05}.md").write_text(small_plan(number), "utf-8")
    one, two = (clocked("extract", source, "--out", folder / f"over{jobs}", "--jobs", jobs) for jobs in (1, 2))
    same = all(
        path.read_bytes() == (folder / "over2" / path.name).read_bytes() for path in (folder / "over1").iterdir()
    )
    print(
        f"{count} plans: {count / one:.0f} a second over one process, over two {one / two:.2f} times as fast, "
        f"{'the same files' if same else 'OTHER FILES'}"
    )


def clocked(*arguments: object) -> float:
    """Seconds by the clock that a command takes."""
    begin = time.perf_counter()
    subprocess.run([sys.executable, "-c", ZEREN, *map(str, arguments)], check=True, capture_output=True)
    return time.perf_counter() - begin


def starts(folder: Path) -> None:
    """Processor time of a whole command, its byte code compiled as in an installed package, against an interpreter that
    does nothing.
    """
    plan = folder / "plan.md"
    plan.write_text(small_plan(0), "utf-8")
    os.environ["PYTHONPYCACHEPREFIX"] = str(folder / "compiled")
    nothing = processor_time("pass")
    for name, arguments in (
        ("zeren --help", ["--help"]),
        ("zeren extract of a small plan", ["extract", str(plan)]),
        ("zeren check of a small plan", ["check", str(plan)]),
    ):
        spent = processor_time(ZEREN, *arguments)
        print(f"{name}: {spent:.2f} s, {spent / nothing:.1f} times python -c pass")


def processor_time(code: str, *arguments: str) -> float:
    """The least of several runs, in seconds of user and system, with the processes that the command itself starts."""
    compiled = {key: value for key, value in os.environ.items() if key != "PYTHONDONTWRITEBYTECODE"}
    times = []
    for _ in range(5):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True, env=compiled)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        times.append(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime)
    return min(times)


def main() -> None:
    """Print the tables, or measure one step in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("rows", nargs="*", type=int, default=[2_000, 10_000, 50_000])
    parser.add_argument("--plans", type=int, default=10_000)
    parser.add_argument("--step", nargs=3, help=argparse.SUPPRESS)
    parser.add_argument("--peak", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.step:
        step, path, warm = asked.step
        measure(step, Path(path), Path(warm))
    elif asked.peak:
        measure_peak(asked.peak[0], Path(asked.peak[1]))
    else:
        with tempfile.TemporaryDirectory() as name:
            tables(Path(name), asked.rows)
            plans(Path(name), asked.plans)
            starts(Path(name))


if __name__ == "__main__":
    main()
