"""The graph as a file: Turtle, GraphML, tables."""

from zeren.export.formats import FORMATS, write

__all__ = ["FORMATS", "write"]
