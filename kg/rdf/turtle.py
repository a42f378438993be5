"""Turtle and TriG, grouped by subject as the quads come, one property a line; streamed."""

import itertools
import re
from collections.abc import Iterable, Iterator
from operator import attrgetter
from typing import BinaryIO

import pyoxigraph as ox

from kg.rdf.content import GraphContent
from kg.rdf.quads import to_content_quads
from kg.rdf.terms import RDF, XSD, get_prefixes

# Local names that need no other escape than the one of "/"; all else is written as a whole IRI.
_LOCAL_NAME = re.compile(r"[A-Za-z0-9_]([A-Za-z0-9_\-./]*[A-Za-z0-9_\-])?", re.ASCII)
_INTEGER = re.compile(r"[+-]?[0-9]+", re.ASCII)
_DECIMAL = re.compile(r"[+-]?[0-9]*\.[0-9]+", re.ASCII)
_BARE = {XSD + "integer": _INTEGER, XSD + "decimal": _DECIMAL}
_STRING = XSD + "string"
_LANGUAGE_STRING = RDF + "langString"
_get_subject = attrgetter("subject")
_get_predicate = attrgetter("predicate")

_Object = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple
_Statement = ox.Quad | ox.Triple


def write_turtle(content: GraphContent, stream: BinaryIO) -> None:
    """Writes the graph as Turtle: subjects in the order of `to_quads`."""
    write_turtle_quads(to_content_quads(content), stream, get_prefixes(content.base))


def write_trig(content: GraphContent, stream: BinaryIO) -> None:
    """Writes the graph as TriG: the default graph, then the graph of each document by its IRI."""
    write_trig_quads(to_content_quads(content), stream, get_prefixes(content.base))


def write_turtle_quads(
    quads: Iterable[_Statement], stream: BinaryIO, prefixes: dict[str, str]
) -> None:
    """Writes any quads or triples as Turtle; those of one subject should follow one another."""
    writer = _Writer(prefixes)
    stream.write(writer.format_prefixes().encode())
    for block in writer.format_blocks(quads):
        stream.write(block.encode())


def write_trig_quads(quads: Iterable[ox.Quad], stream: BinaryIO, prefixes: dict[str, str]) -> None:
    """Writes any quads as TriG; holds them all, since a graph is written as one block."""
    graphs: dict[str, tuple[ox.NamedNode, list[ox.Quad]]] = {}
    default: list[ox.Quad] = []
    for quad in quads:
        graph = quad.graph_name
        if isinstance(graph, ox.NamedNode):
            graphs.setdefault(graph.value, (graph, []))[1].append(quad)
        else:
            default.append(quad)
    writer = _Writer(prefixes)
    stream.write(writer.format_prefixes().encode())
    for block in writer.format_blocks(default):
        stream.write(block.encode())
    for _, (graph, members) in sorted(graphs.items()):
        stream.write(f"\nGRAPH {writer.format_term(graph)} {{".encode())
        for block in writer.format_blocks(members):
            stream.write(block.encode())
        stream.write(b"}\n")


class _Writer:
    def __init__(self, prefixes: dict[str, str]) -> None:
        self._prefixes = prefixes
        # The longest namespace first, so that one inside another is found.
        self._namespaces = sorted(prefixes.items(), key=lambda item: (-len(item[1]), item[0]))
        self._nodes: dict[ox.NamedNode, str] = {}

    def format_prefixes(self) -> str:
        return "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in self._prefixes.items())

    def format_blocks(self, quads: Iterable[_Statement]) -> Iterator[str]:
        """One text a subject, beginning with an empty line."""
        for subject, members in itertools.groupby(quads, key=_get_subject):
            lines = []
            for predicate, same in itertools.groupby(members, key=_get_predicate):
                verb = "a" if predicate.value == RDF + "type" else self.format_term(predicate)
                lines.append(
                    f"{verb} {', '.join([self.format_term(quad.object) for quad in same])}"
                )
            yield f"\n{self.format_term(subject)} " + " ;\n    ".join(lines) + " .\n"

    def format_term(self, term: _Object) -> str:
        if isinstance(term, ox.NamedNode):
            text = self._nodes.get(term)
            if text is None:
                text = self._shorten(term)
                if "#char=" not in text:  # a passage is written two times at most
                    self._nodes[term] = text
            return text
        if isinstance(term, ox.Literal):
            return self._format_literal(term)
        if isinstance(term, ox.Triple):
            parts = (term.subject, term.predicate, term.object)
            return f"<<( {' '.join(map(self.format_term, parts))} )>>"
        return str(term)

    def _shorten(self, node: ox.NamedNode) -> str:
        for name, namespace in self._namespaces:
            if node.value.startswith(namespace):
                local = node.value[len(namespace) :]
                if _LOCAL_NAME.fullmatch(local):
                    return f"{name}:" + local.replace("/", "\\/")
        return f"<{node.value}>"

    def _format_literal(self, literal: ox.Literal) -> str:
        datatype = literal.datatype.value
        if datatype in (_STRING, _LANGUAGE_STRING):
            return str(literal)
        bare = _BARE.get(datatype)
        if bare is not None and bare.fullmatch(literal.value):
            return literal.value
        if literal.language is not None:  # with a base direction
            return str(literal)
        return f"{ox.Literal(literal.value)}^^{self.format_term(literal.datatype)}"
