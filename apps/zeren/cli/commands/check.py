"""zeren check: the gaps in responsibility of files."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from zeren.cli.language import Speaker
from zeren.cli.progress import follow
from zeren.cli.reading import complain, gather, read_files
from zeren.cli.report import at_or_above, report
from zeren.model import Finding, Plan

SEVERITIES = ("error", "warning", "info")


def command(say: Speaker) -> click.Command:
    """Make the command in the speaker's language."""

    @click.command("check", help=say("check.help"))
    @click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
    @click.option("--format", "form", type=click.Choice(("text", "json")), default="text", help=say("option.format"))
    @click.option("--select", multiple=True, metavar="RULE", help=say("check.select"))
    @click.option("--ignore", multiple=True, metavar="RULE", help=say("check.ignore"))
    @click.option("--rules", "folder", type=click.Path(path_type=Path, exists=True, file_okay=False),
                  help=say("check.rules"))
    @click.option("--suppressions", type=click.Path(path_type=Path, exists=True, dir_okay=False),
                  help=say("check.suppressions"))
    @click.option("--fail-on", type=click.Choice((*SEVERITIES, "never")), default="error", show_default=True,
                  help=say("check.fail_on"))
    @click.option("--jobs", type=click.IntRange(1), help=say("option.jobs"))
    def check(
        files: tuple[Path, ...], form: str, select: tuple[str, ...], ignore: tuple[str, ...], folder: Path | None,
        suppressions: Path | None, fail_on: str, jobs: int | None,
    ) -> int:
        from zeren.rules import check_plan, choose

        rules = choose(select, ignore, folder)
        paths = gather(files)
        results: list[tuple[Plan, tuple[Finding, ...]]] = []
        failures = 0
        for read in follow(read_files(paths, jobs), len(paths), say("progress.checking"), say):
            if read.plan is None:
                complain(read, say)
                failures += 1
                continue
            findings = check_plan(read.plan, rules, say.language, suppressions=suppressions)
            results.append((read.plan, findings))
            if form == "text":
                click.echo(report(read.plan, findings, say), nl=False)
        if form == "json" and results:
            click.echo(_json(results))
        found = any(at_or_above(f, fail_on) for _, findings in results for f in findings)
        return 2 if failures else int(found)

    return check


def _json(results: list[tuple[Plan, tuple[Finding, ...]]]) -> str:
    """One document: {"source", "findings", "coverage"}; several: {"documents": [these]}."""
    documents = [_document(plan, findings) for plan, findings in results]
    content = documents[0] if len(documents) == 1 else {"documents": documents}
    return json.dumps(content, ensure_ascii=False, indent=2)


def _document(plan: Plan, findings: tuple[Finding, ...]) -> dict[str, Any]:
    coverage = {"blocks": len(plan.coverage.entries), "not_understood": len(plan.coverage.not_understood())}
    listed = [asdict(finding) | {"fingerprint": finding.fingerprint} for finding in findings]
    return {"source": plan.source, "title": plan.title, "findings": listed, "coverage": coverage}
