"""Loads the vocabulary of the RDF twin, its shapes and its closed lists, and labels every term in two languages.

`ontology.ttl` declares classes and properties, `schemes.ttl` the roles and other closed lists in SKOS, and
`shapes.ttl` what a sound plan looks like in SHACL.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from rdflib import RDF, RDFS, SKOS, Graph, Namespace, URIRef
from rdflib import Literal as Text

Language = Literal["zh", "en"]

Z = Namespace("https://w3id.org/zeren#")
"""Classes and properties: z:Task, z:hasAssignment."""
ID = Namespace("https://w3id.org/zeren/id/")
"""Nodes of the graph."""
CONCEPT = Namespace("https://w3id.org/zeren/concept/")
"""The closed lists."""


@dataclass(frozen=True, slots=True)
class Term:
    """One entry of a closed list."""

    code: str
    """The value that stands in the graph (`lead`)."""
    zh: str
    en: str
    strength: int
    """Place in the list from 1; of roles, the strongest first."""
    raci: tuple[str, ...] = ()
    """Letters of RACI that come close, for roles only."""


def _read(name: str) -> Graph:
    graph = Graph()
    graph.parse(data=files("zeren.vocabulary").joinpath(name).read_text("utf-8"), format="turtle")
    return graph


@cache
def load_ontology() -> Graph:
    """Classes, properties, relationships and closed lists as one RDF graph; do not change it."""
    return _read("ontology.ttl") + _read("schemes.ttl")


@cache
def load_shapes() -> Graph:
    """The SHACL shapes as an RDF graph; do not change it."""
    return _read("shapes.ttl")


@cache
def terms(scheme: str) -> tuple[Term, ...]:
    """The entries of a closed list in its order: roles, deadline-types, deadline-sources, severities, statuses, levels,
    body-kinds. Empty for any other name."""
    graph = load_ontology()
    concepts = graph.subjects(SKOS.inScheme, CONCEPT[scheme])
    found = [_term(graph, concept) for concept in concepts if isinstance(concept, URIRef)]
    return tuple(sorted(found, key=lambda term: (term.strength, term.code)))


def _term(graph: Graph, concept: URIRef) -> Term:
    labels = _labels(graph, concept, SKOS.prefLabel)
    close = [str(graph.value(other, SKOS.notation)) for other in graph.objects(concept, SKOS.closeMatch)]
    raci = tuple(sorted(code for code in close if code in ("R", "A", "C", "I")))
    strength = int(str(graph.value(concept, Z.strength) or 0))
    return Term(str(graph.value(concept, SKOS.notation)), labels.get("zh", ""), labels.get("en", ""), strength, raci)


def roles() -> tuple[Term, ...]:
    """The six roles, strongest first."""
    return terms("roles")


def _labels(graph: Graph, subject: URIRef, kind: URIRef) -> dict[str, str]:
    return {str(text.language): str(text) for text in graph.objects(subject, kind) if isinstance(text, Text)}


def local_name(term: str) -> str:
    """A name of the graph as the vocabulary writes it: HAS_TASK gives hasTask, document_number documentNumber."""
    if not re.search("_", term) and not term.isupper():
        return term
    first, *rest = term.lower().split("_")
    return first + "".join(word.capitalize() for word in rest)


@cache
def _all_labels() -> dict[str, dict[str, str]]:
    graph = load_ontology()
    found: dict[str, dict[str, str]] = {}
    for subject in sorted(set(graph.subjects(SKOS.notation)), key=str):
        if isinstance(subject, URIRef):
            found.setdefault(str(graph.value(subject, SKOS.notation)), _labels(graph, subject, SKOS.prefLabel))
    for subject in graph.subjects(RDFS.label):
        if isinstance(subject, URIRef) and subject in Z:
            found[subject.removeprefix(str(Z))] = _labels(graph, subject, RDFS.label)
    return found


def label(term: str, language: str = "en") -> str:
    """The label, in `zh` or `en`, of a node label (Task), a property (document_number), a relationship (HAS_TASK) or
    an entry of a closed list (lead, start_by, error, municipal-district); the term itself where it is not declared."""
    labels = _all_labels()
    return labels.get(local_name(term), labels.get(term, {})).get(language, term)


def superclasses(node_label: str) -> tuple[str, ...]:
    """IRIs of the public classes that a node label falls under, sorted; for the export."""
    graph = load_ontology()
    return tuple(sorted(str(above) for above in graph.objects(Z[node_label], RDFS.subClassOf)))


def declared() -> tuple[frozenset[str], frozenset[str], frozenset[str]]:
    """Local names of all classes, datatype properties and object properties."""
    graph = load_ontology()
    owl = Namespace("http://www.w3.org/2002/07/owl#")

    def of(kind: URIRef) -> frozenset[str]:
        found = (str(subject) for subject in graph.subjects(RDF.type, kind) if isinstance(subject, URIRef))
        return frozenset(name.removeprefix(str(Z)) for name in found if name.startswith(str(Z)))

    return of(owl.Class), of(owl.DatatypeProperty), of(owl.ObjectProperty)
