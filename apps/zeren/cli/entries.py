"""One entry of a decisions file as typed on the command line: KEY=VALUE pairs, and how the shell completes them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from zeren.cli.language import Speaker
from zeren.model import UsageError

if TYPE_CHECKING:
    from zeren.loading.corrections.writing import Value

Complete = Callable[[click.Context, click.Parameter, str], list[CompletionItem]]


def entry_values(action: str, pairs: tuple[str, ...]) -> dict[str, Value]:
    """The entry as given on the command line; what may be given several times is a list.

    Raises UsageError decisions-pair for what is no pair.
    """
    from zeren.loading.corrections.forms import forms

    values: dict[str, Value] = {"action": action}
    several: dict[str, list[str]] = {"before": [], "join": []}
    for pair in pairs:
        key, equals, value = pair.partition("=")
        if not equals or not key:
            known = forms().get(action)
            needs = ", ".join(["quote", *(known.needs if known else ()), "person", "reason"])
            raise UsageError("decisions-pair", text=pair, action=action, needs=needs)
        if key in several:
            several[key].append(value)
        else:
            values[key] = value
    if several["before"]:
        values["before"] = several["before"]
    if several["join"]:
        values["join"] = [{"quote": quote} for quote in several["join"]]
    return values


def complete_actions(say: Speaker) -> Complete:
    """Completes the kinds of corrections, each with its words."""

    def complete(_context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
        from zeren.loading.corrections.forms import forms

        found = [form for form in forms().values() if form.action.startswith(begun)]
        return [CompletionItem(form.action, help=form.words[say.language]) for form in found]

    return complete


def complete_pairs(say: Speaker) -> Complete:
    """Completes the keys of the kind named, and the values of those that have a few only."""

    def complete(context: click.Context, _parameter: click.Parameter, begun: str) -> list[CompletionItem]:
        from zeren.loading.corrections.forms import forms, label, value_label

        form = forms().get(context.params.get("action") or "")
        if form is None:
            return []
        keys = ("quote", *form.needs, *form.may, "at", "person", "reason")
        key, equals, _ = begun.partition("=")
        if equals:
            chosen = [(f"{key}={value}", value_label(value, say.language)) for value in form.choices(key)]
        else:
            chosen = [(f"{name}=", label(name, say.language)) for name in keys]
        return [CompletionItem(word, help=words) for word, words in chosen if word.startswith(begun)]

    return complete
