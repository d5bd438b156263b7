"""What the page says: complete in both languages, and a name for every code the loaders give."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import get_args

import pytest

from zeren.model import DeadlineType
from zeren.model.coverage import CoverageKind
from zeren.model.plan import ROLES
from zeren.review.readings import KINDS
from zeren.review.text import slug
from zeren.review.words import Words

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("package", "name"), [("zeren.review", "words"), ("zeren.loading", "reasons")])
def test_every_entry_has_both_languages(package: str, name: str) -> None:
    entries = tomllib.loads(files(package).joinpath(f"{name}.toml").read_text("utf-8"))
    assert len(entries) > 30
    assert {key for key, entry in entries.items() if set(entry) != {"zh", "en"} or not all(entry.values())} == set()


def test_every_kind_role_and_type_has_a_name() -> None:
    words = Words("zh")
    assert all(words(f"kind_{kind}") for kind in KINDS)
    assert all(words(f"role_{role}") and words(f"letter_{role}") for role in ROLES)
    assert all(words(f"sort_{sort}") for sort in (*get_args(DeadlineType), "cites", "produces"))
    assert all(words(f"ledger_{slug(kind)}") for kind in get_args(CoverageKind))


def test_an_unknown_code_is_shown_as_it_is() -> None:
    assert Words("zh").reason("something-new") == "something-new"
    assert Words("zh").reason(None) == ""
