"""Help pages in the user's language: the parser's own few words are said by our catalogue."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

import click
from click.formatting import wrap_text

from zeren.cli.language import LANGUAGES, Speaker
from zeren.cli.tables import width

_SECTIONS = {"Options": "help.options", "Commands": "help.commands", "Arguments": "help.arguments"}


def localise(command: click.Command, say: Speaker) -> click.Command:
    """The command with its help page in the speaker's language and the option --lang."""

    class Formatter(click.HelpFormatter):
        def write_heading(self, heading: str) -> None:
            self.write(f"{'':>{self.current_indent}}{say('help.heading', heading=heading)}\n")

        def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
            """Terms and texts in two columns; a Chinese letter takes two places, which the parser does not know."""
            said = [(term, text.replace("[required]", f"[{say('help.required')}]")) for term, text in rows]
            first = min(max(width(term) for term, _ in said), col_max) + col_spacing
            for term, text in said:
                fits = width(term) <= first - col_spacing
                lines = wrap_text(text, max(self.width - first - self.current_indent, 20)).splitlines() or [""]
                head = term + " " * (first - width(term)) + lines.pop(0) if fits else term
                for line in [head, *(" " * first + line for line in lines)]:
                    self.write(f"{'':>{self.current_indent}}{line.rstrip()}\n")

        def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
            super().write_usage(prog, args, prefix or say("help.usage"))

        @contextmanager
        def section(self, name: str) -> Iterator[None]:
            with super().section(say(_SECTIONS[name]) if name in _SECTIONS else name):
                yield

    class Context(click.Context):
        formatter_class = Formatter

    command.context_class = Context
    command.short_help = (command.help or "").split("\n\n")[0]
    _name_values(command, say)
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


def _name_values(command: click.Command, say: Speaker) -> None:
    """What stands for a value on the help page, in the speaker's language."""
    command.options_metavar = say("help.usage_options")
    if isinstance(command, click.Group):
        command.subcommand_metavar = say("help.usage_command")
    for parameter in command.params:
        if isinstance(parameter, click.Argument) and not isinstance(parameter.type, click.Choice):
            name = say(f"help.values.{parameter.name}") + ("..." if parameter.nargs == -1 else "")
            parameter.metavar = name if parameter.required else f"[{name}]"
        elif isinstance(parameter, click.Option) and not parameter.is_flag and (kind := _kind(parameter)):
            parameter.metavar = parameter.metavar or say(f"help.values.{kind}")


def _kind(option: click.Option) -> str:
    """The kind of an option's value; empty for a choice, which lists its values."""
    kind = option.type
    if isinstance(kind, click.Choice):
        return ""
    if isinstance(kind, click.IntRange | click.FloatRange):
        return "number"
    if isinstance(kind, click.Path):
        return "text" if kind.file_okay and kind.dir_okay else "folder" if kind.dir_okay else "file"
    return "text"


def _show(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(context.get_help())
        context.exit()
