"""The rows of the register are sound: levels, kinds, days, sources, successors."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import get_args

from zeren.agencies import BodyKind, Level
from zeren.agencies.entries import first_day, index_forms, last_day, load_domains, load_entries, spellings

ENTRIES = load_entries()


def test_enough_rows() -> None:
    assert len(ENTRIES) > 450
    assert len(load_domains()) > 150


def test_values_are_of_their_kinds() -> None:
    for entry in ENTRIES:
        assert entry.levels
        assert set(entry.levels) <= set(get_args(Level)), entry
        assert entry.kind in get_args(BodyKind), entry
        assert entry.since is None or entry.until is None or entry.since < entry.until, entry


def test_every_source_is_described() -> None:
    described = tomllib.loads(files("zeren.agencies").joinpath("register", "sources.toml").read_text("utf-8"))
    assert {entry.source for entry in ENTRIES} == set(described)


def test_every_domain_has_its_row_and_label() -> None:
    domains = {domain.name: domain for domain in load_domains()}
    assert {entry.domain for entry in ENTRIES} == set(domains)
    assert all(domain.english for domain in domains.values())


def test_successors_are_forms_of_the_register_and_only_of_what_has_ended() -> None:
    forms = {entry.form for entry in ENTRIES}
    assert {form for entry in ENTRIES for form in entry.successors} <= forms
    assert [entry.form for entry in ENTRIES if entry.successors and entry.until is None] == []


def test_no_form_twice_at_one_level_and_time() -> None:
    keys = [(entry.form, level, entry.since) for entry in ENTRIES for level in entry.levels]
    assert len(keys) == len(set(keys))


def test_days_of_months_and_years() -> None:
    assert (first_day("2018-10"), first_day("2009"), first_day("")) == ("2018-10-01", "2009-01-01", None)
    assert (last_day("2016-02"), last_day("2015"), last_day("")) == ("2016-02-29", "2015-12-31", None)


def test_spellings_follow_custom() -> None:
    commission = next(entry for entry in ENTRIES if entry.form == "发展和改革委员会")
    assert {"发展和改革委员会", "发展和改革委", "发展改革委", "发改委"} <= set(spellings(commission))
    assert commission in index_forms()["发展改革委"]
