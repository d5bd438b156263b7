"""Real servers for the tests: a Neo4j 5 Community and an Apache Jena Fuseki, each on a free port of the loopback."""

from __future__ import annotations

import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.servers.install import ServerMissingError, install

PATIENCE = 120.0
"""Seconds a server may take to answer: Neo4j needs 7 on a quiet machine."""


def free_port() -> int:
    """A port of the loopback that nobody listens on now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _await(process: subprocess.Popen[bytes], answers: Callable[[], bool], log: Path) -> None:
    """Return when the server answers; raise ServerMissingError with the end of its log when it ends or keeps silent."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and process.poll() is None:
        if answers():
            return
        time.sleep(0.2)
    raise ServerMissingError(f"{process.args!r} did not come up:\n{log.read_text('utf-8', 'replace')[-3000:]}")


@contextmanager
def _running(command: list[str], home: Path, answers: Callable[[], bool]) -> Iterator[None]:
    """The server while the block runs; told to end by closing its input and by SIGTERM, then waited for."""
    home.mkdir(parents=True, exist_ok=True)
    log = home / "server.log"
    with log.open("wb") as out:
        process = subprocess.Popen(command, cwd=home, stdin=subprocess.PIPE, stdout=out, stderr=subprocess.STDOUT)
        try:
            _await(process, answers, log)
            yield
        finally:
            process.terminate()
            try:
                process.wait(30)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@contextmanager
def neo4j_server(home: Path) -> Iterator[str]:
    """A Neo4j server with its store under `home`; gives its address (neo4j://…). No password; it reads no local file."""
    jars, port = install("neo4j"), free_port()
    opened = [f"--add-opens=java.base/{package}=ALL-UNNAMED" for package in ("java.nio", "java.io", "sun.nio.ch")]
    command = ["java", "-Xmx1g", *opened, "-cp", f"{jars}/*:{jars}", "Launcher", str(home), str(port)]

    def answers() -> bool:
        return b"ready" in (home / "server.log").read_bytes()

    with _running(command, home, answers):
        yield f"neo4j://127.0.0.1:{port}"


@contextmanager
def fuseki_server(home: Path) -> Iterator[str]:
    """A Fuseki server with one empty dataset in memory; gives the dataset's address (…/zeren, with /data, /sparql)."""
    jar, port = next(install("fuseki").glob("jena-fuseki-server-*.jar")), free_port()
    address = f"http://127.0.0.1:{port}/zeren"
    command = ["java", "-Xmx1g", "-jar", str(jar), f"--port={port}", "--localhost", "--mem", "/zeren"]

    def answers() -> bool:
        try:
            with urllib.request.urlopen(f"{address}/sparql?query=ASK%7B%7D", timeout=5) as answer:
                return bool(answer.status == 200)
        except (urllib.error.URLError, ConnectionError, TimeoutError):
            return False

    with _running(command, home, answers):
        yield address


def fill(address: str, triples: bytes) -> None:
    """Replace the dataset of a Fuseki server by N-Triples."""
    request = urllib.request.Request(
        f"{address}/data?default", data=triples, method="PUT", headers={"Content-Type": "application/n-triples"}
    )
    with urllib.request.urlopen(request, timeout=300) as answer:
        answer.read()
