"""kg.ttl as a table of plain strings, for kg.ontology alone."""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import pyoxigraph as ox

from kg.errors import OntologyError

_MAIN_FILE = "kg.ttl"
_PREFIXES = {
    "http://www.w3.org/1999/02/22-rdf-syntax-ns": "rdf:",
    "http://www.w3.org/2000/01/rdf-schema": "rdfs:",
    "http://www.w3.org/2002/07/owl": "owl:",
    "http://www.w3.org/2004/02/skos/core": "skos:",
}
_OWL = "http://www.w3.org/2002/07/owl#"
_TERM_KINDS = [
    ox.NamedNode(_OWL + kind) for kind in ("Class", "ObjectProperty", "DatatypeProperty")
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What kg.ttl says; its own terms go by their local names, others as "rdfs:label" or by IRI.

    `facts` maps subject and property to the values in the order of the file; HEADER is the subject
    that stands for the ontology itself.
    """

    facts: dict[str, dict[str, list[str]]]
    digest: str

    HEADER = "owl:Ontology"

    def values(self, subject: str, term: str) -> tuple[str, ...]:
        """All values, in the order of the file."""
        return tuple(self.facts.get(subject, {}).get(term, ()))

    def text(self, subject: str, term: str) -> str:
        """The first value; raises OntologyError where there is none."""
        for value in self.values(subject, term):
            return value
        raise OntologyError(f"The term kg:{subject} has no {term} in {_MAIN_FILE}; give it one.")

    def names(self, kind: str) -> Iterator[str]:
        """The ontology's own terms of that kind ("owl:Class"), in the order of the file."""
        for subject, facts in self.facts.items():
            if kind in facts.get("rdf:type", ()) and ":" not in subject:
                yield subject

    def members(self, subject: str, term: str) -> tuple[str, ...]:
        """The class that a domain, range or restriction names, or the members of its union."""
        classes: list[str] = []
        for value in self.values(subject, term):
            for cell in self.values(value, "owl:unionOf"):
                while cell != "rdf:nil":
                    classes += self.values(cell, "rdf:first")
                    cell = self.text(cell, "rdf:rest")
            if not value.startswith("_:"):
                classes.append(value)
        return tuple(classes)

    def restrictions(self) -> Iterator[tuple[str, str, tuple[str, ...]]]:
        """Class, predicate and the only classes that its values may have (owl:allValuesFrom)."""
        for name in self.names("owl:Class"):
            for node in self.values(name, "rdfs:subClassOf"):
                for predicate in self.values(node, "owl:onProperty"):
                    yield name, predicate, self.members(node, "owl:allValuesFrom")


def read_source(folder: Path, namespace: str, more: Sequence[Path] = ()) -> Source:
    """Read kg.ttl and `more` files of terms; the digest covers those and all Turtle files of the folder.

    Raises OntologyError for a file that cannot be read, and for a term of `more` outside the namespace.
    """
    facts: dict[str, dict[str, list[str]]] = {}
    for path in (folder / _MAIN_FILE, *more):
        for quad in _parse(path):
            subject = facts.setdefault(_shorten(quad.subject, namespace), {})
            values = subject.setdefault(_shorten(quad.predicate, namespace), [])
            values.append(_shorten(quad.object, namespace))
            if path in more:
                _check_namespace(quad, path, namespace)
    digest = hashlib.sha256()
    for file in (*sorted(folder.glob("*.ttl"), key=lambda file: file.name), *more):
        content = file.read_bytes()
        digest.update(f"{file.name} {len(content)}\n".encode())
        digest.update(content)
    return Source(facts=facts, digest=digest.hexdigest())


def _parse(path: Path) -> list[ox.Quad]:
    try:
        return list(ox.parse(path=path, format=ox.RdfFormat.TURTLE))
    except FileNotFoundError:
        raise OntologyError(
            f"There is no {path.name} in {path.parent}; name a folder that has it."
        ) from None
    except (SyntaxError, OSError) as error:
        raise OntologyError(f"{path} cannot be read ({error}); mend it.") from error


def _check_namespace(quad: ox.Quad, path: Path, namespace: str) -> None:
    """A class or property elsewhere would never be used, which nobody would see."""
    if quad.object not in _TERM_KINDS or not isinstance(quad.subject, ox.NamedNode):
        return
    if not quad.subject.value.startswith(namespace):
        raise OntologyError(
            f"{path} has the term <{quad.subject.value}>; terms of a domain stand in the namespace "
            f"{namespace}, so write it with the prefix kg: and align it with yours."
        )


def _shorten(node: object, namespace: str) -> str:
    if isinstance(node, ox.BlankNode):
        return f"_:{node.value}"
    if isinstance(node, ox.Literal):
        return node.value
    if not isinstance(node, ox.NamedNode):
        return str(node)
    if node.value.startswith(namespace):
        return node.value.removeprefix(namespace)
    if node.value == namespace.rstrip("#"):
        return Source.HEADER
    vocabulary, _, name = node.value.partition("#")
    return _PREFIXES[vocabulary] + name if vocabulary in _PREFIXES else node.value
