"""Fetch the jars of the servers that the tests run, from Maven's repository, into the cache folder of the checkout.

    python tests/servers/install.py

Does nothing where they are there already. Needs a Java runtime (17 or later) and Maven; exit status 1 and one
sentence where it cannot.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
CACHE = HERE.parents[1] / ".cache" / "servers"
SERVERS = ("neo4j", "fuseki")


class ServerMissingError(Exception):
    """The jars cannot be had; the message says what is missing."""


def folder(server: str) -> Path:
    """Where the jars of a server stand: another folder for every content of its own files here."""
    parts = sorted(path for path in (HERE / server).iterdir() if path.is_file())
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in parts)).hexdigest()[:12]
    return CACHE / f"{server}-{digest}"


def _run(command: list[str]) -> None:
    if shutil.which(command[0]) is None:
        raise ServerMissingError(f"{command[0]} is not on this machine: run `make machine`, which installs it")
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        raise ServerMissingError(
            f"{' '.join(command[:3])} ended with status {done.returncode}:\n{done.stdout}{done.stderr}"
        )


def _fetch(server: str, into: Path) -> None:
    """Copy the jars, then compile the launcher where the server has one."""
    pom = HERE / server / "pom.xml"
    _run(
        [
            "mvn",
            "--quiet",
            "--batch-mode",
            "--file",
            str(pom),
            "dependency:copy-dependencies",
            f"-DoutputDirectory={into}",
        ]
    )
    for source in (HERE / server).glob("*.java"):
        jars = [str(jar) for jar in sorted(into.glob("*.jar"))]
        compiler = next(jar for jar in jars if Path(jar).name.startswith("ecj-"))
        options = ["-17", "-proc:none", "-classpath", os.pathsep.join(jars), "-d", str(into)]
        _run(["java", "-jar", compiler, *options, str(source)])


def install(server: str) -> Path:
    """The folder with the server's jars, fetched when missing. Raises ServerMissingError."""
    target = folder(server)
    if not target.exists():
        draft = target.with_suffix(".part")
        shutil.rmtree(draft, ignore_errors=True)
        draft.mkdir(parents=True)
        _fetch(server, draft)
        draft.rename(target)
    return target


def main() -> int:
    for server in SERVERS:
        try:
            sys.stdout.write(f"{server}: {install(server)}\n")
        except ServerMissingError as fault:
            sys.stderr.write(f"{server}: {fault}\n")
            return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
