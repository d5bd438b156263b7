"""zeren workload: who carries how much."""

from __future__ import annotations

from pathlib import Path

import click

from zeren.cli.language import Speaker
from zeren.cli.tables import TableFormat, render
from zeren.cli.targets import LIBRARY, open_library


def command(say: Speaker) -> click.Command:
    """Make the command in the speaker's language."""

    @click.command("workload", help=say("workload.help"))
    @click.option("--by", type=click.Choice(("body", "role", "quarter")), default="body", help=say("workload.by"))
    @click.option("--on", type=click.Path(path_type=Path), default=LIBRARY, help=say("option.into"))
    @click.option("--rows", "count", type=click.IntRange(1), default=30, help=say("workload.limit"))
    @click.option(
        "--format", "form", type=click.Choice(("table", "csv", "json")), default="table", help=say("option.format")
    )
    def workload(by: str, on: Path, count: int, form: TableFormat) -> None:
        from zeren.workload import tabulate

        frame = tabulate(open_library(on).engines(), by)
        shown = frame.head(count) if form == "table" else frame
        rows = [tuple(row) for row in shown.itertuples(index=False)]
        click.echo(render([say(f"workload.columns.{name}") for name in shown.columns], rows, form), nl=False)

    return workload
