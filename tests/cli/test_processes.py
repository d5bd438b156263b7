"""Work over several processes: order, errors, and that nothing is left when it is ended."""

from __future__ import annotations

import os
import pickle
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from multiprocessing import active_children
from pathlib import Path

import pytest

from zeren.cli.processes import POOL_FROM, spread
from zeren.cli.saving import write_whole
from zeren.model import InputError
from zeren.model.interchange import loads

LONG = (
    "# 云岭市{n}号方案\n\n## 一、任务\n\n"
    + "1.开展排查整治。（市应急管理局、市财政局负责，2024年6月底前完成）\n\n" * 40
)


def nothing() -> None:
    """No code to load."""


def told(number: int) -> tuple[int, int]:
    return number, os.getpid()


def failing(number: int) -> int:
    if number == 20:
        raise InputError("file-missing", file="a.txt")
    return number


def dying(number: int) -> int:
    if number == 20:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def slow(number: int) -> int:
    time.sleep(60 if number > 30 else 0)
    return number


def test_answers_keep_the_order_of_the_items() -> None:
    found = list(spread(told, range(200), 2, nothing))
    assert [number for number, _ in found] == list(range(200))
    assert len({process for _, process in found}) == 2


def test_few_items_are_worked_on_here() -> None:
    assert {process for _, process in spread(told, range(POOL_FROM - 1), 4, nothing)} == {os.getpid()}
    assert {process for _, process in spread(told, range(100), 1, nothing)} == {os.getpid()}


def test_an_error_of_ours_comes_back_from_another_process() -> None:
    with pytest.raises(InputError) as caught:
        list(spread(failing, range(40), 2, nothing))
    assert (caught.value.code, caught.value.facts) == ("file-missing", {"file": "a.txt"})
    again = pickle.loads(pickle.dumps(caught.value))
    assert (type(again), again.message("zh")) == (InputError, caught.value.message("zh"))


def test_a_process_that_the_system_ended_is_an_error_with_words() -> None:
    with pytest.raises(InputError) as caught:
        list(spread(dying, range(40), 2, nothing))
    assert caught.value.code == "process-ended"


def test_whoever_stops_listening_leaves_no_process_behind() -> None:
    answers = spread(slow, range(40), 2, nothing)
    assert [next(answers) for _ in range(5)] == list(range(5))
    assert len(active_children()) == 2
    answers.close()  # type: ignore[attr-defined]
    assert not active_children()


def test_a_file_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "a.json"
    write_whole(path, "一")
    with pytest.raises(UnicodeEncodeError):
        write_whole(path, "\ud800")
    assert path.read_text("utf-8") == "一"
    assert [item.name for item in path.parent.iterdir()] == ["a.json"]


@pytest.mark.slow
@pytest.mark.parametrize("command", ["extract", "check"])
@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_an_interrupted_command_ends_at_once_and_leaves_whole_files(sign: int, command: str, tmp_path: Path) -> None:
    for number in range(2_000):
        (tmp_path / f"{number:04}.md").write_text(LONG.format(n=number), "utf-8")
    out = tmp_path / "out"
    arguments = [command, str(tmp_path), "--jobs", "2", *(["--out", str(out)] if command == "extract" else [])]
    process = start(*arguments)
    wait_until(lambda: len(members(process.pid)) > 2)
    time.sleep(2)
    began = time.monotonic()
    os.killpg(process.pid, sign) if sign == signal.SIGINT else process.send_signal(sign)
    _, said = process.communicate(timeout=20)
    assert time.monotonic() - began < 5
    assert "Traceback" not in said
    assert ("Stopped." in said) == (sign == signal.SIGINT)
    wait_until(lambda: not members(process.pid))
    found = list(out.iterdir()) if command == "extract" else []
    assert all(path.suffix == ".json" and loads(path.read_text("utf-8")).tasks for path in found)
    assert bool(found) == (command == "extract")


@pytest.mark.slow
def test_killed_outright_it_leaves_no_process_behind(tmp_path: Path) -> None:
    for number in range(500):
        (tmp_path / f"{number:04}.md").write_text(LONG.format(n=number), "utf-8")
    process = start("extract", str(tmp_path), "--jobs", "2", "--out", str(tmp_path / "out"))
    wait_until(lambda: len(members(process.pid)) > 2)
    process.kill()
    process.communicate(timeout=20)
    wait_until(lambda: not members(process.pid))


def test_the_list_of_commands_reads_no_vocabulary() -> None:
    code = (
        "import sys; from zeren.cli.main import run; run(['--help']); print([m for m in sys.modules if 'wording' in m])"
    )
    shown = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert shown.rstrip().endswith("[]")


def start(*arguments: str) -> subprocess.Popen[str]:
    """The command in a group of its own."""
    code = "from zeren.cli.main import main; main()"
    return subprocess.Popen(
        [sys.executable, "-c", code, *arguments, "--lang", "en"],
        stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip


def members(group: int) -> list[int]:
    """The living processes of a group."""
    found = subprocess.run(["ps", "-eo", "pgid=,pid=,stat="], capture_output=True, text=True, check=True).stdout
    rows = [line.split() for line in found.splitlines()]
    return [int(pid) for pgid, pid, state in rows if int(pgid) == group and not state.startswith("Z")]


def wait_until(holds: Callable[[], bool], seconds: float = 20.0) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)
