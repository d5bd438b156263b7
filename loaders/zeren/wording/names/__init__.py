"""Enumerations of bodies: one entry a body, a shared head given to each (市、县应急管理部门)."""

from zeren.wording.names.enumerations import DITTO, NONE_MARKS, Name, is_ditto, place, read_names
from zeren.wording.names.lists import list_names
from zeren.wording.names.records import NameAt, fold_signs, named, widened

__all__ = [
    "DITTO",
    "NONE_MARKS",
    "Name",
    "NameAt",
    "fold_signs",
    "is_ditto",
    "list_names",
    "named",
    "place",
    "read_names",
    "widened",
]
