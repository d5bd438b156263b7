"""zeren correct: what becomes of the corrections of a plan, one more of them, one less."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import click

from zeren.cli.entries import complete_actions, complete_pairs, entry_values
from zeren.cli.language import Speaker
from zeren.model import InputError
from zeren.readers.sources import Source


def command(say: Speaker) -> click.Command:
    """Make the command in the speaker's language."""

    @click.command("correct", cls=LongHelp, help=say("correct.help"))
    @click.argument("file", type=click.Path(path_type=Path))
    @click.argument("action", required=False, shell_complete=complete_actions(say))
    @click.argument("pairs", nargs=-1, shell_complete=complete_pairs(say))
    @click.option("--undo", is_flag=True, help=say("correct.undo"))
    @click.option("--number", type=click.IntRange(1), help=say("correct.number"))
    @click.option("--decisions", type=click.Path(path_type=Path, dir_okay=False), help=say("correct.decisions"))
    def correct(
        file: Path, action: str | None, pairs: tuple[str, ...], undo: bool, number: int | None, decisions: Path | None
    ) -> int:
        from zeren.loading import decisions_name

        if not file.is_file():
            raise InputError("file-missing", file=str(file))
        kept = decisions or file.with_name(decisions_name(file.name))
        if undo or number is not None:
            return _undo(kept, number or 0, say)
        if action is not None:
            return _add(file, kept, action, pairs, say)
        return _tell(file, kept, say)

    correct.page = partial(_help, say)
    return correct


class LongHelp(click.Command):
    """A command whose help page is put together only when it is shown: that takes the code that reads corrections."""

    page: Callable[[], str]

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the page."""
        self.help = self.page()
        super().format_help_text(ctx, formatter)


def _help(say: Speaker) -> str:
    """The help page: what it does, examples, and every kind of correction with what it needs."""
    from zeren.loading.corrections.forms import forms, label

    lines = []
    for form in forms().values():
        keys = [*(f"{key}=" for key in form.needs), *(f"[{key}=]" for key in form.may)]
        lines.append(f"  {form.action:<18}{form.words[say.language]}  {' '.join(keys)}".rstrip())
    common = [f"{key}= {label(key, say.language)}" for key in ("quote", "at", "person", "reason", "date")]
    examples = "\b\n" + say("correct.examples")
    kinds = "\n".join(["\b", say("correct.kinds"), *lines])
    always = say("correct.always", keys=say("list.comma").join(common))
    return "\n\n".join((say("correct.help"), examples, kinds, _values(say), always))


def _values(say: Speaker) -> str:
    """The values of the keys that have a few only."""
    from zeren.loading.corrections.forms import CHOICES, value_label
    from zeren.loading.corrections.records import FIELDS

    few = {f"{key}=": values for key, values in CHOICES.items()}
    few |= {f"field= ({action})": values for action, values in FIELDS.items()}
    lines = [
        f"  {key} {say('list.comma').join(f'{value} {value_label(value, say.language)}' for value in values)}"
        for key, values in few.items()
    ]
    return "\n".join(["\b", say("correct.values"), *lines])


def _tell(file: Path, kept: Path, say: Speaker) -> int:
    """Say of each entry what becomes of it; 1 unless all were simply applied."""
    from zeren.loading import read_corrected
    from zeren.loading.corrections.applying import notice_of
    from zeren.readers.notices import sentence

    _, outcomes = read_corrected(Source(file), kept if kept.is_file() else None)
    for outcome in outcomes:
        click.echo(sentence(notice_of(outcome), say.language))
    if not outcomes:
        click.echo(say("correct.none", file=kept), err=True)
    return int(any(outcome.fate != "applied" for outcome in outcomes))


def _add(file: Path, kept: Path, action: str, pairs: tuple[str, ...], say: Speaker) -> int:
    """Keep one entry more, if it does what it says; 1 where it does not."""
    from zeren.loading import try_corrections
    from zeren.loading.corrections.applying import notice_of
    from zeren.loading.corrections.writing import file_text, with_entry, write_file
    from zeren.readers.notices import sentence

    text, _ = with_entry(file_text(kept), entry_values(action, pairs), str(kept))
    outcome = try_corrections(Source(file), text, str(kept))[-1]
    click.echo(sentence(notice_of(outcome), say.language), err=outcome.fate not in ("applied", "healed"))
    if outcome.fate not in ("applied", "healed"):
        click.echo(say("correct.not_kept", file=kept), err=True)
        return 1
    write_file(kept, text)
    click.echo(say("correct.kept", file=kept, number=outcome.correction.number))
    return 0


def _undo(kept: Path, number: int, say: Speaker) -> int:
    """Take one entry out of the file, the last where none is named."""
    from zeren.loading.corrections.file import parse
    from zeren.loading.corrections.writing import file_text, without_entry, write_file

    text = file_text(kept)
    after = without_entry(text, number, str(kept))
    entries = parse(text.encode(), str(kept))
    gone = entries[(number or len(entries)) - 1]
    write_file(kept, after)
    click.echo(say("correct.undone", number=gone.number, action=gone.action, quote=gone.task.quote, file=kept))
    return 0
