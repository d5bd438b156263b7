"""Leading groups, command posts and joint meetings: name, members, office, end."""

from zeren.wording.groups.sentences import (
    merge_groups,
    read_group,
    read_group_lines,
    read_groups,
    read_members,
    read_office,
)

__all__ = ["merge_groups", "read_group", "read_group_lines", "read_groups", "read_members", "read_office"]
