"""zeren extract: facts as JSON, and pages on which a person checks them."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from textwrap import indent
from typing import Any

import click

from zeren.cli.language import Speaker
from zeren.cli.processes import spread
from zeren.cli.progress import follow
from zeren.cli.reading import complain, complaints, gather, read_one, warm
from zeren.cli.saving import write_whole
from zeren.model import Plan, UsageError
from zeren.model.interchange import dumps
from zeren.readers.sources import Source


def command(say: Speaker) -> click.Command:
    """Make the command in the speaker's language."""

    @click.command("extract", help=say("extract.help"))
    @click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
    @click.option("--out", type=click.Path(path_type=Path, file_okay=False), help=say("extract.out"))
    @click.option("--review", "pages", type=click.Path(path_type=Path), help=say("extract.review"))
    @click.option(
        "--decisions", type=click.Path(path_type=Path, exists=True, dir_okay=False), help=say("extract.decisions")
    )
    @click.option("--jobs", type=click.IntRange(1), help=say("option.jobs"))
    def extract(
        files: tuple[Path, ...], out: Path | None, pages: Path | None, decisions: Path | None, jobs: int | None
    ) -> int:
        sources = gather(files)
        if decisions and len(sources) != 1:
            raise UsageError("decisions-several", count=len(sources))
        orders = _orders(sources, out, pages, decisions)
        outcomes: list[Outcome] = []
        work = spread(partial(carry_out, say), orders, jobs, warm)
        for outcome in follow(work, len(orders), say("progress.reading"), say):
            complain(outcome.said)
            outcomes.append(outcome)
        click.echo(_joined([outcome.facts for outcome in outcomes if outcome.facts], len(sources)), nl=False)
        return 2 if any(outcome.failed for outcome in outcomes) else 0

    return extract


@dataclass(frozen=True, slots=True)
class Order:
    """One file, and where its facts and its page go; without either the facts are given back."""

    source: Source
    facts: Path | None
    page: Path | None
    decisions: Path | None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of an order; small, since it may come from another process."""

    said: tuple[str, ...]
    """Lines for stderr."""
    failed: bool = False
    facts: str = ""
    """JSON, where it is asked back."""


def carry_out(say: Speaker, order: Order) -> Outcome:
    """Read one file and write what is asked for."""
    read = read_one(order.source, order.decisions)
    said = complaints(read, say)
    if read.plan is None:
        return Outcome(said, failed=True)
    if not read.plan.tasks and not read.plan.enterprises:
        said = (*said, say("extract.nothing", file=read.source.place))
    if order.facts:
        write_whole(order.facts, dumps(read.plan))
    if order.page:
        write_whole(order.page, _review(order.source, read.plan, order.decisions, say))
    if order.facts or order.page:
        return Outcome((*said, _summary(read.plan, say)))
    return Outcome(said, facts=dumps(read.plan))


def _orders(sources: list[Source], out: Path | None, pages: Path | None, decisions: Path | None) -> list[Order]:
    names = _names(sources)
    return [
        Order(
            source,
            out / f"{names[source]}.json" if out else None,
            _page_path(pages, names[source], len(sources)) if pages else None,
            decisions,
        )
        for source in sources
    ]


def _joined(facts: list[str], count: int) -> str:
    """The facts of one file as they are, those of several as a JSON list of them: what `json.dumps` makes of it."""
    if count == 1 or not facts:
        return "".join(facts)
    return "[\n" + ",\n".join(indent(text.rstrip("\n"), "  ") for text in facts) + "\n]\n"


def _page_path(wish: Path, name: str, count: int) -> Path:
    """The file named, for one document; else one in the folder named. Raises UsageError review-one-file."""
    if wish.suffix.lower() not in (".html", ".htm"):
        return wish / f"{name}.html"
    if count != 1:
        raise UsageError("review-one-file", file=wish, count=count)
    return wish


def _review(source: Source, plan: Plan, decisions: Path | None, say: Speaker) -> str:
    from zeren.loading import decisions_name
    from zeren.loading.corrections.file import decisions_text
    from zeren.review.page import review

    name = decisions.name if decisions else decisions_name(source.name)
    return review(source.document(), plan, say.language, name, decisions_text(source, decisions))


def _names(sources: list[Source]) -> dict[Source, str]:
    """`plan` for plan.docx; where two files would share it, the suffix stays in the name, then a number comes."""
    stems = Counter(Path(source.name).stem for source in sources)
    names: dict[Source, str] = {}
    used: Counter[str] = Counter()
    for source in sources:
        stem = Path(source.name).stem
        name = stem if stems[stem] == 1 else source.name
        used[name] += 1
        names[source] = name if used[name] == 1 else f"{name}.{used[name]}"
    return names


def _summary(plan: Plan, say: Speaker) -> str:
    facts: dict[str, Any] = {
        "source": plan.source,
        "sections": len(plan.sections),
        "tasks": len(plan.tasks),
        "assignments": sum(len(task.assignments) for task in plan.tasks),
        "enterprises": len(plan.enterprises),
        "blocks": len(plan.coverage.entries),
        "doubtful": len(plan.coverage.not_understood()),
    }
    return say("extract.summary", **facts)
