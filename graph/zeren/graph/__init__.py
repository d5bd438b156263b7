"""The labels and relationship types of the responsibility graph, and how records become it."""

from zeren.graph.builder import build
from zeren.graph.schema import NODES, RELATIONSHIPS, SHORTCUTS

__all__ = ["NODES", "RELATIONSHIPS", "SHORTCUTS", "build"]
