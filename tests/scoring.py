"""Read the plans of a corpus folder and print how the facts compare with its gold, as `score.py` there counts.

    python tests/scoring.py CORPUS [--misses] [--skip PREFIX ...]

Exit status 1 when a family of facts falls below the floor kept in `tests/score_floor.toml`.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from zeren.loading import load
from zeren.model.interchange import dumps


def write_facts(documents: Path, gold: Path, out: Path, skip: list[str]) -> None:
    """Read every document that has a gold file into `out`, and say how much of each was understood."""
    for path in sorted(documents.iterdir()):
        if not (gold / f"{path.stem}.json").exists() or path.stem.startswith(tuple(skip)):
            continue
        plan = load(path)
        (out / f"{path.stem}.json").write_text(dumps(plan), "utf-8")
        rest = plan.coverage.not_understood()
        print(f"{path.name}: {len(plan.coverage.entries)} blocks accounted for, {len(rest)} not understood")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--misses", action="store_true")
    parser.add_argument("--skip", nargs="*", default=[], metavar="PREFIX")
    args = parser.parse_args()
    floors = tomllib.loads(Path(__file__).with_name("score_floor.toml").read_text("utf-8"))
    status = 0
    for part, documents, gold in (
        ("seeds", args.corpus / "seeds", args.corpus / "gold"),
        ("more", args.corpus / "more" / "docs", args.corpus / "more" / "gold"),
    ):
        print(f"\n== {part}")
        with tempfile.TemporaryDirectory() as folder:
            write_facts(documents, gold, Path(folder), args.skip)
            command = [sys.executable, str(args.corpus / "score.py"), folder, str(gold)]
            command += [word for family, f1 in floors[part].items() for word in ("--min", f"{family}={f1}")]
            command += ["--misses"] if args.misses else []
            sys.stdout.flush()
            status |= subprocess.run(command, check=False).returncode
    return status


if __name__ == "__main__":
    sys.exit(main())
