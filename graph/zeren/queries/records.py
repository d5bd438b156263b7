"""What a named query is: one question, in Cypher and in SPARQL, with its parameters and columns."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from zeren.store.protocol import Value

Engine = Literal["cypher", "sparql"]

ParameterType = Literal["text", "texts", "integer", "number", "date", "flag", "days"]
"""texts: a list of texts; days: a number of days that a query subtracts from a date. A date is a `datetime.date` or its
ISO form; a text may stand for any of them."""

ColumnType = Literal["text", "integer", "number", "date", "flag"]


@dataclass(frozen=True, slots=True)
class Wording:
    """The same words in both languages."""

    zh: str
    en: str

    def of(self, language: str) -> str:
        """The words in `zh`, else in English."""
        return self.zh if language == "zh" else self.en


@dataclass(frozen=True, slots=True)
class QueryParameter:
    """One parameter of a query. Without a default it must be given."""

    name: str
    type: ParameterType
    about: Wording
    default: Value | tuple[Value, ...] = None


@dataclass(frozen=True, slots=True)
class QueryTexts:
    """One query as both engines take it, with all that is needed to run it alike on both."""

    name: str
    cypher: str
    sparql: str
    parameters: tuple[QueryParameter, ...] = ()
    columns: tuple[tuple[str, ColumnType], ...] = ()
    """Names with types, in the order of the answer."""
    order: tuple[str, ...] = ()
    """Columns that the answer is sorted by, those with a leading `-` descending; the others follow, ascending."""


@dataclass(frozen=True, slots=True)
class NamedQuery:
    """A query of the catalogue."""

    name: str
    title: Wording
    question: Wording
    texts: QueryTexts

    @property
    def parameters(self) -> tuple[QueryParameter, ...]:
        """The parameters, in the order of the file's header."""
        return self.texts.parameters

    @property
    def columns(self) -> tuple[str, ...]:
        """Names of the columns of the answer."""
        return tuple(name for name, _ in self.texts.columns)
