"""zeren check: the gaps in responsibility of files."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from zeren.cli.language import Speaker
from zeren.cli.processes import spread
from zeren.cli.progress import follow
from zeren.cli.reading import complain, complaints, gather, read_one, warm
from zeren.cli.report import at_or_above, remarks, report
from zeren.model import Finding, Plan
from zeren.readers.sources import Source

if TYPE_CHECKING:
    from zeren.rules import Rule

SEVERITIES = ("error", "warning", "info")

Result = tuple[Plan, tuple[Finding, ...]]


def command(say: Speaker) -> click.Command:
    """Make the command in the speaker's language."""

    @click.command("check", help=say("check.help"))
    @click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
    @click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help=say("option.format"))
    @click.option("--select", multiple=True, metavar="RULE", help=say("check.select"))
    @click.option("--ignore", multiple=True, metavar="RULE", help=say("check.ignore"))
    @click.option(
        "--rules", "folder", type=click.Path(path_type=Path, exists=True, file_okay=False), help=say("check.rules")
    )
    @click.option(
        "--suppressions", type=click.Path(path_type=Path, exists=True, dir_okay=False), help=say("check.suppressions")
    )
    @click.option("--fail-on", type=click.Choice((*SEVERITIES, "never")), default="error", help=say("check.fail_on"))
    @click.option("--jobs", type=click.IntRange(1), help=say("option.jobs"))
    def check(
        files: tuple[Path, ...],
        form: str,
        select: tuple[str, ...],
        ignore: tuple[str, ...],
        folder: Path | None,
        suppressions: Path | None,
        fail_on: str,
        jobs: int | None,
    ) -> int:
        from zeren.rules import choose

        rules = choose(select, ignore, folder)
        paths = gather(files)
        judged: list[Judged] = []
        work = spread(partial(judge, rules, say), paths, jobs, warm)
        for one in follow(work, len(paths), say("progress.checking"), say):
            complain(one.said)
            judged.append(one)
        results, stale = _open([one.result for one in judged if one.result], suppressions, say.language)
        if form == "json" and results:
            click.echo(_json(results, stale))
        elif form == "text":
            click.echo("".join(report(plan, findings, say) for plan, findings in results), nl=False)
            click.echo(remarks(stale, say), nl=False)
        found = any(at_or_above(f, fail_on) for _, findings in results for f in findings)
        return 2 if any(one.result is None for one in judged) else int(found)

    return check


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of one file."""

    said: tuple[str, ...]
    """Lines for stderr."""
    result: Result | None = None
    """None where it could not be read."""


def judge(rules: Sequence[Rule], say: Speaker, source: Source) -> Judged:
    """Read one file and look for its gaps."""
    from zeren.rules import check_drafts

    read = read_one(source)
    said = complaints(read, say)
    return Judged(said, (read.plan, check_drafts([read.plan], rules, say.language)) if read.plan else None)


def _open(results: Sequence[Result], path: Path | None, language: str) -> tuple[list[Result], tuple[Finding, ...]]:
    """The results without what the suppressions let stand, and the findings that a suppression is of no use."""
    from zeren.rules import apply_suppressions, read_suppressions

    if path is None:
        return list(results), ()
    entries = read_suppressions(path)
    kept, _ = apply_suppressions([f for _, findings in results for f in findings], entries, language)
    open_ = set(kept)
    left = [(plan, tuple(f for f in findings if f in open_)) for plan, findings in results]
    known = {f for _, findings in results for f in findings}
    return left, tuple(f for f in kept if f not in known)


def _json(results: Sequence[Result], stale: tuple[Finding, ...]) -> str:
    """One document: {"source", "findings", "coverage"}; several: {"documents": [these], "findings": [of all]}."""
    documents = [_document(plan, findings) for plan, findings in results]
    further = [entry for finding in stale for entry in _entries(finding)]
    if len(documents) == 1:
        return _text(documents[0] | {"findings": documents[0]["findings"] + further})
    return _text({"documents": documents, "findings": [f for d in documents for f in d["findings"]] + further})


def _text(content: dict[str, Any]) -> str:
    return json.dumps(content, ensure_ascii=False, indent=2)


def _document(plan: Plan, findings: tuple[Finding, ...]) -> dict[str, Any]:
    coverage = {"blocks": len(plan.coverage.entries), "not_understood": len(plan.coverage.not_understood())}
    listed = [entry for finding in findings for entry in _entries(finding)]
    return {"source": plan.source, "title": plan.title, "findings": listed, "coverage": coverage}


def _entries(finding: Finding) -> list[dict[str, Any]]:
    """The finding, and after it each single gap elsewhere that it stands for, with `part_of` its fingerprint."""
    whole = _entry(finding)
    parts = [part for part in finding.parts if part.locator != finding.locator]
    return [whole, *(_entry(part) | {"part_of": whole["fingerprint"]} for part in parts)]


def _entry(finding: Finding) -> dict[str, Any]:
    fields = {name: value for name, value in asdict(finding).items() if name != "parts"}
    return fields | {"fingerprint": finding.fingerprint}
