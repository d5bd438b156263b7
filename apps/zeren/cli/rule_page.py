"""A rule explained to a person: made from the rule's own data, so that it cannot differ from what is checked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zeren.cli.language import Speaker

if TYPE_CHECKING:
    from zeren.rules import Rule


def page(rule: Rule, say: Speaker) -> str:
    """Code, name, severity, what it finds, why, how to mend, options and source."""
    language = say.language
    lines = [f"{rule.code}  {rule.name.of(language)}  [{say(f'severity.{rule.severity}')}]", "", rule.what.of(language)]
    lines += [
        "",
        f"{say('rules.why')}: {rule.why.of(language)}",
        f"{say('rules.fix')}: {_general(rule.fix.of(language), say)}",
    ]
    if rule.options:
        lines += ["", f"{say('rules.options')}:"]
        lines += [f"  {option.name} = {option.default}  {option.about.of(language)}" for option in rule.options]
    return "\n".join([*lines, "", f"{say('rules.source')}: {rule.source}"])


def _general(template: str, say: Speaker) -> str:
    """The template with general words where a finding's own would stand."""
    return re.sub(r"\{(\w+)\}", lambda match: say("rules.bodies") if match[1] == "bodies" else "…", template)
