"""The one way from a file to a plan."""

from zeren.loading.corrections.file import decisions_name
from zeren.loading.entry import (
    corrections_digest,
    load,
    load_bytes,
    read_corrected,
    read_source,
    try_corrections,
    understand,
)

__all__ = [
    "corrections_digest",
    "decisions_name",
    "load",
    "load_bytes",
    "read_corrected",
    "read_source",
    "try_corrections",
    "understand",
]
