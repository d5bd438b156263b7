"""zeren rules: list the rules, or explain one."""

from __future__ import annotations

from pathlib import Path

import click

from zeren.cli.language import Speaker
from zeren.cli.rule_page import page
from zeren.cli.tables import TableFormat, render
from zeren.model import UsageError


def command(say: Speaker) -> click.Command:
    """Make the command in the speaker's language."""

    @click.command("rules", help=say("rules.help"))
    @click.argument("code", required=False)
    @click.option(
        "--rules", "folder", type=click.Path(path_type=Path, exists=True, file_okay=False), help=say("check.rules")
    )
    @click.option(
        "--format", "form", type=click.Choice(("table", "csv", "json")), default="table", help=say("option.format")
    )
    def rules(code: str | None, folder: Path | None, form: TableFormat) -> None:
        from zeren.rules import catalogue

        known = catalogue(folder)
        if code is None:
            rows = [(rule.code, say(f"severity.{rule.severity}"), rule.name.of(say.language)) for rule in known]
            click.echo(render(say("rules.columns").split(","), rows, form), nl=False)
            return
        rule = next((rule for rule in known if rule.code == code), None)
        if rule is None:
            raise UsageError("rule-unknown", rule=code, known=", ".join(rule.code for rule in known))
        click.echo(page(rule, say))

    return rules
