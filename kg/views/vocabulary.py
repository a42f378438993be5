"""The words and families of the ontology's terms, for both makers of pages."""

from dataclasses import dataclass

from kg.ontology import Ontology, load_ontology
from kg.views.wording import format_term


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Names of types, predicates and qualifiers as people read them."""

    ontology: Ontology

    def describe_type(self, name: str) -> tuple[str, str]:
        """Label and family of a type; a type unknown to the ontology has no family."""
        found = self.ontology.find_type(name)
        return (found.label, found.family) if found else (format_term(name), "")

    def describe_term(self, name: str) -> str:
        """The label of a predicate or qualifier, or its name as words."""
        return self.ontology.labels.get(name) or format_term(name)


def load_vocabulary() -> Vocabulary:
    """The vocabulary of the shipped ontology."""
    return Vocabulary(load_ontology())
