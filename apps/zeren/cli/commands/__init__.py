"""One module a command; each has `command(say)`, which makes it in the speaker's language."""

COMMANDS = (
    "demo",
    "extract",
    "correct",
    "build",
    "check",
    "rules",
    "query",
    "workload",
    "load",
    "export",
    "explore",
    "completion",
)
"""In the order of the help page."""
