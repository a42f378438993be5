"""JSON-LD with its context inline, one node an entry, sorted by IRI."""

import json
from collections.abc import Iterable
from typing import BinaryIO

import pyoxigraph as ox

from kg.ontology import TERMS
from kg.rdf.content import GraphContent
from kg.rdf.quads import to_content_quads
from kg.rdf.terms import RDF, XSD, get_prefixes

_STRING = XSD + "string"
_LINK = "@id"

_Nodes = dict[str, dict[str, list[ox.NamedNode | ox.Literal]]]


def write_jsonld(content: GraphContent, stream: BinaryIO) -> None:
    """Writes the graph as JSON-LD; terms of the ontology stand by their names ("holdsPost")."""
    names = _Names(get_prefixes(content.base))
    nodes, kinds = _group(to_content_quads(content))
    context = names.make_context(kinds)
    stream.write(b'{\n"@context": ' + _dump(context) + b',\n"@graph": [')
    separator = b"\n"
    for iri in sorted(nodes):
        entry: dict[str, object] = {_LINK: names.shorten(iri)}
        for predicate in sorted(nodes[iri], key=lambda name: (name != RDF + "type", name)):
            values = nodes[iri][predicate]
            if predicate == RDF + "type":
                forms: list[object] = [names.shorten_term(value.value) for value in values]
            else:
                forms = [names.format_value(value, kinds[predicate]) for value in values]
            key = "@type" if predicate == RDF + "type" else names.shorten_term(predicate)
            entry[key] = forms[0] if len(forms) == 1 else forms
        stream.write(separator + _dump(entry))
        separator = b",\n"
    stream.write(b"\n]\n}\n")


def _group(quads: Iterable[ox.Quad]) -> tuple[_Nodes, dict[str, set[str]]]:
    """The triples by subject and predicate, and the kinds of value that each predicate has."""
    nodes: _Nodes = {}
    kinds: dict[str, set[str]] = {}
    for quad in quads:
        subject, predicate, value = quad.subject, quad.predicate.value, quad.object
        if not isinstance(subject, ox.NamedNode) or not isinstance(
            value, ox.NamedNode | ox.Literal
        ):
            continue  # to_quads makes neither blank nodes nor triple terms
        nodes.setdefault(subject.value, {}).setdefault(predicate, []).append(value)
        kinds.setdefault(predicate, set()).add(_get_kind(value))
    return nodes, kinds


def _get_kind(value: ox.NamedNode | ox.Literal) -> str:
    return _LINK if isinstance(value, ox.NamedNode) else value.datatype.value


def _dump(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


class _Names:
    """Short names: of nodes by prefix, of the ontology's terms by @vocab."""

    def __init__(self, prefixes: dict[str, str]) -> None:
        self._prefixes = prefixes

    def make_context(self, kinds: dict[str, set[str]]) -> dict[str, object]:
        """The context; a predicate whose values are all of one kind says that kind once."""
        context: dict[str, object] = {"@version": 1.1, "@vocab": TERMS}
        for name, namespace in self._prefixes.items():
            context[name] = {_LINK: namespace, "@prefix": True}
        for predicate, found in sorted(kinds.items()):
            if len(found) == 1 and found != {_STRING} and predicate != RDF + "type":
                (kind,) = found
                shown = kind if kind == _LINK else self.shorten(kind)
                context[self.shorten_term(predicate)] = {
                    _LINK: self.shorten(predicate),
                    "@type": shown,
                }
        return context

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

    def format_value(self, value: ox.NamedNode | ox.Literal, kinds: set[str]) -> object:
        """A value; bare where the context or its being a string says what it is."""
        kind = _get_kind(value)
        if isinstance(value, ox.NamedNode):
            short = self.shorten(value.value)
            return short if kinds == {_LINK} else {_LINK: short}
        if kind == _STRING or kinds == {kind}:
            return value.value
        return {"@value": value.value, "@type": self.shorten(kind)}
