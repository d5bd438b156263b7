"""What stands around a plan: title, number, day of signing, status, place, and which blocks only say that."""

from zeren.wording.masthead.surroundings import Masthead, read_masthead

__all__ = ["Masthead", "read_masthead"]
