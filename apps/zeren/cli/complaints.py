"""What the argument parser complains of, in the user's language."""

from __future__ import annotations

import re

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
        return say("usage.bad", name=_name(fault), detail=_detail(fault, say))
    if isinstance(fault, click.NoSuchCommand):
        return say("usage.no_command", name=fault.command_name)
    return fault.format_message()


_SAID = re.compile(r"(?:[A-Za-z]+ )?'?(?P<value>.*?)'? (?P<fault>does not exist|is a file|is a directory|is not .*)\.")
"""How the parser puts what is wrong with a value."""

_PATHS = {"is a file": "usage.not_a_folder", "is a directory": "usage.not_a_file", "does not exist": "usage.no_path"}


def _detail(fault: click.BadParameter, say: Speaker) -> str:
    """What is wrong with the value, where it can be told from the option's kind; else the parser's own words."""
    kind = getattr(fault.param, "type", None)
    said = _SAID.fullmatch(fault.message)
    if said is None:
        return fault.message
    value, what = said["value"], said["fault"]
    if what in _PATHS:
        return say(_PATHS[what], value=value)
    if isinstance(kind, click.IntRange | click.FloatRange) and "not in the range" in what:
        open_end = kind.max is None
        span = say("usage.range_low" if open_end else "usage.range", low=kind.min, high=kind.max)
        return say("usage.not_in_range", value=value, range=span)
    return say("usage.not_a_number", value=value) if "valid" in what else fault.message


def _name(fault: click.BadParameter) -> str:
    parameter = fault.param
    if parameter is None:
        return fault.param_hint if isinstance(fault.param_hint, str) else "?"
    if isinstance(parameter, click.Option):
        return parameter.opts[-1]
    return (parameter.metavar or str(parameter.name)).strip("[].")
