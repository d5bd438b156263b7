"""Help pages in the user's language: the parser's own few words are said by our catalogue."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import click

from zeren.cli.language import LANGUAGES, Speaker

_SECTIONS = {"Options": "help.options", "Commands": "help.commands", "Arguments": "help.arguments"}


def localise(command: click.Command, say: Speaker) -> click.Command:
    """The command with its help page in the speaker's language and the option --lang."""

    class Formatter(click.HelpFormatter):
        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, prefix or say("help.usage"))

        @contextmanager
        def section(self, name: str) -> Iterator[None]:
            with super().section(say(_SECTIONS[name]) if name in _SECTIONS else name):
                yield

    class Context(click.Context):
        formatter_class = Formatter

    command.context_class = Context
    command.params.append(
        click.Option(["--lang"], type=click.Choice(LANGUAGES), expose_value=False, help=say("zeren.lang"))
    )
    command.params.append(
        click.Option(
            ["-h", "--help"], is_flag=True, is_eager=True, expose_value=False, help=say("help.help"), callback=_show
        )
    )
    command.add_help_option = False
    return command


def _show(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(context.get_help())
        context.exit()
