"""From a file to its facts, as ratios: against unzip and XML parse, over two processes against one, start of commands.

    python benchmarks/extraction.py [rows ...] [--plans 10000]   (2,000, 10,000 and 50,000 rows by default)

Every measurement has a process of its own. Reading is measured in seconds of the processor, so that what else the
machine does disturbs little; many plans over several processes are measured by the clock.
"""

from __future__ import annotations

import argparse
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


def read_all(folder: Path, jobs: int) -> int:
    """Every plan of a folder as the command line reads them."""
    from zeren.cli.reading import gather, read_files

    return sum(facts(read.plan) for read in read_files(gather([folder]), jobs) if read.plan)


STEPS: dict[str, Callable[[Path], int]] = {"parse": parse, "read": read, "extract": extract}


def measure(step: str, path: Path, warm: Path) -> None:
    """Print seconds of the parse and of one step, its result and the peak memory (MB).

    The parse is timed before and after the step, so that both meet the machine in the same state. A small table first
    loads code and vocabulary. The step runs once: a second reading would find the cells of the first in memory.
    """
    work = STEPS[step]
    work(warm)
    base = [spent(parse, path)[0] for _ in range(5)]
    seconds, found = spent(work, path)
    base += [spent(parse, path)[0] for _ in range(5)]
    print(statistics.median(base), seconds, found, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)


def spent(work: Callable[[Path], int], path: Path) -> tuple[float, int]:
    """Seconds of the processor that the work takes, and its result."""
    begin = time.process_time()
    found = work(path)
    return time.process_time() - begin, found


def measure_all(folder: Path, jobs: int) -> None:
    """Print seconds by the clock and the facts found."""
    begin = time.perf_counter()
    found = read_all(folder, jobs)
    print(time.perf_counter() - begin, found)


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
        _, seconds, found, memory = min(runs["extract"])
        print(
            f"{count:>7}{ratios['read']:>9.2f}{ratios['extract']:>8.1f}{seconds / count * 1e6:>9.0f}"
            f"{found / seconds:>10.0f}{runs['parse'][0][3]:>10.0f}{memory:>10.0f}"
        )


def plans(folder: Path, count: int) -> None:
    """Many small plans over one process and over two."""
    folder.mkdir()
    for number in range(count):
        (folder / f"{number:05}.md").write_text(small_plan(number), "utf-8")
    one, found = child("--folder", folder, 1)
    two, again = child("--folder", folder, 2)
    assert found == again
    print(f"{count} plans: {count / one:.0f} a second over one process, over two {one / two:.2f} times as fast")


def starts(folder: Path) -> None:
    """Processor time of a whole command, against an interpreter that does nothing."""
    plan = folder / "plan.md"
    plan.write_text(small_plan(0), "utf-8")
    zeren = "from zeren.cli.main import main; main()"
    nothing = processor_time("pass")
    for name, arguments in (("zeren --help", ["--help"]), ("zeren check of a small plan", ["check", str(plan)])):
        spent = processor_time(zeren, *arguments)
        print(f"{name}: {spent:.2f} s, {spent / nothing:.1f} times python -c pass")


def processor_time(code: str, *arguments: str) -> float:
    """The least of several runs, in seconds of user and system."""
    times = []
    for _ in range(5):
        before = os.times()
        subprocess.run([sys.executable, "-c", code, *arguments], capture_output=True)
        after = os.times()
        times.append(after.children_user + after.children_system - before.children_user - before.children_system)
    return min(times)


def main() -> None:
    """Print the three tables, or measure one step in a process of its own."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("rows", nargs="*", type=int, default=[2_000, 10_000, 50_000])
    parser.add_argument("--plans", type=int, default=10_000)
    parser.add_argument("--step", nargs=3, help=argparse.SUPPRESS)
    parser.add_argument("--folder", nargs=2, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.step:
        step, path, warm = asked.step
        measure(step, Path(path), Path(warm))
    elif asked.folder:
        measure_all(Path(asked.folder[0]), int(asked.folder[1]))
    else:
        with tempfile.TemporaryDirectory() as name:
            tables(Path(name), asked.rows)
            plans(Path(name) / "plans", asked.plans)
            starts(Path(name))


if __name__ == "__main__":
    main()
