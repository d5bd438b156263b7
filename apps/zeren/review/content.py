"""What the page's script works with, as JSON: cards, tasks, words, and the forms of corrections."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from zeren.loading.corrections import FIELDS
from zeren.loading.corrections.forms import CHOICES, ORDER, forms, label, value_label
from zeren.model import Plan
from zeren.review.cards import card, task_card
from zeren.review.readings import Reading
from zeren.review.words import Words

_WORDS = (
    "confidence", "reason", "tasks", "owners", "limits", "nobody", "no_limit", "correct", "copy", "copied", "tick",
    "tick_why", "progress", "note_down", "noted", "basket", "none_noted", "with_ticks", "who_ticked", "ticked", "save",
    "drop", "optional", "one_a_line", "list_all", "list_doubt", "list_open", "search", "for_all",
)  # fmt: skip


def _forms(words: Words) -> dict[str, Any]:
    """What the forms of corrections are made of: the forms, names of their keys, and the values these may have."""
    tongue = words.language
    return {
        "forms": [
            {
                "action": form.action,
                "on": form.on,
                "needs": form.needs,
                "may": form.may,
                "title": form.words[words.language],
            }
            for form in forms().values()
        ],
        "labels": {key: label(key, tongue) for key in ORDER},
        "choices": {key: [[value, value_label(value, tongue)] for value in few] for key, few in CHOICES.items()},
        "about": {
            action: [[field, value_label(field, words.language)] for field in fields]
            for action, fields in FIELDS.items()
        },
    }


def data(plan: Plan, found: Sequence[Reading], words: Words, decisions: str, kept: str) -> str:
    """All the script works with as JSON that may stand inside a script element: no `<`, `>` or `&`. `decisions` is the
    name of the decisions file, `kept` what stands in it."""
    content = {
        "key": f"zeren {plan.sha256}",
        "readings": [card(reading, words) for reading in found],
        "tasks": [task_card(task, words) for task in plan.tasks],
        "plan": {field: getattr(plan, field) or "" for field in FIELDS["plan"]},
        "sections": [" ".join(filter(None, (section.title,))) for section in plan.sections],
        "kept": kept,
        "file": decisions,
        "words": {key: words(key) for key in _WORDS}
        | {"correct_how": words("correct_how", file=decisions), "more": words("more", count="#")},
        **_forms(words),
    }
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return text.translate({ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029\0"})
