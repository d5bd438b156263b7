"""The vocabulary of the graph's RDF twin: OWL, SKOS and SHACL, with labels in Chinese and English."""

from zeren.vocabulary.terms import (
    Term,
    declared,
    label,
    load_ontology,
    load_shapes,
    local_name,
    roles,
    superclasses,
    terms,
)

__all__ = [
    "Term",
    "declared",
    "label",
    "load_ontology",
    "load_shapes",
    "local_name",
    "roles",
    "superclasses",
    "terms",
]
