"""Gaps in responsibility: rules as folders of data, and how they are checked over a graph."""

from zeren.rules.catalogue import catalogue
from zeren.rules.checking import check
from zeren.rules.drafts import check_drafts, choose
from zeren.rules.records import Habit, Rule
from zeren.rules.suppressions import Suppression, apply_suppressions, read_suppressions

__all__ = [
    "Habit",
    "Rule",
    "Suppression",
    "apply_suppressions",
    "catalogue",
    "check",
    "check_drafts",
    "choose",
    "read_suppressions",
]
