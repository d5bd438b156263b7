"""Blocks into the outline of a plan: headings, units of work, rows of tables, and an account of every block."""

from zeren.outline.parts import DocumentReader
from zeren.outline.units import Account, Heading, Outline, Unit

__all__ = ["Account", "DocumentReader", "Heading", "Outline", "Unit"]
