"""What a person corrected in the reading of one plan, kept beside it and applied after every reading."""

from zeren.loading.corrections.records import (
    ACTIONS,
    CONFIRMED,
    DECISION,
    FIELDS,
    Action,
    Correction,
    Fate,
    Outcome,
    TaskWords,
)

__all__ = ["ACTIONS", "CONFIRMED", "DECISION", "FIELDS", "Action", "Correction", "Fate", "Outcome", "TaskWords"]
