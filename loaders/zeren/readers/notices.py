"""Notices: what a reader could not take over, as one string each, `code|key=value|key=value`.

The code names a sentence of `zeren.model`'s messages.toml (all begin with `notice-`), the facts fill it. A string keeps
the document a plain value that sorts, hashes and travels between processes; `sentence` turns it into words at the edge.
"""

from __future__ import annotations

from zeren.model import ZerenError


def notice(code: str, **facts: object) -> str:
    """The notice with its facts in the order given; line breaks and bars inside a fact are softened."""
    return "|".join([code, *(f"{key}={_plain(value)}" for key, value in facts.items())])


def facts_of(text: str) -> tuple[str, dict[str, str]]:
    """The code and the facts of a notice."""
    code, *facts = text.split("|")
    return code, dict(fact.split("=", 1) for fact in facts if "=" in fact)


def sentence(text: str, language: str = "en") -> str:
    """The notice in `zh` or `en`; the string itself where its code is not known."""
    code, facts = facts_of(text)
    try:
        return ZerenError(code, **facts).message(language)
    except (KeyError, IndexError, ValueError):
        return text


def _plain(value: object) -> str:
    return " ".join(str(value).split()).replace("|", "¦")
