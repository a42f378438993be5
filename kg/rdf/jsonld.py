"""JSON-LD with its context inline, one node an entry, sorted by IRI."""

import json
from collections.abc import Iterable
from typing import BinaryIO

import pyoxigraph as ox

from kg.ontology import TERMS
from kg.rdf.content import GraphContent
from kg.rdf.context import load_context
from kg.rdf.quads import to_content_quads
from kg.rdf.terms import RDF, TYPE, XSD, get_prefixes

_STRING = XSD + "string"
_LANGUAGE_STRING = RDF + "langString"
_LINK = "@id"

_Nodes = dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]


def write_jsonld(content: GraphContent, stream: BinaryIO) -> None:
    """Writes the graph as JSON-LD; terms of the ontology stand by their names ("holdsPost")."""
    context = load_context(content.base)
    names = _Names(get_prefixes(content.base))
    terms = {key: term for key, term in context.items() if isinstance(term, dict)}
    types = {key: term["@type"] for key, term in terms.items() if "@type" in term}
    nodes = _group(to_content_quads(content))
    stream.write(b'{\n"@context": ' + _dump(context) + b',\n"@graph": [')
    separator = b"\n"
    for iri in sorted(nodes):
        entry: dict[str, object] = {_LINK: names.shorten(iri)}
        for predicate in sorted(nodes[iri], key=lambda name: (name != TYPE.value, name)):
            values = sorted(nodes[iri][predicate], key=str)
            if predicate == TYPE.value:
                key = "@type"
                forms: list[object] = [names.shorten_term(value.value) for value in values]
            else:
                key = names.shorten_term(predicate)
                forms = [names.format_value(value, types.get(key)) for value in values]
            entry[key] = forms[0] if len(forms) == 1 else forms
        stream.write(separator + _dump(entry))
        separator = b",\n"
    stream.write(b"\n]\n}\n")


def _group(quads: Iterable[ox.Quad]) -> _Nodes:
    """The triples by subject and predicate."""
    nodes: _Nodes = {}
    for quad in quads:
        subject, predicate, value = quad.subject, quad.predicate.value, quad.object
        if not isinstance(subject, ox.NamedNode) or not isinstance(
            value, ox.NamedNode | ox.Literal
        ):
            continue  # to_quads makes neither blank nodes nor triple terms
        nodes.setdefault(subject.value, {}).setdefault(predicate, []).append(value)
    return nodes


def _dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


class _Names:
    """Short names: of nodes by prefix, of the ontology's terms by @vocab."""

    def __init__(self, prefixes: dict[str, str]) -> None:
        self._prefixes = prefixes

    def shorten(self, iri: str) -> str:
        """The IRI with a prefix, where what it stands for cannot be mistaken."""
        for name, namespace in self._prefixes.items():
            local = iri[len(namespace) :]
            if iri.startswith(namespace) and local and not local.startswith("//"):
                return f"{name}:{local}"
        return iri

    def shorten_term(self, iri: str) -> str:
        """A type or predicate: without prefix where it is of the ontology."""
        local = iri.removeprefix(TERMS)
        return local if local != iri and local.isidentifier() else self.shorten(iri)

    def format_value(self, value: ox.NamedNode | ox.Literal, expected: str | None) -> object:
        """A value; bare where the type that the context expects, or none, says what it is."""
        if isinstance(value, ox.NamedNode):
            short = self.shorten(value.value)
            return short if expected == _LINK else {_LINK: short}
        kind = value.datatype.value
        if kind == _LANGUAGE_STRING:
            return {"@value": value.value, "@language": value.language}
        if kind == _STRING:
            return value.value if expected is None else {"@value": value.value}
        short = self.shorten(kind)
        return value.value if short == expected else {"@value": value.value, "@type": short}
