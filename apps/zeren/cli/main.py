"""The `zeren` command: finds the language, runs one command, turns what went wrong into an exit status.

Exit status: 0 clean, 1 findings at or above --fail-on, 2 usage or unreadable input, 3 a defect of ours.
"""

from __future__ import annotations

import gc
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from types import FrameType

import click

from zeren.cli.commands import COMMANDS
from zeren.cli.complaints import explain
from zeren.cli.help_pages import localise
from zeren.cli.language import Speaker, choose
from zeren.model import ZerenError

USAGE_STATUS = 2
DEFECT_STATUS = 3
COLLECTING = (50_000, 10, 10)
"""How seldom the collector of cycles runs (`gc.set_threshold`). Reading leaves next to none; at the usual pace the
collector takes a third of the time of a table of 50,000 rows, going over all that was read again and again."""


class Commands(click.Group):
    """The group of all commands; a command's module is imported when it is called or the help page is shown."""

    def __init__(self, say: Speaker) -> None:
        super().__init__(
            "zeren", help=say("zeren.help"), invoke_without_command=True, context_settings={"max_content_width": 110}
        )
        self.say = say
        localise(self, say)
        self.params.append(
            click.Option(
                ["--version"],
                is_flag=True,
                is_eager=True,
                expose_value=False,
                help=say("zeren.version"),
                callback=_print_version,
            )
        )

    def invoke(self, ctx: click.Context) -> object:
        """Run the command named; none is named: show the help page."""
        result: object = super().invoke(ctx)
        if ctx.invoked_subcommand is None:
            click.echo(ctx.get_help())
        return result

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The commands in the order of the help page."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of that name, or None."""
        if cmd_name not in COMMANDS:
            return None
        return localise(import_module(f"zeren.cli.commands.{cmd_name}").command(self.say), self.say)


def _print_version(context: click.Context, _parameter: click.Parameter, wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        click.echo(f"zeren {version('zeren')}")
        context.exit()


def run(arguments: Sequence[str]) -> int:
    """Run one command line and return its exit status."""
    say = Speaker(choose(arguments, os.environ))
    try:
        status = Commands(say).main(list(arguments), prog_name="zeren", standalone_mode=False)
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


def _end(signal_: int, _frame: FrameType | None) -> None:
    """Asked to end: unwind, so that other processes end too and no file is left half written."""
    sys.exit(128 + signal_)


def main() -> None:
    """The console script."""
    gc.set_threshold(*COLLECTING)
    signal.signal(signal.SIGTERM, _end)
    sys.exit(run(sys.argv[1:]))
