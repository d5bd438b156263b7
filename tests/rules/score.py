"""Print how the findings on gold facts compare with a reader's list of gaps, rule by rule.

    python tests/rules/score.py CORPUS [--misses] [--all]

CORPUS is the folder with gold/, gaps.json and score_gaps.py. Without --all only the rules that are shipped are counted.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections import defaultdict
from pathlib import Path

from tests.rules.golds import gold_plan

from zeren.agencies import load_register
from zeren.graph import build
from zeren.model import Finding
from zeren.rules import catalogue, check
from zeren.store import EmbeddedStore

Places = dict[str, set[str]]


def place(locator: str | None) -> str:
    """A locator as the corpus's scorer compares it."""
    return re.sub(r"[\s().、\-]", "", unicodedata.normalize("NFKC", locator or ""))


def findings_on(path: Path) -> tuple[Finding, ...]:
    with EmbeddedStore(build([gold_plan(path)], load_register())) as store:
        return check(store, catalogue())


def _by_rule(pairs: list[tuple[str, str]]) -> Places:
    out: Places = defaultdict(set)
    for rule, where in pairs:
        out[rule].add(where)
    return out


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--docs", nargs="*")
    args = parser.parse_args()
    gaps = json.loads((args.corpus / "gaps.json").read_text("utf-8"))
    known = {rule.code for rule in catalogue()}
    total = [0, 0, 0, 0]
    for doc in sorted({gap["doc"] for gap in gaps}):
        if args.docs and doc not in args.docs:
            continue
        path = next((args.corpus / "gold").glob(f"{doc}*.json"))
        mine = _by_rule([(f.rule, place(f.locator)) for f in findings_on(path)])
        listed = [g for g in gaps if g["doc"] == doc and g["rule"] in known]
        high = _by_rule([(g["rule"], place(g["task"])) for g in listed if g["confidence"] == "high"])
        every = _by_rule([(g["rule"], place(g["task"])) for g in listed])
        print(f"{doc}\n{'rule':<26}{'high':>6}{'hit':>6}{'found':>7}{'listed':>8}")
        for rule in sorted(set(every) | set(mine)):
            h, e, m = high.get(rule, set()), every.get(rule, set()), mine.get(rule, set())
            for n, value in enumerate((len(h), len(h & m), len(m), len(m & e))):
                total[n] += value
            print(f"{rule:<26}{len(h):>6}{len(h & m):>6}{len(m):>7}{len(m & e):>8}")
            if args.misses:
                for kind, places in (("missed", h - m), ("medium missed", e - h - m), ("unlisted", m - e)):
                    if places:
                        print(f"    {kind}: {', '.join(sorted(places)) or 'whole plan'}")
    print(f"recall of high gaps {total[1]}/{total[0]}; listed among found {total[3]}/{total[2]}")


if __name__ == "__main__":
    main()
