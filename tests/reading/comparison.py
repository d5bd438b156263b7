"""Facts of a plan as tuples that can be counted and compared, per family, whatever the layout did to white space.

    python -m tests.reading.comparison [FOLDER-PREFIX ...]

reads every snippet of `tests/data/snippets` in every format it can be drawn in and prints precision, recall and F1 of
each family, with the misses.
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

Json = Mapping[str, Any]
Facts = dict[str, Counter[tuple[str, ...]]]
FAMILIES = ("plan", "sections", "tasks", "assignments", "deadlines", "instruments", "groups", "enterprises")
_HEAD = ("title", "jurisdiction", "document_number", "issued", "status")
_ENTERPRISE = ("uscc", "jurisdiction", "industry", "treatment")


def folded(text: str | None) -> str:
    """Without white space, width and closing punctuation: none of them is part of a fact."""
    return re.sub(r"\s+", "", unicodedata.normalize("NFKC", text or "")).strip("。;,、:.").replace(",", "，")


def _titles(plan: Json) -> dict[str | None, str]:
    return {None: ""} | {section["id"]: folded(section["title"]) for section in plan.get("sections", [])}


def _limit(item: Json) -> tuple[str, ...]:
    rule = dict(part.split("=", 1) for part in item.get("rrule", "").split(";") if part)
    every = (rule["FREQ"], rule.get("INTERVAL", "1")) if rule else ()
    start = item.get("start") if item["type"] == "between" else ""
    return (item["type"], start or "", item.get("date") or "", *every)


def _of_tasks(plan: Json) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    titles = _titles(plan)
    for task in plan.get("tasks", []):
        text = folded(task["text"])
        yield "tasks", (text, titles[task.get("section")]), False
        for owner in task.get("assignments", []):
            yield "assignments", (text, folded(owner["agency"]), owner["role"]), bool(owner.get("optional"))
        for limit in task.get("deadlines", []):
            yield "deadlines", (text, *_limit(limit)), bool(limit.get("optional"))
        for kind in ("cites", "produces"):
            yield from (("instruments", (text, kind, folded(title)), False) for title in task.get(kind, []))


def _of_plan(plan: Json) -> Iterator[tuple[str, tuple[str, ...], bool]]:
    titles = _titles(plan)
    for key in _HEAD:
        if value := plan.get("plan", {}).get(key):
            yield "plan", (key, folded(value)), False
    for section in plan.get("sections", []):
        parts = (section["number"] or "", section["title"], titles[section.get("parent")])
        yield "sections", tuple(map(folded, parts)), bool(section.get("optional"))
    yield from _of_tasks(plan)
    for group in plan.get("groups", []):
        yield from (("groups", (folded(group["name"]), folded(name)), False) for name in group["members"])
        if group.get("office"):
            yield "groups", (folded(group["name"]), "office", folded(group["office"])), False
    for firm in plan.get("enterprises", []):
        yield from (("enterprises", (folded(firm["name"]), key, folded(firm.get(key))), False) for key in _ENTERPRISE)


def misses(read: Json, expected: Json) -> list[str]:
    """What was missed (-) and what was read without being there (+), one line each; empty when all is as expected.

    Of the plan's own data only what `expected` names is compared; an optional fact counts neither way.
    """
    found, wanted = compared(read, expected)
    lines = []
    for family in FAMILIES:
        lines += [f"- {family} {' | '.join(fact)}" for fact in (wanted[family] - found[family]).elements()]
        lines += [f"+ {family} {' | '.join(fact)}" for fact in (found[family] - wanted[family]).elements()]
    return lines


def compared(read: Json, expected: Json) -> tuple[Facts, Facts]:
    """The facts read and the facts expected, by family, without what is optional or not asked for."""
    optional = {(family, fact) for family, fact, free in _of_plan(expected) if free}
    named = set(expected.get("plan", {}))
    found, wanted = ({family: Counter() for family in FAMILIES} for _ in range(2))
    for facts, plan in ((found, read), (wanted, expected)):
        for family, fact, _ in _of_plan(plan):
            if (family, fact) not in optional and (family != "plan" or fact[0] in named):
                facts[family][fact] += 1
    return found, wanted


def table_of(pairs: list[tuple[Facts, Facts]]) -> str:
    """Precision, recall and F1 of every family over many plans, as lines of text."""
    lines = [f"{'family':<14}{'precision':>10}{'recall':>8}{'F1':>8}{'facts':>7}"]
    sums = [0, 0, 0]
    for family in (*FAMILIES, "all"):
        counts = (
            [
                sum(sum((found[family] & wanted[family]).values()) for found, wanted in pairs),
                sum(sum(found[family].values()) for found, _ in pairs),
                sum(sum(wanted[family].values()) for _, wanted in pairs),
            ]
            if family != "all"
            else sums
        )
        sums = [a + b for a, b in zip(sums, counts, strict=True)] if family != "all" else sums
        hit, read, gold = counts
        f1 = 2 * hit / (read + gold) if read + gold else 1.0
        lines.append(f"{family:<14}{hit / (read or 1):>10.3f}{hit / (gold or 1):>8.3f}{f1:>8.3f}{gold:>7}")
    return "\n".join(lines)


def main() -> None:
    from tests.reading import snippets

    from zeren.loading import load_bytes
    from zeren.model.interchange import to_json

    pairs, exact = [], 0
    for name, data, expected in snippets.files(sys.argv[1:]):
        read = to_json(load_bytes(data, name))
        pairs.append(compared(read, expected))
        wrong = misses(read, expected)
        exact += not wrong
        if wrong:
            print(f"== {name}: {expected['shows']}", *wrong, sep="\n")
    print(table_of(pairs), f"{exact} of {len(pairs)} files exact", sep="\n")


if __name__ == "__main__":
    main()
