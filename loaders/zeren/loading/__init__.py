"""The one way from a file to a plan."""

from zeren.loading.entry import load, load_bytes, understand

__all__ = ["load", "load_bytes", "understand"]
