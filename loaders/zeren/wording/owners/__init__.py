"""Who answers for a task where the plan says so in a place of its own: owner cells, parentheses, labelled lines."""

from zeren.wording.owners.assignments import merge_assignments
from zeren.wording.owners.cells import column_role, is_ditto, read_owners, says_first_leads
from zeren.wording.owners.notes import OwnerNote, find_owner_notes, read_owner_note
from zeren.wording.owners.standing import StandingRule, read_standing_rule

__all__ = [
    "OwnerNote",
    "StandingRule",
    "column_role",
    "find_owner_notes",
    "is_ditto",
    "merge_assignments",
    "read_owner_note",
    "read_owners",
    "read_standing_rule",
    "says_first_leads",
]
