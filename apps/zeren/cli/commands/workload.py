"""zeren workload: who carries how much."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from zeren.cli.language import Speaker
from zeren.cli.tables import TableFormat, render
from zeren.cli.targets import LIBRARY, open_library

if TYPE_CHECKING:
    import pandas as pd

    from zeren.store.library import Library


def command(say: Speaker) -> click.Command:
    """Make the command in the speaker's language."""

    @click.command("workload", help=say("workload.help"))
    @click.option("--by", type=click.Choice(("body", "role", "quarter")), default="body", help=say("workload.by"))
    @click.option("--on", type=click.Path(path_type=Path), default=LIBRARY, help=say("option.into", folder=LIBRARY))
    @click.option("--rows", "count", type=click.IntRange(1), default=30, help=say("workload.limit"))
    @click.option(
        "--format", "form", type=click.Choice(("table", "csv", "json")), default="table", help=say("option.format")
    )
    def workload(by: str, on: Path, count: int, form: TableFormat) -> None:
        frame = _frame(open_library(on), by).drop(columns="party").round(3)
        shown = frame.head(count) if form == "table" else frame
        heads = list(shown.columns) if form == "json" else [say(f"workload.columns.{name}") for name in shown.columns]
        click.echo(render(heads, list(shown.itertuples(index=False, name=None)), form), nl=False)

    return workload


def _frame(library: Library, by: str) -> pd.DataFrame:
    from zeren.workload import assignments, by_body, by_quarter, by_role, time_limits

    frame = assignments(library)
    if by == "role":
        return by_role(frame)
    return by_quarter(frame, time_limits(library)) if by == "quarter" else by_body(frame)
