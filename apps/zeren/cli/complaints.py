"""What the argument parser complains of, in the user's language."""

from __future__ import annotations

import click

from zeren.cli.language import Speaker


def explain(fault: click.ClickException, say: Speaker) -> str:
    """One line that says what is wrong with the call, and where help is."""
    context = getattr(fault, "ctx", None)
    path = context.command_path if context else "zeren"
    return say("zeren.usage_error", message=_sentence(fault, say), help=f"{path} --help")


def _sentence(fault: click.ClickException, say: Speaker) -> str:
    if isinstance(fault, click.NoSuchOption):
        near = say("usage.near", names=", ".join(sorted(fault.possibilities))) if fault.possibilities else ""
        return say("usage.no_option", name=fault.option_name) + near
    if isinstance(fault, click.MissingParameter):
        return say("usage.missing", name=_name(fault))
    if isinstance(fault, click.BadParameter) and isinstance(getattr(fault.param, "type", None), click.Choice):
        choices = fault.param.type.choices  # type: ignore[union-attr]
        return say("usage.choice", name=_name(fault), choices=", ".join(map(str, choices)))
    if isinstance(fault, click.BadParameter):
        return say("usage.bad", name=_name(fault), detail=fault.message)
    if isinstance(fault, click.NoSuchCommand):
        return say("usage.no_command", name=fault.command_name)
    return fault.format_message()


def _name(fault: click.BadParameter) -> str:
    parameter = fault.param
    if parameter is None:
        return fault.param_hint if isinstance(fault.param_hint, str) else "?"
    return parameter.opts[-1] if isinstance(parameter, click.Option) else parameter.make_metavar(fault.ctx)  # type: ignore[arg-type]
