"""zeren completion: the script that makes the shell complete commands and options."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

from zeren.cli.language import Speaker

SHELLS = ("bash", "zsh", "fish")


def command(say: Speaker) -> click.Command:
    """Make the command in the speaker's language."""

    @click.command("completion", help=say("completion.help"))
    @click.argument("shell", type=click.Choice(SHELLS), default="bash")
    @click.pass_context
    def completion(context: click.Context, shell: str) -> None:
        kind = get_completion_class(shell)
        assert kind is not None
        click.echo(kind(context.find_root().command, {}, "zeren", "_ZEREN_COMPLETE").source())

    return completion
