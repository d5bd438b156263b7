"""Paragraphs into headings and units: lines, their numbers, and the text between them."""
