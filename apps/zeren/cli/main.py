"""The `zeren` command: finds the language, runs one command, turns what went wrong into an exit status.

Exit status: 0 clean, 1 findings at or above --fail-on, 2 usage or unreadable input, 3 a defect of ours.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from importlib.metadata import version

import click

from zeren.cli.language import LANGUAGES, Speaker, choose
from zeren.cli.commands import COMMANDS
from zeren.cli.complaints import explain
from zeren.model import ZerenError

USAGE_STATUS = 2
DEFECT_STATUS = 3


class Commands(click.Group):
    """The group of all commands; a command's module is imported when it is called or the help page is shown."""

    def __init__(self, say: Speaker) -> None:
        super().__init__(
            "zeren", help=say("zeren.help"), no_args_is_help=True,
            context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 110},
        )
        self.say = say
        self.params.append(
            click.Option(["--lang"], type=click.Choice(LANGUAGES), expose_value=False, help=say("zeren.lang"))
        )
        self.params.append(
            click.Option(
                ["--version"], is_flag=True, is_eager=True, expose_value=False, help=say("zeren.version"),
                callback=_print_version,
            )
        )

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        made: click.Command = import_module(f"zeren.cli.commands.{cmd_name}").command(self.say)
        made.params.append(
            click.Option(["--lang"], type=click.Choice(LANGUAGES), expose_value=False, help=self.say("zeren.lang"))
        )
        return made


def _print_version(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        click.echo(f"zeren {version('zeren')}")
        context.exit()


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit status."""
    say = Speaker(choose(arguments, os.environ))
    try:
        status = Commands(say).main(list(arguments), prog_name="zeren", standalone_mode=False)
    except click.exceptions.NoArgsIsHelpError as help_page:
        click.echo(help_page.ctx.get_help() if help_page.ctx else "")
        return 0
    except click.exceptions.Abort:
        click.echo(say("zeren.stopped"), err=True)
        return USAGE_STATUS
    except click.ClickException as fault:
        click.echo(explain(fault, say), err=True)
        return USAGE_STATUS
    except ZerenError as fault:
        click.echo(say("zeren.error", message=fault.message(say.language)), err=True)
        return USAGE_STATUS
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except Exception:
        traceback.print_exc()
        click.echo(say("zeren.defect"), err=True)
        return DEFECT_STATUS
    return status if isinstance(status, int) else 0


def main() -> None:
    """The console script."""
    sys.exit(run(sys.argv[1:]))
