"""Time limits: six kinds, as the annotation guideline settles them."""

from zeren.wording.deadlines.reading import merge_deadlines, read_deadlines, split_heading

__all__ = ["merge_deadlines", "read_deadlines", "split_heading"]
