"""What can go wrong, by who must act. Nothing else is raised on purpose anywhere in zeren.

An error carries a code and the facts; its sentence is made at the edge, in the reader's language, from
`messages.toml` beside this file.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable
from functools import cache
from importlib.resources import files


@cache
def _messages() -> dict[str, dict[str, str]]:
    return tomllib.loads(files("zeren.model").joinpath("messages.toml").read_text("utf-8"))


class ZerenError(Exception):
    """Base of all. `code` names the message, `facts` fill it."""

    def __init__(self, code: str, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def message(self, language: str = "en") -> str:
        """The sentence in `zh` or `en`; the code and the facts where no sentence is known for the code."""
        template = _messages().get(self.code, {}).get(language)
        return template.format(**self.facts) if template else f"{self.code}: {self.facts}"

    def __str__(self) -> str:
        return self.message("en")

    def __reduce__(self) -> tuple[Callable[..., ZerenError], tuple[type[ZerenError], str, dict[str, object]]]:
        return _again, (type(self), self.code, self.facts)


def _again(kind: type[ZerenError], code: str, facts: dict[str, object]) -> ZerenError:
    """The error as it was, on its way from another process."""
    return kind(code, **facts)


class InputError(ZerenError):
    """The file given cannot be read: its owner must act. Exit status 2."""


class UsageError(ZerenError):
    """The call cannot be carried out as given: the caller must act. Exit status 2."""
