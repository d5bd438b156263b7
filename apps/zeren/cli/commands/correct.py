"""zeren correct: what becomes of the corrections of a plan."""

from __future__ import annotations

from pathlib import Path

import click

from zeren.cli.language import Speaker
from zeren.readers.sources import Source


def command(say: Speaker) -> click.Command:
    """Make the command in the speaker's language."""

    @click.command("correct", help=say("correct.help"))
    @click.argument("file", type=click.Path(path_type=Path))
    @click.option(
        "--decisions", type=click.Path(path_type=Path, exists=True, dir_okay=False), help=say("extract.decisions")
    )
    def correct(file: Path, decisions: Path | None) -> int:
        from zeren.loading import decisions_name, read_corrected
        from zeren.loading.corrections_applying import notice_of
        from zeren.readers.notices import sentence

        _, outcomes = read_corrected(Source(file), decisions)
        for outcome in outcomes:
            click.echo(sentence(notice_of(outcome), say.language))
        if not outcomes:
            click.echo(say("correct.none", file=decisions or file.with_name(decisions_name(file.name))), err=True)
        return int(any(outcome.fate != "applied" for outcome in outcomes))

    return correct
