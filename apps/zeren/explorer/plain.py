"""Text of others inside Streamlit's Markdown: shown as it is, never read as markup."""

from __future__ import annotations

import re

_MARKS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~$:&=])")


def plain(text: str) -> str:
    """The text with every sign escaped that Markdown, its directives or mathematics could take for markup."""
    return _MARKS.sub(r"\\\1", text).replace("\n", "  \n")
