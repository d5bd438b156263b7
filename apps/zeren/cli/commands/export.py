"""zeren export: the graph as a file."""

from __future__ import annotations

from pathlib import Path

import click

from zeren.cli.language import Speaker
from zeren.cli.targets import LIBRARY, open_library


def command(say: Speaker) -> click.Command:
    """Make the command in the speaker's language."""

    @click.command("export", help=say("export.help"))
    @click.option("--to", "path", required=True, type=click.Path(path_type=Path, dir_okay=False), help=say("export.to"))
    @click.option("--on", type=click.Path(path_type=Path), default=LIBRARY, help=say("option.into", folder=LIBRARY))
    def export(path: Path, on: Path) -> None:
        from zeren.export import write

        written = write(open_library(on).graph(), path)
        click.echo(say("export.done", path=written), err=True)

    return export
