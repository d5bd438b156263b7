"""zeren demo: the main job on the shipped example, from files to the explorer."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import click

from zeren.cli.commands.build import build_library
from zeren.cli.commands.explore import serve_library
from zeren.cli.language import Speaker
from zeren.cli.reading import gather, read_plans
from zeren.cli.report import report
from zeren.model import UsageError

DEMO = Path(".zeren", "demo")
"""The library of the demonstration."""

SHOWN = ("yunchuan-table.docx", "qinghe-plan.docx", "yunchuan-ledger.xlsx")
"""The examples a person is shown; the others are the same content in other formats and an older version."""


def command(say: Speaker) -> click.Command:
    """Make the command in the speaker's language."""

    @click.command("demo", help=say("demo.help"))
    @click.option(
        "--into",
        type=click.Path(path_type=Path, file_okay=False),
        default=DEMO,
        help=say("option.into", folder=DEMO),
    )
    @click.option("--port", type=click.IntRange(1, 65535), default=8501, help=say("explore.port"))
    @click.option("--no-explore", is_flag=True, help=say("demo.no_explore"))
    def demo(into: Path, port: int, no_explore: bool) -> int:
        from zeren.rules import catalogue, check_drafts

        sources = gather(example_files())
        plans, _ = read_plans(sources, 1, say)
        for plan in plans:
            click.echo(report(plan, check_drafts([plan], catalogue(), say.language), say), nl=False)
        status = build_library(sources, into, 1, False, say)
        return status if no_explore else serve_library(into, port, say)

    return demo


def example_files() -> list[Path]:
    """The shipped examples, in the package or in the clone. Raises UsageError examples-missing."""
    shipped = Path(str(files("zeren.cli"))) / "examples"
    folder = shipped if shipped.is_dir() else Path(__file__).parents[4] / "examples"
    paths = [folder / name for name in SHOWN]
    if not all(path.is_file() for path in paths):
        raise UsageError("examples-missing", folder=folder)
    return paths
