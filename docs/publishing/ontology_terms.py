"""The terms of the ontology as the pages show them, read from the Turtle files alone."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pyoxigraph as ox

from kg.ontology import TERMS, Ontology, load_ontology
from kg.ontology_source import Source, read_source

_KINDS = {
    "owl:Class": "class",
    "owl:ObjectProperty": "property with a thing as value",
    "owl:DatatypeProperty": "property with a text, number or date as value",
    "owl:AnnotationProperty": "annotation",
    "owl:NamedIndividual": "individual",
}
_TRAITS = {"owl:SymmetricProperty": "symmetric", "owl:TransitiveProperty": "transitive"}
_ALIGNMENTS = {
    "http://www.w3.org/2000/01/rdf-schema#subClassOf": "every one is a",
    "http://www.w3.org/2000/01/rdf-schema#subPropertyOf": "whatever has it has",
    "http://www.w3.org/2004/02/skos/core#closeMatch": "close to",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """A term of another vocabulary: "prov:Person", and its IRI."""

    name: str
    iri: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """One term. Names are local names of the ontology, or shortened IRIs of others ("xsd:string")."""

    name: str
    kind: str
    label: str
    comment: str
    example: str
    parents: tuple[str, ...]
    children: tuple[str, ...]
    domain: tuple[str, ...]
    range: tuple[str, ...]
    traits: tuple[str, ...]
    annotations: Mapping[str, tuple[str, ...]]  # of kg's own, by label
    subject_of: tuple[str, ...]  # of a class: the properties that its own things can have
    object_of: tuple[str, ...]
    alignments: Mapping[str, tuple[Alignment, ...]]  # by how the term stands to them


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """The terms by section, each in the order of the file, and what the file says of itself."""

    about: Mapping[str, str]
    sections: Mapping[str, tuple[Term, ...]]
    ontology: Ontology = field(repr=False)

    def find(self, name: str) -> Term | None:
        """The term of that name, or None."""
        return next((t for terms in self.sections.values() for t in terms if t.name == name), None)


def read_vocabulary(folder: Path) -> Vocabulary:
    """Reads kg.ttl and alignments.ttl of a folder; raises OntologyError where they cannot be read."""
    source, ontology = read_source(folder, TERMS), load_ontology(folder)
    alignments = _read_alignments(folder / "alignments.ttl")
    names = [n for n in source.facts if ":" not in n and source.values(n, "rdfs:label")]
    terms = {name: _make_term(source, name, names, alignments.get(name, {})) for name in names}
    sections: dict[str, list[Term]] = {title: [] for title in _SECTIONS}
    qualifiers = _list_qualifiers(source, ontology)
    for term in terms.values():
        sections[_choose_section(term, ontology, qualifiers)].append(term)
    header = source.facts[Source.HEADER]
    about = {key.rsplit("/", 1)[-1].rsplit(":", 1)[-1]: values[0] for key, values in header.items()}
    return Vocabulary(
        about=about,
        sections={title: tuple(found) for title, found in sections.items() if found},
        ontology=ontology,
    )


_SECTIONS = {
    "Types of things": "What a thing in a graph can be. Each has the most specific of these types.",
    "Predicates": "What a statement can say of a thing; as a plain triple only where a text states it as fact.",
    "Qualifiers": "What a statement can say besides: when, where, how much, by which agreement.",
    "Statements and their grounds": "What stands around what is said: statements, passages, documents, runs.",
    "Properties of statements, values and documents": "How these are described.",
    "Fixed values": "Values that the graph takes from a closed list.",
    "Annotations of the ontology": "What kg reads in this file besides OWL.",
}


def describe_section(title: str) -> str:
    """What a section holds, in a sentence."""
    return _SECTIONS[title]


def _choose_section(term: Term, ontology: Ontology, qualifiers: Iterable[str]) -> str:
    titles = list(_SECTIONS)
    if term.name in ontology.types:
        return titles[0]
    if term.name in ontology.predicates:
        return titles[1]
    if term.name in qualifiers:
        return titles[2]
    by_kind = {"class": titles[3], "individual": titles[5], "annotation": titles[6]}
    return by_kind.get(term.kind, titles[4])


def _list_qualifiers(source: Source, ontology: Ontology) -> set[str]:
    named = {q for p in ontology.predicates.values() for q in p.qualifiers}
    return {name for name in named if name in source.facts}


def _make_term(
    source: Source, name: str, names: Iterable[str], alignments: Mapping[str, tuple[Alignment, ...]]
) -> Term:
    kinds = source.values(name, "rdf:type")
    return Term(
        name=name,
        kind=next(words for kind, words in _KINDS.items() if kind in kinds),
        label=source.text(name, "rdfs:label"),
        comment=source.text(name, "rdfs:comment"),
        example=next(iter(source.values(name, "skos:example")), ""),
        parents=tuple(p for p in source.values(name, "rdfs:subClassOf") if ":" not in p),
        children=tuple(n for n in names if name in source.values(n, "rdfs:subClassOf")),
        domain=_name_all(source.members(name, "rdfs:domain")),
        range=_name_all(source.members(name, "rdfs:range")),
        traits=tuple(words for kind, words in _TRAITS.items() if kind in kinds),
        annotations=dict(_list_annotations(source, name)),
        subject_of=tuple(n for n in names if name in source.members(n, "rdfs:domain")),
        object_of=tuple(n for n in names if name in source.members(n, "rdfs:range")),
        alignments=alignments,
    )


def _list_annotations(source: Source, name: str) -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, values in source.facts[name].items():
        if ":" not in key and key in source.facts and key != "usedAs":
            yield source.text(key, "rdfs:label"), tuple(values)


def _name_all(terms: Iterable[str]) -> tuple[str, ...]:
    xsd = "http://www.w3.org/2001/XMLSchema#"
    return tuple(term.replace(xsd, "xsd:") for term in terms)


def _read_alignments(path: Path) -> dict[str, dict[str, tuple[Alignment, ...]]]:
    """By the local name of the term and how it stands to them, in the order of the file."""
    parser = ox.parse(path=path, format=ox.RdfFormat.TURTLE)
    quads = list(parser)
    found: dict[str, dict[str, tuple[Alignment, ...]]] = {}
    for quad in quads:
        how = _ALIGNMENTS.get(quad.predicate.value)
        subject, value = quad.subject, quad.object
        if (
            how is None
            or not isinstance(subject, ox.NamedNode)
            or not isinstance(value, ox.NamedNode)
        ):
            continue
        if subject.value.startswith(TERMS):
            own = found.setdefault(subject.value.removeprefix(TERMS), {})
            alignment = Alignment(name=_shorten(value.value, parser.prefixes), iri=value.value)
            own[how] = (*own.get(how, ()), alignment)
    return found


def _shorten(iri: str, prefixes: Mapping[str, str]) -> str:
    fitting = [(space, prefix) for prefix, space in prefixes.items() if iri.startswith(space)]
    space, prefix = max(fitting, default=("", ""))
    return f"{prefix}:{iri.removeprefix(space)}" if prefix else iri


def format_tables(vocabulary: Vocabulary) -> str:
    """The types and predicates as tables in Markdown, each term a link to its place in the ontology's page."""
    sections = list(vocabulary.sections.items())[:2]
    lines: list[str] = []
    for (title, terms), head in zip(sections, (("is a", "is"), ("from", "to")), strict=True):
        lines += ["", f"## {title}", "", f"| term | {head[0]} | {head[1]} |", "|---|---|---|"]
        for term in terms:
            cells = (term.parents, (term.comment,)) if term.kind == "class" else _sides(term)
            words = " | ".join(", ".join(cell) for cell in cells)
            lines.append(
                f'| <a href="../ontology/index.html#{term.name}"><code>{term.name}</code></a> | {words} |'
            )
    return "\n".join(lines) + "\n"


def _sides(term: Term) -> tuple[tuple[str, ...], tuple[str, ...]]:
    values = term.range if term.kind.startswith("property with a thing") else ("a date",)
    return term.domain, values
