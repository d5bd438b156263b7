"""zeren explore: the explorer in the browser."""

from __future__ import annotations

from pathlib import Path

import click

from zeren.cli.language import Speaker
from zeren.cli.targets import LIBRARY, open_library


def command(say: Speaker) -> click.Command:
    """Make the command in the speaker's language."""

    @click.command("explore", help=say("explore.help"))
    @click.argument("folder", required=False, type=click.Path(path_type=Path, file_okay=False))
    @click.option("--port", type=click.IntRange(1, 65535), default=8501, help=say("explore.port"))
    def explore(folder: Path | None, port: int) -> int:
        if folder is not None:
            open_library(folder)
        elif LIBRARY.is_dir():
            folder = LIBRARY
        return serve_library(folder, port, say)

    return explore


def serve_library(folder: Path | None, port: int, say: Speaker) -> int:
    """Serve the explorer until it is stopped; says the address first."""
    from zeren.explorer.server import serve

    return serve(folder, port, say.language)
